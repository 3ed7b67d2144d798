"""What the proof of a guide is, as data."""

from dataclasses import dataclass

from generator.guide import Guide, Leaf
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

    def score_of(self, leaf: Leaf) -> int | None:
        """A leaf's figure of merit; None where there is nothing to score."""
        score = self.logic.score
        return score.of(leaf.answer, frozenset(leaf.advice)) if score else None

    @property
    def score_range(self) -> tuple[int, int] | None:
        """The smallest and largest score of all leaves; None where no leaf has one."""
        leaves = (node for node in self.guide.nodes.values() if isinstance(node, Leaf))
        scores = [score for leaf in leaves if (score := self.score_of(leaf)) is not None]
        return (min(scores), max(scores)) if scores else None
