"""What there is to read besides issues and answers, as authors write it."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.entities import Kept
from generator.schema.text import (
    FOR_AGENTS,
    Authored,
    Day,
    Id,
    Line,
    OptionId,
    Plain,
    Text,
    Whole,
    Words,
)

ArticleGroup = Literal["basics", "safety", "rights", "reference", "cases", "future"]
MessageFamily = Literal[
    "network", "balance", "limit", "password", "identity", "risk", "card", "merchant", "system",
    "withdrawal", "login", "transfer",
]  # fmt: skip
NoticeKind = Literal["outage", "scam", "rules"]
Mark = Annotated[Whole, Field(le=3)]
"""How well a kind of wallet meets a criterion, from 0 to 3."""


class Column(Authored):
    """A column of a table."""

    id: Id
    title: Line


class Table(Authored):
    """A table; every row has a cell in every column."""

    columns: Annotated[tuple[Column, ...], Field(min_length=2)]
    rows: Annotated[tuple[dict[Id, Line], ...], Field(min_length=1)]


class Examples(Authored):
    """Amounts for a calculator of kind `fee`; the results are reckoned, never written."""

    calculator: Id
    cases: Annotated[tuple[dict[Id, Plain], ...], Field(min_length=1)] = Field(
        description="For each case the amount of every question that the calculator reads."
    )


class Section(Authored):
    """A part of a page, with an anchor of its own."""

    id: Id
    title: Line
    text: Text | None = None
    points: tuple[Text, ...] = ()
    table: Table | None = None
    examples: Examples | None = None


class Article(Kept):
    """A page to read; tables of reference are articles too."""

    group: ArticleGroup
    order: Whole = Field(default=100, description="Smaller numbers stand first in the group.")
    title: Line
    aliases: Words | None = Field(default=None, description="Other words people search with.")
    summary: Line
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    issues: tuple[Id, ...] = Field(default=(), description="Issues that it leads to.")
    sources: tuple[Id, ...] = ()


class Term(Authored):
    """A word that readers meet, and what it means."""

    name: Line
    also: Words | None = Field(default=None, description="Other names of the same thing.")
    aliases: Words | None = Field(default=None, description="Other words people search with.")
    meaning: Text
    see: tuple[Id, ...] = Field(default=(), description="Pages that tell more.")


class Terms(Authored):
    """A file of terms by id."""

    terms: Annotated[dict[Id, Term], Field(min_length=1)]


class Message(Authored):
    """What a wallet may show when something fails, and what that means."""

    family: MessageFamily
    texts: Words = Field(description="The message as wallets word it, without a wallet's name.")
    meaning: Line
    first: Line = Field(description="What to do first.")
    issue: Id
    replies: dict[Id, OptionId] = Field(
        default_factory=dict, description="What the message says already to the issue's guide."
    )


class Messages(Authored):
    """A file of messages by id."""

    messages: Annotated[dict[Id, Message], Field(min_length=1)]


class Notice(Authored):
    """A dated banner: an outage, a wave of scams, a change of rules."""

    kind: NoticeKind
    title: Line
    text: Text
    first_day: Day
    last_day: Day | None = Field(default=None, description="The last day on which it is shown.")
    issues: tuple[Id, ...] = Field(default=(), description="On whose pages; on all if left out.")
    regions: tuple[OptionId, ...] = Field(
        default=(), description="Options of the question `region`; everywhere if left out."
    )
    sources: tuple[Id, ...] = ()


class Notices(Authored):
    """All notices by id."""

    notices: Annotated[dict[Id, Notice], Field(min_length=1)]


class DrillChoice(Authored):
    """What one might do in a drill, and what comes of it."""

    label: Line
    right: bool
    says: Text


class DrillTurn(Authored):
    """One decision of a drill."""

    asks: Text
    choices: Annotated[tuple[DrillChoice, ...], Field(min_length=2)]


class Drill(Kept):
    """A scene to practise on before it happens."""

    order: Whole = Field(default=100, description="Smaller numbers stand first.")
    title: Line
    aliases: Words | None = Field(default=None, description="Other words people search with.")
    summary: Line
    scene: Text
    turns: Annotated[tuple[DrillTurn, ...], Field(min_length=1)]
    lesson: Text
    issues: tuple[Id, ...] = ()
    sources: tuple[Id, ...] = ()


class Criterion(Authored):
    """One thing to weigh when choosing a wallet."""

    title: Line
    look_for: Text = Field(description="How to find out for oneself.")
    weight: Whole = Field(description="Where the reader sets none; all add up to 100.")


class Exclusion(Authored):
    """What rules a wallet out, whatever else it offers."""

    id: Id
    when: Annotated[dict[Id, OptionId], Field(min_length=1)]
    title: Line
    because: Text


class WalletKind(Authored):
    """A kind of wallet, never a brand."""

    title: Line
    summary: Line
    good_for: Annotated[tuple[Line, ...], Field(min_length=1)]
    watch: Annotated[tuple[Line, ...], Field(min_length=1)]
    marks: dict[Id, Mark] = Field(description="For each criterion from 0 to 3.")


class Chooser(Authored):
    """How to choose a wallet."""

    owner: Annotated[Id | None, FOR_AGENTS] = None
    review_by: Annotated[Day | None, FOR_AGENTS] = None
    criteria: Annotated[dict[Id, Criterion], Field(min_length=1)]
    exclusions: Annotated[tuple[Exclusion, ...], Field(min_length=1)]
    kinds: Annotated[dict[Id, WalletKind], Field(min_length=1)]
