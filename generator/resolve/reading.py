"""What there is to read besides issues and answers, for the public, in one locale."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from generator.resolve.prose import Prose
from generator.schema.library import ArticleGroup, MessageFamily, NoticeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Column titles, and rows with a cell for each of them."""

    titles: tuple[Prose, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Amounts for a fee calculator."""

    calculator: str
    cases: tuple[Mapping[str, Decimal], ...]
    """For each case the amount by question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of an article."""

    id: str
    title: Prose
    text: Prose | None
    points: tuple[Prose, ...]
    table: Table | None
    examples: Examples | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page to read."""

    id: str
    group: ArticleGroup
    order: int
    title: Prose
    summary: Prose
    sections: tuple[Section, ...]
    issues: tuple[str, ...]
    sources: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    """Other words people search with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word and what it means."""

    id: str
    name: Prose
    also: tuple[str, ...]
    meaning: Prose
    see: tuple[str, ...]
    """Ids of pages."""
    aliases: tuple[str, ...] = ()
    """Other words people search with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What a wallet may show when something fails."""

    id: str
    family: MessageFamily
    texts: tuple[str, ...]
    meaning: Prose
    first: Prose
    issue: str
    replies: Mapping[str, str]
    """What it says already to the guide of the issue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A dated banner."""

    id: str
    kind: NoticeKind
    title: Prose
    text: Prose
    first_day: date
    last_day: date | None
    issues: tuple[str, ...]
    """On whose pages it is shown; on all where there are none."""
    regions: tuple[str, ...]
    sources: tuple[str, ...]

    def shown_on(self, day: date) -> bool:
        """Whether a day lies between the first and the last, both included."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillChoice:
    """What one might do, and what comes of it."""

    label: Prose
    right: bool
    says: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class DrillTurn:
    """One decision of a drill."""

    asks: Prose
    choices: tuple[DrillChoice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drill:
    """A scene to practise on."""

    id: str
    order: int
    title: Prose
    summary: Prose
    scene: Prose
    turns: tuple[DrillTurn, ...]
    lesson: Prose
    issues: tuple[str, ...]
    sources: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    """Other words people search with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One thing to weigh when choosing a wallet."""

    id: str
    title: Prose
    look_for: Prose
    weight: int
    """Of a hundred, where the reader sets none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """What rules a wallet out."""

    id: str
    when: Mapping[str, str]
    title: Prose
    because: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletKind:
    """A kind of wallet."""

    id: str
    title: Prose
    summary: Prose
    good_for: tuple[Prose, ...]
    watch: tuple[Prose, ...]
    marks: Mapping[str, int]
    """From 0 to 3, by criterion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chooser:
    """How to choose a wallet."""

    criteria: tuple[Criterion, ...]
    exclusions: tuple[Exclusion, ...]
    kinds: tuple[WalletKind, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """All there is to read, by id."""

    articles: Mapping[str, Article] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)
    messages: Mapping[str, Message] = field(default_factory=dict)
    notices: Mapping[str, Notice] = field(default_factory=dict)
    drills: Mapping[str, Drill] = field(default_factory=dict)
    chooser: Chooser | None = None
