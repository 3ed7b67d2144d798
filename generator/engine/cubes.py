"""All prime cubes of a condition: the clauses that make partial replies decide exactly.

A cube gives some variables a set of options each. It is prime if none of its sets can grow. Partial
replies settle a condition exactly when they lie inside one of its prime cubes, so with all of them
the rule engine misses nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import combinations

from generator.diagram import Graph, Node

Cube = Mapping[int, frozenset[int]]


# All subsets of the distinct children of a node are tried.
MOST_KINDS = 12


class TooManyCubes(Exception):  # noqa: N818 - becomes a problem for the author
    """A condition needs more prime cubes than the caller can use."""


def prime_cubes(graph: Graph, node: Node, most: int) -> list[Cube]:
    """The prime cubes of a boolean diagram, in a fixed order; raises past `most` of them."""
    memo: dict[Node, list[Cube]] = {}

    def primes(at: Node) -> list[Cube]:
        if at not in memo:
            memo[at] = list(_bounded(_primes(graph, at, primes), most))
        return memo[at]

    return primes(node)


def _bounded(cubes: Iterator[Cube], most: int) -> Iterator[Cube]:
    for count, cube in enumerate(cubes):
        if count >= most:
            raise TooManyCubes
        yield cube


def _primes(graph: Graph, at: Node, primes: Callable[[Node], list[Cube]]) -> Iterator[Cube]:
    if at == graph.true:
        yield {}
        return
    if at == graph.false:
        return
    variable, children = graph.variable(at), graph.children(at)
    kinds = list(dict.fromkeys(children))
    if len(kinds) > MOST_KINDS:
        raise TooManyCubes
    for size in range(len(kinds), 0, -1):
        for chosen in combinations(kinds, size):
            common = graph.true
            for child in chosen:
                common = graph.both(common, child)
            if common == graph.false:
                continue
            others = [child for child in kinds if child not in chosen]
            options = frozenset(o for o, child in enumerate(children) if child in chosen)
            for cube in primes(common):
                solid = _as_node(graph, cube)
                if any(graph.implies(solid, other) for other in others):
                    continue
                yield cube if size == len(kinds) else {variable: options, **cube}


def _as_node(graph: Graph, cube: Cube) -> Node:
    node = graph.true
    for variable, options in cube.items():
        node = graph.both(node, graph.literal(variable, options))
    return node
