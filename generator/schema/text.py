"""Kinds of text and id that authored models are made of."""

import re
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Literal

from annotated_types import Ge, Gt, Le
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

Locale = Literal["zh", "en"]
LOCALES: tuple[Locale, ...] = ("zh", "en")
"""In which authors write."""
EditionLocale = Literal["zh", "en", "zh-Hant"]
"""In which readers read; what nobody writes is made from what somebody has written."""

KEBAB = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"


class _Audience:
    """Marks a field that only support agents read, and no public page."""


FOR_AGENTS = _Audience()


def is_id(value: str) -> bool:
    """Whether a text may be the id of an entry."""
    return len(value) <= 64 and re.fullmatch(KEBAB, value) is not None


def _kebab(value: str) -> str:
    if not is_id(value):
        raise PydanticCustomError("id", "is not a kebab-case id")
    return value


def _not_empty(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "is empty")
    return value


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise PydanticCustomError("one_line", "must be one line")
    return value


FIGURE = r"^-?[0-9]{1,15}(\.[0-9]{1,9})?$"


def _figure(value: object) -> Decimal:
    # Python's own reading would take 1e999999, 1_000 and full-width digits.
    if not isinstance(value, str) or not re.fullmatch(FIGURE, value):
        raise PydanticCustomError("figure", "should be a plain figure such as 1000 or 0.5")
    return Decimal(value)


DAY = r"^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$"


def _day(value: object) -> date:
    # Python's own reading would take 0 and 1700000000, which count seconds, and years of no use.
    if isinstance(value, str) and re.fullmatch(DAY, value):
        with suppress(ValueError):
            return date.fromisoformat(value)
    raise PydanticCustomError("day", "should be a day such as 2026-10-01")


def _whole(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{1,6}", value):
        raise PydanticCustomError("whole", "should be a whole number")
    return int(value)


_RESERVED_OPTIONS = ("true", "false")
RESERVED_NAMES = ("all", "any", "not")
"""Keys that join conditions, so that no question or fact can be called so."""
OPTION = r"^[a-z0-9]+([-.][a-z0-9]+)*$"


def _signed(value: object) -> int:
    if not isinstance(value, str) or not re.fullmatch(r"-?[0-9]{1,4}", value):
        raise PydanticCustomError("signed", "should be a whole number, perhaps below zero")
    return int(value)


def is_option_id(value: str) -> bool:
    """Whether a text may be the id of an option."""
    return (
        value not in _RESERVED_OPTIONS
        and len(value) <= 64
        and re.fullmatch(OPTION, value) is not None
    )


def _option(value: str) -> str:
    if value in _RESERVED_OPTIONS:
        raise PydanticCustomError("reserved", "means a derived fact in conditions")
    if not is_option_id(value):
        raise PydanticCustomError("option-id", "is not an option's id")
    return value


def _name(value: str) -> str:
    if value in RESERVED_NAMES:
        raise PydanticCustomError("reserved", "joins conditions")
    return value


def _address(value: str) -> str:
    if not re.fullmatch(r"https://\S+", value):
        raise PydanticCustomError("address", "should begin with https://")
    return value


def _pattern(pattern: str) -> Any:  # noqa: ANN401 - pydantic gives its fields no type
    return Field(json_schema_extra={"pattern": pattern})


Day = Annotated[date, PlainValidator(_day, json_schema_input_type=str), _pattern(DAY)]
Whole = Annotated[int, PlainValidator(_whole, json_schema_input_type=str)]
Signed = Annotated[int, PlainValidator(_signed, json_schema_input_type=str)]
Figure = Annotated[Decimal, PlainValidator(_figure, json_schema_input_type=str)]
Positive = Annotated[Figure, Gt(0)]
NotNegative = Annotated[Figure, Ge(0)]
Share = Annotated[Figure, Ge(0), Le(1)]
Id = Annotated[str, AfterValidator(_kebab), _pattern(KEBAB)]
Name = Annotated[Id, AfterValidator(_name)]
"""The id of a question or fact, which conditions use as a key."""
OptionId = Annotated[str, AfterValidator(_option), _pattern(OPTION)]
Address = Annotated[str, AfterValidator(_address), _pattern("^https://")]
Filled = Annotated[str, StringConstraints(strip_whitespace=True), AfterValidator(_not_empty)]
Plain = Annotated[Filled, AfterValidator(_one_line)]


class Authored(BaseModel):
    """What every authored model shares: nothing unknown is accepted, nothing changes later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Line(Authored):
    """One line in each locale; emphasis and `{{parameter}}` are allowed, no blocks."""

    zh: Plain
    en: Plain


Phrase = Annotated[str, AfterValidator(_not_empty), AfterValidator(_one_line)]


class Phrases(Line):
    """A line whose outer spaces count, since it is put between others: `", "`."""

    zh: Phrase
    en: Phrase


class Text(Authored):
    """Small Markdown in each locale: paragraphs, emphasis, lists, links, `{{parameter}}`."""

    zh: Filled
    en: Filled


class Words(Authored):
    """Lists of plain words or sentences, of their own in each locale."""

    zh: Annotated[tuple[Plain, ...], Field(min_length=1)]
    en: Annotated[tuple[Plain, ...], Field(min_length=1)]
