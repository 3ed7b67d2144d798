"""One-step rollout over a greedy order: for guides whose exact search exceeds its budget."""

from collections.abc import Callable, Iterable

from generator.diagram import Node
from generator.plan.search import Found, search
from generator.plan.space import EPSILON, Space

# Below this number of open questions the exact search is instant.
EXACT_BELOW = 6
UNBOUNDED = 1 << 62


def rollout(space: Space, starts: Iterable[Node]) -> Found:
    """At each state the question whose replies, continued greedily, cost least."""
    walk = _Rollout(space)
    for start in starts:
        walk.solve(start)
    return walk.found


class _Rollout:
    """What has been found so far, exactly and greedily."""

    def __init__(self, space: Space) -> None:
        self.space = space
        self.found = Found()
        self.greedy: dict[Node, float] = {}

    def exact(self, state: Node) -> bool:
        """Solve a small state exactly; False for a large one."""
        if len(self.space.graph.support(state)) >= EXACT_BELOW:
            return False
        search(self.space, (state,), UNBOUNDED, self.found)
        return True

    def cost(self, variable: int, state: Node, then: Callable[[Node], float]) -> float:
        """The expected cost of a question, with `then` for each reply."""
        replies = self.space.replies(state, variable)
        return self.space.costs[variable] + sum(share * then(left) for share, left in replies)

    def greedy_cost(self, state: Node) -> float:
        """What a state costs if the most telling question is asked each time."""
        if self.exact(state):
            return self.found.costs[state]
        if state not in self.greedy:
            variable = min(self.space.questions(state), key=lambda v: -self.space.gain(state, v))
            self.greedy[state] = self.cost(variable, state, self.greedy_cost)
        return self.greedy[state]

    def solve(self, state: Node) -> float:
        """Choose the question for a state and for all that it leads to."""
        if self.exact(state) or state in self.found.costs:
            return self.found.costs[state]
        best, choice = float("inf"), -1
        for variable in self.space.questions(state):
            cost = self.cost(variable, state, self.greedy_cost)
            if cost < best - EPSILON:
                best, choice = cost, variable
        self.found.choices[state] = choice
        self.found.costs[state] = self.cost(choice, state, self.solve)
        return self.found.costs[state]
