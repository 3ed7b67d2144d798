"""Where to look things up by name: the index from A to Z, and the list of topics."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.collation import by_initial
from generator.render.pages.book import Book, Sheet
from generator.render.pages.places import PlaceOnPage, places

LISTED = frozenset({"issues", "answers", "articles", "drills", "terms"})
"""Kinds of entries in the index; a word `index-<kind>` tells what a line of it is."""


def lookup(book: Book) -> Iterator[Sheet]:
    """The index and the list of topics."""
    locale = book.edition.locale
    yield Sheet(
        address=addresses.index(locale),
        title=book.words("index-title"),
        description=book.words("index-summary"),
        template="index.html",
        values={"letters": by_initial(_listed(book), lambda line: line[1].title, locale)},
    )
    yield Sheet(
        address=addresses.topics(locale),
        title=book.words("site-topics"),
        description=book.words("topics-summary"),
        template="topics.html",
        values={"topics": book.issues_by_topic},
    )


def _listed(book: Book) -> list[tuple[str, PlaceOnPage]]:
    """Lines of the index, each with its kind."""
    lines = ((name.partition("/")[0], place) for name, place in places(book).items())
    return [(folder, place) for folder, place in lines if folder in LISTED]
