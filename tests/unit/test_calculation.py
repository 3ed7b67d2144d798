"""Fees to the cent and days to the day, at the edges where they turn."""

from datetime import date
from decimal import Decimal

import pytest

from generator.pipeline import Compiled
from generator.problems import Place
from generator.resolve import DateCalculator, FeeCalculator
from generator.resolve.calculation import Span
from generator.resolve.logic import NumberBand, Variable
from generator.resolve.raw_replies import NotAReply, computed_option
from tests.unit.small_project import BILL


def fee(
    amount: str,
    *,
    free: str | None = "1000",
    rate: str = "0.1",
    minimum: str | None = "0.1",
    maximum: str | None = "25",
) -> Decimal:
    figures = {
        key: Decimal(x) if x else None
        for key, x in (("free", free), ("minimum", minimum), ("maximum", maximum))
    }
    calculator = FeeCalculator(
        id="fee", unit="CNY", amount="sum", rate=Decimal(rate), charged=None, **figures
    )
    return calculator.value({"sum": Decimal(amount)})


@pytest.mark.parametrize(
    ("amount", "due"),
    [
        ("999.99", "0"),
        ("1000", "0"),
        ("1000.01", "0.1"),
        ("1100", "0.1"),
        ("1104.99", "0.1"),
        ("1105", "0.11"),
        ("26000", "25"),
        ("26000.01", "25"),
        ("999999.99", "25"),
    ],
)
def test_a_fee_is_a_share_of_what_is_not_free_within_its_limits(amount: str, due: str) -> None:
    assert fee(amount) == Decimal(due)


def test_a_fee_without_limits_is_the_bare_share_rounded_half_up() -> None:
    assert fee("5", free=None, minimum=None, maximum=None) == Decimal("0.01")
    assert fee("4.99", free=None, minimum=None, maximum=None) == Decimal("0.00")
    assert fee("123456.78", free=None, minimum=None, maximum=None) == Decimal("123.46")


def test_a_sum_that_binary_floats_cannot_hold_is_reckoned_exactly() -> None:
    assert fee("1.15", free="0", rate="50", minimum=None) == Decimal("0.58")


def test_what_was_charged_is_compared_with_the_fee_due() -> None:
    amounts = {"sum": Decimal(3000), "free": Decimal(1000), "paid": Decimal("2.5")}
    assert BILL.value(amounts) == Decimal("0.5")
    assert BILL.value({**amounts, "paid": Decimal(1)}) == Decimal(-1)


def last_day(start: str, count: int, span: Span) -> date:
    calculator = DateCalculator(
        id="by",
        kind="deadline",
        counts_from="from",
        within="w",
        count=count,
        span=span,
        calendar=None,
    )
    day, certain = calculator.last_day(date.fromisoformat(start), {})
    assert certain
    return day


@pytest.mark.parametrize(
    ("start", "count", "span", "end"),
    [
        ("2026-11-24", 15, "day", "2026-12-09"),
        ("2026-11-24", 0, "day", "2026-11-24"),
        ("2026-01-31", 1, "month", "2026-02-28"),
        ("2028-01-31", 1, "month", "2028-02-29"),
        ("2025-12-31", 13, "month", "2027-01-31"),
        ("2026-08-31", 6, "month", "2027-02-28"),
        ("2028-02-29", 1, "year", "2029-02-28"),
        ("2026-11-24", 3, "year", "2029-11-24"),
    ],
)
def test_a_window_ends_on_its_last_day(start: str, count: int, span: Span, end: str) -> None:
    assert last_day(start, count, span) == date.fromisoformat(end)


def test_business_days_follow_the_calendar_and_say_where_it_ends(shipped: Compiled) -> None:
    assert shipped.project is not None
    calculator = shipped.project.calculators["withdrawal-arrival"]
    assert isinstance(calculator, DateCalculator)
    calendars = shipped.project.calendars
    known = calendars[calculator.calendar or ""]
    _, certain = calculator.last_day(known.last_day, calendars)
    assert not certain
    # The week of the National Day: 1 to 7 October are off, Saturday 10 October is worked.
    day, certain = calculator.last_day(date(2026, 9, 30), calendars)
    assert certain
    assert known.is_business_day(day)
    assert day > date(2026, 10, 7)


OVERCHARGE = Variable(
    question="overcharge",
    kind="number",
    options=("lte-0", "gt-0", "unsure"),
    bands=(
        NumberBand(None, low_closed=False, high=Decimal(0), high_closed=True, unit="CNY"),
        NumberBand(Decimal(0), low_closed=False, high=None, high_closed=False, unit="CNY"),
        None,
    ),
    shares=(0.5, 0.3, 0.2),
    cost=1.0,
    after=frozenset(),
    minimum=Decimal(-1000),
    maximum=None,
    step=Decimal("0.01"),
    place=Place("rules.yml"),
    calculator="bill",
)  # fmt: skip


def test_a_computed_question_is_replied_to_from_amounts() -> None:
    raw = {"sum": "3,000", "free": "1000", "paid": "2"}
    assert computed_option(OVERCHARGE, {"bill": BILL}, raw) == "lte-0"
    assert computed_option(OVERCHARGE, {"bill": BILL}, {**raw, "paid": "2.01"}) == "gt-0"


def test_a_computed_question_stays_open_while_an_amount_is_missing() -> None:
    assert computed_option(OVERCHARGE, {"bill": BILL}, {"sum": "3000"}) is None


def test_an_amount_that_is_no_number_is_refused() -> None:
    with pytest.raises(NotAReply):
        computed_option(OVERCHARGE, {"bill": BILL}, {"sum": "much", "free": "1", "paid": "2"})
