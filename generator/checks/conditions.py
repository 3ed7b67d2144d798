"""Checks of single conditions: never or always true, in parts or whole, `unsure` by accident."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.witness import in_words
from generator.diagram import Diagrams, Node, Outcome
from generator.problems import Place, Problem, Related
from generator.resolve import Logic
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or, parts_of
from generator.resolve.logic import UNSURE, LogicRule


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition with words for whose it is."""

    owner: str
    formula: Formula
    place: Place


def _conditions(logic: Logic) -> Iterator[_Condition]:
    rules = logic.rules[:-1] if logic.has_otherwise else logic.rules
    for rule in (*rules, *logic.advice):
        yield _Condition(f'the rule "{rule.id}"', rule.when, rule.place)
    for (name, formula), place in zip(logic.facts, logic.fact_places, strict=False):
        yield _Condition(f'the derived fact "{name}"', formula, place)
    for variable, relevance in zip(logic.variables, logic.relevance, strict=True):
        if relevance is not None:
            owner = f'`only_if` of the question "{variable.question}"'
            yield _Condition(owner, relevance, variable.place)


def constant(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Conditions that hold never, or always, whatever is replied; else their parts that do."""
    graph = diagrams.graph
    for condition in _conditions(logic):
        node = diagrams.of(condition.formula)
        if node == graph.false:
            yield _never_true(condition)
        elif node == graph.true:
            yield Problem(
                code="G406",
                place=condition.place,
                what=f"The condition of {condition.owner} is always true.",
                mend="Narrow it; a rule for all that is left is written as `otherwise`.",
                related=tuple(_looks(condition)),
            )
        else:
            yield from _constant_parts(diagrams, condition)


def _never_true(condition: _Condition) -> Problem:
    return Problem(
        code="G403",
        place=condition.place,
        what=f"The condition of {condition.owner} is never true.",
        mend="Look for parts that exclude each other, or a question not asked then.",
        related=tuple(_looks(condition)),
    )


def _looks(condition: _Condition) -> Iterator[Related]:
    """Where a condition looks at replies, if at more than one place."""
    places = dict.fromkeys(part.place for part in parts_of(condition.formula) if part.place)
    if len(places) > 1:
        yield from (Related(place, "a part of it") for place in places)


def _constant_parts(diagrams: Diagrams, condition: _Condition) -> Iterator[Problem]:
    constants = {diagrams.graph.false: "never", diagrams.graph.true: "always"}
    waiting = list(_below(condition.formula))
    while waiting:
        part = waiting.pop(0)
        how = constants.get(diagrams.of(part))
        if how is None:
            waiting += _below(part)
        elif part.place is not None and not isinstance(part, Fact):
            yield Problem(
                code="G410",
                place=part.place,
                what=f"This part of {condition.owner} is {how} true, so it decides nothing.",
                mend="Delete it, or correct it.",
                related=(Related(condition.place, condition.owner.replace("`", "")),),
            )


def _below(formula: Formula) -> tuple[Formula, ...]:
    match formula:
        case And(parts) | Or(parts):
            return parts
        case Negation(part):
            return (part,)
        case In() | Fact():
            return ()


def unsure_by_negation(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Rules that hold for somebody who does not know, only because a `not` turns that to true."""
    for index, rule in enumerate(logic.rules):
        decides = diagrams.graph.map_values(diagrams.outcomes, _DecidedBy(index))
        yield from _by_negation(logic, diagrams, rule, decides)
    for rule in logic.advice:
        yield from _by_negation(logic, diagrams, rule, diagrams.graph.true)


@dataclass(frozen=True, slots=True)
class _DecidedBy:
    rule: int

    def __call__(self, value: object) -> bool:
        return isinstance(value, Outcome) and value.rule == self.rule


def _by_negation(
    logic: Logic, diagrams: Diagrams, rule: LogicRule, decides: Node
) -> Iterator[Problem]:
    graph = diagrams.graph
    if not _negates(rule.when, dict(logic.facts)):
        return
    for variable, asked in enumerate(logic.variables):
        if UNSURE not in asked.options:
            continue
        unsure = asked.options.index(UNSURE)
        strict = _Strict(variable, unsure, dict(logic.facts)).formula(rule.when, positive=True)
        loose = graph.both(diagrams.of(rule.when), graph.negate(diagrams.of(strict)))
        accident = graph.restrict(graph.both(loose, decides), variable, unsure)
        example = graph.witness(accident, bool)
        if example is not None:
            yield Problem(
                code="G413",
                place=rule.place,
                what=f'The rule "{rule.id}" holds for {asked.question}={UNSURE} only because of '
                "a `not`.",
                mend=f"Name the options that are meant, with `{UNSURE}` among them or without.",
                witness=in_words(logic, {**example, variable: unsure}),
            )


def _negates(formula: Formula, facts: dict[str, Formula]) -> bool:
    match formula:
        case Negation():
            return True
        case And(parts) | Or(parts):
            return any(_negates(part, facts) for part in parts)
        case Fact(name):
            return _negates(facts[name], facts)
        case In():
            return False


@dataclass(frozen=True, slots=True)
class _Strict:
    """A formula for which `unsure` of one variable never holds by way of a `not`."""

    variable: int
    unsure: int
    facts: dict[str, Formula]

    def formula(self, formula: Formula, *, positive: bool) -> Formula:
        match formula:
            case In(variable, options) if variable == self.variable and not positive:
                return In(variable, options | {self.unsure})
            case In():
                return formula
            case And(parts):
                return And(tuple(self.formula(part, positive=positive) for part in parts))
            case Or(parts):
                return Or(tuple(self.formula(part, positive=positive) for part in parts))
            case Negation(part):
                return Negation(self.formula(part, positive=not positive))
            case Fact(name):
                return self.formula(self.facts[name], positive=positive)


def unused_facts(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Derived facts at which nothing looks."""
    del diagrams
    formulas = [
        *(rule.when for rule in (*logic.rules, *logic.advice)),
        *(formula for _, formula in logic.facts),
        *(formula for formula in logic.relevance if formula is not None),
    ]
    used = {p.name for formula in formulas for p in parts_of(formula) if isinstance(p, Fact)}
    for (name, _), place in zip(logic.facts, logic.fact_places, strict=False):
        if name not in used:
            yield Problem(
                code="G415",
                place=place,
                what=f'No condition looks at the derived fact "{name}".',
                mend="Use it in a rule, or delete it.",
            )
