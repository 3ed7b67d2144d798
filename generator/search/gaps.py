"""Queries that people have typed → those that find nothing or little, and what might help them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.search.documents import Document
from generator.search.hits import search
from generator.search.lookup import Lookup
from generator.search.query import understood
from generator.search.units import Unit

LITTLE = 50
"""In percent: a first hit that meets less of what a query weighs may be wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A query that finds nothing or little."""

    query: str
    times: int
    met: int
    """How much of what the query weighs its first hit meets, in percent; 0 where there is none."""
    nearest: Document | None
    """Where an alias might be put."""
    unknown: tuple[str, ...]
    """Words that nothing in the help centre has."""


def gaps(known: Lookup, queries: Iterable[str]) -> list[Gap]:
    """What many people look for stands first."""
    times = Counter(query for each in queries if (query := each.strip()))
    found = [_gap(known, query, number) for query, number in times.items()]
    little = [gap for gap in found if gap.met < LITTLE or gap.unknown]
    return sorted(little, key=lambda gap: (-gap.times, gap.met, gap.query))


def _gap(known: Lookup, query: str, times: int) -> Gap:
    asked = understood(known, query)
    first = next(iter(search(known, query, 1)), None)
    whole = sum(part.weight for part in asked.parts)
    met = sum(part.weight for part, _ in first.ranked.evidence) if first else 0
    return Gap(
        query=query,
        times=times,
        met=100 * met // whole if whole else 0,
        nearest=first.document if first else None,
        unknown=tuple(dict.fromkeys(_unknown(known, query))),
    )


def _unknown(known: Lookup, query: str) -> Iterator[str]:
    for unit in understood(known, query).units:
        if unit.han and unit.text not in known.with_character:
            light = any(unit.text in phrase for phrase in known.light.meanings)
            meant = any(unit.text in phrase for phrase in known.groups.meanings)
            if not (light or meant):
                yield unit.text
        elif _is_a_word(unit, known) and not known.sounds.split(unit.word):
            yield unit.word


def _is_a_word(unit: Unit, known: Lookup) -> bool:
    """Whether a unit is a Latin word that the index does not hold."""
    return not unit.han and unit.text not in known.stems and unit.text[0] > "9"
