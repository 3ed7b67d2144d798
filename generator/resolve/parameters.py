"""Parameters in force on a date, with the brand's own laid over, and their values in words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import cast

from generator.problems import Problem, Related
from generator.resolve.bands import plain
from generator.resolve.logic import NumberBand
from generator.resolve.references import Reference, table
from generator.schema import Catalogue, Entry
from generator.schema.entities import Parameter, Unit
from generator.schema.mistakes import shown
from generator.schema.text import FIGURE, Locale

SOON = timedelta(days=30)
# Ten years: longer windows are slips of the pen, and days are counted one by one.
WHOLE_DAYS = r"[0-9]|[1-9][0-9]{1,2}|[1-2][0-9]{3}|3[0-5][0-9]{2}|36[0-5][0-9]"
PHONE = r"\+?[0-9]+([ -][0-9]+)*"


def overlaid(catalogue: Catalogue) -> dict[str, Entry[Parameter]]:
    """The shared parameters with the brand's in place of those of the same id."""
    return cast("dict[str, Entry[Parameter]]", table(catalogue, "parameter"))


def in_force(parameter: Parameter, as_of: date) -> bool:
    """Whether a parameter holds on a date."""
    started = parameter.valid_from is None or parameter.valid_from <= as_of
    return started and (parameter.valid_until is None or as_of < parameter.valid_until)


def _lasts_no_day(parameter: Parameter) -> bool:
    first, end = parameter.valid_from, parameter.valid_until
    return first is not None and end is not None and end <= first


def value_problems(entry: Entry[Parameter]) -> Iterator[Problem]:
    """A value that is no figure although its unit wants one; dates that leave no day."""
    if _lasts_no_day(entry.model):
        yield Problem(
            code="R303",
            place=entry.place("valid_until"),
            what=f"The parameter is valid from {entry.model.valid_from} until "
            f"{entry.model.valid_until}, which leaves no day.",
            mend="Correct the dates; `valid_until` is the first day without it.",
        )
    if entry.model.unit == "phone":
        if not re.fullmatch(PHONE, entry.model.value):
            yield Problem(
                code="S203",
                place=entry.place("value"),
                what=f"The value needs a telephone number, not {shown(entry.model.value)}.",
                mend="Write digits, with spaces or hyphens between them and perhaps a + in front.",
            )
        return
    whole = entry.model.unit in {"day", "business-day"}
    if not re.fullmatch(WHOLE_DAYS if whole else FIGURE, entry.model.value):
        wanted = "a whole number of days up to 3659" if whole else "a number"
        yield Problem(
            code="S203",
            place=entry.place("value"),
            what=f"The value needs {wanted}, not {shown(entry.model.value)}.",
            mend="Write plain digits without unit or separators, such as 1000 or 0.1.",
        )


def lapsed(
    parameters: Mapping[str, Entry[Parameter]], mentions: Iterable[Reference], as_of: date
) -> Iterator[Problem]:
    """Parameters in use that are not in force, or that lapse soon."""
    users: dict[str, dict[str, Reference]] = {}
    for mention in mentions:
        if mention.kind == "parameter" and mention.id in parameters:
            users.setdefault(mention.id, {}).setdefault(mention.by, mention)
    for name, using in users.items():
        model = parameters[name].model
        if _lasts_no_day(model):
            continue
        if not in_force(model, as_of):
            yield _not_in_force(parameters[name], list(using.values()), as_of)
        elif model.valid_until is not None and model.valid_until - SOON <= as_of:
            yield Problem(
                code="R309",
                place=parameters[name].place("valid_until"),
                what=f'The parameter "{name}" lapses on {model.valid_until}.',
                mend="Confirm the figure anew and extend its dates.",
            )


def _not_in_force(entry: Entry[Parameter], users: Sequence[Reference], as_of: date) -> Problem:
    model = entry.model
    early = model.valid_from is not None and as_of < model.valid_from
    when = f"before {model.valid_from}" if early else f"from {model.valid_until} on"
    return Problem(
        code="R303",
        place=entry.place("valid_from" if early else "valid_until"),
        what=f'The parameter "{entry.id}" is in use, but not in force on {as_of}: it is not valid '
        f"{when}.",
        mend="Confirm the figure and set its dates, or stop using it.",
        related=tuple(Related(user.place, _who(user)) for user in users),
    )


def _who(user: Reference) -> str:
    kind, _, name = user.by.partition(":")
    return f'the {kind} "{name}" uses it' if name else f"a {kind} uses it"


def figure(value: Decimal) -> str:
    """A number as readers of both locales write it: 1,000 or 0.5."""
    text = plain(value)
    whole, _, rest = text.partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def in_words(value: str, unit: Unit, words: Mapping[str, str]) -> str:
    """A value with its unit, such as `3 个工作日`; a phone number stays as it is."""
    if unit == "phone":
        return value
    number = Decimal(value)
    key = f"unit-{unit.lower()}"
    one = words.get(f"{key}-one")
    pattern = one if number == 1 and one is not None else words[key]
    return pattern.replace("[value]", figure(number))


def band_in_words(band: NumberBand, words: Mapping[str, str], locale: Locale) -> str:
    """The label of a band where its author gave none."""

    def side(value: Decimal | None) -> str:
        if value is None:
            return ""
        unit = band.unit
        return in_words(str(value), unit, words) if unit else figure(value)

    def pattern(key: str) -> str:
        return words[key].replace("[low]", side(band.low)).replace("[high]", side(band.high))

    if band.low is not None and band.low == band.high:
        return pattern("band-exactly")
    low = pattern("band-from" if band.low_closed else "band-over") if band.low is not None else ""
    high = (
        pattern("band-up-to" if band.high_closed else "band-under") if band.high is not None else ""
    )
    comma = "，" if locale == "zh" else ", "
    return comma.join(part for part in (low, high) if part) or words["band-any"]
