"""Golden cases: files laid over the small good project in `project/`, and the problems they cause.

A case is one text file: a sentence on what is wrong, perhaps a line `as of 2026-12-20`, the files
that are added or replaced, each behind a line `--- content/answers/wait.yml` (with ` removed` behind
the name, the file is taken away), and behind `=== problems` what `helpcenter check` prints.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks import check
from generator.diagram import diagram
from generator.problems import Problem, has_errors
from generator.resolve import Project, resolve
from generator.schema import load
from generator.source import Document, Source, read_yaml

HERE = Path(__file__).parent
AS_OF = date(2026, 6, 15)
EXPECTED = "=== problems\n"
_FILE = re.compile(r"^--- (\S+)( removed)?\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One golden case."""

    path: Path
    given: str
    """The case's text up to the expectation."""
    as_of: date
    files: Mapping[str, str]
    """What is laid over the project; an empty text takes the file away."""
    expected: str


def cases() -> list[Case]:
    """All golden cases, by path."""
    return [read_case(path) for path in sorted(HERE.glob("*/*/*.txt"))]


def read_case(path: Path) -> Case:
    """The case that a file holds."""
    given, _, expected = path.read_text("utf-8").partition(EXPECTED)
    head, *parts = _FILE.split(given)
    day = re.search(r"^as of (\S+)$", head, re.MULTILINE)
    return Case(
        path=path,
        given=given,
        as_of=date.fromisoformat(day.group(1)) if day else AS_OF,
        files={
            name: "" if removed else text
            for name, removed, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)
        },
        expected=expected,
    )


def good_project() -> dict[str, str]:
    """The files of the small good project, by path."""
    root = HERE / "project"
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for path in sorted(root.rglob("*.yml"))
    }


def laid_over(files: Mapping[str, str]) -> dict[str, str]:
    """The good project with files added, replaced, or (by an empty text) taken away."""
    return {name: text for name, text in {**good_project(), **files}.items() if text}


def changed(*changes: tuple[str, str, str]) -> dict[str, str]:
    """The good project with passages replaced, each given as file, old text, new text."""
    files = good_project()
    for name, old, new in changes:
        assert old in files[name], f"{name} does not hold {old!r}"
        files[name] = files[name].replace(old, new, 1)
    return files


def compiled(files: Mapping[str, str]) -> tuple[Project | None, list[Problem]]:
    """A project in memory, through all stages but the rule engine."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for name, text in sorted(files.items()):
        document, found = read_yaml(text.encode(), name)
        problems += found
        documents += [document] if document else []
    catalogue, found = load(Source(Path(), tuple(documents), tuple(sorted(files))))
    problems += found
    if catalogue is None:
        return None, problems
    project, found = resolve(catalogue, AS_OF)
    problems += found
    if has_errors(problems):
        return None, problems
    for logic in project.guides.values() if project else ():
        diagrams, found = diagram(logic)
        problems += [*found, *(check(logic, diagrams) if diagrams else ())]
    return project, problems
