"""What a guide's diagrams say about its rules: gaps, conflicts, dead rules.

In: `Logic` and `Diagrams`. Out: problems, each with a witness. To add a check, write a function
and name it in `CHECKS`.
"""

from collections.abc import Callable, Iterator

from generator.checks.conditions import constant, unsure_by_negation, unused_facts
from generator.checks.coverage import (
    gap,
    options,
    otherwise_never_used,
    otherwise_takes_too_much,
    questions,
)
from generator.checks.rules import adds_nothing, conflict, undecided
from generator.diagram import Diagrams
from generator.problems import Problem
from generator.resolve import Logic

Check = Callable[[Logic, Diagrams], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    gap,
    conflict,
    constant,
    undecided,
    adds_nothing,
    unsure_by_negation,
    unused_facts,
    otherwise_never_used,
    otherwise_takes_too_much,
    questions,
    options,
)


def check(logic: Logic, diagrams: Diagrams) -> list[Problem]:
    """All that is wrong with a guide's logic."""
    return [problem for found in CHECKS for problem in found(logic, diagrams)]
