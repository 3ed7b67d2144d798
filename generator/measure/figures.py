"""What is counted and measured of one guide."""

from dataclasses import dataclass

from generator.guide import PlanRecord
from generator.measure.coverage import Coverage
from generator.measure.trial import Trial
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
    journeys: int
    """Those that come through this guide, from another one too."""
    coverage: Coverage | None
    """None without journeys, as is the trial."""
    trial: Trial | None


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
