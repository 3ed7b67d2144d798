"""The home page: one question, the guide that finds the right page, and all topics."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.changes import opened, told
from generator.render.pages.danger import words_of_danger
from generator.render.pages.walks import HOME, TRIAGE
from generator.render.search import versioned_box

NEWS = 3
"""So many of the latest changes are told on the home page."""


def home(book: Book) -> Iterator[Sheet]:
    """One sheet."""
    edition = book.edition
    yield Sheet(
        address=addresses.home(edition.locale),
        title=edition.name.plain,
        description=edition.tagline.plain,
        template="home.html",
        guide=TRIAGE if HOME in book.walks else "",
        module=versioned_box(),
        values={
            "walk": book.walks.get(HOME),
            "topics": book.issues_by_topic,
            "private": sorted(book.private.issues),
            **words_of_danger(book),
            "shelves": list(_shelves(book)),
            "news": told(book)[:NEWS],
            "opened": opened(book),
            "regions": sum(proved.proof.regions for proved in book.guides.values()),
        },
    )


def _shelves(book: Book) -> Iterator[tuple[str, str, str]]:
    """Title, summary and address of each list of what there is to read."""
    library, locale, words = book.edition.library, book.edition.locale, book.words
    shelves = (
        (library.messages, "messages", addresses.messages(locale)),
        (library.articles, "reading", addresses.reading(locale)),
        (library.drills, "drills", addresses.drills(locale)),
        (library.chooser, "chooser", addresses.chooser(locale)),
        (library.terms, "glossary", addresses.glossary(locale)),
    )
    for entries, name, address in shelves:
        if entries:
            yield words(f"{name}-title"), words(f"{name}-summary"), address
