"""States, moves and bounds of the search for the best order of questions."""

from collections.abc import Iterable
from math import inf, log2

from generator.diagram import Graph, Node
from generator.resolve import Logic

# Differences below this are rounding, not a better plan.
EPSILON = 1e-12


class Space:
    """The residuals of one guide, and what asking a question does to them."""

    def __init__(self, logic: Logic, graph: Graph) -> None:
        self.graph = graph
        self.costs = [variable.cost for variable in logic.variables]
        self.shares = [variable.shares for variable in logic.variables]
        self.after = [variable.after for variable in logic.variables]
        self.bits = [_entropy(shares) for shares in self.shares]
        self.by_price = sorted(
            range(len(self.costs)),
            key=lambda v: (self.costs[v] / self.bits[v] if self.bits[v] else inf, v),
        )
        self._questions: dict[frozenset[int], tuple[int, ...]] = {}
        self._distributions: dict[Node, dict[Node, float]] = {}

    def is_leaf(self, state: Node) -> bool:
        return self.graph.is_terminal(state)

    def questions(self, state: Node) -> tuple[int, ...]:
        """Variables that may be asked now: those that matter, and all before which are settled.

        A question is settled once no result depends on it any more. What a question's relevance
        looks at stands before it, so one that still matters is known to be relevant.
        """
        support = self.graph.support(state)
        found = self._questions.get(support)
        if found is None:
            found = tuple(v for v in sorted(support) if self.after[v].isdisjoint(support))
            self._questions[support] = found
        return found

    def outcomes(self, state: Node, variable: int) -> Iterable[tuple[float, Node]]:
        """Probability and residual for each reply; residuals may be equal."""
        return zip(self.shares[variable], self.graph.cofactors(state, variable), strict=True)

    def replies(self, state: Node, variable: int) -> list[tuple[float, Node]]:
        """Probability and residual for each reply, equal residuals taken together."""
        merged: dict[Node, float] = {}
        for share, residual in self.outcomes(state, variable):
            merged[residual] = merged.get(residual, 0.0) + share
        return [(share, residual) for residual, share in merged.items()]

    def distribution(self, state: Node) -> dict[Node, float]:
        """The probability of each result that is still possible."""
        found = self._distributions.get(state)
        if found is None:
            found = {state: 1.0}
            if not self.graph.is_terminal(state):
                found = {}
                shares = self.shares[self.graph.variable(state)]
                for share, child in zip(shares, self.graph.children(state), strict=True):
                    for result, part in self.distribution(child).items():
                        found[result] = found.get(result, 0.0) + share * part
            self._distributions[state] = found
        return found

    def entropy(self, state: Node) -> float:
        """What is still unknown of the result, in bits."""
        return _entropy(self.distribution(state).values())

    def gain(self, state: Node, variable: int) -> float:
        """Bits that a question tells of the result, for each unit of its cost."""
        left = sum(share * self.entropy(after) for share, after in self.replies(state, variable))
        return (self.entropy(state) - left) / self.costs[variable]

    def lower_bound(self, state: Node) -> float:
        """No order of questions costs less than this on average.

        All replies together tell at most as many bits as the questions asked have, each weighted by
        how often it is asked, which is at most once. So the cheapest bits are taken until they
        make up what is unknown of the result; and where anything is, one question is asked.
        """
        support = self.graph.support(state)
        if not support:
            return 0.0
        unknown, bound = self.entropy(state), 0.0
        for variable in self.by_price:
            if variable in support:
                bits, cost = self.bits[variable], self.costs[variable]
                if bits >= unknown:
                    bound += cost * unknown / bits if bits else 0.0
                    break
                bound += cost
                unknown -= bits
        return max(bound, min(self.costs[variable] for variable in support))


def _entropy(shares: Iterable[float]) -> float:
    """Bits of a distribution."""
    return -sum(share * log2(share) for share in shares if share > 0)
