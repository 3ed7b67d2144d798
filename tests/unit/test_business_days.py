"""Business days of the mainland's calendar for 2026, and windows that rest on them."""

from datetime import date, timedelta

import chinese_calendar
import pytest

from generator.pipeline import Compiled
from generator.resolve import BusinessDays
from generator.resolve.business_days import band_of_date
from generator.resolve.logic import DateBand

BANDS = (
    DateBand("business-day", "cn", None, 3),
    DateBand("business-day", "cn", 3, None),
    None,
)
INSIDE, PAST = 0, 1


@pytest.fixture
def cn(shipped: Compiled) -> BusinessDays:
    assert shipped.project is not None
    return shipped.project.calendars["cn"]


def test_the_calendar_agrees_with_an_independent_one_on_every_day_of_2026(cn: BusinessDays) -> None:
    day = date(2026, 1, 1)
    while day.year == 2026:
        assert cn.is_business_day(day) == chinese_calendar.is_workday(day), day
        day += timedelta(days=1)


def test_days_outside_the_known_span_are_unknown(cn: BusinessDays) -> None:
    assert cn.is_business_day(date(2027, 1, 4)) is None
    assert cn.is_business_day(date(2025, 12, 31)) is None


def test_counting_begins_on_the_first_business_day_after_submission(cn: BusinessDays) -> None:
    assert cn.due_date(date(2026, 11, 21), 1) == (date(2026, 11, 23), True)


def test_a_make_up_working_day_counts(cn: BusinessDays) -> None:
    assert cn.due_date(date(2026, 10, 9), 1) == (date(2026, 10, 10), True)


def test_holidays_do_not_count(cn: BusinessDays) -> None:
    assert cn.due_date(date(2026, 9, 30), 1) == (date(2026, 10, 8), True)


@pytest.mark.parametrize(
    ("today", "band"),
    [(date(2026, 11, 18), INSIDE), (date(2026, 11, 19), INSIDE), (date(2026, 11, 20), PAST)],
)
def test_exactly_at_the_limit_is_inside(cn: BusinessDays, today: date, band: int) -> None:
    assert band_of_date(BANDS, {"cn": cn}, date(2026, 11, 16), today) == band


def test_the_day_after_the_window_is_past_even_on_a_weekend(cn: BusinessDays) -> None:
    assert band_of_date(BANDS, {"cn": cn}, date(2026, 11, 17), date(2026, 11, 21)) == PAST


def test_beyond_the_known_days_only_what_is_certain_is_said(cn: BusinessDays) -> None:
    start = date(2026, 12, 30)
    assert band_of_date(BANDS, {"cn": cn}, start, date(2027, 1, 2)) == INSIDE
    assert band_of_date(BANDS, {"cn": cn}, start, date(2027, 1, 3)) is None
    assert band_of_date(BANDS, {"cn": cn}, date(2026, 12, 20), date(2027, 2, 1)) == PAST


def test_a_date_after_today_is_refused(cn: BusinessDays) -> None:
    with pytest.raises(ValueError, match="after today"):
        band_of_date(BANDS, {"cn": cn}, date(2026, 11, 20), date(2026, 11, 19))
