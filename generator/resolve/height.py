"""How deeply the conditions of a guide build on each other, through facts and relevance.

Later stages follow conditions by recursion; a guide that is too high is refused before them.
"""

from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from typing import TypeAlias

from generator.problems import Problem
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or, parts_of
from generator.resolve.logic import Logic

HIGHEST = 300

Name: TypeAlias = str | int
"""A fact's name, or a variable's index."""


def too_high(logic: Logic) -> Iterator[Problem]:
    """A problem where conditions build on each other in more steps than can be followed."""
    found = _height(logic)
    if found > HIGHEST:
        yield Problem(
            code="G409",
            place=logic.place,
            what=f"Conditions build on each other in {found} steps, through facts and `only_if`; "
            f"{HIGHEST} are allowed.",
            mend="Shorten the chain, or split the guide.",
        )


def _height(logic: Logic) -> int:
    conditions: dict[Name, Formula] = dict(logic.facts)
    conditions |= {i: formula for i, formula in enumerate(logic.relevance) if formula is not None}
    needs = {name: set(map(_name, parts_of(formula))) for name, formula in conditions.items()}
    heights: dict[Name, int] = {}
    for name in TopologicalSorter(needs).static_order():
        heights[name] = 1 + _of(conditions[name], heights) if name in conditions else 0
    rules = (*logic.rules, *logic.advice)
    return max([*heights.values(), *(_of(rule.when, heights) for rule in rules)], default=0)


def _name(part: In | Fact) -> Name:
    return part.name if isinstance(part, Fact) else part.variable


def _of(formula: Formula, heights: Mapping[Name, int]) -> int:
    match formula:
        case And(parts) | Or(parts):
            return 1 + max((_of(part, heights) for part in parts), default=0)
        case Negation(part):
            return 1 + _of(part, heights)
        case In() | Fact():
            return 1 + heights.get(_name(formula), 0)
