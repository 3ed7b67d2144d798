"""The stages in order. What one stage reports as an error keeps the next from running."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from generator.compiler import Cache, Workshop
from generator.problems import Problem, has_errors
from generator.prove import Proved
from generator.resolve import Project, resolve
from generator.schema import Entry, load, load_journeys
from generator.schema.rules import Journeys
from generator.source import read_source
from generator.wording import wording

CACHE = "build/cache/guides"
"""Where proved guides are kept, below the project's folder."""

JOURNEYS = "tests/journeys"
"""Where journeys are, below the project's folder."""

Progress = Callable[[str], None]
"""Told in a few words what begins now."""


def silent(_: str) -> None:
    """Progress for those who do not want any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """What the stages up to the proof have made of a project."""

    project: Project | None = None
    guides: Mapping[str, Proved] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def good(self) -> bool:
        return self.project is not None and not has_errors(self.problems)


def compile_project(
    root: Path, as_of: date, progress: Progress = silent, *, workshop: Workshop | None = None
) -> Compiled:
    """Read, check, compile and prove everything under `root` as it stands on a date.

    Without a `workshop` there is one for this call, with the cache of the project.
    """
    progress("reading")
    source, problems = read_source(root)
    catalogue, found = load(source)
    problems += found
    if catalogue is None:
        return Compiled(problems=tuple(problems))
    project, found = resolve(catalogue, as_of)
    problems += found
    if project is None or has_errors(problems):
        return Compiled(problems=tuple(problems))
    problems += wording(catalogue, as_of)
    if has_errors(problems):
        return Compiled(problems=tuple(problems))
    if workshop is None:
        with Workshop(Cache(root / CACHE)) as own:
            guides, found = own.compile(project.guides, progress)
    else:
        guides, found = workshop.compile(project.guides, progress)
    counted = replace(project, journeys=_count(root))
    return Compiled(project=counted, guides=guides, problems=(*problems, *found))


def read_journeys(root: Path) -> tuple[list[Entry[Journeys]] | None, list[Problem]]:
    """The project's journeys, by file name; None where it has no folder of them."""
    folder = root / JOURNEYS
    if not folder.is_dir():
        return None, []
    files: list[Entry[Journeys]] = []
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yml")):
        entry, found = load_journeys(path, path.relative_to(root).as_posix())
        problems += found
        files += [entry] if entry else []
    return files, problems


def _count(root: Path) -> int:
    """How many journeys a project has; files that cannot be read count for nothing."""
    files = sorted((root / JOURNEYS).glob("*.yml"))
    return sum(_journeys_in(path, path.stat().st_mtime_ns) for path in files)


@cache
def _journeys_in(path: Path, changed: int) -> int:
    # A quarter of a second for all files, which whoever edits an answer shall not wait for again.
    del changed
    entry, _ = load_journeys(path, path.name)
    return len(entry.model.journeys) if entry else 0
