"""Small changes of a guide's compiled rules, such as an author might make by mistake.

In: `Logic`. Out: mutants, each a `Logic` with one change. Some mean the same as the original; that
is for others to find out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.problems import Place
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or
from generator.resolve.logic import Logic, LogicRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """The rules with one change."""

    place: Place
    """Where the changed condition, rule, fact or question stands."""
    where: str
    """What is changed, such as `rule still-within-time`."""
    change: str
    """How, in a few words."""
    logic: Logic


def mutants(logic: Logic) -> Iterator[Mutant]:
    """Every small change, in the order of the rules file."""
    yield from _relevance(logic)
    yield from _facts(logic)
    yield from _rules(logic)
    yield from _advice(logic)


def _rules(logic: Logic) -> Iterator[Mutant]:
    def mutant(index: int, change: _Change, rules: Sequence[LogicRule]) -> Mutant:
        rule = logic.rules[index]
        return Mutant(
            place=change.place or rule.place,
            where=f"rule {rule.id}",
            change=change.words,
            logic=replace(logic, rules=tuple(rules)),
        )

    rules = logic.rules
    last = len(rules) - logic.has_otherwise
    for index, rule in enumerate(rules):
        before, after = rules[:index], rules[index + 1 :]
        if index < last:
            yield mutant(index, _Change("dropped"), (*before, *after))
        if index + 1 < last:
            swapped = (*before, after[0], rule, *after[1:])
            yield mutant(index, _Change(f"moved below {after[0].id}"), swapped)
        other = next((r.result for r in (*after, *before) if r.result != rule.result), None)
        if other is not None:
            change = _Change(f"answers {other} instead of {rule.result}")
            yield mutant(index, change, (*before, replace(rule, result=other), *after))
        for change, when in _changed(rule.when, logic):
            yield mutant(index, change, (*before, replace(rule, when=when), *after))


def _advice(logic: Logic) -> Iterator[Mutant]:
    for index, rule in enumerate(logic.advice):
        before, after = logic.advice[:index], logic.advice[index + 1 :]
        changed = [(_Change("dropped"), (*before, *after))]
        changed += [
            (change, (*before, replace(rule, when=when), *after))
            for change, when in _changed(rule.when, logic)
        ]
        for change, advice in changed:
            yield Mutant(
                place=change.place or rule.place,
                where=f"advice rule {rule.id}",
                change=change.words,
                logic=replace(logic, advice=advice),
            )


def _facts(logic: Logic) -> Iterator[Mutant]:
    for index, (name, formula) in enumerate(logic.facts):
        first = logic.fact_places[index] if index < len(logic.fact_places) else logic.place
        for change, when in _changed(formula, logic):
            facts = (*logic.facts[:index], (name, when), *logic.facts[index + 1 :])
            yield Mutant(
                place=change.place or first,
                where=f"fact {name}",
                change=change.words,
                logic=replace(logic, facts=facts),
            )


def _relevance(logic: Logic) -> Iterator[Mutant]:
    for index, formula in enumerate(logic.relevance):
        if formula is None:
            continue
        changed: list[tuple[_Change, Formula | None]] = [(_Change("dropped"), None)]
        changed += _changed(formula, logic)
        variable = logic.variables[index]
        for change, when in changed:
            relevance = (*logic.relevance[:index], when, *logic.relevance[index + 1 :])
            yield Mutant(
                place=change.place or variable.place,
                where=f"only_if of {variable.question}",
                change=change.words,
                logic=replace(logic, relevance=relevance),
            )


@dataclass(frozen=True, slots=True)
class _Change:
    words: str
    place: Place | None = None
    """Where the part of a condition stands that is changed."""


def _changed(formula: Formula, logic: Logic) -> Iterator[tuple[_Change, Formula]]:
    """A condition with one change: a literal negated, an option more or less, a part dropped."""
    match formula:
        case In():
            yield _Change(f"not {_in_words(formula, logic)}", formula.place), Negation(formula)
            yield from _options(formula, logic)
        case Fact(name):
            yield _Change(f"not {name}", formula.place), Negation(formula)
        case Negation(part):
            for change, changed in _changed(part, logic):
                yield change, Negation(changed)
        case And(parts) | Or(parts):
            kind = type(formula)
            for index, part in enumerate(parts):
                before, after = parts[:index], parts[index + 1 :]
                if before or after:
                    words = f"without {_in_words(part, logic)}"
                    yield _Change(words, part.place), kind((*before, *after))
                for change, changed in _changed(part, logic):
                    yield change, kind((*before, changed, *after))


def _options(literal: In, logic: Logic) -> Iterator[tuple[_Change, Formula]]:
    variable = logic.variables[literal.variable]
    words = _in_words(literal, logic)
    for option, name in enumerate(variable.options):
        if option not in literal.options:
            more = In(literal.variable, literal.options | {option})
            yield _Change(f"{words} or {name}", literal.place), more
        elif len(literal.options) > 1:
            less = In(literal.variable, literal.options - {option})
            yield _Change(f"{words} without {name}", literal.place), less


def _in_words(formula: Formula, logic: Logic) -> str:
    match formula:
        case In(variable, options):
            names = logic.variables[variable].options
            chosen = ",".join(names[option] for option in sorted(options))
            return f"{logic.variables[variable].question}={chosen}"
        case Fact(name):
            return name
        case Negation(part):
            return f"not ({_in_words(part, logic)})"
        case And(parts):
            return " and ".join(_in_words(part, logic) for part in parts)
        case Or(parts):
            return "(" + " or ".join(_in_words(part, logic) for part in parts) + ")"
