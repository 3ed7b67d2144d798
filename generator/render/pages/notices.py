"""All notices that are shown on the day of the build, on a page of their own."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet


def notices(book: Book) -> Iterator[Sheet]:
    """One sheet, if there are notices."""
    if book.edition.library.notices:
        yield Sheet(
            address=addresses.notices(book.edition.locale),
            title=book.words("notices-title"),
            description=book.words("notices-summary"),
            template="notices.html",
        )
