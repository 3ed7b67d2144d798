"""A guide's logic → durable rules within the subset of the library that is safe.

Two kinds of rulesets are made. *Partial*: for each rule, clauses that fire when its condition
surely holds for the replies known so far, and others when it surely does not. *Staged*: derived
facts and relevance by forward chaining, one stage after the other, then the rules; for full
replies.

The subset: string constants, own attribute names, flat `$and` of equalities, `$or` over the values
of one attribute only, a catch-all rule in each ruleset, and few enough rules in each ruleset that
no message can make 64 of them fire.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.diagram import Diagrams, Graph, Node
from generator.engine.cubes import Cube, TooManyCubes, prime_cubes
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or, parts_of
from generator.resolve.logic import Logic, LogicRule

# Below 64, at which the library fails when all of a ruleset's rules fire for one message.
RULES_IN_A_SET = 60
# One condition may need this many clauses; all sets together may hold far more.
MOST_CUBES = 400
MARKER, MARKED = "mark", "here"
CATCH_ALL = "catch-all"
NOT_ASKED = "na"

Expression: TypeAlias = "dict[str, str | list[Expression]]"
Section = Literal["rule", "advice"]


class TooComplicated(Exception):  # noqa: N818 - becomes a problem for the author
    """One rule alone exceeds what the library holds safely."""

    def __init__(self, rule: LogicRule | str) -> None:
        super().__init__(str(rule))
        self.rule = rule


@dataclass(frozen=True, slots=True)
class DurableRule:
    """One rule for the library: which id to collect when the expression matches."""

    collects: str
    expression: Expression


RuleSet: TypeAlias = tuple[DurableRule, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of forward chaining."""

    sets: tuple[RuleSet, ...]
    derives: Mapping[str, tuple[str, str | None, str]]
    """Collected id → attribute, its value if collected (None leaves it), its value if not."""


@dataclass(frozen=True, slots=True)
class Translation:
    """Everything the library needs to know of one guide."""

    partial: tuple[RuleSet, ...]
    stages: tuple[Stage, ...]


def attribute(variable: int) -> str:
    """The attribute that carries the reply to a variable."""
    return f"q{variable}"


def option_value(option: int) -> str:
    """The value that stands for an option."""
    return f"o{option}"


def collected(section: Section, index: int, *, holds: bool = True) -> str:
    """The id under which the worker reports that a rule holds, or surely does not."""
    return f"{section}-{index}-{'holds' if holds else 'excluded'}"


def translate(logic: Logic, diagrams: Diagrams) -> Translation:
    """Raises `TooComplicated` where a single condition exceeds the caps."""
    translation = Translation(
        partial=_sets(_partial(logic, diagrams)), stages=tuple(_stages(logic))
    )
    _refuse_collisions(translation)
    return translation


def _partial(logic: Logic, diagrams: Diagrams) -> Iterator[DurableRule]:
    graph = diagrams.graph
    sections: list[tuple[Section, Sequence[LogicRule], Sequence[Node]]] = [
        ("rule", logic.rules, diagrams.conditions),
        ("advice", logic.advice, diagrams.advice),
    ]
    for section, rules, conditions in sections:
        for index, (rule, condition) in enumerate(zip(rules, conditions, strict=True)):
            for holds in (True, False):
                node = condition if holds else graph.negate(condition)
                for cube in _cubes(graph, node, rule):
                    names = {attribute(v): map(option_value, sorted(o)) for v, o in cube.items()}
                    yield DurableRule(collected(section, index, holds=holds), _expression(names))


def _cubes(graph: Graph, node: Node, rule: LogicRule | str) -> list[Cube]:
    try:
        return prime_cubes(graph, node, MOST_CUBES)
    except TooManyCubes:
        raise TooComplicated(rule) from None


def _expression(names: Mapping[str, Iterator[str]]) -> Expression:
    parts: list[Expression] = [{MARKER: MARKED}]
    for name, values in names.items():
        alternatives: list[Expression] = [{name: value} for value in values]
        parts.append(alternatives[0] if len(alternatives) == 1 else {"$or": alternatives})
    return parts[0] if len(parts) == 1 else {"$and": parts}


def _sets(rules: Iterator[DurableRule]) -> tuple[RuleSet, ...]:
    listed = list(rules)
    return tuple(
        tuple(listed[start : start + RULES_IN_A_SET])
        for start in range(0, len(listed), RULES_IN_A_SET)
    )


def _stages(logic: Logic) -> Iterator[Stage]:
    """Facts and relevance in as few stages as their order allows, then the rules."""
    chain = _Chain(logic)
    for names in chain.levels():
        derives: dict[str, tuple[str, str | None, str]] = {}
        rules: list[DurableRule] = []
        for name in names:
            rules += chain.rules(name, chain.formula(name), name)
            if name.startswith("fact-"):
                derives[name] = (chain.attributes[chain.position(name)], "t", "f")
            else:
                derives[name] = (attribute(int(name.removeprefix("asked-"))), None, NOT_ASKED)
        yield Stage(_sets(iter(rules)), derives)
    last: list[DurableRule] = []
    for index, rule in enumerate(logic.rules):
        last += chain.rules(collected("rule", index), rule.when, rule)
    for index, rule in enumerate(logic.advice):
        last += chain.rules(collected("advice", index), rule.when, rule)
    yield Stage(_sets(iter(last)), {})


class _Chain:
    """Conditions over replies, n/a and facts, each an attribute of its own."""

    def __init__(self, logic: Logic) -> None:
        self.logic = logic
        self.facts = dict(logic.facts)
        sizes = [len(variable.options) + 1 for variable in logic.variables]
        self.graph = Graph([*sizes, *(2 for _ in logic.facts)])
        self.attributes = [
            *(attribute(index) for index in range(len(logic.variables))),
            *(f"f{index}" for index in range(len(logic.facts))),
        ]

    def position(self, name: str) -> int:
        facts = list(self.facts)
        return len(self.logic.variables) + facts.index(name.removeprefix("fact-"))

    def formula(self, name: str) -> Formula:
        if name.startswith("fact-"):
            return self.facts[name.removeprefix("fact-")]
        return self.logic.relevance[int(name.removeprefix("asked-"))] or And(())

    def levels(self) -> list[list[str]]:
        """Names of facts and relevances, each level needing only earlier ones."""
        names = [
            *(f"asked-{i}" for i, node in enumerate(self.logic.relevance) if node is not None),
            *(f"fact-{fact}" for fact in self.facts),
        ]
        depth: dict[str, int] = {}

        def depth_of(name: str) -> int:
            if name not in depth:
                needs = {
                    f"fact-{part.name}" if isinstance(part, Fact) else f"asked-{part.variable}"
                    for part in parts_of(self.formula(name))
                }
                depth[name] = 1 + max((depth_of(n) for n in needs if n in names), default=-1)
            return depth[name]

        deepest = max(map(depth_of, names), default=-1)
        return [[n for n in names if depth[n] == level] for level in range(deepest + 1)]

    def rules(
        self, collects: str, formula: Formula, rule: LogicRule | str
    ) -> Iterator[DurableRule]:
        for cube in _cubes(self.graph, self._node(formula), rule):
            names = {self.attributes[v]: map(self._value(v), sorted(o)) for v, o in cube.items()}
            yield DurableRule(collects, _expression(names))

    def _value(self, variable: int) -> Callable[[int], str]:
        if variable >= len(self.logic.variables):
            return ("f", "t").__getitem__
        count = len(self.logic.variables[variable].options)
        return lambda option: NOT_ASKED if option == count else option_value(option)

    def _node(self, formula: Formula) -> Node:
        graph = self.graph
        match formula:
            case In(variable, options):
                return graph.literal(variable, options)
            case Fact(name):
                return graph.literal(self.position(name), (1,))
            case And(parts):
                node = graph.true
                for part in parts:
                    node = graph.both(node, self._node(part))
                return node
            case Or(parts):
                node = graph.false
                for part in parts:
                    node = graph.either(node, self._node(part))
                return node
            case Negation(part):
                return graph.negate(self._node(part))


def fnv(text: str) -> int:
    """The 32-bit FNV-1a hash by which the library tells names apart."""
    value = 2166136261
    for byte in text.encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value


def _refuse_collisions(translation: Translation) -> None:
    names: set[str] = {MARKER, MARKED}

    def collect(expression: Expression) -> None:
        for key, value in expression.items():
            if isinstance(value, list):
                for part in value:
                    collect(part)
            else:
                names.update((key, value))

    for rules in (*translation.partial, *(s for stage in translation.stages for s in stage.sets)):
        for rule in rules:
            collect(rule.expression)
    if len({fnv(name) for name in names}) != len(names):
        raise TooComplicated("two generated names have the same hash")
