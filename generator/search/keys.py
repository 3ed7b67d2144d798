"""Units → keys of the index: where each stands, and how often it occurs."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from generator.search.phrases import Phrases, covered
from generator.search.units import Unit

Placed = tuple[str, int, int]
"""A key, and the units from which up to which it stands."""


def text_keys(units: list[Unit], groups: Phrases) -> Iterator[Placed]:
    """Pairs of Han characters, stems and meanings."""
    for at, unit in enumerate(units):
        if not unit.han:
            yield unit.text, at, at + 1
            continue
        before = at > 0 and unit.glued and units[at - 1].han
        after = at + 1 < len(units) and units[at + 1].glued and units[at + 1].han
        if after:
            yield unit.text + units[at + 1].text, at, at + 2
        elif not before:
            yield unit.text, at, at + 1
    for found in groups.find(units):
        for meaning in found.meanings:
            yield f"={meaning}", found.start, found.end


def stem_pairs(units: list[Unit]) -> Iterator[str]:
    """Neighbouring stems."""
    for first, second in pairwise(units):
        if second.glued and not first.han and not second.han:
            yield f"{first.text} {second.text}"


def keys_of(
    units: list[Unit], groups: Phrases, which: Literal["all", "alone", "meanings"]
) -> Counter[str]:
    """How often each key occurs."""
    counts = Counter(
        key for key, _, _ in text_keys(units, groups) if key[0] == "=" or which != "meanings"
    )
    counts.update(stem_pairs(units) if which == "all" else ())
    return counts


def firm_keys(units: list[Unit], groups: Phrases, light: Phrases) -> Iterator[str]:
    """Keys no part of which is of little weight where they stand."""
    lightly = covered(light.find(units)) - covered(groups.find(units))
    return (
        key for key, start, end in text_keys(units, groups) if lightly.isdisjoint(range(start, end))
    )
