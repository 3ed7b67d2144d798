"""A query → parts: keys of the index that speak for the same piece of it, and a weight.

What the index does not know as it stands is tried as pinyin, by its sound, as initials, and with
one letter changed.
"""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.search.fold import LIMIT, folded
from generator.search.keys import stem_pairs
from generator.search.lookup import SHORT, Lookup, ways_on
from generator.search.phrases import Found, covered
from generator.search.sayings import DENIALS
from generator.search.slips import nearest
from generator.search.sounds import alike
from generator.search.units import Unit, units_of
from generator.search.weights import WEIGHTS, Kind

MOST_SLIPS = 8
"""No more unknown words of a query are compared with all known ones."""
MOST_INITIALS = 12
SURE_INITIALS = 3
"""Beside a word of so many letters one more may begin nothing known; else chance makes words."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a query as one kind of evidence."""

    kind: Kind
    text: str
    keys: tuple[str, ...]
    """The strongest of them counts."""

    @property
    def weight(self) -> int:
        return WEIGHTS[self.kind]

    @property
    def tells(self) -> bool:
        """Whether it is worth showing: a single character is not, nor "not" alone."""
        denies = self.kind == "word" and self.text in DENIALS
        return not denies and self.kind not in {"single", "said", "light", "words"}


@dataclass(frozen=True, slots=True)
class Item:
    """A unit of a query, as far as it is understood."""

    unit: Unit
    sounds: tuple[str, ...] = ()
    """How it may sound; empty where it has no part in sounds."""
    initials: str = ""
    light: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What a query comes to."""

    parts: tuple[Part, ...]
    """Each once."""
    asks_meaning: bool
    """Whether it asks what something is."""
    units: tuple[Unit, ...]


def understood(known: Lookup, query: str) -> Understood:
    """The parts of a query, and what kind of page it asks for."""
    items = _items(known, query)
    units = [item.unit for item in items]
    meant = known.groups.find(units)
    found: dict[tuple[str, str], Part] = {}
    for part in (
        *_pairs(known, items),
        *_singles(known, items),
        *_stems(known, items),
        *_meanings(meant),
        *_sounds(known, items, meant),
        *_initials(known, items),
    ):
        if part.keys:
            found.setdefault((part.kind, part.text), part)
    return Understood(
        parts=tuple(found.values()),
        asks_meaning=bool(known.asks.find(units)),
        units=tuple(units),
    )


def _items(known: Lookup, query: str) -> list[Item]:
    items: list[Item] = []
    slips = 0
    for unit in units_of(folded(query[:LIMIT], known.index.folds)):
        if unit.han:
            items.append(Item(unit, known.sounds.readings.get(unit.text, ())))
        elif unit.text in known.stems or unit.text[0] <= "9":
            items.append(Item(unit))
        elif syllables := known.sounds.split(unit.word):
            items += _syllables(unit, syllables)
        else:
            slips += 1
            near = nearest(unit.text, known) if slips <= MOST_SLIPS else ""
            items.append(Item(replace(unit, text=near)) if near else Item(unit, (), unit.word))
    return _lightened(known, items)


def _syllables(unit: Unit, syllables: list[str]) -> Iterator[Item]:
    for number, syllable in enumerate(syllables):
        glued = unit.glued or number > 0
        yield Item(replace(unit, text=syllable, word=syllable, glued=glued), (alike(syllable),))


def _lightened(known: Lookup, items: list[Item]) -> list[Item]:
    units = [item.unit for item in items]
    light = covered(known.light.find(units)) - covered(known.groups.find(units))
    return [replace(item, light=at in light) for at, item in enumerate(items)]


def _neighbours(items: list[Item]) -> list[tuple[Item, Item]]:
    return [(a, b) for a, b in pairwise(items) if b.unit.glued]


def _pairs(known: Lookup, items: list[Item]) -> Iterator[Part]:
    kinds: tuple[Kind, ...] = ("pair", "edge", "light")
    for first, second in _neighbours(items):
        key = first.unit.text + second.unit.text
        if first.unit.han and second.unit.han and key in known.index.keys:
            yield Part(kinds[first.light + second.light], key, (key,))


def _singles(known: Lookup, items: list[Item]) -> Iterator[Part]:
    for item in items:
        if item.unit.han and not item.light:
            yield Part("single", item.unit.text, known.with_character.get(item.unit.text, ()))
        elif not item.unit.han and item.sounds:
            yield Part("said", item.sounds[0], known.with_sound.get(item.sounds[0], ()))


def _stems(known: Lookup, items: list[Item]) -> Iterator[Part]:
    for item in items:
        text = item.unit.text
        if not item.unit.han and text in known.index.keys:
            yield Part("light" if item.light else "word", text, (text,))
    for pair in stem_pairs([item.unit for item in items]):
        if pair in known.index.keys:
            yield Part("words", pair, (pair,))


def _meanings(meant: list[Found]) -> Iterator[Part]:
    for found in meant:
        for meaning in found.meanings:
            yield Part("meaning", f"{meaning} {found.phrase}", (f"={meaning}",))


def _sounds(known: Lookup, items: list[Item], meant: list[Found]) -> Iterator[Part]:
    """What sounds like something known, where nothing known is written."""
    for first, second in _neighbours(items):
        written = first.unit.han and second.unit.han
        key = first.unit.text + second.unit.text
        if (written and key in known.index.keys) or (first.light and second.light):
            continue
        ways = [f"{a} {b}" for a in first.sounds for b in second.sounds]
        keys = dict.fromkeys(key for way in ways for key in known.heard_pairs.get(way, ()))
        yield Part("sound", ways[0] if ways else "", tuple(keys))
    at, taken = 0, covered(meant)
    while at < len(items):
        found = _heard(known, items, at, taken)
        for meaning in found.meanings if found else ():
            yield Part("heard", f"{meaning} {found.phrase if found else ''}", (f"={meaning}",))
        at = found.end if found else at + 1


def _heard(known: Lookup, items: list[Item], start: int, taken: set[int]) -> Found | None:
    """The longest phrase that begins here by its sound, and is not written here."""
    best: Found | None = None
    ways = [""]
    for end in range(start, min(start + known.groups.longest, len(items))):
        item = items[end]
        if end in taken or not item.sounds or (end > start and not item.unit.glued):
            break
        ways = ways_on(ways, item.sounds)
        meanings = dict.fromkeys(m for way in ways for m in known.heard_groups.get(way, ()))
        if end > start and meanings:
            best = Found(start, end + 1, tuple(meanings), ways[0])
    return best


def _initials(known: Lookup, items: list[Item]) -> Iterator[Part]:
    for item in items:
        letters = item.initials
        words = known.short if len(letters) == SHORT else known.initials
        found = list(_abbreviated(words, letters[:MOST_INITIALS]))
        loose = any(len(text) >= SURE_INITIALS for text in found)
        if sum(map(len, found)) >= len(letters) - loose:
            for text in found:
                keys = tuple(f"={meaning}" for meaning in words[text])
                yield Part("initials", text, keys)


def _abbreviated(words: Container[str], word: str) -> Iterator[str]:
    """The longest initials of known words, from left to right; what lies between is passed over."""
    at = 0
    while at < len(word) - 1:
        ends = range(len(word), at + 1, -1)
        end = next((end for end in ends if word[at:end] in words), at)
        if end > at:
            yield word[at:end]
        at = max(end, at + 1)
