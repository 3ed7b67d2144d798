"""Conditions after resolution: propositions over (variable, options), nothing else.

Variables and options are indexes into a guide's own lists. Facts are named until they are inlined.
Places are for messages alone: formulas that differ in nothing else are equal.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from generator.problems import Place


@dataclass(frozen=True, slots=True)
class In:
    """The reply to a variable is one of these options."""

    variable: int
    options: frozenset[int]
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class And:
    """All parts hold; an empty one is true."""

    parts: "tuple[Formula, ...]"
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Or:
    """One part holds; an empty one is false."""

    parts: "tuple[Formula, ...]"
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Negation:
    """The part does not hold."""

    part: "Formula"
    place: Place | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Fact:
    """A derived fact holds."""

    name: str
    place: Place | None = field(default=None, compare=False)


Formula: TypeAlias = In | And | Or | Negation | Fact


def parts_of(formula: Formula) -> Iterator[In | Fact]:
    """Every look at a variable or fact inside a formula."""
    match formula:
        case And(parts) | Or(parts):
            for part in parts:
                yield from parts_of(part)
        case Negation(part):
            yield from parts_of(part)
        case _:
            yield formula
