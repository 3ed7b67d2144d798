"""Rules → decision diagrams, with derived facts inlined and relevance written into conditions.

In: `Logic`. Out: `Diagrams`, in which equal functions have equal ids, so that every check and the
proof are comparisons of integers.
"""

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
    conditions: tuple[Node, ...]
    """For each rule, where its condition holds."""
    advice: tuple[Node, ...]
    """For each advice rule, where its condition holds."""
    outcomes: Node
    """Replies → `Outcome`."""
    results: Node
    """Replies → `Result`."""


def diagram(logic: Logic) -> tuple[Diagrams | None, list[Problem]]:
    """Compile a guide's rules. No diagrams come back where the budget of nodes runs out."""
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
            conditions=conditions,
            advice=advice,
            outcomes=outcomes,
            results=graph.map_values(outcomes, self.result),
        )

    def _with_advice(self, outcomes: Node, advice: int) -> Node:
        def add(value: object) -> Outcome:
            assert isinstance(value, Outcome)
            return Outcome(value.rule, value.advice | {advice})

        return self.graph.map_values(outcomes, add)

    def result(self, value: object) -> Result:
        assert isinstance(value, Outcome)
        answer = self.logic.rules[value.rule].result if value.rule is not None else None
        return Result(answer, frozenset(self.logic.advice[i].result for i in value.advice))

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
        graph = self.graph
        match formula:
            case In(variable, options):
                asked = self.relevance(variable)
                return graph.both(asked, graph.literal(variable, options))
            case And(parts):
                node = graph.true
                for part in parts:
                    node = graph.both(node, self.node(part))
                return node
            case Or(parts):
                node = graph.false
                for part in parts:
                    node = graph.either(node, self.node(part))
                return node
            case Negation(part):
                return graph.negate(self.node(part))
            case Fact(name):
                return self.fact(name)
