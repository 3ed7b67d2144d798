"""Calculators as data: in `guides/calculators.json`, and inside the guides that use them.

What they must come to stands in `guides/calculators.vectors.json`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import product

from generator.render.addresses import (
    CALCULATOR_VECTORS,
    CALCULATORS_FILE,
    CALENDARS_FILE,
    relative,
)
from generator.render.contract.encode import SCHEMA_VERSION, Json, without_none
from generator.resolve import Calculator, DateCalculator, FeeCalculator, Project
from generator.resolve.bands import plain
from generator.resolve.business_days import ONE_DAY, BusinessDays
from generator.resolve.calculation import CENT, HUNDRED

# Around the build's date and around each change of the calendar.
DAYS_AROUND = 40


def calculators_json(project: Project) -> dict[str, Json]:
    """Every calculator by id, with its words in each locale as plain text."""
    return {
        "$schema": relative("schemas/calculators.schema.json", CALCULATORS_FILE),
        "schema_version": SCHEMA_VERSION,
        "as_of": project.as_of.isoformat(),
        "calendars": relative(CALENDARS_FILE, CALCULATORS_FILE),
        "calculators": {
            name: {
                **as_data(calculator),
                "name": {
                    locale: edition.calculators[name].plain
                    for locale, edition in project.editions.items()
                },
                "inputs": {
                    question: {
                        locale: edition.questions[question].plain
                        for locale, edition in project.editions.items()
                    }
                    for question in calculator.inputs
                },
            }
            for name, calculator in project.calculators.items()
        },
    }


def as_data(calculator: Calculator) -> dict[str, Json]:
    """What a program needs to reckon; figures as decimal strings."""
    match calculator:
        case FeeCalculator():
            free = calculator.free
            return without_none(
                {
                    "kind": "fee",
                    "unit": calculator.unit,
                    "amount": calculator.amount,
                    "free": None
                    if free is None
                    else {"question": free}
                    if isinstance(free, str)
                    else {"value": plain(free)},
                    "rate": plain(calculator.rate),
                    "minimum": _figure(calculator.minimum),
                    "maximum": _figure(calculator.maximum),
                    "charged": calculator.charged,
                }
            )
        case DateCalculator():
            return without_none(
                {
                    "kind": calculator.kind,
                    "counts_from": calculator.counts_from,
                    "count": calculator.count,
                    "span": calculator.span,
                    "calendar": calculator.calendar,
                }
            )


def calculator_vectors_json(project: Project) -> dict[str, Json]:
    """Inputs and values at every edge of every calculator, one smallest step either side."""
    vectors: list[Json] = []
    for name, calculator in project.calculators.items():
        if isinstance(calculator, FeeCalculator):
            vectors += [
                {
                    "calculator": name,
                    "inputs": {question: plain(amount) for question, amount in inputs.items()},
                    "value": plain(calculator.value(inputs)),
                }
                for inputs in _sums(calculator)
            ]
        else:
            vectors += [_day(project, calculator, start) for start in _days(project, calculator)]
    return {
        "$schema": relative("schemas/calculator-vectors.schema.json", CALCULATOR_VECTORS),
        "schema_version": SCHEMA_VERSION,
        "vectors": vectors,
    }


def _figure(value: Decimal | None) -> str | None:
    return None if value is None else plain(value)


def _sums(calculator: FeeCalculator) -> Iterator[dict[str, Decimal]]:
    """Sums at which something changes: the free amount, the smallest and the largest fee."""
    asked = isinstance(calculator.free, str)
    frees = [Decimal(0), Decimal(1000)] if asked else [Decimal(calculator.free or 0)]
    for free in frees:
        edges = [free]
        if calculator.rate:
            limits = [x for x in (calculator.minimum, calculator.maximum) if x is not None]
            # Half a hundredth is where rounding turns; below the minimum nobody would see it.
            turns = [n + CENT / 2 for n in (Decimal(0), Decimal("0.12"), *limits)]
            edges += [free + fee * HUNDRED / calculator.rate for fee in (*limits, *turns)]
        steps = (-CENT, Decimal(0), CENT)
        around = (edge.quantize(CENT) + step for edge, step in product(edges, steps))
        for amount in sorted({*around, Decimal("0.01"), Decimal(20_000), Decimal("123456.78")}):
            if amount >= 0:
                yield from _charged(calculator, amount, free)


def _charged(
    calculator: FeeCalculator, amount: Decimal, free: Decimal
) -> Iterator[dict[str, Decimal]]:
    inputs = {calculator.amount: amount}
    if isinstance(calculator.free, str):
        inputs[calculator.free] = free
    if calculator.charged is None:
        yield inputs
        return
    due = calculator.due(inputs)
    for charged in (due - CENT, due, due + CENT):
        if charged >= 0:
            yield {**inputs, calculator.charged: charged}


def _day(project: Project, calculator: DateCalculator, start: date) -> dict[str, Json]:
    day, certain = calculator.last_day(start, project.calendars)
    return {
        "calculator": calculator.id,
        "inputs": {calculator.counts_from: start.isoformat()},
        "value": day.isoformat(),
        "certain": certain,
    }


def _days(project: Project, calculator: DateCalculator) -> list[date]:
    """Days around the build's date, ends of months, and days around each holiday."""
    calendars: Mapping[str, BusinessDays] = project.calendars
    today = project.as_of
    found = {today + ONE_DAY * step for step in range(-DAYS_AROUND, DAYS_AROUND)}
    for month in range(1, 13):
        first = date(today.year, month, 1)
        found |= {first - ONE_DAY, first, date(2028, 2, 29)}
    calendar = calendars.get(calculator.calendar or "")
    if calendar is not None:
        turns = {calendar.last_day, *calendar.holidays, *calendar.working_days}
        found |= {day + ONE_DAY * step for day in turns for step in (-1, 0, 1)}
    return sorted(found)
