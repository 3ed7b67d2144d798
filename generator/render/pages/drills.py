"""Drills: a scene, what one might do, and what comes of it; the list of all."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet


def drills(book: Book) -> Iterator[Sheet]:
    """A sheet for each drill, and the list of all."""
    locale = book.edition.locale
    found = sorted(book.edition.library.drills.values(), key=lambda each: (each.order, each.id))
    for drill in found:
        yield Sheet(
            address=addresses.drill(locale, drill.id),
            title=drill.title.plain,
            description=drill.summary.plain,
            template="drill.html",
            values={"drill": drill},
            trail=((book.words("drills-title"), addresses.drills(locale)),),
            entry=f"drills/{drill.id}",
        )
    if found:
        yield Sheet(
            address=addresses.drills(locale),
            title=book.words("drills-title"),
            description=book.words("drills-summary"),
            template="drills.html",
            values={"drills": found},
        )
