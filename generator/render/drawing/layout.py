"""Boxes and edges → places, in layers from left to right.

An edge that passes layers gets a point in each, so that it runs between the boxes. The order inside
a layer follows the neighbours (barycentres) where that saves crossings; then each item moves as
near to the topmost of its neighbours as the order allows, so that the start stands at the top,
where pictures open. Lengths are in pixels, and results are whole numbers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.render.drawing.order import Link, best_order

ROUNDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What is placed: its height, and for each of its ports how far down it lies."""

    height: int
    entry: int
    """Where edges come in, from the top."""
    ports: Mapping[str, int]
    """By the box to which the edge leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """Where everything lies."""

    layers: Mapping[str, int]
    """For each box the layer, from 0."""
    tops: Mapping[str, int]
    routes: Mapping[tuple[str, str], tuple[int, ...]]
    """For each edge its height at the start, in each layer that it passes, and at its end."""
    height: int


Item = str | tuple[str, str, int]
"""A box, or the point of an edge in a layer."""


def layout(boxes: Mapping[str, Box], gap: int) -> Placed:
    """Place boxes whose ports lead on to others, without cycles; `gap` lies between any two."""
    layers = _layers(boxes)
    columns: list[list[Item]] = [[] for _ in range(max(layers.values()) + 1)]
    for name in boxes:
        columns[layers[name]].append(name)
    links = _links(boxes, layers, columns)
    columns = best_order(columns, links)
    tops = _tops(columns, links, boxes, gap)
    first = min(tops.values())
    whole = {item: round(top - first) for item, top in tops.items()}
    routes = {
        (start, end): (
            whole[start] + box.ports[end],
            *(whole[start, end, at] for at in range(layers[start] + 1, layers[end])),
            whole[end] + boxes[end].entry,
        )
        for start, box in boxes.items()
        for end in box.ports
    }
    return Placed(
        layers=layers,
        tops={name: whole[name] for name in boxes},
        routes=routes,
        height=max(whole[name] + box.height for name, box in boxes.items()),
    )


def _layers(boxes: Mapping[str, Box]) -> dict[str, int]:
    """For each box the number of edges on the longest way to it."""
    done: dict[str, None] = {}

    def visit(name: str) -> None:
        if name not in done:
            for end in boxes[name].ports:
                visit(end)
            done[name] = None

    for name in boxes:
        visit(name)
    layers = dict.fromkeys(boxes, 0)
    for name in reversed(done):
        for end in boxes[name].ports:
            layers[end] = max(layers[end], layers[name] + 1)
    return layers


def _links(
    boxes: Mapping[str, Box], layers: Mapping[str, int], columns: Sequence[list[Item]]
) -> list[Link[Item]]:
    """Every edge in parts from layer to layer; its points are added to the columns."""
    links: list[Link[Item]] = []
    for start, box in boxes.items():
        for end, port in box.ports.items():
            before: Item = start
            down = port
            for at in range(layers[start] + 1, layers[end]):
                point = (start, end, at)
                columns[at].append(point)
                links.append(Link(start=before, down=down, end=point, entry=0))
                before, down = point, 0
            links.append(Link(start=before, down=down, end=end, entry=boxes[end].entry))
    return links


def _tops(
    columns: Sequence[Sequence[Item]],
    links: Sequence[Link[Item]],
    boxes: Mapping[str, Box],
    gap: int,
) -> dict[Item, float]:
    """The top of each item, drawn towards its neighbours round after round."""
    tops: dict[Item, float] = {}
    for column in columns:
        at = 0.0
        for item in column:
            tops[item] = at
            at += _height(item, boxes) + gap
    wishes: dict[Item, list[tuple[Item, int]]] = {item: [] for item in tops}
    back: dict[Item, list[tuple[Item, int]]] = {item: [] for item in tops}
    for link in links:
        back[link.end].append((link.start, link.down - link.entry))
        wishes[link.start].append((link.end, link.entry - link.down))
    for turn in range(ROUNDS):
        towards, order = (back, columns) if turn % 2 == 0 else (wishes, columns[::-1])
        for column in order:
            wanted = [
                min((tops[other] + shift for other, shift in towards[item]), default=tops[item])
                for item in column
            ]
            sizes = [_height(item, boxes) + gap for item in column]
            tops.update(zip(column, _nearest(wanted, sizes), strict=True))
    return tops


def _height(item: Item, boxes: Mapping[str, Box]) -> int:
    return boxes[item].height if isinstance(item, str) else 0


def _nearest(wanted: Sequence[float], sizes: Sequence[int]) -> list[float]:
    """Places in the given order, no two overlapping, with the least sum of squared distances.

    Neighbours that would overlap are pooled and move together (isotonic regression).
    """
    offset = 0
    offsets: list[int] = []
    pools: list[tuple[float, int]] = []
    for wish, size in zip(wanted, sizes, strict=True):
        total, count = wish - offset, 1
        while pools and pools[-1][0] / pools[-1][1] >= total / count:
            before, members = pools.pop()
            total, count = total + before, count + members
        pools.append((total, count))
        offsets.append(offset)
        offset += size
    places = [total / count for total, count in pools for _ in range(count)]
    return [place + shift for place, shift in zip(places, offsets, strict=True)]
