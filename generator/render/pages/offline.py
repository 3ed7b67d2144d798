"""What the service worker shows, without a network, in place of a page that was not kept."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet


def offline(book: Book) -> Iterator[Sheet]:
    """One sheet; none where nothing is kept."""
    if book.edition.offline:
        yield Sheet(
            address=addresses.offline(book.edition.locale),
            title=book.words("offline-title"),
            description=book.words("offline-summary"),
            template="offline.html",
            found=False,
        )
