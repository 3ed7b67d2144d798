"""The order of items inside the layers of a drawing, so that few edges cross."""

from bisect import bisect_right, insort
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

SWEEPS = 24

Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Generic[Item]):
    """A part of an edge, from one layer to the next."""

    start: Item
    down: int
    """How far below the top of its start it leaves."""
    end: Item
    entry: int
    """How far below the top of its end it arrives."""


def best_order(columns: Sequence[Sequence[Item]], links: Sequence[Link[Item]]) -> list[list[Item]]:
    """The order with the fewest crossings that sweeps to and fro come to."""
    order = [list(column) for column in columns]
    best, fewest = [list(column) for column in order], _crossings(order, links)
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for at in range(1, len(order)) if forth else range(len(order) - 2, -1, -1):
            _sort(order, at, links, forth=forth)
        crossings = _crossings(order, links)
        if crossings < fewest:
            best, fewest = [list(column) for column in order], crossings
    return best


def _sort(order: list[list[Item]], at: int, links: Sequence[Link[Item]], *, forth: bool) -> None:
    """Sort one layer by the mean place of its neighbours in the layer before, or after."""
    other = _ranks(order[at - 1 if forth else at + 1])
    places: dict[Item, list[tuple[int, int]]] = {item: [] for item in order[at]}
    for link in links:
        near, far = (link.end, link.start) if forth else (link.start, link.end)
        if near in places and far in other:
            places[near].append((other[far], link.down))
    # A port further down counts as a fraction of a rank, for it never reaches the next box.
    means = {
        item: sum(place + down / 10_000 for place, down in found) / len(found) if found else rank
        for rank, (item, found) in enumerate(places.items())
    }
    order[at].sort(key=means.__getitem__)


def _ranks(column: Sequence[Item]) -> dict[Item, int]:
    return {item: rank for rank, item in enumerate(column)}


def _crossings(order: Sequence[Sequence[Item]], links: Sequence[Link[Item]]) -> int:
    layer: Mapping[Item, int] = {item: at for at, column in enumerate(order) for item in column}
    rank = {item: place for column in order for item, place in _ranks(column).items()}
    ends: list[list[tuple[int, int, int]]] = [[] for _ in order]
    for link in links:
        ends[layer[link.start]].append((rank[link.start], link.down, rank[link.end]))
    total = 0
    for parts in ends:
        seen: list[int] = []
        for _, _, end in sorted(parts):
            total += len(seen) - bisect_right(seen, end)
            insort(seen, end)
    return total
