"""Checks of rules against each other: never deciding, never adding, in conflict."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from generator.checks.witness import in_words
from generator.diagram import Diagrams, Graph, Node
from generator.problems import Problem, Related
from generator.resolve import Logic


def undecided(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Rules behind others that have always decided already, alone or several together."""
    graph, conditions = diagrams.graph, diagrams.conditions
    above = graph.false
    for index, rule in enumerate(logic.rules):
        condition = conditions[index]
        is_otherwise = logic.has_otherwise and index == len(logic.rules) - 1
        if condition != graph.false and not is_otherwise and graph.implies(condition, above):
            covering = cover(graph, condition, conditions[:index])
            names = [logic.rules[i].id for i in covering]
            example = graph.witness(condition, bool) or {}
            yield Problem(
                code="G402",
                place=rule.place,
                what=f'The rule "{rule.id}" never decides: {_decide_first(names)}.',
                mend="Move it above them, narrow their conditions, or delete it.",
                related=tuple(Related(logic.rules[i].place, "decides first") for i in covering),
                witness=in_words(logic, example),
            )
        above = graph.either(above, condition)


def adds_nothing(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Advice rules that hold only where other rules give the same advice already."""
    graph, conditions = diagrams.graph, diagrams.advice
    for index, rule in enumerate(logic.advice):
        above = [i for i in range(index) if logic.advice[i].result == rule.result]
        together = _union(graph, [conditions[i] for i in above])
        if conditions[index] == graph.false or not graph.implies(conditions[index], together):
            continue
        few = cover(graph, conditions[index], [conditions[i] for i in above])
        covering = [above[i] for i in few]
        names = ", ".join(f'"{logic.advice[i].id}"' for i in covering)
        yield Problem(
            code="G402",
            place=rule.place,
            what=f'The rule "{rule.id}" never adds anything: {names} gave its advice already.',
            mend="Delete it, or narrow the others.",
            related=tuple(
                Related(logic.advice[i].place, "gives the same advice") for i in covering
            ),
            witness=in_words(logic, graph.witness(conditions[index], bool) or {}),
        )


def _decide_first(names: Sequence[str]) -> str:
    listed = ", ".join(f'"{name}"' for name in names)
    return (
        f"{listed} always decides first"
        if len(names) == 1
        else (f"{listed} together always decide first")
    )


def cover(graph: Graph, condition: Node, earlier: Sequence[Node]) -> list[int]:
    """Few earlier conditions that together hold wherever `condition` does.

    One is named where one suffices, else two; beyond that, all from which none can be left out.
    """
    touching = [i for i, node in enumerate(earlier) if graph.both(node, condition) != graph.false]
    for size in (1, 2):
        for chosen in combinations(touching, size):
            if graph.implies(condition, _union(graph, [earlier[i] for i in chosen])):
                return list(chosen)
    for candidate in list(touching):
        rest = [i for i in touching if i != candidate]
        if graph.implies(condition, _union(graph, [earlier[i] for i in rest])):
            touching = rest
    return touching


def _union(graph: Graph, nodes: Sequence[Node]) -> Node:
    node = graph.false
    for other in nodes:
        node = graph.either(node, other)
    return node


def conflict(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Under `unique`, two rules that hold for the same replies with different answers."""
    if logic.hit_policy != "unique":
        return
    graph = diagrams.graph
    rules = logic.rules[:-1] if logic.has_otherwise else logic.rules
    for (i, left), (j, right) in combinations(enumerate(rules), 2):
        if left.result == right.result:
            continue
        overlap = graph.both(diagrams.conditions[i], diagrams.conditions[j])
        example = graph.witness(overlap, bool)
        if example is not None:
            yield Problem(
                code="G404",
                place=right.place,
                what=f'"{left.id}" and "{right.id}" both hold, with different answers '
                f'("{left.result}" and "{right.result}").',
                mend="Make their conditions exclude each other, or use `hit_policy: first`.",
                related=(Related(left.place, f'the rule "{left.id}"'),),
                witness=in_words(logic, example),
            )
