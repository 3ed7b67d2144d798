"""Documents → `Catalogue`: each file against its model, each text against the markup."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from generator.problems import Place, Problem, Related, did_you_mean
from generator.schema.catalogue import KINDS, Catalogue, Entry, GuideEntry, Kind, Spoilt
from generator.schema.conditions import Condition, parse_condition
from generator.schema.entities import Answer, Brand, StepKind
from generator.schema.finding import GoldenQueries
from generator.schema.markup import parse_markup
from generator.schema.mistakes import mistakes
from generator.schema.rules import GuideRules, Journeys
from generator.schema.text import LOCALES, Authored
from generator.schema.walk import walk_texts
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
    whole = {document.file for document in source.documents}
    spoilt = [_spoilt(file) for file in source.files if file not in whole]
    for document in source.documents:
        kind = _kind_of(document.file)
        entries, mistaken = _read(document, kind) if kind else ([], [_stray(document.file)])
        for entry in entries:
            assert kind is not None
            if (first := found[kind.plural].get(entry.id)) is not None:
                mistaken.append(_twice(kind, entry, first))
            else:
                found[kind.plural][entry.id] = entry
        problems += mistaken
        spoilt += [_spoilt(document.file, document.data)] if mistaken else []
    there = set(map(_kind_of, source.files))
    missing = [kind for kind in KINDS if kind not in there and not kind.optional]
    problems += map(_missing, missing)
    spoilt.append(Spoilt(kinds=frozenset(kind.name for kind in missing)))
    brand = found.pop("brands", {}).get("brand")
    if brand is None:
        return None, problems
    # By id, so that it makes no difference in which folder or file an entry stands.
    named: dict[str, Any] = {
        kind.plural: dict(sorted(found[kind.plural].items())) for kind in KINDS
    }
    named.pop("brands")
    together = Spoilt(
        frozenset[tuple[str, str]]().union(*(part.ids for part in spoilt)),
        frozenset[str]().union(*(part.kinds for part in spoilt)),
    )
    return Catalogue(**named, brand=cast("Any", brand), spoilt=together), problems


def _spoilt(file: str, data: Data = "") -> Spoilt:
    """What a file with mistakes was meant to define, as far as that can be told."""
    kind, stem = _kind_of(file), PurePosixPath(file).stem
    inner = data if isinstance(data, dict) else {}
    if kind is None:
        return Spoilt(frozenset({("", stem)}))
    if not kind.collection:
        written = inner.get("id")
        names = {stem, written} if isinstance(written, str) else {stem}
        return Spoilt(frozenset((kind.name, name) for name in names))
    entries = inner.get(kind.collection)
    if isinstance(entries, dict):
        return Spoilt(frozenset((kind.name, name) for name in entries))
    return Spoilt(kinds=frozenset({kind.name}))


def _missing(kind: Kind) -> Problem:
    return Problem(
        code="S207",
        place=Place(kind.location),
        what=f"{kind.location} is missing or holds no file.",
        mend="Add a file there.",
    )


def load_journeys(
    path: FilePath, file: str | None = None
) -> tuple[Entry[Journeys] | None, list[Problem]]:
    """Read one file of journeys; problems name it `file`, or as `path` is written."""
    document, problems = _read_single(path, file or path.as_posix())
    if document is None:
        return None, problems
    model, problems = _validate(document, Journeys)
    return (Entry(model.guide, model, document) if model else None), problems


def load_queries(path: FilePath, file: str) -> tuple[GoldenQueries | None, list[Problem]]:
    """Read one file of golden queries; problems name it `file`."""
    document, problems = _read_single(path, file)
    return _validate(document, GoldenQueries) if document else (None, problems)


def _read_single(path: FilePath, file: str) -> tuple[Document | None, list[Problem]]:
    try:
        content = path.read_bytes()
    except OSError as error:
        what = f"{file} cannot be read: {error.strerror}."
        mend = "Put a readable file there."
        return None, [Problem(code="Y112", place=Place(file), what=what, mend=mend)]
    return read_yaml(content, file)


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
    conditions, mistaken = _conditions(document) if kind.model is GuideRules else ({}, [])
    problems += mistaken
    if kind.model is Answer:
        problems += _step_order(document)
    if model is None:
        return [], [*problems, *_texts(document, _loose_texts(document.data))]
    problems += _texts(document, walk_texts(model))
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
        return [GuideEntry(identity, model, document, (), conditions)], problems
    if isinstance(model, Brand):
        problems += _channel_ids(document, model)
    return [Entry(identity, model, document)], problems


def _channel_ids(document: Document, brand: Brand) -> Iterator[Problem]:
    for key, channel in brand.channels.items():
        if channel.id != key:
            yield Problem(
                code="S206",
                place=document.place(("channels", key, "id")),
                what=f'The channel "{key}" has the id "{channel.id}".',
                mend=f"Write `id: {key}`.",
            )


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


def _step_order(document: Document) -> Iterator[Problem]:
    """Steps behind those that must come later, even if other parts of the file are wrong."""
    steps = document.data.get("today") if isinstance(document.data, dict) else None
    highest = -1
    for index, step in enumerate(steps if isinstance(steps, list) else ()):
        does = step.get("does") if isinstance(step, dict) else None
        if does not in STEP_ORDER:
            continue
        rank = STEP_ORDER.index(does)
        if rank < highest:
            yield Problem(
                code="S214",
                place=document.place(("today", index, "does")),
                what=f'The step "{does}" stands behind "{STEP_ORDER[highest]}".',
                mend=f"Order the steps: {', '.join(STEP_ORDER)}.",
            )
        highest = max(highest, rank)


def _texts(document: Document, texts: Iterable[tuple[Path, str, bool]]) -> Iterator[Problem]:
    for path, text, one_line in texts:
        blocks, findings = parse_markup(text)
        place = document.place(path)
        for finding in findings:
            yield Problem(code=finding.code, place=place, what=finding.what, mend=finding.mend)
        if one_line and not findings and (len(blocks) != 1 or not hasattr(blocks[0], "runs")):
            yield Problem(
                code="S211",
                place=place,
                what="This is one line, but it is written as a list or several paragraphs.",
                mend="Write one line; begin it with a backslash if it starts like a list.",
            )


def _loose_texts(data: Data, path: Path = ()) -> Iterator[tuple[Path, str, bool]]:
    """What looks like texts in a file that does not fit its model; whether one line is unknown."""
    inner = (
        enumerate(data)
        if isinstance(data, list)
        else data.items()
        if isinstance(data, dict)
        else ()
    )
    for key, value in inner:
        if key in LOCALES and isinstance(value, str) and value.strip():
            yield (*path, key), value.strip(), False
        elif not isinstance(value, str):
            yield from _loose_texts(value, (*path, key))
