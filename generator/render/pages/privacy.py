"""What is kept of a visit, and where; what the product does, so its own words tell it."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet


def privacy(book: Book) -> Iterator[Sheet]:
    """One sheet."""
    yield Sheet(
        address=addresses.privacy(book.edition.locale),
        title=book.words("privacy-title"),
        description=book.words("privacy-summary"),
        template="privacy.html",
    )
