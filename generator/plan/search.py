"""Exact search: dynamic programming over residuals with bounds, under a budget of states."""

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

    `found` goes on from an earlier search in the same space.

    A cost is stored only when it is exact: a question is passed over only once its cost so far,
    with lower bounds for the replies not yet looked into, reaches that of the best one.
    """
    found = Found() if found is None else found

    def solve(state: Node) -> float:
        known = found.costs.get(state)
        if known is not None:
            return known
        if space.is_leaf(state):
            found.costs[state] = 0.0
            return 0.0
        if len(found.costs) >= budget:
            raise BudgetSpent
        best, choice = float("inf"), -1
        for bound, variable, replies in _candidates(space, state):
            if bound >= best - EPSILON:
                continue
            cost = bound
            for share, residual in replies:
                cost += share * (solve(residual) - space.lower_bound(residual))
                if cost >= best - EPSILON:
                    break
            else:
                best, choice = cost, variable
        found.costs[state] = best
        found.choices[state] = choice
        return best

    for start in starts:
        solve(start)
    return found


def _candidates(space: Space, state: Node) -> list[tuple[float, int, list[tuple[float, Node]]]]:
    """Questions with a lower bound of their cost, the most promising first."""
    candidates = []
    for variable in space.questions(state):
        replies = space.replies(state, variable)
        bound = space.costs[variable] + sum(
            share * space.lower_bound(residual) for share, residual in replies
        )
        candidates.append((bound, variable, replies))
    return sorted(candidates, key=lambda candidate: candidate[:2])
