"""Rules → decision diagrams, with derived facts inlined and relevance written into conditions.

In: `Logic`. Out: `Diagrams`, in which equal functions have equal ids, so that every check and the
proof are comparisons of integers.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.diagram.graph import Graph, GraphTooLarge, Node
from generator.problems import Problem
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or
from generator.resolve.logic import Logic

__all__ = [
    "Diagrams",
    "Graph",
    "GraphTooLarge",
    "Node",
    "Outcome",
    "Result",
    "diagram",
    "results_of",
    "too_large",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a full set of replies comes to: which rule decides, which advice rules apply."""

    rule: int | None
    """Index of the deciding rule; None is a gap."""
    advice: frozenset[int]


@dataclass(frozen=True, slots=True)
class Result:
    """What a person is told: an answer and a set of advice."""

    answer: str | None
    advice: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagrams:
    """The functions that one guide's rules describe."""

    graph: Graph
    relevance: tuple[Node, ...]
    """For each variable, where it is asked at all."""
    facts: Mapping[str, Node]
    """For each derived fact, where it holds."""
    conditions: tuple[Node, ...]
    """For each rule, where its condition holds."""
    advice: tuple[Node, ...]
    """For each advice rule, where its condition holds."""
    outcomes: Node
    """Replies → `Outcome`."""
    results: Node
    """Replies → `Result`."""

    def of(self, formula: Formula) -> Node:
        """Where a formula over this guide's variables and facts holds."""
        return _node(self.graph, formula, self.relevance.__getitem__, self.facts.__getitem__)


def diagram(logic: Logic, graph: Graph | None = None) -> tuple[Diagrams | None, list[Problem]]:
    """Compile a guide's rules. No diagrams come back where the budget of nodes runs out.

    In a `graph` given, over the same variables, functions can be compared with those that are
    there already.
    """
    if graph is None:
        graph = Graph(len(variable.options) for variable in logic.variables)
    try:
        return _Compiler(graph, logic).diagrams(), []
    except GraphTooLarge as error:
        return None, [too_large(logic, error)]


def too_large(logic: Logic, error: GraphTooLarge) -> Problem:
    """What an author is told where any stage runs out of nodes for a guide."""
    return Problem(
        code="G409",
        place=logic.place,
        what=f"The rules need more than {error.budget:,} diagram nodes.",
        mend="Split the guide, or make conditions look at fewer questions together.",
    )


@dataclass(slots=True)
class _Compiler:
    graph: Graph
    logic: Logic
    facts: dict[str, Node] = field(default_factory=dict)
    relevant: dict[int, Node] = field(default_factory=dict)

    def diagrams(self) -> Diagrams:
        graph, logic = self.graph, self.logic
        for name, _ in logic.facts:
            self.fact(name)
        conditions = tuple(self.node(rule.when) for rule in logic.rules)
        advice = tuple(self.node(rule.when) for rule in logic.advice)
        outcomes = graph.terminal(Outcome(None, frozenset()))
        for index in reversed(range(len(conditions))):
            decided = graph.terminal(Outcome(index, frozenset()))
            outcomes = graph.choose(conditions[index], decided, outcomes)
        for index, condition in enumerate(advice):
            outcomes = graph.choose(condition, self._with_advice(outcomes, index), outcomes)
        return Diagrams(
            graph=graph,
            relevance=tuple(self.relevance(index) for index in range(len(logic.variables))),
            facts=self.facts,
            conditions=conditions,
            advice=advice,
            outcomes=outcomes,
            results=results_of(graph, logic, outcomes),
        )

    def _with_advice(self, outcomes: Node, advice: int) -> Node:
        def add(value: object) -> Outcome:
            assert isinstance(value, Outcome)
            return Outcome(value.rule, value.advice | {advice})

        return self.graph.map_values(outcomes, add)

    def relevance(self, variable: int) -> Node:
        node = self.relevant.get(variable)
        if node is None:
            condition = self.logic.relevance[variable]
            node = self.graph.true if condition is None else self.node(condition)
            self.relevant[variable] = node
        return node

    def fact(self, name: str) -> Node:
        if name not in self.facts:
            self.facts[name] = self.node(dict(self.logic.facts)[name])
        return self.facts[name]

    def node(self, formula: Formula) -> Node:
        return _node(self.graph, formula, self.relevance, self.fact)


def results_of(
    graph: Graph, logic: Logic, outcomes: Node, *, without: AbstractSet[int] = frozenset()
) -> Node:
    """Outcomes → `Result`; `without` leaves out advice rules, as if they were not there."""

    def result(value: object) -> Result:
        assert isinstance(value, Outcome)
        answer = logic.rules[value.rule].result if value.rule is not None else None
        return Result(answer, frozenset(logic.advice[i].result for i in value.advice - without))

    return graph.map_values(outcomes, result)


def _node(
    graph: Graph,
    formula: Formula,
    relevance: Callable[[int], Node],
    fact: Callable[[str], Node],
) -> Node:
    match formula:
        case In(variable, options):
            return graph.both(relevance(variable), graph.literal(variable, options))
        case And(parts):
            node = graph.true
            for part in parts:
                node = graph.both(node, _node(graph, part, relevance, fact))
            return node
        case Or(parts):
            node = graph.false
            for part in parts:
                node = graph.either(node, _node(graph, part, relevance, fact))
            return node
        case Negation(part):
            return graph.negate(_node(graph, part, relevance, fact))
        case Fact(name):
            return fact(name)
