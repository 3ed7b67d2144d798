"""Calculators against the same sums in fractions, and days against other people's calendars."""

import random
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

import chinese_calendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pipeline import Compiled
from generator.render.contract.calculators import _sums
from generator.resolve import DateCalculator, FeeCalculator
from generator.resolve.raw_replies import NotAReply, computed_option

cents = st.integers(0, 10**12).map(lambda n: Decimal(n) / 100)
rates = st.integers(0, 10**6).map(lambda n: Decimal(n) / 10**4)
limits = st.none() | st.integers(0, 10**5).map(lambda n: Decimal(n) / 100)
calculators = st.builds(
    FeeCalculator,
    id=st.just("fee"),
    unit=st.just("CNY"),
    amount=st.just("sum"),
    free=st.none() | st.just("free") | cents,
    rate=rates,
    minimum=limits,
    maximum=limits,
    charged=st.none() | st.just("charged"),
)


def in_fractions(calculator: FeeCalculator, amounts: dict[str, Decimal]) -> Fraction:
    """The value as the author's guide words it, in numbers that never round by themselves."""
    free = amounts[calculator.free] if isinstance(calculator.free, str) else calculator.free
    taxed = Fraction(amounts["sum"]) - Fraction(free or 0)
    due = Fraction(0)
    if taxed > 0:
        hundredths = taxed * Fraction(calculator.rate) / 100 * 100
        due = Fraction(floor(hundredths + Fraction(1, 2)), 100)
        if calculator.minimum is not None and due < calculator.minimum:
            due = Fraction(calculator.minimum)
        if calculator.maximum is not None and due > calculator.maximum:
            due = Fraction(calculator.maximum)
    return Fraction(amounts["charged"]) - due if calculator.charged else due


@given(calculator=calculators, amount=cents, free=cents, charged=cents)
@settings(max_examples=3000, deadline=None)
def test_a_fee_is_what_fractions_say(
    calculator: FeeCalculator, amount: Decimal, free: Decimal, charged: Decimal
) -> None:
    amounts = {"sum": amount, "free": free, "charged": charged}
    assert Fraction(calculator.value(amounts)) == in_fractions(calculator, amounts)


@given(calculator=calculators)
@settings(max_examples=200, deadline=None)
def test_the_vectors_stand_at_every_edge_and_one_cent_either_side(
    calculator: FeeCalculator,
) -> None:
    sums = {inputs["sum"] for inputs in _sums(calculator)}
    free = calculator.free if isinstance(calculator.free, Decimal) else Decimal(0)
    cent = Decimal("0.01")
    edges = [free]
    if calculator.rate:
        fees = [x for x in (calculator.minimum, calculator.maximum) if x is not None]
        turns = [fee + cent / 2 for fee in (Decimal(0), *fees)]
        edges += [(free + fee * 100 / calculator.rate).quantize(cent) for fee in (*fees, *turns)]
    for edge in edges:
        assert {x for x in (edge - cent, edge, edge + cent) if x >= 0} <= sums


@given(
    start=st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    count=st.integers(1, 240),
    span=st.sampled_from(["month", "year"]),
)
@settings(max_examples=2000, deadline=None)
def test_months_end_on_the_same_day_or_the_last_one_that_there_is(
    start: date, count: int, span: str
) -> None:
    calculator = DateCalculator(
        id="window", kind="deadline", counts_from="day", within="window",
        count=count, span="month" if span == "month" else "year", calendar=None,
    )  # fmt: skip
    found, certain = calculator.last_day(start, {})
    # Day by day: through as many ends of months as there are months.
    passed, day = 0, start.replace(day=1)
    while passed < count * (1 if span == "month" else 12):
        day = (day + timedelta(days=32)).replace(day=1)
        passed += 1
    following = (day + timedelta(days=32)).replace(day=1)
    last = following - timedelta(days=1)
    assert certain
    assert found == min(day + timedelta(days=start.day - 1), last)


def test_withdrawals_arrive_on_the_day_that_another_calendar_tells(shipped: Compiled) -> None:
    assert shipped.project is not None
    calculator = shipped.project.calculators["withdrawal-arrival"]
    assert isinstance(calculator, DateCalculator)
    last_known = shipped.project.calendars["cn"].last_day
    draw = random.Random(1)
    for _ in range(400):
        start = date(2026, 1, 1) + timedelta(days=draw.randrange(350))
        day, counted = start, 0
        while counted < calculator.count and day < last_known:
            day += timedelta(days=1)
            counted += chinese_calendar.is_workday(day)
        found, certain = calculator.last_day(start, shipped.project.calendars)
        if counted == calculator.count:
            assert (found, certain) == (day, True)
        else:
            assert not certain


@pytest.mark.parametrize("amount", ["1e30", "9" * 40 + ".99", "1e999999", "1e-999999"])
def test_a_sum_beyond_all_reason_is_no_reply_and_no_crash(shipped: Compiled, amount: str) -> None:
    assert shipped.project is not None
    guide = shipped.project.guides["fee-dispute"]
    (variable,) = (v for v in guide.variables if v.calculator)
    raw = {"withdrawal-amount": amount, "free-allowance-left": "0", "fee-charged": "0"}
    with pytest.raises(NotAReply):
        computed_option(variable, shipped.project.calculators, raw)
