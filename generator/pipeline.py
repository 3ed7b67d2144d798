"""The stages in order. What one stage reports as an error keeps the next from running."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from generator.compiler import Cache, Workshop
from generator.problems import Problem, has_errors
from generator.prove import Proved
from generator.resolve import Project, resolve
from generator.schema import load
from generator.source import read_source
from generator.wording import wording

CACHE = "build/cache/guides"
"""Where proved guides are kept, below the project's folder."""

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
    return Compiled(project=project, guides=guides, problems=(*problems, *found))
