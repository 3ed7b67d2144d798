"""One page with every official contact; each is a section that links lead to."""

from collections.abc import Iterator

from generator.render.pages.book import Book, Sheet


def channels(book: Book) -> Iterator[Sheet]:
    """One sheet."""
    yield Sheet(
        address=book.channels_address,
        title=book.words("channels-title"),
        description=book.words("channels-summary"),
        template="channels.html",
    )
