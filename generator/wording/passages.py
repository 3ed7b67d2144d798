"""Every authored text with what checks want of it: words without markup, parameters, links."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.problems import Place
from generator.schema import LOCALES, Catalogue, Entry, Locale
from generator.schema.markup import ListBlock, Run, parse_markup
from generator.schema.text import Authored, Words
from generator.schema.walk import Worded, walk_worded
from generator.source import Path

FIGURE = "\ufffc"
"""Stands in plain words where a parameter is shown."""
NAMES = frozenset({"parameter", "source", "calendar"})
"""Kinds whose texts are names of figures and instruments, and may hold figures and be long."""


@dataclass(frozen=True, slots=True)
class Said:
    """One text in one locale."""

    locale: Locale
    place: Place
    lines: tuple[str, ...]
    """Paragraphs and items of lists without markup, `FIGURE` for each parameter."""
    parameters: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    """Ids and addresses that links lead to."""
    lists: tuple[int, ...] = ()
    """The number of items of each list."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands in both locales at one place of an entry."""

    kind: str
    address: str
    entry: Entry[Authored]
    path: Path
    said: tuple[Said, Said]
    """In the order of `LOCALES`."""
    quoted: bool
    """Whether it lists what others say: words that people search with, messages of wallets."""
    named: bool
    """Whether it is the name of a figure or of an instrument."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What a check looks at."""

    catalogue: Catalogue
    as_of: date
    passages: tuple[Passage, ...]

    def prose(self) -> Iterator[Said]:
        """What is told to readers in sentences of our own."""
        for passage in self.passages:
            if not passage.quoted and not passage.named:
                yield from passage.said

    def advised(self) -> Iterator[Said]:
        """The same without what stands under `avoid`, which nobody shall do or say."""
        for passage in self.passages:
            if not (passage.quoted or passage.named or "avoid" in passage.path):
                yield from passage.said


def passages(catalogue: Catalogue) -> Iterator[Passage]:
    """All texts that are told to somebody, by kind and id."""
    for kind, entry in catalogue.entries():
        for path, worded in walk_worded(entry.model):
            yield Passage(
                kind.name,
                kind.address(entry.id),
                entry,
                path,
                (_said(entry, path, worded, LOCALES[0]), _said(entry, path, worded, LOCALES[1])),
                isinstance(worded, Words),
                kind.name in NAMES or (kind.name == "brand" and path[0] == "parameters"),
            )


def _said(entry: Entry[Authored], path: Path, worded: Worded, locale: Locale) -> Said:
    place = entry.place(*path, locale)
    words: str | tuple[str, ...] = getattr(worded, locale)
    if isinstance(words, tuple):
        return Said(locale, place, words)
    return Said(locale, place, *_parts(words))


@lru_cache(maxsize=65536)
def _parts(
    text: str,
) -> tuple[tuple[str, ...], frozenset[str], frozenset[str], tuple[int, ...]]:
    blocks, _ = parse_markup(text)
    lines = tuple(
        line for b in blocks for line in (b.items if isinstance(b, ListBlock) else (b.runs,))
    )
    runs = [run for line in lines for run in line]
    return (
        tuple("".join(map(_plain, line)) for line in lines),
        frozenset(run.parameter for run in runs if run.parameter),
        frozenset(target for run in runs if (target := run.href or run.link)),
        tuple(len(block.items) for block in blocks if isinstance(block, ListBlock)),
    )


def _plain(run: Run) -> str:
    return FIGURE if run.parameter else run.text.replace("\n", " ")


def around(text: str, start: int, end: int, reach: int = 12) -> str:
    """A found passage with a few characters on either side, in quotes."""
    cut = text[max(0, start - reach) : end + reach].strip().replace(FIGURE, "…")
    return f"“{cut}”"
