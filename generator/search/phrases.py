"""Known phrases in a sequence of units: leftmost, and there the longest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.search.fold import folded
from generator.search.units import Unit, units_of

LONGEST = 12
"""No phrase has more units."""


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a sequence: from unit `start` up to unit `end`, and what it stands for."""

    start: int
    end: int
    meanings: tuple[int, ...]
    phrase: str


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by their units, each with what it stands for."""

    meanings: Mapping[str, tuple[int, ...]]
    longest: int

    def find(self, units: list[Unit]) -> list[Found]:
        """The phrases in a sequence; none overlaps another."""
        found: list[Found] = []
        at = 0
        while at < len(units):
            here = self._at(units, at)
            found += [here] if here else []
            at = here.end if here else at + 1
        return found

    def _at(self, units: list[Unit], start: int) -> Found | None:
        best: Found | None = None
        key = ""
        for end in range(start, min(start + self.longest, len(units))):
            if end > start and not units[end].glued:
                break
            key = f"{key} {units[end].text}" if key else units[end].text
            if (meanings := self.meanings.get(key)) is not None:
                best = Found(start, end + 1, meanings, key)
        return best


def phrases(groups: Iterable[Iterable[str]], folds: Mapping[str, str]) -> Phrases:
    """Phrases that each stand for the numbers of their groups."""
    meanings: dict[str, tuple[int, ...]] = {}
    longest = 0
    for number, group in enumerate(groups):
        for phrase in group:
            units = units_of(folded(phrase, folds))[:LONGEST]
            key = " ".join(unit.text for unit in units)
            if key and number not in meanings.get(key, ()):
                meanings[key] = (*meanings.get(key, ()), number)
                longest = max(longest, len(units))
    return Phrases(meanings, longest)


def covered(found: Iterable[Found]) -> set[int]:
    """The numbers of all units that belong to a phrase."""
    return {at for each in found for at in range(each.start, each.end)}
