"""A number question cut at exactly the values that a guide's rules compare it with."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.resolve.logic import NumberBand
from generator.schema.conditions import Operator
from generator.schema.entities import Unit


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """A cut just below a value (`above` False) or just above it."""

    value: Decimal
    above: bool


def edges(operator: Operator, values: tuple[Decimal, ...]) -> tuple[Edge, ...]:
    """The cuts that one comparison needs."""
    match operator:
        case "gt" | "lte":
            return (Edge(values[0], above=True),)
        case "gte" | "lt":
            return (Edge(values[0], above=False),)
        case "between":
            return (Edge(values[0], above=False), Edge(values[1], above=True))


def cut(all_edges: Iterable[Edge], unit: Unit | None) -> tuple[NumberBand, ...]:
    """Bands from lowest to highest that lie between the edges."""
    ordered = sorted(set(all_edges))
    lows: list[Edge | None] = [None, *ordered]
    highs: list[Edge | None] = [*ordered, None]
    return tuple(
        NumberBand(
            low.value if low else None,
            low_closed=low is not None and not low.above,
            high=high.value if high else None,
            high_closed=high is not None and high.above,
            unit=unit,
        )
        for low, high in zip(lows, highs, strict=True)
    )


def satisfies(band: NumberBand, operator: Operator, values: tuple[Decimal, ...]) -> bool:
    """Whether all of a band satisfies a comparison at whose values it was cut."""
    needed = edges(operator, values)
    low = Edge(band.low, above=not band.low_closed) if band.low is not None else None
    high = Edge(band.high, above=band.high_closed) if band.high is not None else None
    match operator:
        case "gt" | "gte":
            return low is not None and low >= needed[0]
        case "lt" | "lte":
            return high is not None and high <= needed[0]
        case "between":
            return low is not None and high is not None and (low >= needed[0] and high <= needed[1])


def band_id(band: NumberBand) -> str:
    """A band's option id, such as `lte-1000` or `gt-1000-lte-5000`."""
    low = f"{'gte' if band.low_closed else 'gt'}-{plain(band.low)}" if band.low is not None else ""
    high = (
        f"{'lte' if band.high_closed else 'lt'}-{plain(band.high)}" if band.high is not None else ""
    )
    if low and high and band.low == band.high:
        return f"eq-{plain(band.low)}" if band.low is not None else ""
    return "-".join(part for part in (low, high) if part) or "any"


def plain(value: Decimal | None) -> str:
    """A decimal without exponent and without needless zeros."""
    if value is None:
        return ""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
