"""Business days of the shipped calendars, and windows that rest on them."""

from collections.abc import Iterator
from datetime import date, timedelta

import chinese_calendar
import holidays
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
YEARS = range(2026, 2031)
INDEPENDENT = {
    "uk": holidays.country_holidays("GB", subdiv="ENG", years=YEARS),
    "eu": holidays.financial_holidays("XECB", years=YEARS),
    "us": holidays.financial_holidays("XFED", years=YEARS),
}
"""Calendars of another project, by the id of ours."""
LAST_KNOWN = {
    "cn": date(2026, 12, 31),
    "uk": date(2027, 12, 31),
    "eu": date(2030, 12, 31),
    "us": date(2030, 12, 31),
}
"""The last day for which holidays are settled: each is moved when a new notice is out."""


def days(calendar: BusinessDays) -> Iterator[date]:
    """Every day that a calendar knows."""
    count = (calendar.last_day - calendar.first_day).days + 1
    return (calendar.first_day + timedelta(days=ahead) for ahead in range(count))


@pytest.fixture
def calendars(shipped: Compiled) -> dict[str, BusinessDays]:
    assert shipped.project is not None
    return dict(shipped.project.calendars)


@pytest.fixture
def cn(calendars: dict[str, BusinessDays]) -> BusinessDays:
    return calendars["cn"]


def test_the_mainlands_calendar_agrees_with_an_independent_one_on_every_day(
    cn: BusinessDays,
) -> None:
    for day in days(cn):
        assert cn.is_business_day(day) == chinese_calendar.is_workday(day), day


def test_the_mainlands_make_up_days_are_exactly_those_of_an_independent_calendar(
    cn: BusinessDays,
) -> None:
    worked = {day for day in days(cn) if day.weekday() > 4 and chinese_calendar.is_workday(day)}
    assert cn.working_days == worked


def test_the_mainlands_holidays_are_exactly_those_of_an_independent_calendar(
    cn: BusinessDays,
) -> None:
    off = {
        day
        for day in days(cn)
        if not chinese_calendar.is_workday(day) and chinese_calendar.get_holiday_detail(day)[1]
    }
    assert cn.holidays == off


@pytest.mark.parametrize("name", INDEPENDENT)
def test_a_calendar_abroad_agrees_with_an_independent_one_on_every_day(
    calendars: dict[str, BusinessDays], name: str
) -> None:
    for day in days(calendars[name]):
        open_by_rule = day.weekday() <= 4 and day not in INDEPENDENT[name]
        assert calendars[name].is_business_day(day) == open_by_rule, day


@pytest.mark.parametrize(("name", "last"), LAST_KNOWN.items())
def test_a_calendar_is_known_from_2026_to_its_last_day_and_no_further(
    calendars: dict[str, BusinessDays], name: str, last: date
) -> None:
    calendar = calendars[name]
    assert (calendar.first_day, calendar.last_day) == (date(2026, 1, 1), last)
    assert calendar.is_business_day(last) is not None
    assert calendar.is_business_day(last + timedelta(days=1)) is None


def test_every_shipped_calendar_has_an_independent_one_beside_it(
    calendars: dict[str, BusinessDays],
) -> None:
    assert set(calendars) == {"cn", *INDEPENDENT}


def test_the_federal_reserve_is_open_on_the_friday_before_a_saturday_holiday(
    calendars: dict[str, BusinessDays],
) -> None:
    assert calendars["us"].is_business_day(date(2026, 7, 3)) is True


def test_a_substitute_day_stands_for_an_english_bank_holiday_on_a_weekend(
    calendars: dict[str, BusinessDays],
) -> None:
    assert calendars["uk"].is_business_day(date(2026, 12, 28)) is False


def test_labour_day_closes_the_euro_system_but_no_english_bank(
    calendars: dict[str, BusinessDays],
) -> None:
    labour_day = date(2026, 5, 1)
    assert calendars["eu"].is_business_day(labour_day) is False
    assert calendars["uk"].is_business_day(labour_day) is True


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
