"""How good the search is: golden queries, what is found for them, and a plain search beside it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log
from typing import Literal

from generator.search.documents import Document
from generator.search.fold import folded
from generator.search.hits import search
from generator.search.index import Index
from generator.search.keys import text_keys
from generator.search.lookup import Lookup
from generator.search.phrases import Phrases
from generator.search.units import units_of

Half = Literal["tune", "measure"]
HALVES: tuple[Half, ...] = ("tune", "measure")
DEPTH = 10
"""What stands further down counts as not found."""
Finder = Callable[[str], Sequence[str]]
"""Query → addresses of what is found, best first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    """A query, and the pages of which any is right."""

    kind: str
    q: str
    wants: tuple[str, ...]

    @property
    def half(self) -> Half:
        """Weights and words are found on one half; only the other is believed."""
        return HALVES[sha256(self.q.encode()).digest()[0] % 2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """What a search makes of some queries; shares from 0 to 1."""

    queries: int
    first: float
    """Share whose first hit is right."""
    third: float
    """Share with a right hit among the first three."""
    mean_rank: float
    """Mean of one divided by the place of the first right hit."""
    nothing: float
    """Share for which nothing is found at all."""


def quality(golden: Sequence[Golden], find: Finder) -> Quality:
    """What a search makes of at least one query."""
    found = [find(each.q)[:DEPTH] for each in golden]
    places = [_place(hits, each.wants) for hits, each in zip(found, golden, strict=True)]
    return Quality(
        queries=len(golden),
        first=_share(place == 1 for place in places),
        third=_share(0 < place <= 3 for place in places),
        mean_rank=_share(1 / place if place else 0 for place in places),
        nothing=_share(not hits for hits in found),
    )


def address(document: Document) -> str:
    """How golden queries name a document: `issues/payment-failed`."""
    return f"{document.kind}s/{document.id}"


def finder(known: Lookup) -> Finder:
    """The search itself."""
    return lambda query: [address(hit.document) for hit in search(known, query, DEPTH)]


def plain_finder(index: Index) -> Finder:
    """Single characters, pairs and words of all texts, rare ones more: to compare with."""
    held = [_plain_keys(_text(each), index.folds) for each in index.documents]
    counts: dict[str, int] = {}
    for keys in held:
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    rarity = {key: log(1 + len(held) / count) for key, count in counts.items()}

    def find(query: str) -> list[str]:
        asked = _plain_keys(query, index.folds)
        scores = [sum(rarity[key] for key in sorted(asked & keys)) for keys in held]
        order = sorted(range(len(held)), key=lambda number: (-scores[number], number))
        return [address(index.documents[number]) for number in order if scores[number]][:DEPTH]

    return find


def _place(hits: Sequence[str], wants: Iterable[str]) -> int:
    """The place of the first right hit from 1; 0 if there is none."""
    return next((place for place, hit in enumerate(hits, 1) if hit in wants), 0)


def _share(parts: Iterable[float]) -> float:
    values = list(parts)
    return sum(values) / len(values)


def _text(document: Document) -> str:
    fields = (text for several in document.fields.values() for text in several)
    return "\n".join((document.title, document.snippet, *fields))


def _plain_keys(text: str, folds: Mapping[str, str]) -> set[str]:
    units = units_of(folded(text, folds))
    pairs = {key for key, _, _ in text_keys(units, Phrases({}, 0))}
    return pairs | {unit.text for unit in units}
