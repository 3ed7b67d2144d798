"""Where readers find each entry, by its address in the ledger of what was published."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.render import addresses
from generator.render.pages.book import Book
from generator.resolve.entities import Answer, Issue, Topic
from generator.resolve.prose import Target, TargetKind
from generator.resolve.reading import Article

PAGED = frozenset({"topics", "issues", "answers", "articles", "drills"})
"""Kinds whose entries have a page each, at `<locale>/<kind>/<id>/`."""


@dataclass(frozen=True, slots=True)
class PlaceOnPage:
    """A page, or a place on one."""

    title: str
    address: str


def places(book: Book) -> Mapping[str, PlaceOnPage]:
    """All entries that are shown somewhere, by address such as `issues/payment-failed`."""
    edition, library, locale = book.edition, book.edition.library, book.edition.locale
    kinds: tuple[tuple[TargetKind, Mapping[str, Topic | Issue | Answer | Article]], ...] = (
        ("topic", edition.topics),
        ("issue", edition.issues),
        ("answer", edition.answers),
        ("article", library.articles),
    )
    named = (
        (f"{kind}s/{entry.id}", entry.title, addresses.page(locale, Target(kind, entry.id)))
        for kind, entries in kinds
        for entry in entries.values()
    )
    found = {name: PlaceOnPage(title.plain, address) for name, title, address in named}
    for drill in library.drills.values():
        address = addresses.drill(locale, drill.id)
        found[f"drills/{drill.id}"] = PlaceOnPage(drill.title.plain, address)
    for channel in edition.channels.values():
        address = addresses.page(locale, Target("channel", channel.id))
        found[f"channels/{channel.id}"] = PlaceOnPage(channel.name.plain, address)
    for term in library.terms.values():
        address = f"{addresses.glossary(locale)}#{term.id}"
        found[f"terms/{term.id}"] = PlaceOnPage(term.name.plain, address)
    for message in library.messages.values():
        address = f"{addresses.messages(locale)}#{message.id}"
        found[f"messages/{message.id}"] = PlaceOnPage(message.texts[0], address)
    for guide, text in edition.guides.items():
        if (page := book.page_of(guide)) is not None:
            found[f"guides/{guide}"] = PlaceOnPage(text.title.plain, book.address_of(page))
    return found
