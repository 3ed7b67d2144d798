"""What an author's arguments may name, and whether a project with the new text still loads."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from generator.checks import check
from generator.diagram import diagram
from generator.problems import Problem, did_you_mean
from generator.resolve import Project, resolve
from generator.resolve.references import LINKABLE, table
from generator.schema import KINDS, Catalogue, load
from generator.schema.text import RESERVED_NAMES, is_id
from generator.source import Document, Source, read_source, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A project as it stands before something new is written."""

    root: Path
    as_of: date
    source: Source
    catalogue: Catalogue
    project: Project | None
    """None where something is wrong already."""
    problems: frozenset[Problem]
    """What is wrong already, and nobody's fault here."""


def open_desk(root: Path, as_of: date) -> Desk:
    """Read a project; one without brand or words is refused, for nothing can be checked in it."""
    source, problems = read_source(root)
    catalogue, found = load(source)
    if catalogue is None:
        mistake = [*problems, *found][0]
        raise click.UsageError(f"{mistake.place}: {mistake.what} {mistake.mend}")
    project, resolved = resolve(catalogue, as_of)
    return Desk(
        root=root,
        as_of=as_of,
        source=source,
        catalogue=catalogue,
        project=project,
        problems=frozenset([*problems, *found, *resolved]),
    )


def file_for(kind: str, name: str) -> str:
    """Where an entry of a kind is kept."""
    location = next(each.location for each in KINDS if each.name == kind)
    return f"{location}/{name}.yml"


def known(desk: Desk, kind: str, name: str) -> str:
    """The id, if there is such an entry. Raises `UsageError` with the nearest ones."""
    entries = table(desk.catalogue, kind)
    if name not in entries:
        raise click.UsageError(f'No {kind} is called "{name}". {near(name, entries)}')
    return name


def near(name: str, entries: Iterable[str]) -> str:
    """Which entry may have been meant; all of them where there are few."""
    listed = sorted(entries)
    few = f"There are: {', '.join(listed)}." if 0 < len(listed) <= 12 else ""
    return did_you_mean(name, listed) or few


def free(desk: Desk, kind: str, name: str) -> None:
    """Raise `UsageError` unless a new entry may be called so."""
    well_formed(name)
    if kind == "question" and name in RESERVED_NAMES:
        raise click.UsageError(f'"{name}" joins conditions, so no question can be called so.')
    for other in LINKABLE if kind in LINKABLE else (kind,):
        if name in table(desk.catalogue, other) or desk.catalogue.spoilt.may_hold(other, name):
            raise click.UsageError(f'The id "{name}" is taken already, by the {other} "{name}".')
    for guide in desk.catalogue.guides.values() if kind == "question" else ():
        if any(derivation.fact == name for derivation in guide.model.derive):
            raise click.UsageError(f'The id "{name}" is a derived fact of the guide "{guide.id}".')


def well_formed(name: str) -> None:
    """Raise `UsageError` unless a text may be an id."""
    if not is_id(name):
        raise click.UsageError(
            f'"{name}" is not an id: lower-case Latin letters and digits joined by single hyphens, '
            "beginning with a letter, up to 64 characters."
        )


def commonest(names: Iterable[str], otherwise: Iterable[str]) -> str | None:
    """The name that stands most often; without any, the first of the others."""
    counts = Counter(names)
    if counts:
        return min(counts, key=lambda name: (-counts[name], name))
    return min(otherwise, default=None)


def problems_with(desk: Desk, file: str, text: str) -> list[Problem]:
    """What is wrong with the project once it holds this text, and was not before."""
    document, found = read_yaml(text.encode(), file)
    if document is None:
        return found
    project, problems = _resolved(_with(desk.source, document), desk.as_of)
    old = {_words_of(each) for each in (*desk.problems, *_of_logic(desk.project, file))}
    new = (*problems, *_of_logic(project, file))
    return [each for each in new if _words_of(each) not in old]


def _words_of(problem: Problem) -> tuple[str, str, str]:
    """What a problem says, on whichever line."""
    return problem.code, problem.what, problem.mend


def _of_logic(project: Project | None, file: str) -> Iterator[Problem]:
    """What the checks say of the guide that a file holds, if it holds one."""
    for logic in project.guides.values() if project else ():
        if file == logic.place.file:
            diagrams, found = diagram(logic)
            yield from found
            yield from check(logic, diagrams) if diagrams else ()


def _with(source: Source, document: Document) -> Source:
    others = [each for each in source.documents if each.file != document.file]
    documents = sorted([*others, document], key=lambda each: each.file)
    files = sorted({*source.files, document.file})
    return replace(source, documents=tuple(documents), files=tuple(files))


def _resolved(source: Source, as_of: date) -> tuple[Project | None, list[Problem]]:
    catalogue, problems = load(source)
    if catalogue is None:
        return None, problems
    project, found = resolve(catalogue, as_of)
    return project, [*problems, *found]
