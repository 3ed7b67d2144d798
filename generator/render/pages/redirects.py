"""Pages that lead from where something was to where it is. They read the ledger alone."""

from collections.abc import Iterator

from generator.render.pages.book import Book
from generator.render.pages.places import PAGED, places
from generator.render.pages.press import filled


def redirects(book: Book) -> Iterator[tuple[str, str]]:
    """The path and HTML of a page for each entry that had one and has moved."""
    shown = places(book)
    for name, history in book.project.published.items():
        folder = name.partition("/")[0]
        if not history.moved or "#" in name or folder not in PAGED:
            continue
        if (place := shown.get(history.moved.partition("#")[0])) is None:
            continue
        here = f"{book.edition.locale}/{name}/"
        values = {
            "book": book,
            "edition": book.edition,
            "w": book.words,
            "place": place,
        }
        html = "<!doctype html>\n" + filled("redirect.html", here, values) + "\n"
        yield f"site/{here}index.html", html
