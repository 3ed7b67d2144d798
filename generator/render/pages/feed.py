"""The feed of changes of one locale, as Atom. It tells what the page of changes tells."""

from uuid import NAMESPACE_URL, uuid5

from generator.render import addresses
from generator.render.pages.book import Book
from generator.render.pages.changes import Told, opened, told
from generator.render.pages.press import filled

MOST = 50
"""So many entries; readers of feeds have seen older ones."""


def feed(book: Book) -> tuple[str, str]:
    """The path of the feed, and its text."""
    here, site_url = addresses.feed(book.edition.locale), book.project.site_url
    entries = told(book)[:MOST]
    start = opened(book) or book.project.as_of
    page = addresses.changes(book.edition.locale)
    values = {
        "book": book,
        "w": book.words,
        "edition": book.edition,
        "id": _id(here),
        "entries": [(each, _id(here, each), _title(book, each)) for each in entries],
        "updated": max((each.day for each in entries), default=start),
        "own": addresses.link(here, here, site_url),
        "page": addresses.link(page, here, site_url),
        "full": lambda address: addresses.link(address, here, site_url),
    }
    return f"site/{here}", filled("changes.xml", here, values) + "\n"


def _title(book: Book, told: Told) -> str:
    """What is new by its name; what has changed by what is said of it."""
    if told.summary:
        return told.summary
    return book.words("changes-new-of", value=told.pages[0].title)


def _id(here: str, told: Told | None = None) -> str:
    """The same in every build, wherever the site stands."""
    name = f"{here} {told.day} {told.summary}" if told else here
    return uuid5(NAMESPACE_URL, name).urn
