"""Documents → `Catalogue`: each file against its model, each text against the markup."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from generator.problems import Place, Problem, Related, did_you_mean
from generator.schema.catalogue import KINDS, Catalogue, Entry, GuideEntry, Kind
from generator.schema.conditions import Condition, parse_condition
from generator.schema.entities import Answer, StepKind
from generator.schema.markup import parse_markup
from generator.schema.mistakes import mistakes
from generator.schema.rules import GuideRules, Journeys
from generator.schema.text import LOCALES, Authored, Line, Text
from generator.source import Data, Document, Path, Source, read_yaml

Model = TypeVar("Model", bound=Authored)

STEP_ORDER: tuple[StepKind, ...] = (
    "stop-loss", "secure", "evidence", "report", "claim", "follow-up",
)  # fmt: skip


def load(source: Source) -> tuple[Catalogue | None, list[Problem]]:
    """Give every document its model.

    Returns no catalogue when a file of which there must be one (brand, words) has none.
    """
    problems: list[Problem] = []
    found: dict[str, dict[str, Entry[Authored]]] = defaultdict(dict)
    seen = {kind.name for kind in map(_kind_of, source.files) if kind is not None}
    for document in source.documents:
        kind = _kind_of(document.file)
        if kind is None:
            problems.append(_stray(document.file))
            continue
        entries, mistaken = _read(document, kind)
        problems += mistaken
        for entry in entries:
            problems += _texts(entry)
            if (first := found[kind.plural].get(entry.id)) is not None:
                problems.append(_twice(kind, entry, first))
            else:
                found[kind.plural][entry.id] = entry
    for kind in KINDS:
        if kind.name not in seen:
            problems.append(
                Problem(
                    code="S207",
                    place=Place(kind.location),
                    what=f"{kind.location} is missing or holds no file.",
                    mend="Add a file there.",
                )
            )
    brand = found.pop("brands", {}).get("brand")
    if brand is None:
        return None, problems
    named: dict[str, Any] = {kind.plural: found[kind.plural] for kind in KINDS}
    named.pop("brands")
    return Catalogue(**named, brand=cast("Any", brand)), problems


def load_journeys(path: FilePath) -> tuple[Entry[Journeys] | None, list[Problem]]:
    """Read one file of journeys; problems name it as `path` is written."""
    document, problems = read_yaml(path.read_bytes(), path.as_posix())
    if document is None:
        return None, problems
    model, mistaken = _validate(document, Journeys)
    if model is None:
        return None, mistaken
    return Entry(model.guide, model, document), mistaken


def _kind_of(file: str) -> Kind | None:
    for kind in KINDS:
        if file == kind.location or (
            not kind.location.endswith(".yml") and file.startswith(kind.location + "/")
        ):
            return kind
    return None


def _stray(file: str) -> Problem:
    folder = file.rsplit("/", 1)[0]
    known = [kind.location for kind in KINDS]
    return Problem(
        code="S207",
        place=Place(file),
        what="No kind of content is kept here.",
        mend=did_you_mean(folder, known) or f"Move it to one of {', '.join(known)}.",
    )


def _twice(kind: Kind, entry: Entry[Authored], first: Entry[Authored]) -> Problem:
    return Problem(
        code="R302",
        place=entry.place(),
        what=f'The {kind.name} "{entry.id}" is defined a second time.',
        mend="Keep one of the two, or give this one another id.",
        related=(Related(first.place(), "defined here first"),),
    )


def _read(document: Document, kind: Kind) -> tuple[list[Entry[Authored]], list[Problem]]:
    model, problems = _validate(document, kind.model)
    if model is None:
        found = _conditions(document)[1] if kind.model is GuideRules else []
        return [], problems + found
    if kind.collection:
        items: dict[str, Authored] = getattr(model, kind.collection)
        return [
            Entry(key, item, document, (kind.collection, key)) for key, item in items.items()
        ], problems
    stem = document.file.rsplit("/", 1)[-1].removesuffix(".yml")
    identity = str(getattr(model, "id", stem))
    if identity != stem:
        problems.append(
            Problem(
                code="S206",
                place=document.place(("id",)),
                what=f'The id is "{identity}" but the file is called {stem}.yml.',
                mend=f"Write `id: {stem}`, or rename the file to {identity}.yml.",
            )
        )
    if isinstance(model, GuideRules):
        conditions, mistaken = _conditions(document)
        return [GuideEntry(identity, model, document, (), conditions)], problems + mistaken
    if isinstance(model, Answer):
        problems += _step_order(document, model)
    return [Entry(identity, model, document)], problems


def _validate(document: Document, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, mistakes(error, document, model)


def _conditions(document: Document) -> tuple[dict[Path, Condition], list[Problem]]:
    """The conditions of a rules file, read even if other parts of it are wrong."""
    read: dict[Path, Condition] = {}
    problems: list[Problem] = []
    for path in _condition_paths(document.data):
        condition, mistaken = parse_condition(document, path)
        problems += mistaken
        if condition is not None:
            read[path] = condition
    return read, problems


def _condition_paths(data: Data) -> Iterator[Path]:
    for section, key in (
        ("questions", "only_if"),
        ("derive", "when"),
        ("rules", "when"),
        ("advice", "when"),
    ):
        items = data.get(section) if isinstance(data, dict) else None
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and key in item:
                yield (section, index, key)


def _step_order(document: Document, answer: Answer) -> Iterator[Problem]:
    highest = -1
    for index, step in enumerate(answer.today):
        rank = STEP_ORDER.index(step.does) if step.does else highest
        if rank < highest:
            yield Problem(
                code="S214",
                place=document.place(("today", index, "does")),
                what=f'The step "{step.does}" stands behind "{STEP_ORDER[highest]}".',
                mend=f"Order the steps: {', '.join(STEP_ORDER)}.",
            )
        highest = max(highest, rank)


def _texts(entry: Entry[Authored]) -> Iterator[Problem]:
    for path, text, one_line in walk_texts(entry.model):
        blocks, findings = parse_markup(text)
        place = entry.place(*path)
        for finding in findings:
            yield Problem(code=finding.code, place=place, what=finding.what, mend=finding.mend)
        if one_line and not findings and (len(blocks) != 1 or not hasattr(blocks[0], "runs")):
            yield Problem(
                code="S211",
                place=place,
                what="This is one line, but it is written as a list or several paragraphs.",
                mend="Write one line; begin it with a backslash if it starts like a list.",
            )


def walk_texts(model: Authored) -> Iterator[tuple[Path, str, bool]]:
    """Every marked-up text inside a model: path with locale, text, whether it is one line."""
    if isinstance(model, Line | Text):
        for locale in LOCALES:
            yield (locale,), getattr(model, locale), isinstance(model, Line)
        return
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        key = info.alias or name
        items: list[tuple[Path, object]]
        match value:
            case tuple():
                items = [((key, index), item) for index, item in enumerate(value)]
            case dict():
                items = [((key, inner), item) for inner, item in value.items()]
            case _:
                items = [((key,), value)]
        for path, item in items:
            if isinstance(item, Authored):
                for inner_path, text, one_line in walk_texts(item):
                    yield (*path, *inner_path), text, one_line
