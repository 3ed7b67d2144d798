"""One locale's book with all its sheets, and which pages stand for one another."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.render.addresses import within
from generator.render.pages.book import Book, Sheet
from generator.schema import EditionLocale


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """All pages of one locale before they are printed."""

    book: Book
    sheets: Sequence[Sheet]


def counterparts(address: str, volumes: Sequence[Volume]) -> list[tuple[EditionLocale, str]]:
    """Addresses of a page in every locale, its own included: pages have the same path in each."""
    locales = (volume.book.edition.locale for volume in volumes)
    return [(locale, f"{locale}/{within(address)}") for locale in locales]
