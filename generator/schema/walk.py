"""Through an authored model to the texts in it, wherever they stand."""

from collections.abc import Iterator
from typing import TypeAlias

from generator.schema.text import LOCALES, Authored, Line, Text, Words
from generator.source import Path

Worded: TypeAlias = Line | Text | Words


def walk_worded(model: Authored, path: Path = ()) -> Iterator[tuple[Path, Worded]]:
    """Whatever stands in each locale inside a model, with the path that leads to it."""
    if isinstance(model, Line | Text | Words):
        yield path, model
        return
    for name, info in type(model).model_fields.items():
        for inner, value in _models_in(getattr(model, name), (*path, info.alias or name)):
            yield from walk_worded(value, inner)


def walk_texts(model: Authored) -> Iterator[tuple[Path, str, bool]]:
    """Every marked-up text inside a model: path with locale, text, whether it is one line."""
    for path, worded in walk_worded(model):
        if not isinstance(worded, Words):
            for locale in LOCALES:
                yield (*path, locale), getattr(worded, locale), isinstance(worded, Line)


def _models_in(value: object, path: Path) -> Iterator[tuple[Path, Authored]]:
    """The models inside a field's value, in lists and maps of any depth."""
    match value:
        case Authored():
            yield path, value
        case tuple():
            for index, item in enumerate(value):
                yield from _models_in(item, (*path, index))
        case dict():
            for key, item in value.items():
                yield from _models_in(item, (*path, key))
        case _:
            pass
