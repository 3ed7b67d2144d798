"""What is wrong in a calendar: days that run backwards, a week without work, an unknown zone."""

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo, available_timezones

from generator.problems import Place, Problem, did_you_mean
from generator.resolve.parameters import SOON
from generator.schema import Catalogue, Entry
from generator.schema.entities import Calendar

LONGEST = timedelta(days=30 * 366)
DAYS_OF_A_WEEK = 7


def calendar_problems(entry: Entry[Calendar]) -> Iterator[Problem]:
    """What is wrong in a calendar by itself."""
    model = entry.model
    if not timedelta(0) <= model.last_day - model.first_day <= LONGEST:
        yield _misfit(
            entry.place("last_day"),
            f"The calendar runs from {model.first_day} to {model.last_day}.",
            "Let it end after it begins, and within 30 years.",
        )
    else:
        yield from _outside(entry)
    if len(set(model.weekend)) == DAYS_OF_A_WEEK:
        yield _misfit(
            entry.place("weekend"),
            "All seven days are weekend, so no window would ever end.",
            "Name the days on which no business is done.",
        )
    if not _is_zone(model.zone):
        yield Problem(
            code="R301",
            place=entry.place("zone"),
            what=f'No time zone is called "{model.zone}".',
            mend=did_you_mean(model.zone, available_timezones())
            or "Write an IANA time zone, such as Asia/Shanghai.",
        )


def _outside(entry: Entry[Calendar]) -> Iterator[Problem]:
    """Holidays that run backwards, and days that the calendar does not reach."""
    model = entry.model
    for index, days in enumerate(model.holidays):
        if not model.first_day <= days.first <= days.last <= model.last_day:
            yield _misfit(
                entry.place("holidays", index),
                f"The holiday from {days.first} to {days.last} runs backwards, or outside the "
                "calendar.",
                "Correct its dates, or `first_day` and `last_day`.",
            )
    for index, day in enumerate(model.working_days):
        if not model.first_day <= day <= model.last_day:
            yield _misfit(
                entry.place("working_days", index),
                f"{day} lies outside the calendar.",
                "Correct the date, or `first_day` and `last_day`.",
            )


def calendars_lapse(catalogue: Catalogue, as_of: date) -> Iterator[Problem]:
    """Calendars whose last known day comes soon."""
    for entry in catalogue.calendars.values():
        if entry.model.last_day - SOON <= as_of:
            yield Problem(
                code="R309",
                place=entry.place("last_day"),
                what=f'The calendar "{entry.id}" is known only up to {entry.model.last_day}.',
                mend="Add the next year's holidays as soon as they are published.",
            )


def _misfit(place: Place, what: str, mend: str) -> Problem:
    return Problem(code="R313", place=place, what=what, mend=mend)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        # A machine without a list of zones cannot tell.
        return not available_timezones()
    return True
