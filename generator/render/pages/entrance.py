"""`site/index.html`: the choice of a language, for addresses that name none."""

from collections.abc import Sequence

from generator.render import addresses
from generator.render.addresses import ENTRANCE
from generator.render.pages.book import Book
from generator.render.pages.press import filled


def entrance(books: Sequence[Book]) -> str:
    """A whole HTML page with a link to each locale's home, which works without scripts."""
    homes = [(book, addresses.home(book.edition.locale)) for book in books]
    return (
        "<!doctype html>\n"
        + filled("entrance.html", ENTRANCE, {"book": books[0], "homes": homes})
        + "\n"
    )
