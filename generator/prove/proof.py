"""What the proof of a guide is, as data."""

from dataclasses import dataclass

from generator.guide import Guide
from generator.prove.regions import Sample
from generator.resolve import Logic


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What was shown of a guide."""

    regions: int
    """Paths from start to leaf."""
    sample: Sample
    """The replies on which the rule engine was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """A guide with its logic and its proof."""

    logic: Logic
    guide: Guide
    proof: Proof
