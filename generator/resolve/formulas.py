"""An author's conditions → formulas over a guide's variables, with every mistake at its place."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.problems import Place, did_you_mean
from generator.resolve.bands import satisfies
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or
from generator.resolve.logic import NumberBand, Variable
from generator.resolve.variables import Report, VariableMaker
from generator.schema import Catalogue
from generator.schema.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    FactIs,
    Not,
    ReplyIs,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaMaker:
    """Makes the formulas of one guide. What does not fit is reported, and taken for true."""

    catalogue: Catalogue
    variables: Sequence[Variable]
    facts: AbstractSet[str]
    make: VariableMaker
    report: Report

    def formula(self, condition: Condition) -> Formula:
        """A condition over variables that are there, or over derived facts."""
        match condition:
            case All(parts):
                return And(tuple(map(self.formula, parts)), condition.place)
            case AnyOf(parts):
                return Or(tuple(map(self.formula, parts)), condition.place)
            case Not(part):
                return Negation(self.formula(part), condition.place)
            case FactIs():
                return self._fact(condition)
            case ReplyIs():
                return self._reply(condition)
            case Compare():
                return self._compare(condition)

    def not_asked(self, name: str, place: Place, known: Iterable[str]) -> None:
        """Report a name that is no question of this guide."""
        exists = name in self.catalogue.questions
        self.report(
            "R301",
            place,
            f'The question "{name}" is not among the `questions` of this guide.'
            if exists
            else f'Neither a question nor a derived fact of this guide is called "{name}".',
            did_you_mean(name, known)
            or ("Add it to `questions`." if exists else "Correct the name, or add it."),
        )

    def _fact(self, condition: FactIs) -> Formula:
        asked = {variable.question: variable for variable in self.variables}
        if condition.fact in asked and condition.fact not in self.facts:
            self.report(
                "R304",
                condition.place,
                f'"{condition.fact}" is a question, so it is neither true nor false.',
                f"Name options: {', '.join(asked[condition.fact].options)}.",
            )
        elif condition.fact not in self.facts:
            self.not_asked(condition.fact, condition.place, [*self.facts, *asked])
        fact = Fact(condition.fact, condition.place)
        return fact if condition.value else Negation(fact, condition.place)

    def _find(self, name: str, place: Place) -> tuple[int, Variable] | None:
        for index, variable in enumerate(self.variables):
            if variable.question == name:
                return index, variable
        if name in self.facts:
            self.report(
                "R304",
                place,
                f'"{name}" is a derived fact, so it is either true or false.',
                f"Write `{name}: true` or `{name}: false`.",
            )
        else:
            known = [variable.question for variable in self.variables]
            self.not_asked(name, place, [*known, *self.facts])
        return None

    def _reply(self, condition: ReplyIs) -> Formula:
        found = self._find(condition.question, condition.place)
        if found is None:
            return And(())
        index, variable = found
        allowed = [
            option
            for option, band in zip(variable.options, variable.bands, strict=True)
            if not isinstance(band, NumberBand)
        ]
        for option, place in zip(condition.options, condition.option_places, strict=True):
            if option not in allowed:
                self._no_option(variable, option, place, allowed)
        chosen = {variable.options.index(o) for o in condition.options if o in allowed}
        return In(index, frozenset(chosen), condition.place)

    def _no_option(
        self, variable: Variable, option: str, place: Place, allowed: Sequence[str]
    ) -> None:
        if variable.kind in {"number", "duration"}:
            self.report(
                "R304",
                place,
                f'"{variable.question}" is a {variable.kind}; it has no option "{option}".',
                "Compare it with gt, gte, lt, lte or between, or with `unsure`.",
            )
        else:
            self.report(
                "R301",
                place,
                f'The question "{variable.question}" has no option "{option}" in this guide.',
                did_you_mean(option, allowed) or f"Its options: {', '.join(allowed)}.",
            )

    def _compare(self, condition: Compare) -> Formula:
        found = self._find(condition.question, condition.place)
        if found is None:
            return And(())
        index, variable = found
        if variable.kind not in {"number", "duration"}:
            self.report(
                "R304",
                condition.place,
                f'"{condition.question}" is a {variable.kind} question; it cannot be compared '
                f"with `{condition.operator}`.",
                f"Name options: {', '.join(variable.options)}.",
            )
            return And(())
        question = self.catalogue.questions[condition.question].model
        values = self.make.silent().values(condition, question)
        if values is None:
            return And(())
        return In(
            index,
            frozenset(
                option
                for option, band in enumerate(variable.bands)
                if isinstance(band, NumberBand) and satisfies(band, condition.operator, values)
            ),
            condition.place,
        )
