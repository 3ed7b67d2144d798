"""Parameters in force on a date, with the brand's own laid over, and their values in words."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal

from generator.problems import Problem, Related
from generator.resolve.bands import plain
from generator.resolve.logic import NumberBand
from generator.resolve.references import Reference
from generator.schema import Catalogue, Entry
from generator.schema.entities import Parameter, Unit
from generator.schema.text import FIGURE, Locale

SOON = timedelta(days=30)
# Ten years: longer windows are slips of the pen, and days are counted one by one.
WHOLE_DAYS = r"[0-9]|[1-9][0-9]{1,2}|[1-2][0-9]{3}|3[0-5][0-9]{2}|36[0-5][0-9]"
PHONE = r"\+?[0-9]+([ -][0-9]+)*"


def overlaid(catalogue: Catalogue) -> dict[str, Entry[Parameter]]:
    """The shared parameters with the brand's in place of those of the same id."""
    own = {
        name: Entry(name, parameter, catalogue.brand.document, ("parameters", name))
        for name, parameter in catalogue.brand.model.parameters.items()
    }
    return {**catalogue.parameters, **own}


def in_force(parameter: Parameter, as_of: date) -> bool:
    """Whether a parameter holds on a date."""
    started = parameter.valid_from is None or parameter.valid_from <= as_of
    return started and (parameter.valid_until is None or as_of < parameter.valid_until)


def value_problems(entry: Entry[Parameter]) -> Iterator[Problem]:
    """A value that is no figure although its unit wants one."""
    if entry.model.unit == "phone":
        if not re.fullmatch(PHONE, entry.model.value):
            yield Problem(
                code="S203",
                place=entry.place("value"),
                what=f'"{entry.model.value}" is not a telephone number.',
                mend="Write digits, with spaces or hyphens between them and perhaps a + in front.",
            )
        return
    whole = entry.model.unit in {"day", "business-day"}
    pattern = WHOLE_DAYS if whole else FIGURE
    if not re.fullmatch(pattern, entry.model.value):
        yield Problem(
            code="S203",
            place=entry.place("value"),
            what=f'"{entry.model.value}" is not a {"whole " if whole else ""}number.',
            mend="Write a figure without unit or separators, such as 1000 or 0.1.",
        )


def lapsed(
    parameters: Mapping[str, Entry[Parameter]], mentions: Iterable[Reference], as_of: date
) -> Iterator[Problem]:
    """Mentions of parameters that are not in force, and parameters in use that lapse soon."""
    warned: set[str] = set()
    for mention in mentions:
        entry = parameters.get(mention.id) if mention.kind == "parameter" else None
        if entry is None:
            continue
        model = entry.model
        if not in_force(model, as_of):
            span = f"{model.valid_from or 'ever'} to {model.valid_until or 'further notice'}"
            yield Problem(
                code="R303",
                place=mention.place,
                what=f'The parameter "{mention.id}" is not in force on {as_of} ({span}).',
                mend="Confirm the figure and set its dates, or stop using it.",
                related=(Related(entry.place(), "the parameter"),),
            )
        elif (
            model.valid_until is not None
            and model.valid_until <= as_of + SOON
            and mention.id not in warned
        ):
            warned.add(mention.id)
            yield Problem(
                code="R309",
                place=entry.place("valid_until"),
                what=f'The parameter "{mention.id}" lapses on {model.valid_until}.',
                mend="Confirm the figure anew and extend its dates.",
            )


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
