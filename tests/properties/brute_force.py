"""The cheapest order of questions, found by trying them all on plain truth tables.

It shares nothing with the planner but the authored semantics: no diagrams, no bounds.
"""

from functools import cache
from itertools import product

from generator.diagram import Result
from generator.prove import evaluate
from generator.prove.plain import _Person
from generator.resolve import Logic

Known = tuple[int | None, ...]


class BruteForce:
    """All results of one small guide, and the best cost from any state of knowledge."""

    def __init__(self, logic: Logic) -> None:
        self.logic = logic
        self.sizes = [len(variable.options) for variable in logic.variables]
        self.table: dict[tuple[int, ...], Result] = {
            replies: evaluate(logic, dict(enumerate(replies)))[1]
            for replies in product(*map(range, self.sizes))
        }
        self.best = cache(self._best)

    def completions(self, known: Known) -> list[tuple[int, ...]]:
        spans = [
            range(size) if reply is None else (reply,)
            for size, reply in zip(self.sizes, known, strict=True)
        ]
        return list(product(*spans))

    def matters(self, known: Known, variable: int) -> bool:
        """Whether some completion's result changes with the reply to a variable alone."""
        if known[variable] is not None:
            return False
        for replies in self.completions(known):
            others = {
                self.table[*replies[:variable], option, *replies[variable + 1 :]]
                for option in range(self.sizes[variable])
            }
            if len(others) > 1:
                return True
        return False

    def cost(self) -> float:
        """The least expected cost of the whole guide, questions of `ask_first` included."""
        return self.forced(0, (None,) * len(self.sizes))

    def forced(self, position: int, known: Known) -> float:
        if position == len(self.logic.ask_first):
            return self.best(known)
        if not self.relevant(known, self.logic.ask_first[position]):
            return self.forced(position + 1, known)
        return self.asked(known, self.logic.ask_first[position], position + 1)

    def relevant(self, known: Known, variable: int) -> bool:
        """Whether a question is asked at all, which earlier ones of `ask_first` alone decide."""
        replies = {index: reply or 0 for index, reply in enumerate(known)}
        return _Person(self.logic, replies).is_asked(variable)

    def asked(self, known: Known, variable: int, position: int | None = None) -> float:
        asked = self.logic.variables[variable]
        total = asked.cost
        for option, share in enumerate(asked.shares):
            after = (*known[:variable], option, *known[variable + 1 :])
            total += share * (
                self.best(after) if position is None else self.forced(position, after)
            )
        return total

    def _best(self, known: Known) -> float:
        if len({self.table[replies] for replies in self.completions(known)}) == 1:
            return 0.0
        open_questions = [v for v in range(len(self.sizes)) if self.matters(known, v)]
        return min(
            self.asked(known, variable)
            for variable in open_questions
            if self.logic.variables[variable].after.isdisjoint(open_questions)
        )
