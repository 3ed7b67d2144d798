"""What the model refused, in an author's words and at the author's line."""

from collections.abc import Iterator
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.problems import Problem, did_you_mean
from generator.schema.text import Authored
from generator.source import Document, Path


def mistakes(error: ValidationError, document: Document, model: type[Authored]) -> list[Problem]:
    """One problem for each thing that does not fit."""
    return [_problem(details, document, model) for details in error.errors(include_url=False)]


def _problem(details: ErrorDetails, document: Document, model: type[Authored]) -> Problem:
    path: Path = tuple(step for step in details["loc"] if step != "[key]")
    name = str(path[-1]) if path else document.file
    value = details.get("input")
    match details["type"]:
        case "extra_forbidden":
            known = _keys_at(model, path[:-1])
            return Problem(
                code="S201",
                place=document.key_place(path),
                what=f'"{name}" is not a key that can stand here.',
                mend=did_you_mean(name, known) or f"Known keys: {', '.join(known)}.",
            )
        case "missing":
            return Problem(
                code="S202",
                place=document.key_place(path[:-1]),
                what=f'The key "{name}" is missing{_inside(path)}.',
                mend="Write the text in this language too." if name in {"zh", "en"} else "Add it.",
            )
        case "literal_error":
            allowed = [word.strip("'") for word in _words(details["ctx"]["expected"])]
            return Problem(
                code="S204",
                place=document.place(path),
                what=f'"{value}" is not one of the words that "{name}" takes.',
                mend=did_you_mean(str(value), allowed) or f"Use one of {', '.join(allowed)}.",
            )
        case "id":
            return Problem(
                code="S205",
                place=document.key_place(path)
                if "[key]" in details["loc"]
                else document.place(path),
                what=f'"{value}" is not an id.',
                mend="Use lower-case Latin letters, digits and hyphens, like `wait-for-bank`.",
            )
        case "empty":
            return Problem(
                code="S213", place=document.place(path), what=f'"{name}" is empty.', mend="Fill it."
            )
        case _:
            return Problem(
                code="S203",
                place=document.place(path),
                what=f'"{name}" does not fit: {_what(details)}.',
                mend="Look up the key in content/README.md or rules/README.md.",
            )


WANTED = {
    "tuple_type": "a list is wanted here, each item behind a hyphen",
    "dict_type": "a map of `key: value` is wanted here",
    "model_type": "a map of `key: value` is wanted here",
    "model_attributes_type": "a map of `key: value` is wanted here",
    "string_type": "a text is wanted here",
    "string_pattern_mismatch": "the text does not have the form that this key wants",
    "date_from_datetime_parsing": "a date such as 2026-10-01 is wanted here",
    "date_parsing": "a date such as 2026-10-01 is wanted here",
    "date_type": "a date such as 2026-10-01 is wanted here",
    "int_parsing": "a whole number is wanted here",
    "int_type": "a whole number is wanted here",
    "bool_parsing": "true or false is wanted here",
    "bool_type": "true or false is wanted here",
    "too_short": "more entries are wanted here",
    "greater_than": "a figure above 0 is wanted here",
}


def _what(details: ErrorDetails) -> str:
    message = details["msg"]
    return WANTED.get(details["type"], message[:1].lower() + message[1:])


def _inside(path: Path) -> str:
    inner = ".".join(str(step) for step in path[:-1])
    return f" in {inner}" if inner else ""


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
