"""What calculators reckon: fees in exact decimals, and the last day of a window.

The player's JavaScript does the same; `guides/calculators.vectors.json` holds both to it.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, TypeAlias

from generator.resolve.business_days import ONE_DAY, BusinessDays

Currency = Literal["CNY", "EUR", "GBP", "USD"]
Span = Literal["day", "business-day", "month", "year"]
CENT = Decimal("0.01")
HUNDRED = Decimal(100)
MONTHS_OF_A_YEAR = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeCalculator:
    """A share of what exceeds a free amount, between a smallest and a largest fee."""

    id: str
    unit: Currency
    amount: str
    """The question that asks the sum."""
    free: Decimal | str | None
    """How much of the sum is free: a figure, or the question that asks it."""
    rate: Decimal
    """In percent."""
    minimum: Decimal | None
    maximum: Decimal | None
    charged: str | None
    """The question that asks what was charged; the value is then what exceeds the fee due."""

    @property
    def inputs(self) -> tuple[str, ...]:
        """The questions whose amounts it needs, in the order in which people are asked."""
        free = (self.free,) if isinstance(self.free, str) else ()
        return (self.amount, *free, *((self.charged,) if self.charged else ()))

    def value(self, amounts: Mapping[str, Decimal]) -> Decimal:
        """The fee due for the amounts of `inputs`, or with `charged` the difference to it."""
        due = self.due(amounts)
        return due if self.charged is None else amounts[self.charged] - due

    def due(self, amounts: Mapping[str, Decimal]) -> Decimal:
        """The fee due, rounded half up to a hundredth; nothing where all of the sum is free."""
        free = amounts[self.free] if isinstance(self.free, str) else self.free or Decimal(0)
        taxed = amounts[self.amount] - free
        if taxed <= 0:
            return Decimal(0)
        due = (taxed * self.rate / HUNDRED).quantize(CENT, ROUND_HALF_UP)
        due = max(due, self.minimum) if self.minimum is not None else due
        return min(due, self.maximum) if self.maximum is not None else due


@dataclass(frozen=True, slots=True, kw_only=True)
class DateCalculator:
    """The last day of a window that begins behind a day."""

    id: str
    kind: Literal["due_date", "deadline"]
    """`due_date`: until then others must act. `deadline`: until then the reader must."""
    counts_from: str
    """The question that asks for the day; where none does, a name of its own."""
    within: str
    """The parameter that says how long."""
    count: int
    span: Span
    calendar: str | None

    @property
    def inputs(self) -> tuple[str, ...]:
        """The question whose day it needs."""
        return (self.counts_from,)

    def last_day(self, start: date, calendars: Mapping[str, BusinessDays]) -> tuple[date, bool]:
        """The last day that belongs to the window, and whether it is certain.

        Where the calendar ends too early, days behind it count as business days: the earliest day
        possible, and not certain. The last day of a shorter month stands for one that it lacks.
        Raises OverflowError beyond the year 9999.
        """
        match self.span:
            case "day":
                return start + self.count * ONE_DAY, True
            case "business-day":
                assert self.calendar is not None
                return calendars[self.calendar].due_date(start, self.count)
            case "month":
                return _months_later(start, self.count), True
            case "year":
                return _months_later(start, self.count * MONTHS_OF_A_YEAR), True


Calculator: TypeAlias = FeeCalculator | DateCalculator


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * MONTHS_OF_A_YEAR + start.month - 1 + months, MONTHS_OF_A_YEAR)
    if year > date.max.year:
        raise OverflowError("the window ends beyond the year 9999")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
