"""Calculators as authors wrote them → calculators with figures in place of parameters.

Checks what only the catalogue can tell: that questions ask what is reckoned with, and that units
fit. `calculation` does the arithmetic.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import get_args

from generator.problems import Place, Problem, Related
from generator.resolve.calculation import (
    Calculator,
    Currency,
    DateCalculator,
    FeeCalculator,
    Span,
)
from generator.schema import Catalogue, Entry
from generator.schema.entities import Calculator as Authored
from generator.schema.entities import Parameter, Question, QuestionKind

_NEEDS = {
    "fee": ("amount", "rate"),
    "due_date": ("within",),
    "deadline": ("within",),
}
_TAKES = {
    "fee": ("amount", "free", "rate", "minimum", "maximum", "charged"),
    "due_date": ("counts_from", "day", "within", "calendar"),
    "deadline": ("counts_from", "day", "within", "calendar"),
}
_SPANS: dict[str, tuple[Span, ...]] = {
    "due_date": ("day", "business-day"),
    "deadline": ("day", "business-day", "month", "year"),
}
_CURRENCIES: tuple[Currency, ...] = get_args(Currency)


def calculator_problems(
    catalogue: Catalogue, parameters: Mapping[str, Entry[Parameter]]
) -> Iterator[Problem]:
    """What is wrong in calculators, and where something relies on one that cannot serve."""
    for entry in catalogue.calculators.values():
        yield from _Reader(catalogue, parameters, entry).problems()
    for question in catalogue.questions.values():
        yield from _computed(catalogue, question)
    for answer in catalogue.answers.values():
        name = answer.model.deadline.calculator if answer.model.deadline else None
        calculator = catalogue.calculators.get(name or "")
        if calculator is not None and calculator.model.kind == "fee":
            yield Problem(
                code="R304",
                place=answer.place("deadline", "calculator"),
                what=f'"{calculator.id}" reckons a fee, and a day is wanted here.',
                mend="Name a calculator of kind `due_date` or `deadline`.",
                related=(Related(calculator.place("kind"), "its kind"),),
            )


def calculators(
    catalogue: Catalogue, parameters: Mapping[str, Entry[Parameter]]
) -> dict[str, Calculator]:
    """All calculators of a catalogue in which nothing is wrong, by id."""
    return {
        name: _Reader(catalogue, parameters, entry).calculator()
        for name, entry in catalogue.calculators.items()
    }


def own_day(calculator: str) -> str:
    """What the day is called from which a calculator counts, where no question asks for it."""
    return f"{calculator}-day"


def _computed(catalogue: Catalogue, question: Entry[Question]) -> Iterator[Problem]:
    """A question that a calculator is to reply to, and that this one cannot."""
    entry = catalogue.calculators.get(question.model.computed_by or "")
    if entry is None:
        return
    amount = catalogue.questions.get(entry.model.amount or "")
    unit = amount.model.unit if amount else None
    if entry.model.kind != "fee" or question.model.kind != "number":
        what = f'"{entry.id}" cannot tell the reply to this {question.model.kind} question.'
        mend = "A calculator of kind `fee` tells the reply to a number question."
        code, place = "R304", question.place("computed_by")
    elif question.id in _inputs(entry.model):
        what = f'"{entry.id}" would need the reply to "{question.id}" to tell it.'
        mend = "Let another question be computed, or take this one out of the calculator."
        code, place = "R305", question.place("computed_by")
    elif unit is not None and question.model.unit != unit:
        what = f'"{entry.id}" reckons in {unit}, the question in {question.model.unit}.'
        mend = "Use one currency."
        code, place = "R308", question.place("unit")
    else:
        return
    related = (Related(entry.place("kind"), "the calculator"),)
    yield Problem(code=code, place=place, what=what, mend=mend, related=related)


def _inputs(model: Authored) -> tuple[str, ...]:
    free = model.free.question if model.free else None
    return tuple(name for name in (model.amount, free, model.charged, model.counts_from) if name)


class _Reader:
    """One calculator: its mistakes, or what it comes to."""

    def __init__(
        self,
        catalogue: Catalogue,
        parameters: Mapping[str, Entry[Parameter]],
        entry: Entry[Authored],
    ) -> None:
        self.catalogue = catalogue
        self.parameters = parameters
        self.entry = entry
        self.model = entry.model

    def problems(self) -> Iterator[Problem]:
        yield from self.misplaced()
        checks: dict[str, Callable[[], Iterator[Problem]]] = {
            "fee": self.of_fee,
            "due_date": self.of_date,
            "deadline": self.of_date,
        }
        yield from checks[self.model.kind]()

    def misplaced(self) -> Iterator[Problem]:
        kind = self.model.kind
        for key in sorted(self.model.model_fields_set - {"id", "kind", "name"}):
            if key not in _TAKES[kind]:
                yield self.problem(
                    "R304",
                    self.entry.key_place(key),
                    f"`{key}` does not fit a calculator of kind {kind}.",
                    f"Remove it; this kind takes {', '.join(_TAKES[kind])}.",
                )
        for key in _NEEDS[kind]:
            if getattr(self.model, key) is None:
                what = f"A calculator of kind {kind} needs `{key}`."
                yield self.problem("S202", self.entry.place("kind"), what, f"Add `{key}: …`.")

    def of_fee(self) -> Iterator[Problem]:
        amount = self.catalogue.questions.get(self.model.amount or "")
        unit = amount.model.unit if amount else None
        if amount is not None and (amount.model.kind != "number" or unit not in _CURRENCIES):
            yield self.asks_no_sum(amount, ("amount",))
            return
        free = self.model.free
        if free is not None and (free.question is None) == (free.parameter is None):
            yield self.problem(
                "S202",
                self.entry.place("free"),
                "Name a question or a parameter here, one of the two.",
                "Write `free: {question: …}` or `free: {parameter: …}`.",
            )
        yield from self.in_one_currency(unit)
        yield from self.in_unit(self.model.rate, ("rate",), "percent")
        low, high = self.figure(self.model.minimum), self.figure(self.model.maximum)
        if low is not None and high is not None and low > high:
            what = f"The smallest fee, {low}, is larger than the largest, {high}."
            yield self.problem("R307", self.entry.place("maximum"), what, "Correct one of the two.")

    def in_one_currency(self, unit: str | None) -> Iterator[Problem]:
        free = self.model.free
        asked = {
            ("free", "question"): free.question if free else None,
            ("charged",): self.model.charged,
        }
        for path, name in asked.items():
            question = self.catalogue.questions.get(name or "")
            if question is None:
                continue
            if question.model.kind != "number" or (unit and question.model.unit != unit):
                yield self.asks_no_sum(question, path)
        yield from self.in_unit(free.parameter if free else None, ("free", "parameter"), unit)
        yield from self.in_unit(self.model.minimum, ("minimum",), unit)
        yield from self.in_unit(self.model.maximum, ("maximum",), unit)

    def asks_no_sum(self, question: Entry[Question], path: tuple[str, ...]) -> Problem:
        model = question.model
        described = f"a {model.kind} question" + (f" in {model.unit}" if model.unit else "")
        return self.problem(
            "R304",
            self.entry.place(*path),
            f'"{question.id}" is {described}; sums of one currency are wanted.',
            "Name a number question in the calculator's currency.",
            related=(Related(question.place("kind"), "its kind"),),
        )

    def in_unit(
        self, name: str | None, path: tuple[str, ...], wanted: str | None
    ) -> Iterator[Problem]:
        parameter = self.parameters.get(name or "")
        if parameter is not None and wanted is not None and parameter.model.unit != wanted:
            yield self.problem(
                "R308",
                self.entry.place(*path),
                f'The unit of "{parameter.id}" is {parameter.model.unit}; {wanted} is wanted here.',
                "Name another parameter, or correct its unit.",
                related=(Related(parameter.place("unit"), "its unit"),),
            )

    def of_date(self) -> Iterator[Problem]:
        yield from self.counts_from_a_day()
        parameter = self.parameters.get(self.model.within or "")
        spans = _SPANS[self.model.kind]
        if parameter is None:
            return
        unit = parameter.model.unit
        if unit not in spans:
            yield self.problem(
                "R308",
                self.entry.place("within"),
                f'The unit of "{parameter.id}" is {unit}; {" or ".join(spans)} is wanted here.',
                "Name another parameter, or correct its unit.",
                related=(Related(parameter.place("unit"), "its unit"),),
            )
        elif unit == "business-day" and self.model.calendar is None:
            what = f'"{parameter.id}" counts business days: whose?'
            yield self.problem("S202", self.entry.place("within"), what, "Add `calendar: …`.")
        elif unit != "business-day" and self.model.calendar is not None:
            what = f'"{parameter.id}" counts in {unit}, so no calendar is needed.'
            place = self.entry.key_place("calendar")
            yield self.problem("R304", place, what, "Remove `calendar`.")

    def counts_from_a_day(self) -> Iterator[Problem]:
        if (self.model.counts_from is None) == (self.model.day is None):
            what = "It counts from a day: which question asks for it, or what day is it?"
            mend = "Write `counts_from: …`, or where no guide asks `day: {zh: …, en: …}`."
            yield self.problem("S202", self.entry.place("kind"), what, mend)
        question: Entry[Question] | None = self.catalogue.questions.get(
            self.model.counts_from or ""
        )
        wanted: QuestionKind = "date"
        if question is not None and question.model.kind != wanted:
            yield self.problem(
                "R304",
                self.entry.place("counts_from"),
                f'"{question.id}" is a {question.model.kind} question; nothing counts from it.',
                "Name a question of `kind: date`.",
                related=(Related(question.place("kind"), "its kind"),),
            )

    def problem(
        self, code: str, place: Place, what: str, mend: str, *, related: Iterable[Related] = ()
    ) -> Problem:
        return Problem(code=code, place=place, what=what, mend=mend, related=tuple(related))

    def figure(self, name: str | None) -> Decimal | None:
        parameter = self.parameters.get(name or "")
        if parameter is None or parameter.model.unit == "phone":
            return None
        return Decimal(parameter.model.value)

    def calculator(self) -> Calculator:
        model = self.model
        if model.kind == "fee":
            unit = self.catalogue.questions[model.amount or ""].model.unit
            rate = self.figure(model.rate)
            assert rate is not None
            return FeeCalculator(
                id=self.entry.id,
                unit=next(currency for currency in _CURRENCIES if currency == unit),
                amount=model.amount or "",
                free=self.free(),
                rate=rate,
                minimum=self.figure(model.minimum),
                maximum=self.figure(model.maximum),
                charged=model.charged,
            )
        within = self.parameters[model.within or ""].model
        return DateCalculator(
            id=self.entry.id,
            kind=model.kind,
            counts_from=model.counts_from or own_day(self.entry.id),
            within=model.within or "",
            count=int(Decimal(within.value)),
            span=next(span for span in _SPANS[model.kind] if span == within.unit),
            calendar=model.calendar,
        )

    def free(self) -> Decimal | str | None:
        free = self.model.free
        return None if free is None else free.question or self.figure(free.parameter)
