"""Exact search: dynamic programming over residuals, under a budget of states."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.diagram import Node
from generator.plan.space import EPSILON, Space


class BudgetSpent(Exception):  # noqa: N818 - an outcome that the caller expects
    """The search looked into as many states as it may."""


@dataclass(slots=True)
class Found:
    """What a search came to."""

    costs: dict[Node, float] = field(default_factory=dict)
    """Expected cost from each state looked into."""
    choices: dict[Node, int] = field(default_factory=dict)
    """The question to ask at each state that is no leaf."""

    @property
    def states(self) -> int:
        return len(self.costs)


def search(space: Space, starts: Iterable[Node], budget: int, found: Found | None = None) -> Found:
    """The best question for every state reachable from the starts by best questions.

    `found` goes on from an earlier search in the same space. A question is passed over once what
    its replies cost so far reaches what the best one costs; every cost that is stored is exact.
    Bounds by entropy would pass over next to nothing more, and take as long again (measured).
    """
    found = Found() if found is None else found
    costs, choices = found.costs, found.choices
    # Looked up once: the search spends its time between these lines.
    prices, shares, cofactors = space.costs, space.shares, space.graph.cofactors

    def solve(state: Node) -> float:
        if space.is_leaf(state):
            costs[state] = 0.0
            return 0.0
        if len(costs) >= budget:
            raise BudgetSpent
        best, choice = float("inf"), -1
        for variable in space.questions(state):
            cost = prices[variable]
            for share, residual in zip(shares[variable], cofactors(state, variable), strict=True):
                known = costs.get(residual)
                cost += share * (solve(residual) if known is None else known)
                if cost >= best - EPSILON:
                    break
            else:
                best, choice = cost, variable
        costs[state], choices[state] = best, choice
        return best

    for start in starts:
        if start not in costs:
            solve(start)
    return found
