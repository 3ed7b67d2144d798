"""The page of the search; without scripts it shows every topic with its issues."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.danger import words_of_danger
from generator.render.search import versioned_box


def search(book: Book) -> Iterator[Sheet]:
    """One sheet."""
    topics = sorted(book.edition.topics.values(), key=lambda topic: (topic.order, topic.id))
    yield Sheet(
        address=addresses.search(book.edition.locale),
        title=book.words("search-title"),
        description=book.words("search-summary"),
        template="search.html",
        module=versioned_box(),
        values={
            "topics": [(topic, book.issues_of(topic.id)) for topic in topics],
            "private": sorted(book.private.issues),
            **words_of_danger(book),
        },
    )
