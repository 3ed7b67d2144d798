"""Business days of a calendar, and the bands of elapsed time that rest on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.resolve.logic import DateBand
from generator.schema.entities import Calendar

ONE_DAY = timedelta(days=1)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class BusinessDays:
    """Which days are business days, from a first to a last known day."""

    id: str
    zone: str
    first_day: date
    last_day: date
    weekend: frozenset[int]
    """Days of the week, Monday is 0."""
    holidays: frozenset[date]
    working_days: frozenset[date]
    """Worked although they fall on a weekend (调休)."""

    def is_business_day(self, day: date) -> bool | None:
        """Whether business is done on a day; None outside the known days."""
        if not self.first_day <= day <= self.last_day:
            return None
        if day in self.working_days:
            return True
        return day not in self.holidays and day.weekday() not in self.weekend

    def due_date(self, start: date, limit: int) -> tuple[date, bool]:
        """The day on which a window of `limit` business days after `start` ends.

        Counting begins on the first business day after `start`. Unknown days count as business
        days, which gives the earliest possible date; the second value tells whether it is certain.
        """
        day, counted, certain = start, 0, True
        while counted < limit:
            day += ONE_DAY
            known = self.is_business_day(day)
            certain = certain and known is not None
            counted += known is not False
        return day, certain


def business_days(calendar: Calendar) -> BusinessDays:
    """The authored calendar as sets of days."""
    days: set[date] = set()
    for holiday in calendar.holidays:
        day = holiday.first
        while day <= holiday.last:
            days.add(day)
            day += ONE_DAY
    return BusinessDays(
        id=calendar.id,
        zone=calendar.zone,
        first_day=calendar.first_day,
        last_day=calendar.last_day,
        weekend=frozenset(_WEEKDAYS.index(day) for day in calendar.weekend),
        holidays=frozenset(days),
        working_days=frozenset(calendar.working_days),
    )


def band_of_date(
    bands: Sequence[DateBand | None],
    calendars: Mapping[str, BusinessDays],
    start: date,
    today: date,
) -> int | None:
    """The index of the band in which `today` lies for something that began on `start`.

    Exactly at a limit is inside. None where the calendar ends before the answer is certain: then
    the reply is `unsure`. Raises ValueError for a start after today.
    """
    if start > today:
        raise ValueError("the date lies after today")
    for index, band in enumerate(bands):
        if band is None:
            continue
        if band.limit is None:
            return index
        if band.unit == "day" or band.calendar is None:
            due, certain = start + band.limit * ONE_DAY, True
        else:
            due, certain = calendars[band.calendar].due_date(start, band.limit)
        if today <= due:
            return index
        if not certain:
            return None
    return None
