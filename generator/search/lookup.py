"""An index → what its queries need: phrases, sounds, and keys by their characters and sounds.

Nothing of this is published: a browser derives it once from the index, too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.search.index import Index
from generator.search.phrases import Phrases, phrases
from generator.search.sounds import Sounds, sounds_from

Each = TypeVar("Each", str, int)

SHORT = 2
"""So few letters may begin so many words that only those by which groups go are meant."""
MOST_WAYS = 8
"""No more ways of reading a phrase aloud are followed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookup:
    """An index, ready for queries."""

    index: Index
    groups: Phrases
    light: Phrases
    asks: Phrases
    sounds: Sounds
    stems: frozenset[str]
    """All that anything knows."""
    with_character: Mapping[str, tuple[str, ...]]
    """Keys of Han characters by each of them."""
    with_sound: Mapping[str, tuple[str, ...]]
    """The same by the sound of each."""
    heard_pairs: Mapping[str, tuple[str, ...]]
    """Keys of two characters by their sounds."""
    heard_groups: Mapping[str, tuple[int, ...]]
    """Words of one meaning by their sounds."""
    initials: Mapping[str, tuple[int, ...]]
    """The same by the first letters of their sounds."""
    short: Mapping[str, tuple[int, ...]]
    """Two letters that begin a group's first word, and the first such group."""


def lookup(index: Index) -> Lookup:
    """What queries need of an index."""
    groups = phrases(index.groups, index.folds)
    light = phrases((index.light,), index.folds)
    sounds = sounds_from(index.runs, index.readings)
    han = [key for key in index.keys if not is_latin(key)]
    spoken_groups = [
        (chars, meanings)
        for phrase, meanings in groups.meanings.items()
        if len(chars := phrase.split(" ")) > 1 and not any(map(is_latin, chars))
    ]
    return Lookup(
        index=index,
        groups=groups,
        light=light,
        asks=phrases((index.asks_meaning,), index.folds),
        sounds=sounds,
        stems=frozenset(_stems(index, groups, light)),
        with_character=_gathered((char, (key,)) for key in han for char in key),
        with_sound=_gathered(
            (sound, (key,))
            for key in han
            for char in key
            for sound in sounds.readings.get(char, ())
        ),
        heard_pairs=_gathered(
            (heard, (key,)) for key in han if len(key) == 2 for heard in _spoken(key, sounds)
        ),
        heard_groups=_gathered(
            (heard, meanings)
            for chars, meanings in spoken_groups
            for heard in _spoken(chars, sounds)
        ),
        initials=_gathered(
            (letters, meanings)
            for chars, meanings in spoken_groups
            for letters in _initials(chars, sounds)
        ),
        short={
            letters: (number,)
            for number, group in reversed(list(enumerate(index.groups)))
            for letters in _initials(group[0], sounds)
            if len(letters) == SHORT
        },
    )


def is_latin(key: str) -> bool:
    """Whether a key or unit is not Chinese writing."""
    return key[0] < "\u3400"


def ways_on(ways: list[str], sounds: Iterable[str]) -> list[str]:
    """Ways of reading aloud, each with each sound of the next character."""
    return [f"{way} {sound}" if way else sound for way in ways for sound in sounds][:MOST_WAYS]


def _stems(index: Index, groups: Phrases, light: Phrases) -> Iterator[str]:
    yield from (key for key in index.keys if is_latin(key) and " " not in key and key[0] != "=")
    for known in (groups, light):
        for phrase in known.meanings:
            yield from (unit for unit in phrase.split(" ") if is_latin(unit))


def _spoken(chars: Iterable[str], sounds: Sounds) -> list[str]:
    """All ways in which characters may sound together; none where one has no sound."""
    ways = [""]
    for char in chars:
        ways = ways_on(ways, sounds.readings.get(char, ()))
    return ways


def _initials(chars: Iterable[str], sounds: Sounds) -> set[str]:
    """The first letters of all ways in which characters may sound together."""
    ways = (way.split(" ") for way in _spoken(chars, sounds))
    return {"".join(sound[0] for sound in way) for way in ways if all(way)}


def _gathered(
    pairs: Iterable[tuple[str, tuple[Each, ...]]],
) -> dict[str, tuple[Each, ...]]:
    """Everything that stands under one name, each once."""
    lists: dict[str, dict[Each, None]] = {}
    for name, several in pairs:
        lists.setdefault(name, {}).update(dict.fromkeys(several))
    return {name: tuple(found) for name, found in lists.items()}
