"""Conditions: from the author's maps to a tree whose every part knows its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.problems import Place, Problem, did_you_mean
from generator.schema.condition_slips import no_condition, runs_on, several_options
from generator.schema.text import FIGURE
from generator.source import Data, Document, Path

Operator = Literal["gt", "gte", "lt", "lte", "between"]
OPERATORS: tuple[Operator, ...] = ("gt", "gte", "lt", "lte", "between")


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: "tuple[Condition, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when one part is."""

    parts: "tuple[Condition, ...]"
    place: Place


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is not, which includes a reply of `unsure` and no reply at all."""

    part: "Condition"
    place: Place


@dataclass(frozen=True, slots=True)
class ReplyIs:
    """True when the reply to `question` is one of `options`."""

    question: str
    options: tuple[str, ...]
    place: Place
    option_places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A value that a question is compared with: a literal or a parameter."""

    literal: Decimal | None
    parameter: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Compare:
    """True when the number or duration compares so; `between` includes both ends."""

    question: str
    operator: Operator
    bounds: tuple[Bound, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class FactIs:
    """True when the derived fact has this value."""

    fact: str
    value: bool
    place: Place


Condition: TypeAlias = All | AnyOf | Not | ReplyIs | Compare | FactIs


def leaves(condition: Condition) -> Iterator[ReplyIs | Compare | FactIs]:
    """All parts that look at a reply or a fact, in reading order."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def parse_condition(document: Document, path: Path) -> tuple[Condition | None, list[Problem]]:
    """The condition that stands at `path` of a document.

    A map of several entries means all of them.
    """
    reader = _Reader(document)
    data: Data = document.data
    for step in path:
        data = data[step]  # type: ignore[index]
    condition = reader.condition(data, path)
    return (None if reader.problems else condition), reader.problems


class _Reader:
    """Reads one condition and collects its problems."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.problems: list[Problem] = []

    def refuse(self, path: Path, what: str, mend: str, *, value: bool = False) -> None:
        place = self.document.place(path) if value else self.document.key_place(path)
        self.problems.append(Problem(code="S212", place=place, what=what, mend=mend))

    def condition(self, data: Data, path: Path) -> Condition | None:
        place = self.document.place(path)
        if not isinstance(data, dict) or not data:
            self.refuse(path, *no_condition(data), value=bool(data))
            return None
        parts = [self.entry(key, value, (*path, key)) for key, value in data.items()]
        good = tuple(part for part in parts if part is not None)
        return good[0] if len(parts) == 1 and good else All(good, place)

    def entry(self, key: str, value: Data, path: Path) -> Condition | None:
        place = self.document.key_place(path)
        match key:
            case "all" | "any":
                parts = self.several(key, value, path)
                return All(parts, place) if key == "all" else AnyOf(parts, place)
            case "not":
                part = self.condition(value, path)
                return Not(part, place) if part is not None else None
            case _:
                return self.leaf(key, value, path, place)

    def several(self, key: str, value: Data, path: Path) -> tuple[Condition, ...]:
        if not isinstance(value, list) or not value:
            self.refuse(
                path,
                f"`{key}` needs a list of conditions that is not empty.",
                "Give each condition a line that begins with a hyphen.",
            )
            return ()
        parts = [self.condition(item, (*path, index)) for index, item in enumerate(value)]
        return tuple(part for part in parts if part is not None)

    def leaf(self, key: str, value: Data, path: Path, place: Place) -> Condition | None:
        match value:
            case "true" | "false":
                return FactIs(key, value == "true", place)
            case str() | [_, *_] if runs_on(value):
                self.refuse(path, *several_options(key, value), value=True)
                return None
            case str() if value.strip():
                return ReplyIs(key, (value,), place, (self.document.place(path),))
            case [_, *_] if all(isinstance(item, str) and item for item in value):
                places = tuple(self.document.place((*path, i)) for i in range(len(value)))
                return ReplyIs(key, tuple(str(item) for item in value), place, places)
            case dict() if len(value) == 1:
                return self.comparison(key, *next(iter(value.items())), path)
            case _:
                self.refuse(
                    path,
                    f'"{key}" is followed by nothing that it can be compared with.',
                    "Write an option id, a list of them, `true`, or one comparison such as "
                    "`{gt: 100}`.",
                )
                return None

    def comparison(self, key: str, operator: str, value: Data, path: Path) -> Condition | None:
        inner = (*path, operator)
        for known in OPERATORS:
            if known == operator:
                break
        else:
            self.refuse(
                inner,
                f'"{operator}" is not a comparison.',
                did_you_mean(operator, OPERATORS) or f"Use one of {', '.join(OPERATORS)}.",
            )
            return None
        wanted = 2 if operator == "between" else 1
        items = value if isinstance(value, list) else [value]
        paths = [(*inner, i) for i in range(len(items))] if isinstance(value, list) else [inner]
        if len(items) != wanted:
            self.refuse(
                inner,
                f"`{operator}` takes {wanted} value{'s' * (wanted > 1)}, not {len(items)}.",
                "Write `between: [low, high]`." if wanted == 2 else f"Write `{operator}: value`.",
            )
            return None
        bounds = [self.bound(item, at) for item, at in zip(items, paths, strict=True)]
        if any(bound is None for bound in bounds):
            return None
        return Compare(
            key, known, tuple(b for b in bounds if b is not None), self.document.key_place(path)
        )

    def bound(self, value: Data, path: Path) -> Bound | None:
        place = self.document.place(path)
        if isinstance(value, dict) and list(value) == ["parameter"]:
            name = value["parameter"]
            if isinstance(name, str) and name:
                return Bound(None, name, self.document.place((*path, "parameter")))
        if isinstance(value, str) and re.fullmatch(FIGURE, value):
            return Bound(Decimal(value), None, place)
        self.refuse(
            path,
            "This is neither a number nor a parameter.",
            "Write a number such as 100 or 0.5, or `{parameter: id}`.",
        )
        return None
