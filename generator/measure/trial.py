"""How many small changes of the rules the journeys notice: their mutation score."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diagram import Diagrams, Result, diagram
from generator.measure.mutants import Mutant, mutants
from generator.measure.walks import Walk
from generator.prove import evaluate
from generator.resolve import Logic

MOST_MUTANTS = 2_000
"""Of more, a sample is tried: the same each time."""
_NODES = 250_000
"""Diagram nodes after which a new graph is begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survivor:
    """A change that no journey notices."""

    mutant: Mutant
    witness: tuple[tuple[str, str], ...]
    """Replies, as (question, option), for which the change matters."""
    result: Result | None
    """What the unchanged rules say to them; None where the changed ones cannot be compiled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What the journeys notice."""

    made: int
    """All changes that there are."""
    tried: int
    """Fewer than made where there are too many; then a sample."""
    same: int
    """Changes that mean the same as the original, so that nobody could notice them."""
    noticed: int
    survivors: tuple[Survivor, ...]

    @property
    def share(self) -> float | None:
        """Noticed changes among those that mean something, 0 to 1; None without any."""
        telling = self.noticed + len(self.survivors)
        return self.noticed / telling if telling else None


def trial(logic: Logic, walks: Sequence[Walk], *, most: int = MOST_MUTANTS) -> Trial:
    """Try every small change of a guide's rules, or `most` of them, on all walks through it.

    A change is noticed where one completed walk does not arrive any more. Evaluating walks
    dominates (some 80 %); only survivors are compiled, to leave out those that mean the same.
    Measured: 0.8 s for 285 changes and 40 walks, so some 20 s for 30 such guides.
    """
    made = sum(1 for _ in mutants(logic))
    alive = [m for m in _tried(logic, made, most) if not _noticed(m.logic, walks)]
    comparison = _Comparison(logic)
    survivors = [found for mutant in alive if (found := comparison.survivor(mutant))]
    tried = min(made, most)
    return Trial(
        made=made,
        tried=tried,
        same=len(alive) - len(survivors),
        noticed=tried - len(alive),
        survivors=tuple(survivors),
    )


def _tried(logic: Logic, made: int, most: int) -> Iterator[Mutant]:
    """All changes, or a sample of them: a large guide's would not fit into memory together."""
    draw = random.Random(logic.guide)  # noqa: S311 - a sample, never a secret
    chosen = set(draw.sample(range(made), min(made, most)))
    return (mutant for index, mutant in enumerate(mutants(logic)) if index in chosen)


def _noticed(logic: Logic, walks: Sequence[Walk]) -> bool:
    return any(
        evaluate(logic, full)[1] != walk.expected for walk in walks for full in walk.completions
    )


class _Comparison:
    """Tells changes that matter from those that mean the same."""

    def __init__(self, logic: Logic) -> None:
        self.logic = logic
        self.original = self._begin()

    def _begin(self) -> Diagrams:
        diagrams, problems = diagram(self.logic)
        assert diagrams is not None, problems
        return diagrams

    def survivor(self, mutant: Mutant) -> Survivor | None:
        """The mutant with a witness; None if it means the same as the original."""
        if len(self.original.graph) > _NODES:
            self.original = self._begin()
        graph = self.original.graph
        changed, _ = diagram(mutant.logic, graph)
        if changed is None:
            return Survivor(mutant=mutant, witness=(), result=None)
        replies = graph.difference(self.original.results, changed.results)
        if replies is None:
            return None
        variables = self.logic.variables
        result = graph.at(self.original.results, replies)
        assert isinstance(result, Result)
        return Survivor(
            mutant=mutant,
            witness=tuple(
                (variables[v].question, variables[v].options[o]) for v, o in replies.items()
            ),
            result=result,
        )
