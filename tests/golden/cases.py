"""Golden cases: files laid over the small good project in `project/`, and the problems they cause.

A case is one text file: a sentence on what is wrong, perhaps a line `as of 2026-12-20`, the files
that are added or replaced, each behind a line `--- content/answers/wait.yml`, and behind
`=== problems` what `helpcenter check` prints. A word behind the name says what else stands there:
`removed` takes the file away, `escaped` reads `\\xff` and `\\r` as bytes, `times 50000` repeats the
text, `folder` makes a folder, and `link nowhere.yml` a link.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.checks import check
from generator.diagram import diagram
from generator.problems import Problem, has_errors
from generator.resolve import Project, resolve
from generator.schema import Catalogue, load
from generator.source import Document, Source, read_yaml

HERE = Path(__file__).parent
AS_OF = date(2026, 6, 15)
EXPECTED = "=== problems\n"
_FILE = re.compile(r"^--- (\S+)(?: (\w+)(?: (\S+))?)?\n", re.MULTILINE)


Odd = Callable[[Path], object]
"""Makes what is to stand at a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One golden case."""

    path: Path
    given: str
    """The case's text up to the expectation."""
    as_of: date
    files: Mapping[str, str]
    """What is laid over the project; an empty text takes the file away."""
    odd: Mapping[str, Odd]
    """What no text file can hold."""
    expected: str

    def lay_out(self, root: Path) -> None:
        """Write the project with this case laid over it."""
        for name, text in laid_over(self.files).items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        for name, odd in self.odd.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).unlink(missing_ok=True)
            odd(root / name)


def cases() -> list[Case]:
    """All golden cases, by path."""
    return [read_case(path) for path in sorted(HERE.glob("*/*/*.txt"))]


def read_case(path: Path) -> Case:
    """The case that a file holds."""
    given, _, expected = path.read_text("utf-8").partition(EXPECTED)
    head, *parts = _FILE.split(given)
    day = re.search(r"^as of (\S+)$", head, re.MULTILINE)
    files: dict[str, str] = {}
    odd: dict[str, Odd] = {}
    for name, how, much, text in zip(*(parts[i::4] for i in range(4)), strict=True):
        if how in {None, "removed"}:
            files[name] = "" if how else text
        else:
            odd[name] = _odd(how, much, text)
    return Case(
        path=path,
        given=given,
        as_of=date.fromisoformat(day.group(1)) if day else AS_OF,
        files=files,
        odd=odd,
        expected=expected,
    )


def _odd(how: str, much: str, text: str) -> Odd:
    match how:
        case "escaped":
            content = text.encode("ascii").decode("unicode_escape").encode("latin-1")
            return lambda path: path.write_bytes(content)
        case "times":
            return lambda path: path.write_text(text.removesuffix("\n") * int(much), "utf-8")
        case "folder":
            return Path.mkdir
        case "link":
            return lambda path: path.symlink_to(much)
        case _:
            raise ValueError(f"{how!r} is no way to lay a file out")


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


def catalogue_of(files: Mapping[str, str]) -> Catalogue:
    """A project in memory, of which every file fits its model."""
    documents: list[Document] = []
    for name, text in sorted(files.items()):
        document, problems = read_yaml(text.encode(), name)
        assert document is not None, problems
        documents.append(document)
    catalogue, problems = load(Source(Path(), tuple(documents), tuple(sorted(files))))
    assert catalogue is not None
    assert problems == []
    return catalogue


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
