"""Rule sets drawn at random in which every rule decides something, as an author's would."""

from dataclasses import replace

from benchmarks.synthetic import Shape, logic
from generator.diagram import Diagrams, Outcome, diagram
from generator.resolve import Logic
from generator.resolve.logic import LogicRule

SURPLUS = 12
"""How many times as many rules are drawn at most as are wanted."""


def sound(seed: int, shape: Shape) -> Logic:
    """A rule set with as many rules as the shape says, none of which is dead.

    Rules are drawn until enough of them decide; narrow ones come first, as authors write them.
    """
    drawn = shape.rules * 2
    while True:
        made = logic(seed, replace(shape, rules=drawn))
        alive = _alive(replace(made, rules=(*sorted(made.rules[:-1], key=_width), made.rules[-1])))
        if len(alive.rules) > shape.rules or drawn >= shape.rules * SURPLUS:
            rules = (*alive.rules[: shape.rules], alive.rules[-1])
            return _alive(replace(alive, rules=rules))
        drawn *= 2


def _width(rule: LogicRule) -> int:
    return -len(repr(rule.when))


def _alive(made: Logic) -> Logic:
    """The same without rules that never decide."""
    diagrams, problems = diagram(made)
    assert diagrams is not None, problems
    decides = _deciding(diagrams)
    last = len(made.rules) - 1
    return replace(
        made, rules=tuple(rule for i, rule in enumerate(made.rules) if i in decides or i == last)
    )


def _deciding(diagrams: Diagrams) -> set[int]:
    values = diagrams.graph.values(diagrams.outcomes)
    return {v.rule for v in values if isinstance(v, Outcome) and v.rule is not None}
