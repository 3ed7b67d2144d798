"""A query → parts: keys of the index that speak for the same piece of it, and a weight.

What the index does not know as it stands is tried as pinyin, by its sound, as initials, and with one
letter changed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.search.fold import LIMIT, folded
from generator.search.index import Index
from generator.search.keys import stem_pairs
from generator.search.phrases import Found, Phrases, phrases
from generator.search.slips import nearest
from generator.search.sounds import Sounds, alike, sounds_from
from generator.search.units import Unit, units_of

WEIGHTS: Mapping[str, int] = {
    "pair": 6, "edge": 3, "light": 1, "single": 1, "word": 6, "words": 4, "meaning": 7,
    "sound": 3, "heard": 4, "initials": 5, "title": 6, "coverage": 1, "asked": 3, "said": 1,
}  # fmt: skip
"""Of parts by kind; `coverage` is what a full match of the query multiplies a score by, less one."""
MOST_SLIPS = 8
"""No more unknown words of a query are compared with all known ones."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a query as one kind of evidence."""

    kind: str
    text: str
    keys: tuple[str, ...]
    """The strongest of them counts."""
    weight: int


@dataclass(frozen=True, slots=True)
class Item:
    """A unit of a query, as far as it is understood."""

    unit: Unit
    sounds: tuple[str, ...] = ()
    """How it may sound; empty where it has no part in sounds."""
    initials: str = ""
    light: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """An index with all that is derived from it, ready for queries."""

    index: Index
    groups: Phrases
    light: Phrases
    sounds: Sounds
    words: frozenset[str]
    """All stems that anything knows."""
    with_character: Mapping[str, tuple[str, ...]]
    """Keys of two Han characters by each of the two."""
    by_sound: Mapping[str, tuple[str, ...]]
    """Characters of such keys by their sound."""
    heard_pairs: Mapping[str, tuple[str, ...]]
    """The same by their sounds."""
    heard_groups: Mapping[str, tuple[int, ...]]
    initials: Mapping[str, tuple[int, ...]]
    longest: int
    asks: Phrases


def lookup(index: Index) -> Lookup:
    """What queries need of an index."""
    groups = phrases(index.groups, index.folds)
    light = phrases((index.light,), index.folds)
    sounds = sounds_from(index.runs, index.readings)
    han = [key for key in index.keys if not _latin(key)]
    heard_groups: dict[str, tuple[int, ...]] = {}
    initials: dict[str, tuple[int, ...]] = {}
    for phrase, meanings in groups.meanings.items():
        chars = phrase.split(" ")
        if len(chars) > 1 and not any(map(_latin, chars)):
            for heard in _spoken(chars, sounds):
                _add(heard_groups, heard, meanings)
            letters = "".join(sounds.initials.get(char, "?") for char in chars)
            _add(initials, letters, meanings)
    return Lookup(
        index=index,
        groups=groups,
        light=light,
        sounds=sounds,
        words=frozenset(_stems(index, groups, light)),
        with_character=_gathered((char, key) for key in han for char in dict.fromkeys(key)),
        by_sound=_gathered(
            (sound, char)
            for char in sorted({char for key in han for char in key})
            for sound in sounds.readings.get(char, ())
        ),
        heard_pairs=_gathered(
            (heard, key) for key in han if len(key) == 2 for heard in _spoken(list(key), sounds)
        ),
        heard_groups=heard_groups,
        initials=initials,
        longest=groups.longest,
        asks=phrases((index.asks_meaning,), index.folds),
    )


def _latin(key: str) -> bool:
    return key[0] < "\u3400"


def _stems(index: Index, groups: Phrases, light: Phrases) -> Iterator[str]:
    yield from (key for key in index.keys if _latin(key) and " " not in key and key[0] != "=")
    for known in (groups, light):
        for phrase in known.meanings:
            yield from (unit for unit in phrase.split(" ") if _latin(unit))


def _spoken(chars: list[str], sounds: Sounds) -> list[str]:
    """All ways in which characters may sound together; none where one has no sound."""
    ways = [""]
    for char in chars:
        ways = [f"{way} {sound}" if way else sound for way in ways
                for sound in sounds.readings.get(char, ())]
    return ways[:8]


def _add(table: dict[str, tuple[int, ...]], key: str, more: tuple[int, ...]) -> None:
    have = table.get(key, ())
    table[key] = (*have, *(each for each in more if each not in have))


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    lists: dict[str, list[str]] = {}
    for name, key in pairs:
        lists.setdefault(name, []).append(key)
    return {name: tuple(keys) for name, keys in lists.items()}


@dataclass(frozen=True, slots=True)
class Understood:
    """What a query comes to."""

    parts: tuple[Part, ...]
    asks_meaning: bool
    """Whether it asks what something is."""


def understood(known: Lookup, query: str) -> Understood:
    """The parts of a query, each once, and what kind of page it asks for."""
    items = _items(known, query)
    units = [item.unit for item in items]
    meant = known.groups.find(units)
    found: dict[tuple[str, str], Part] = {}
    for part in (
        *_pairs(known, items),
        *_singles(known, items),
        *_stem_parts(known, items),
        *_meanings(meant, units),
        *_sound_parts(known, items, meant),
        *_initial_parts(known, items),
    ):
        found.setdefault((part.kind, part.text), part)
    parts = tuple(part for part in found.values() if part.keys)
    return Understood(parts, bool(known.asks.find(units)))


def _items(known: Lookup, query: str) -> list[Item]:
    units = units_of(folded(query[:LIMIT], known.index.folds))
    items: list[Item] = []
    slips = 0
    for unit in units:
        if unit.han:
            items.append(Item(unit, known.sounds.readings.get(unit.text, ())))
        elif unit.text in known.words or unit.text[0] <= "9":
            items.append(Item(unit))
        elif syllables := known.sounds.split(unit.word):
            items += _syllable_items(unit, syllables)
        else:
            slips += 1
            near = nearest(unit.text, known.words, known.index) if slips <= MOST_SLIPS else ""
            if near:
                items.append(Item(Unit(near, unit.start, unit.end, unit.glued, near)))
            else:
                items.append(Item(unit, initials=unit.word))
    return _lightened(known, items)


def _syllable_items(unit: Unit, syllables: list[str]) -> Iterator[Item]:
    for number, syllable in enumerate(syllables):
        glued = unit.glued or number > 0
        yield Item(Unit(syllable, unit.start, unit.end, glued, syllable), (alike(syllable),))


def _lightened(known: Lookup, items: list[Item]) -> list[Item]:
    units = [item.unit for item in items]
    meant = {at for found in known.groups.find(units) for at in range(found.start, found.end)}
    light = {at for found in known.light.find(units) for at in range(found.start, found.end)}
    light -= meant
    return [
        Item(item.unit, item.sounds, item.initials, at in light) for at, item in enumerate(items)
    ]


def _neighbours(items: list[Item]) -> Iterator[tuple[Item, Item]]:
    return ((a, b) for a, b in zip(items, items[1:], strict=False) if b.unit.glued)


def _pairs(known: Lookup, items: list[Item]) -> Iterator[Part]:
    for first, second in _neighbours(items):
        key = first.unit.text + second.unit.text
        if first.unit.han and second.unit.han and key in known.index.keys:
            kind = ("pair", "edge", "light")[first.light + second.light]
            yield Part(kind, key, (key,), WEIGHTS[kind])


def _singles(known: Lookup, items: list[Item]) -> Iterator[Part]:
    for item in items:
        if item.unit.han and not item.light:
            keys = known.with_character.get(item.unit.text, ())
            yield Part("single", item.unit.text, keys, WEIGHTS["single"])
        elif item.unit.word and item.sounds:
            keys = tuple(
                key
                for char in known.by_sound.get(item.sounds[0], ())
                for key in known.with_character.get(char, ())
            )
            yield Part("said", item.sounds[0], keys, WEIGHTS["said"])


def _stem_parts(known: Lookup, items: list[Item]) -> Iterator[Part]:
    for item in items:
        text = item.unit.text
        if item.unit.word and text in known.index.keys:
            kind = "light" if item.light else "word"
            yield Part(kind, text, (text,), WEIGHTS[kind])
    lightly = {at for at, item in enumerate(items) if item.light}
    for pair in stem_pairs([item.unit for item in items], lightly):
        if pair in known.index.keys:
            yield Part("words", pair, (pair,), WEIGHTS["words"])


def _meanings(meant: list[Found], units: list[Unit]) -> Iterator[Part]:
    for found in meant:
        for meaning in found.meanings:
            text = " ".join(unit.text for unit in units[found.start : found.end])
            yield Part("meaning", f"{meaning} {text}", (f"={meaning}",), WEIGHTS["meaning"])


def _sound_parts(known: Lookup, items: list[Item], meant: list[Found]) -> Iterator[Part]:
    """What sounds like something known, where nothing known is written."""
    taken = {at for found in meant for at in range(found.start, found.end)}
    for at, (first, second) in enumerate(zip(items, items[1:], strict=False)):
        written = first.unit.han and second.unit.han
        if not second.unit.glued or (first.light and second.light):
            continue
        if written and first.unit.text + second.unit.text in known.index.keys:
            continue
        heard = [f"{a} {b}" for a in first.sounds for b in second.sounds]
        keys = tuple(dict.fromkeys(k for h in heard for k in known.heard_pairs.get(h, ())))
        yield Part("sound", heard[0] if heard else str(at), keys, WEIGHTS["sound"])
    at = 0
    while at < len(items):
        found = None if at in taken else _heard(known, items, at, taken)
        if found is not None:
            for meaning in found.meanings:
                text = " ".join(items[n].sounds[0] for n in range(found.start, found.end))
                yield Part("heard", f"{meaning} {text}", (f"={meaning}",), WEIGHTS["heard"])
        at = found.end if found else at + 1


def _heard(known: Lookup, items: list[Item], start: int, taken: set[int]) -> Found | None:
    """The longest phrase that begins here by its sound."""
    best: Found | None = None
    ways = [""]
    for end in range(start, min(start + known.longest, len(items))):
        item = items[end]
        if end in taken or not item.sounds or (end > start and not item.unit.glued):
            break
        ways = [f"{way} {sound}" if way else sound for way in ways for sound in item.sounds][:8]
        meanings = [m for way in ways for m in known.heard_groups.get(way, ())]
        if end > start and meanings:
            best = Found(start, end + 1, tuple(dict.fromkeys(meanings)))
    return best


def _initial_parts(known: Lookup, items: list[Item]) -> Iterator[Part]:
    for item in items:
        at, word = 0, item.initials[:12]
        while at < len(word) - 1:
            end = next(
                (e for e in range(len(word), at + 1, -1) if word[at:e] in known.initials), at
            )
            if end > at:
                keys = tuple(f"={meaning}" for meaning in known.initials[word[at:end]])
                yield Part("initials", word[at:end], keys, WEIGHTS["initials"])
            at = max(end, at + 1)
