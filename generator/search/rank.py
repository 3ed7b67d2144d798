"""Parts of a query → documents in order. Whole numbers only, so that browsers reckon the same."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.search.query import WEIGHTS, Lookup, Part, Understood, understood


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A document that was found."""

    number: int
    score: int
    evidence: tuple[tuple[Part, int], ...]
    """Each part that speaks for it, with the impact."""


def ranked(known: Lookup, query: str, limit: int) -> list[Ranked]:
    """The best documents for a query, best first."""
    asked = understood(known, query)
    parts = asked.parts
    evidence: dict[int, list[tuple[Part, int]]] = {}
    for part in parts:
        for number, impact in _strongest(known, part).items():
            evidence.setdefault(number, []).append((part, impact))
    whole = sum(part.weight for part in parts)
    found = [
        Ranked(number=number, score=_score(told, whole) * _standing(known, asked, number), evidence=tuple(told))
        for number, told in evidence.items()
    ]
    found.sort(key=lambda each: (-each.score, each.number))
    return found[:limit]


def _strongest(known: Lookup, part: Part) -> Mapping[int, int]:
    strongest: dict[int, int] = {}
    for key in part.keys:
        for number, impact in known.index.keys.get(key, ()):
            if impact > strongest.get(number, 0):
                strongest[number] = impact
    return strongest


def _score(told: list[tuple[Part, int]], whole: int) -> int:
    sum_ = sum(part.weight * impact for part, impact in told)
    matched = sum(part.weight for part, _ in told)
    return sum_ * (whole + WEIGHTS["coverage"] * matched) // max(1, whole)


def _standing(known: Lookup, asked: Understood, number: int) -> int:
    """By what a page's score counts: a term is wanted by whoever asks what something is."""
    wanted = asked.asks_meaning and known.index.documents[number].kind == "term"
    return WEIGHTS["asked"] if wanted else 2
