"""The shape of a problem: immutable, sortable by position, no wording of its own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from generator.problems.codes import CODES

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A position in an author's file; lines and columns count from 1."""

    file: str
    """Path relative to the project's root, with forward slashes."""
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Related:
    """Another place that takes part in a problem, with a few words on its part."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake of an author."""

    code: str
    """A key of `CODES`."""
    place: Place
    what: str
    """One sentence: what is wrong."""
    mend: str
    """One sentence: what to do."""
    related: tuple[Related, ...] = ()
    witness: str = ""
    """Concrete replies that show the finding to be true, as `question=option` pairs."""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise KeyError(f"problem code {self.code} is not in CODES")

    @property
    def severity(self) -> Severity:
        return CODES[self.code].severity


def has_errors(problems: Iterable[Problem]) -> bool:
    """True when a stage after this one must not run."""
    return any(problem.severity == "error" for problem in problems)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by position, each once."""
    return sorted(set(problems), key=lambda p: (p.place, p.code, p.what, p.witness))
