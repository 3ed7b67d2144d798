"""Amounts and dates as people give them → the option of the band in which they fall."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation

from generator.resolve.business_days import BusinessDays, band_of_date
from generator.resolve.calculation import Calculator, FeeCalculator
from generator.resolve.logic import UNSURE, DateBand, NumberBand, Variable

MOST_DIGITS, MOST_DECIMALS = 15, 6
"""Digits before the point, and behind it, that an amount may have."""
LONGEST_SHOWN = 40


class NotAReply(ValueError):  # noqa: N818 - named for what the value is
    """A value that is neither an option nor a raw value that the question takes."""


def option_for(
    variable: Variable, value: str, calendars: Mapping[str, BusinessDays], today: date
) -> str:
    """The option that a reply means: an option id as it is, an amount or date by its band.

    Where the calendar ends before a date's band is certain, the reply is `unsure`. Raises
    `NotAReply` with a reason for readers.
    """
    if value in variable.options:
        return value
    match variable.kind:
        case "number" | "duration":
            return band_of_number(variable, _number(value))
        case "date":
            return _band_of_day(variable, value, calendars, today)
        case "choice":
            raise NotAReply(f'"{value}" is not one of {", ".join(variable.options)}')


def not_taken(
    variables: Iterable[Variable],
    replies: Mapping[str, str],
    calendars: Mapping[str, BusinessDays],
    today: date,
) -> tuple[str, ...]:
    """Questions whose known reply is neither offered nor a raw value here, and so is dropped."""

    def taken(variable: Variable) -> bool:
        try:
            option_for(variable, replies[variable.question], calendars, today)
        except NotAReply:
            return False
        return True

    return tuple(v.question for v in variables if v.question in replies and not taken(v))


def computed_option(
    variable: Variable, calculators: Mapping[str, Calculator], raw: Mapping[str, str]
) -> str | None:
    """The option that a calculator tells from raw amounts; None where one of them is missing.

    Raises `NotAReply` where an amount is no number.
    """
    calculator = calculators.get(variable.calculator or "")
    if not isinstance(calculator, FeeCalculator) or not raw.keys() >= set(calculator.inputs):
        return None
    amounts = {question: _number(raw[question]) for question in calculator.inputs}
    return band_of_number(variable, calculator.value(amounts))


def in_range(variable: Variable, value: Decimal) -> bool:
    """Whether a number may be a reply to a variable."""
    return variable.minimum <= value and (variable.maximum is None or value <= variable.maximum)


def band_of_number(variable: Variable, value: Decimal) -> str:
    """The option into whose band a number falls. Raises `NotAReply` outside the range."""
    for option, band in zip(variable.options, variable.bands, strict=True):
        if in_range(variable, value) and isinstance(band, NumberBand) and band.holds(value):
            return option
    high = variable.maximum if variable.maximum is not None else "…"
    raise NotAReply(f"{value} is not between {variable.minimum} and {high}")


def _number(value: str) -> Decimal:
    try:
        number = Decimal(value.strip().replace(",", ""))
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise NotAReply(f'"{value[:LONGEST_SHOWN]}" is not a number')
    digits = number.as_tuple()
    # A calculator multiplies amounts within the 28 digits of decimals, and must not round there.
    if number and (number.adjusted() >= MOST_DIGITS or int(digits.exponent) < -MOST_DECIMALS):
        raise NotAReply(f'"{value[:LONGEST_SHOWN]}" is too large or too fine to be an amount')
    return number


def _band_of_day(
    variable: Variable, value: str, calendars: Mapping[str, BusinessDays], today: date
) -> str:
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        raise NotAReply(f'"{value}" is not a date such as {today}') from None
    if day > today:
        raise NotAReply(f"{day} lies after {today}")
    bands = [band if isinstance(band, DateBand) else None for band in variable.bands]
    index = band_of_date(bands, calendars, day, today)
    if index is not None:
        return variable.options[index]
    if UNSURE in variable.options:
        return UNSURE
    raise NotAReply(f"the calendar does not reach from {day} to {today}")
