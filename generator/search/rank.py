"""Parts of a query → documents in order. Whole numbers only, so that browsers reckon the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.search.lookup import Lookup
from generator.search.query import Part, Understood
from generator.search.weights import ASKED, COVERAGE, UNASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A document that was found."""

    number: int
    score: int
    evidence: tuple[tuple[Part, int], ...]
    """Each part that speaks for it, with the impact."""


def ranked(known: Lookup, query: Understood, limit: int) -> list[Ranked]:
    """The best documents for a query, best first; of equals the one that stands first."""
    evidence: dict[int, list[tuple[Part, int]]] = {}
    for part in query.parts:
        for number, impact in _strongest(known, part).items():
            evidence.setdefault(number, []).append((part, impact))
    whole = sum(part.weight for part in query.parts)
    found = [
        Ranked(
            number=number,
            score=_score(told, whole) * _wanted(known, query, number),
            evidence=tuple(told),
        )
        for number, told in evidence.items()
    ]
    found.sort(key=lambda each: (-each.score, each.number))
    return found[:limit]


def _strongest(known: Lookup, part: Part) -> dict[int, int]:
    strongest: dict[int, int] = {}
    for key in part.keys:
        for number, impact in known.index.keys.get(key, ()):
            strongest[number] = max(impact, strongest.get(number, 0))
    return strongest


def _score(told: Sequence[tuple[Part, int]], whole: int) -> int:
    total = sum(part.weight * impact for part, impact in told)
    matched = sum(part.weight for part, _ in told)
    return total * (16 * whole + COVERAGE * matched) // (16 * whole)


def _wanted(known: Lookup, query: Understood, number: int) -> int:
    """A term is wanted most by whoever asks what something is."""
    term = known.index.documents[number].kind == "term"
    return ASKED if query.asks_meaning and term else UNASKED
