"""Hash-consed multi-valued decision diagrams: equal functions have equal ids.

A node is an integer. Terminals carry any hashable value; the boolean ones are True and False.
Variables are tested in the order of their index. Nothing here knows questions or rules.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

Node: TypeAlias = int


class GraphTooLarge(Exception):  # noqa: N818 - a budget that ran out, not a defect
    """More nodes than the budget allows."""

    def __init__(self, budget: int) -> None:
        super().__init__(budget)
        self.budget = budget


class Graph:
    """All diagrams over one list of variables."""

    def __init__(self, sizes: Iterable[int], budget: int = 500_000) -> None:
        """`sizes`: for each variable its number of options; `budget`: most nodes to make."""
        self.sizes = tuple(sizes)
        self.budget = budget
        self._variables: list[int] = []
        self._children: list[tuple[Node, ...]] = []
        self._values: list[Hashable] = []
        self._terminals: dict[Hashable, Node] = {}
        self._nodes: dict[tuple[int, tuple[Node, ...]], Node] = {}
        self._cofactors: dict[tuple[Node, int], tuple[Node, ...]] = {}
        self._supports: dict[Node, frozenset[int]] = {}
        self._chosen: dict[tuple[Node, Node, Node], Node] = {}
        self.false = self.terminal(False)
        self.true = self.terminal(True)

    def __len__(self) -> int:
        return len(self._variables)

    def terminal(self, value: Hashable) -> Node:
        """The constant function with this value."""
        node = self._terminals.get(value)
        if node is None:
            node = self._add(len(self.sizes), (), value)
            self._terminals[value] = node
        return node

    def test(self, variable: int, children: tuple[Node, ...]) -> Node:
        """The function that continues with `children[option]`; they test later variables only."""
        first = children[0]
        if children.count(first) == len(children):
            return first
        key = (variable, children)
        node = self._nodes.get(key)
        if node is None:
            node = self._add(variable, children, None)
            self._nodes[key] = node
        return node

    def _add(self, variable: int, children: tuple[Node, ...], value: Hashable) -> Node:
        if len(self._variables) >= self.budget:
            raise GraphTooLarge(self.budget)
        self._variables.append(variable)
        self._children.append(children)
        self._values.append(value)
        return len(self._variables) - 1

    def is_terminal(self, node: Node) -> bool:
        return not self._children[node]

    def value(self, node: Node) -> Hashable:
        """The value of a terminal."""
        return self._values[node]

    def variable(self, node: Node) -> int:
        """The variable that a node tests first; the number of variables for a terminal."""
        return self._variables[node]

    def children(self, node: Node) -> tuple[Node, ...]:
        return self._children[node]

    def literal(self, variable: int, options: Iterable[int]) -> Node:
        """True exactly where the reply to a variable is one of the options."""
        chosen = set(options)
        return self.test(
            variable,
            tuple(
                self.true if option in chosen else self.false
                for option in range(self.sizes[variable])
            ),
        )

    def choose(self, condition: Node, then: Node, otherwise: Node) -> Node:
        """`then` where the boolean `condition` holds, else `otherwise`."""
        if condition == self.true or then == otherwise:
            return then
        if condition == self.false:
            return otherwise
        key = (condition, then, otherwise)
        node = self._chosen.get(key)
        if node is None:
            top = min(self._variables[part] for part in key)
            node = self.test(
                top,
                tuple(
                    self.choose(*(self._cofactor(part, top, option) for part in key))
                    for option in range(self.sizes[top])
                ),
            )
            self._chosen[key] = node
        return node

    def _cofactor(self, node: Node, variable: int, option: int) -> Node:
        return self._children[node][option] if self._variables[node] == variable else node

    def both(self, left: Node, right: Node) -> Node:
        return self.choose(left, right, self.false)

    def either(self, left: Node, right: Node) -> Node:
        return self.choose(left, self.true, right)

    def negate(self, node: Node) -> Node:
        return self.choose(node, self.false, self.true)

    def implies(self, left: Node, right: Node) -> bool:
        """Whether `right` holds wherever `left` does."""
        return self.choose(left, right, self.true) == self.true

    def restrict(self, node: Node, variable: int, option: int) -> Node:
        """The function that is left once the reply to a variable is known."""
        return self.cofactors(node, variable)[option]

    def cofactors(self, node: Node, variable: int) -> tuple[Node, ...]:
        """For each option of a variable the function that is left."""
        found = self._cofactors.get((node, variable))
        if found is None:
            found = self._made_cofactors(node, variable)
            self._cofactors[node, variable] = found
        return found

    def _made_cofactors(self, node: Node, variable: int) -> tuple[Node, ...]:
        tested = self._variables[node]
        if tested == variable:
            return self._children[node]
        if tested > variable or variable not in self.support(node):
            return (node,) * self.sizes[variable]
        parts = [self.cofactors(child, variable) for child in self._children[node]]
        return tuple([self.test(tested, children) for children in zip(*parts, strict=True)])

    def support(self, node: Node) -> frozenset[int]:
        """The variables on which a function really depends."""
        found = self._supports.get(node)
        if found is None:
            children = self._children[node]
            found = (
                frozenset((self._variables[node],)).union(*map(self.support, set(children)))
                if children
                else frozenset()
            )
            self._supports[node] = found
        return found

    def share(
        self, node: Node, shares: Sequence[Sequence[float]], wanted: Callable[[Hashable], bool]
    ) -> float:
        """The probability that the value is wanted, if replies fall independently by `shares`."""
        done: dict[Node, float] = {}

        def visit(at: Node) -> float:
            if at not in done:
                children = self._children[at]
                parts = zip(shares[self._variables[at]], children, strict=True) if children else ()
                done[at] = (
                    sum(share * visit(child) for share, child in parts)
                    if children
                    else float(wanted(self._values[at]))
                )
            return done[at]

        return visit(node)

    def map_values(self, node: Node, change: Callable[[Hashable], Hashable]) -> Node:
        """The function with another value at each terminal."""
        done: dict[Node, Node] = {}

        def visit(at: Node) -> Node:
            if at not in done:
                children = self._children[at]
                done[at] = (
                    self.test(self._variables[at], tuple(map(visit, children)))
                    if children
                    else self.terminal(change(self._values[at]))
                )
            return done[at]

        return visit(node)

    def values(self, node: Node) -> Iterator[Hashable]:
        """The values of all terminals that can be reached, each once, in a fixed order."""
        for at in self.reachable(node):
            if self.is_terminal(at):
                yield self._values[at]

    def reachable(self, node: Node) -> Iterator[Node]:
        """A node and all below it, each once, in a fixed order."""
        seen = {node}
        waiting = [node]
        while waiting:
            at = waiting.pop()
            yield at
            for child in reversed(self._children[at]):
                if child not in seen:
                    seen.add(child)
                    waiting.append(child)

    def at(self, node: Node, replies: Mapping[int, int]) -> Hashable:
        """The value for replies that reach a terminal."""
        while self._children[node]:
            node = self._children[node][replies[self._variables[node]]]
        return self._values[node]

    def difference(self, left: Node, right: Node) -> dict[int, int] | None:
        """Replies for which two functions have different values; None where they are equal."""
        replies: dict[int, int] = {}
        if left == right:
            return None
        while not (self.is_terminal(left) and self.is_terminal(right)):
            top = min(self._variables[left], self._variables[right])
            option = next(
                option
                for option in range(self.sizes[top])
                if self._cofactor(left, top, option) != self._cofactor(right, top, option)
            )
            replies[top] = option
            left, right = self._cofactor(left, top, option), self._cofactor(right, top, option)
        return replies

    def witness(self, node: Node, wanted: Callable[[Hashable], bool]) -> dict[int, int] | None:
        """Replies that lead to a terminal whose value is wanted; None where there are none."""
        dead: set[Node] = set()

        def visit(at: Node) -> dict[int, int] | None:
            if at in dead:
                return None
            if self.is_terminal(at):
                return {} if wanted(self._values[at]) else None
            for option, child in enumerate(self._children[at]):
                found = visit(child)
                if found is not None:
                    return {self._variables[at]: option, **found}
            dead.add(at)
            return None

        return visit(node)
