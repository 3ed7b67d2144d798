"""Texts with parameters filled in and links resolved: what renderers show."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

TargetKind = Literal["issue", "answer", "topic", "channel", "article"]


@dataclass(frozen=True, slots=True)
class Target:
    """A page of this help centre."""

    kind: TargetKind
    id: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style, with at most one of `href` and `target`."""

    text: str
    em: bool = False
    href: str | None = None
    target: Target | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of running text."""

    runs: tuple[Run, ...]

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is one line of runs."""

    items: tuple[tuple[Run, ...], ...]
    ordered: bool

    @property
    def plain(self) -> str:
        marks = (f"{n}. " if self.ordered else "- " for n in range(1, len(self.items) + 1))
        lines = ("".join(run.text for run in item) for item in self.items)
        return "\n".join(mark + line for mark, line in zip(marks, lines, strict=True))


Block: TypeAlias = Paragraph | ListBlock


@dataclass(frozen=True, slots=True)
class Prose:
    """A text in one locale."""

    blocks: tuple[Block, ...]

    @property
    def plain(self) -> str:
        """The text without markup, for bots, voices, titles and search."""
        return "\n".join(block.plain for block in self.blocks)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs of a one-line text."""
        first = self.blocks[0] if self.blocks else Paragraph(())
        return first.runs if isinstance(first, Paragraph) else ()

    def __str__(self) -> str:
        return self.plain
