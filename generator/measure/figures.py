"""What is counted and measured of one guide."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagram import diagram
from generator.guide import PlanRecord
from generator.measure.coverage import Coverage
from generator.measure.trial import Trial
from generator.plan import advice_costs, plan
from generator.prove import Proved


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How large a guide is."""

    questions: int
    options: int
    """Of all questions together."""
    rules: int
    """With `otherwise`."""
    advice: int
    """Advice rules."""
    answers: int
    nodes: int
    paths: int
    """From the start to a leaf."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that is known of one guide in numbers."""

    size: Size
    plan: PlanRecord
    most: int
    """Questions on the longest path."""
    advice_costs: Mapping[str, float]
    """For each advice rule how many questions it adds on average, weighted by their cost."""
    journeys: int
    """Those that come through this guide, from another one too."""
    coverage: Coverage | None
    """None without journeys, as is the trial."""
    trial: Trial | None


def costs(proved: Proved) -> dict[str, float]:
    """What each advice rule of a guide costs, rounded to hundredths of a question."""
    logic = proved.logic
    diagrams, problems = diagram(logic)
    assert diagrams is not None, problems
    found = advice_costs(logic, diagrams, plan(logic, diagrams))
    return {rule.id: abs(round(cost, 2)) for rule, cost in zip(logic.advice, found, strict=True)}


def size(proved: Proved) -> Size:
    """Count what a guide is made of."""
    logic = proved.logic
    return Size(
        questions=len(logic.variables),
        options=sum(len(variable.options) for variable in logic.variables),
        rules=len(logic.rules),
        advice=len(logic.advice),
        answers=len({rule.result for rule in logic.rules}),
        nodes=len(proved.guide.nodes),
        paths=proved.proof.regions,
    )
