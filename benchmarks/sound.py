"""Rule sets drawn at random in which every rule decides something, as an author's would."""

from dataclasses import replace

from benchmarks.synthetic import Shape, logic
from generator.diagram import Diagrams, Outcome, diagram
from generator.resolve import Logic

SURPLUS = 16
"""How many times as many rules are drawn at most as are wanted."""


def sound(seed: int, shape: Shape) -> Logic:
    """A rule set with as many rules as the shape says, none of which is dead.

    Rules are drawn until enough of them decide; narrow ones come first, as authors write them.
    """
    drawn = shape.rules * 2
    while True:
        alive = _alive(_narrow_first(logic(seed, replace(shape, rules=drawn))))
        if len(alive.rules) > shape.rules or drawn >= shape.rules * SURPLUS:
            rules = (*alive.rules[: shape.rules], alive.rules[-1])
            return _alive(replace(alive, rules=rules))
        drawn *= 2


def _narrow_first(made: Logic) -> Logic:
    diagrams = _diagrams(made)
    shares = [variable.shares for variable in made.variables]
    width = {
        rule.id: diagrams.graph.share(condition, shares, bool)
        for rule, condition in zip(made.rules, diagrams.conditions, strict=True)
    }
    rules = sorted(made.rules[:-1], key=lambda rule: width[rule.id])
    return replace(made, rules=(*rules, made.rules[-1]))


def _alive(made: Logic) -> Logic:
    """The same without rules that never decide."""
    diagrams = _diagrams(made)
    values = diagrams.graph.values(diagrams.outcomes)
    decides = {v.rule for v in values if isinstance(v, Outcome) and v.rule is not None}
    last = len(made.rules) - 1
    return replace(
        made, rules=tuple(rule for i, rule in enumerate(made.rules) if i in decides or i == last)
    )


def _diagrams(made: Logic) -> Diagrams:
    diagrams, problems = diagram(made)
    assert diagrams is not None, problems
    return diagrams
