"""What changed, newest first, for readers. It reads the ledger of what was published alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.places import PlaceOnPage, places
from generator.resolve.project import History

MOST = 200
"""So many changes are told; older ones have gone by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Pages that came into being, or changed for one reason, on one day."""

    day: date
    summary: str
    """Empty for what is new."""
    pages: Sequence[PlaceOnPage]


def changes(book: Book) -> Iterator[Sheet]:
    """One sheet."""
    yield Sheet(
        address=addresses.changes(book.edition.locale),
        title=book.words("changes-title"),
        description=book.words("changes-summary"),
        template="changes.html",
        values={"told": told(book), "opened": opened(book)},
    )


def opened(book: Book) -> date | None:
    """The day on which the help centre was first published."""
    return min((each.first for each in book.project.published.values()), default=None)


def told(book: Book) -> list[Told]:
    """All that readers are told of, the newest first; not what was there from the start."""
    start = opened(book)
    shown = places(book)
    pages: dict[tuple[date, str], dict[str, PlaceOnPage]] = {}
    for name, history in book.project.published.items():
        if (page := shown.get(name)) is not None and not history.moved:
            for key in _events(history, book, start):
                # A guide and the issue that opens it are one page.
                pages.setdefault(key, {}).setdefault(page.address, page)
    newest = sorted(pages, key=lambda key: (-key[0].toordinal(), key[1]))
    return [
        Told(day=day, summary=text, pages=[*pages[day, text].values()])
        for day, text in newest[:MOST]
    ]


def _events(history: History, book: Book, start: date | None) -> Iterator[tuple[date, str]]:
    if history.first != start:
        yield history.first, ""
    for change in history.changes:
        if change.summary:
            yield change.day, change.summary[book.edition.locale]
