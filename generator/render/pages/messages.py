"""Error messages: what wallets show, what it means, what to do first, and the guide from there."""

from collections.abc import Iterator
from typing import get_args

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.resolve.reading import Message
from generator.schema.library import MessageFamily

FAMILIES: tuple[MessageFamily, ...] = get_args(MessageFamily)


def messages(book: Book) -> Iterator[Sheet]:
    """One sheet, if there are messages."""
    found = book.edition.library.messages
    if not found:
        return
    families: dict[MessageFamily, list[Message]] = {
        family: [each for each in found.values() if each.family == family] for family in FAMILIES
    }
    yield Sheet(
        address=addresses.messages(book.edition.locale),
        title=book.words("messages-title"),
        description=book.words("messages-summary"),
        template="messages.html",
        values={"families": [(name, each) for name, each in families.items() if each]},
    )
