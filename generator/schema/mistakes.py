"""What the model refused, in an author's words and at the author's line."""

import re
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Place, Problem, did_you_mean, nearest
from generator.schema.text import KEBAB, LOCALES, Authored
from generator.source import Document, Path

_A_MAP = ("a map", "Give it keys of its own, indented below it.")
_WANTED = {
    "tuple_type": ("a list", "Write `[a, b]`, or each entry on a line of its own with a hyphen."),
    "dict_type": _A_MAP,
    "model_type": _A_MAP,
    "model_attributes_type": _A_MAP,
    "string_type": ("one text", "Write the text itself, neither a list nor a map."),
    "literal_error": ("one word", "Write the word itself, neither a list nor a map."),
    "one_line": ("one line", "Join its lines, or write `>-` behind the key instead of `|`."),
    "figure": ("a number", "Write plain digits, such as 1000 or 0.5."),
    "whole": ("a whole number", "Write plain digits, such as 20."),
    "signed": ("a whole number", "Write plain digits, perhaps behind a minus, such as -15."),
    "day": ("a date", "Write a day that exists, from 1900 to 2199, such as 2026-10-01."),
    "address": ("an address", "Write an address that begins with https://."),
    "bool_parsing": ("`true` or `false`", "Write one of the two."),
    "bool_type": ("`true` or `false`", "Write one of the two."),
    "too_short": ("{min_length} or more entries", "Add what is missing."),
    "too_long": ("{max_length} or fewer entries", "Split it."),
    "greater_than": ("more than {gt}", "Write a larger number."),
    "greater_than_equal": ("{ge} or more", "Write a larger number."),
    "less_than_equal": ("{le} or less", "Write a smaller number."),
}
"""Kind of mistake → what the key needs, and how to mend it."""


def mistakes(error: ValidationError, document: Document, model: type[Authored]) -> list[Problem]:
    """One problem for each thing that does not fit."""
    found = error.errors(include_url=False)
    misspelt = {
        (*path[:-1], near)
        for details in found
        if details["type"] == "extra_forbidden" and (path := _path(details))
        for near in nearest(str(path[-1]), _keys_at(model, path[:-1]))[:1]
    }
    strays = [
        path
        for details in found
        if details["type"] == "extra_forbidden" and (path := _path(details))[-1] in LOCALES
    ]
    spoilt = {_path(other)[:-1] for other in found}
    return [
        _problem(details, document, model)
        for details in found
        if not _follows(details, misspelt, spoilt) and not _left_alone(details, strays)
    ]


def _left_alone(details: ErrorDetails, strays: Sequence[Path]) -> bool:
    """Whether a text is missing or empty beside its own words, which stand a level too high."""
    path, kind = _path(details), details["type"]
    if path in strays:
        return any(stray[:-1] == path[:-1] for stray in strays[: strays.index(path)])
    beside = path[:-1] if kind != "missing" else path[:-2] if path and path[-1] in LOCALES else None
    empty = kind == "missing" or details.get("input") == ""
    return empty and beside is not None and any(stray[:-1] == beside for stray in strays)


def _follows(details: ErrorDetails, misspelt: AbstractSet[Path], spoilt: AbstractSet[Path]) -> bool:
    """Whether a mistake is told already: by a misspelt key, or by an entry that does not count."""
    path = _path(details)
    if details["type"] == "too_short":
        return any(inner[: len(path)] == path for inner in spoilt)
    return details["type"] == "missing" and path in misspelt


def _path(details: ErrorDetails) -> Path:
    return tuple(step for step in details["loc"] if step != "[key]")


def _problem(details: ErrorDetails, document: Document, model: type[Authored]) -> Problem:
    path = _path(details)
    name = str(path[-1]) if path else ""
    value = details.get("input")
    place = document.place(path)
    match details["type"]:
        case "extra_forbidden":
            known = _keys_at(model, path[:-1])
            return Problem(
                code="S201",
                place=document.key_place(path),
                what=f"{shown(name)} is not a key that can stand here.",
                mend="Indent it below the key whose text it is."
                if name in LOCALES
                else did_you_mean(name, known) or f"Known keys: {', '.join(known)}.",
            )
        case "missing":
            return Problem(
                code="S202",
                place=document.key_place(path[:-1]),
                what=f'The key "{name}" is missing{_inside(path[:-1])}.',
                mend="Write the text in this language too." if name in {"zh", "en"} else "Add it.",
            )
        case "literal_error" if isinstance(value, str):
            return _not_allowed(name, value, place, details.get("ctx", {}))
        case "id" | "option-id":
            at_key = "[key]" in details["loc"]
            return _no_id(str(value), document.key_place(path) if at_key else place)
        case "reserved":
            return Problem(
                code="S205",
                place=place,
                what=f'"{value}" cannot be an id: conditions use the word for something else.',
                mend="Choose another word.",
            )
        case _:
            return _misfit(details, place, _keys_at(model, path))


def _misfit(details: ErrorDetails, place: Place, keys: Sequence[str]) -> Problem:
    """A value that is not of the kind that its key needs."""
    subject, kind, value = _subject(_path(details)), details["type"], details.get("input")
    if value == "" or kind == "empty":
        mend = "Fill it, or remove the key."
        return Problem(code="S213", place=place, what=f"{subject} is empty.", mend=mend)
    wanted, mend = _WANTED.get(kind, (f"something else ({details['msg']})", "Correct it."))
    if kind.startswith("model"):
        mend = f"Give it keys of its own, indented below it: {', '.join(keys)}."
    context = details.get("ctx", {})
    given = context.get("actual_length", shown(value))
    what = f"{subject} needs {wanted.format(**context)}, not {given}."
    return Problem(code="S203", place=place, what=what, mend=mend)


def _not_allowed(name: str, value: str, place: Place, context: Mapping[str, object]) -> Problem:
    allowed = [word.strip("'") for word in _words(str(context["expected"]))]
    return Problem(
        code="S204",
        place=place,
        what=f'{shown(value)} is not one of the words that "{name}" takes.',
        mend=did_you_mean(value, allowed) or f"Use one of {', '.join(allowed)}.",
    )


def _no_id(value: str, place: Place) -> Problem:
    return Problem(
        code="S205",
        place=place,
        what=f"{shown(value)} is not an id.",
        mend=f"Did you mean `{near}`?"
        if re.fullmatch(KEBAB, near := "-".join(re.findall(r"[a-z0-9]+", value.lower())))
        and re.fullmatch(r"[\x00-\x7f“”‘’]*", value)
        else "Use lower-case Latin letters, digits and hyphens, like `wait-for-bank`.",
    )


def shown(value: object) -> str:
    """A value as a message shows it: in quotes and on one line, however long it is."""
    match value:
        case "":
            return "nothing"
        case str():
            line = " ".join(value.split())
            return f'"{line}"' if len(line) <= LONGEST_SHOWN else f'"{line[:LONGEST_SHOWN]}…"'
        case Sequence():
            return "a list"
        case Mapping():
            return "a map"
        case _:
            return f'"{value}"'


LONGEST_SHOWN = 60


def _subject(path: Path) -> str:
    match path:
        case [*_, str(name)]:
            return shown(name)
        case [*rest, int(index)]:
            return f"Entry {index + 1} of {_subject(tuple(rest))}"
        case _:
            return "The file"


def _inside(path: Path) -> str:
    subject = _subject(path)
    return f" in {subject[:1].lower()}{subject[1:]}" if path else ""


def _words(expected: str) -> list[str]:
    return expected.replace(" or ", ", ").split(", ")


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the model allows at a path."""
    models: list[type[BaseModel]] = [model]
    for step in path:
        inner: list[type[BaseModel]] = []
        for candidate in models:
            for name, info in candidate.model_fields.items():
                if step in (name, info.alias):
                    inner += _models_in(info.annotation)
        models = inner or models
    return sorted({info.alias or name for m in models for name, info in m.model_fields.items()})


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for part in get_args(annotation):
        yield from _models_in(part)
