"""What authors write under `content/`, as typed models. Field by field, the editor shows this."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generator.schema.text import (
    FOR_AGENTS,
    Address,
    Authored,
    Day,
    Figure,
    Id,
    Line,
    Name,
    OptionId,
    Phrases,
    Plain,
    Positive,
    Text,
    Whole,
    Words,
)

QuestionKind = Literal["choice", "number", "date", "duration"]
Measure = Literal[
    "CNY", "EUR", "GBP", "USD", "percent", "times", "minute", "hour", "day", "business-day",
    "month", "year",
]  # fmt: skip
Unit = Literal[Measure, "second", "phone"]
CalculatorKind = Literal["fee", "due_date", "deadline"]
Picture = Literal[
    "withdrawal", "stolen", "phone", "frozen", "mistaken", "password", "fee", "waiting",
    "suspicious", "failed", "complaint", "register",
]  # fmt: skip
"""Drawings of our own in `site_templates/theme/assets/pictures.svg`."""
StepKind = Literal["stop-loss", "secure", "evidence", "report", "claim", "follow-up"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
Confidence = Literal["official", "secondary", "unconfirmed"]


class AgentNotes(Authored):
    """What only support agents may read. Public pages never receive this."""

    notes: Text


class Entity(Authored):
    """A thing with a file of its own; `id` is the file's name."""

    id: Id


class Kept(Entity):
    """A thing that a team keeps true, and looks at again by a day."""

    owner: Annotated[Id | None, FOR_AGENTS] = Field(
        default=None, description="The team that keeps it true."
    )
    review_by: Annotated[Day | None, FOR_AGENTS] = Field(
        default=None, description="The day by which it is read again."
    )


class Topic(Entity):
    """A group of issues with a page."""

    title: Line
    summary: Line
    order: Whole = Field(default=100, description="Smaller numbers stand first.")
    private: bool = Field(
        default=False,
        description="Readers may have to hide that they read about this: its pages can be left at "
        "once, and are kept on the device only when asked.",
    )


class GuideReference(Authored):
    """Which guide an issue opens, and what is known from the start."""

    id: Id
    replies: dict[str, str] = Field(default_factory=dict)


class Issue(Kept):
    """What a user suffers from; it has a page."""

    title: Line
    topic: Id
    summary: Line = Field(description="One sentence for lists and search results.")
    quick_answer: Text = Field(description="What to do first, readable in ten seconds.")
    symptoms: Annotated[tuple[Line, ...], Field(min_length=1)]
    aliases: Words = Field(description="Other words, typing errors and error texts people use.")
    causes: tuple[Text, ...] = ()
    guide: GuideReference
    related: tuple[Id, ...] = ()
    prevention: tuple[Text, ...] = ()
    sources: tuple[Id, ...] = ()
    agent: AgentNotes | None = None


class Limit(Authored):
    """An upper limit that is a parameter."""

    parameter: Id


class Option(Authored):
    """One thing that can be chosen. The id `unsure` means: I do not know."""

    id: OptionId
    label: Line
    help: Line | None = None
    aliases: Words | None = Field(
        default=None, description="Words in a search that surely say that this holds."
    )
    share: Positive | None = Field(
        default=None, description="How often it is chosen, relative to its siblings."
    )
    until: Limit | None = Field(
        default=None, description="Date questions: exactly at this limit still belongs here."
    )


class Question(Entity):
    """One question, one meaning, one set of options, in every guide that asks it."""

    id: Name
    kind: QuestionKind = "choice"
    text: Line
    help: Text | None = None
    options: tuple[Option, ...] = Field(
        default=(), description="Number questions: labels of bands by their id, and `unsure`."
    )
    unit: Measure | None = Field(default=None, description="Number and duration questions.")
    minimum: Figure = Decimal(0)
    maximum: Figure | None = None
    step: Positive = Field(
        default=Decimal("0.01"), description="Smallest difference between two values."
    )
    counts: Literal["day", "business-day"] | None = Field(
        default=None, description="Date questions: which days count."
    )
    calendar: Id | None = Field(default=None, description="Date questions: whose business days.")
    computed_by: Id | None = Field(
        default=None, description="Number questions: the calculator that can tell the reply."
    )
    cost: Positive = Decimal(1)
    agent: AgentNotes | None = None


class Step(Text):
    """One step of an answer."""

    does: StepKind | None = Field(
        default=None, description="What the step is for; steps must stand in this order."
    )


class Fallback(Authored):
    """Where to go if the steps do not help."""

    channel: Id
    text: Text


class Deadline(Authored):
    """By when; with a calculator a page can reckon the date."""

    text: Text
    calculator: Id | None = Field(
        default=None, description="A calculator of kind `due_date` or `deadline`."
    )


class Jump(Authored):
    """The guide in which the conversation goes on, with all replies kept."""

    guide: Id
    returns: bool = Field(default=False, alias="return")
    replies: dict[str, str] = Field(
        default_factory=dict,
        description="What this answer makes known to that guide; what was replied before holds.",
    )


class Answer(Kept):
    """What a person is told at the end."""

    title: Line
    aliases: Words | None = Field(default=None, description="Other words people search with.")
    summary: Line = Field(description="The answer in one sentence.")
    today: Annotated[tuple[Step, ...], Field(min_length=1)]
    avoid: Annotated[tuple[Text, ...], Field(min_length=1)]
    evidence: tuple[Text, ...] = ()
    fallback: Fallback
    deadline: Deadline | None = None
    say: Text | None = Field(default=None, description="Words to use with support.")
    sources: tuple[Id, ...] = ()
    continues: Jump | None = Field(default=None, alias="continue")
    agent: AgentNotes | None = None


class Advice(Entity):
    """An addition that several rules may each make to an answer."""

    text: Text
    order: Whole = Field(default=100, description="Smaller numbers stand first.")
    agent: AgentNotes | None = None


class Channel(Entity):
    """An official way to reach somebody, and how to tell it from a fake."""

    name: Line
    aliases: Words | None = Field(default=None, description="Other words people search with.")
    reach: Text
    phone: Id | None = Field(default=None, description="A parameter whose unit is phone.")
    hours: Line | None = None
    genuine: Text = Field(description="How to tell the true contact from a fake.")
    agent: AgentNotes | None = None


class SourceEntry(Authored):
    """A law, a regulator's page or a stated practice that rules, answers and figures rest on."""

    title: Line
    url: Address | None = None
    checked_on: Day


class Sources(Authored):
    """A file of sources by id."""

    sources: Annotated[dict[Id, SourceEntry], Field(min_length=1)]


class Parameter(Authored):
    """A dated figure."""

    name: Line
    value: Plain
    unit: Unit
    source: Id
    article: Line | None = None
    checked_on: Day
    valid_from: Day | None = None
    valid_until: Day | None = Field(default=None, description="The first day without it.")
    confidence: Confidence


class Parameters(Authored):
    """A file of parameters by id."""

    parameters: Annotated[dict[Id, Parameter], Field(min_length=1)]


class DayRange(Authored):
    """Days from first to last, both included."""

    first: Day
    last: Day
    name: Line


class Calendar(Entity):
    """Which days are business days, up to a last known day."""

    name: Line
    zone: Plain = Field(description="IANA time zone, such as Asia/Shanghai.")
    first_day: Day
    last_day: Day = Field(description="The last day for which holidays are known.")
    weekend: tuple[Weekday, ...]
    holidays: tuple[DayRange, ...] = ()
    working_days: tuple[Day, ...] = Field(
        default=(), description="Days on a weekend that are worked all the same."
    )
    source: Id
    checked_on: Day


class Operand(Authored):
    """An amount that is replied, or one that is a figure: exactly one of the two."""

    question: Id | None = None
    parameter: Id | None = None


class Calculator(Entity):
    """Replies and figures → an amount of money, or a day."""

    kind: CalculatorKind
    name: Line
    amount: Id | None = Field(default=None, description="fee: the question that asks the sum.")
    free: Operand | None = Field(default=None, description="fee: how much of the sum is free.")
    rate: Id | None = Field(default=None, description="fee: a parameter in percent.")
    minimum: Id | None = Field(default=None, description="fee: a parameter, the smallest fee.")
    maximum: Id | None = Field(default=None, description="fee: a parameter, the largest fee.")
    charged: Id | None = Field(
        default=None,
        description="fee: the question that asks what was charged; the result is the excess.",
    )
    counts_from: Id | None = Field(
        default=None, description="due_date, deadline: the date question from which it counts."
    )
    day: Line | None = Field(
        default=None, description="due_date, deadline: from which day, where no guide asks for it."
    )
    within: Id | None = Field(
        default=None, description="due_date, deadline: a parameter, how long."
    )
    calendar: Id | None = Field(
        default=None, description="due_date, deadline: whose business days, where they count."
    )


class Team(Authored):
    """Who keeps a part of the content true."""

    name: Line


class Brand(Authored):
    """Whose help centre this is; what it has of its own overlays what is shared."""

    name: Line
    tagline: Line
    commonest: dict[Id, Picture] = Field(
        default_factory=dict,
        description="Issues that the home page shows first, each with its picture.",
    )
    teams: Annotated[dict[Id, Team], FOR_AGENTS] = Field(
        default_factory=dict, description="Who may be named as `owner` of content."
    )
    sos: tuple[Id, ...] = Field(
        default=(), description="Answers on the page for a loss in progress, in this order."
    )
    offline: bool = Field(
        default=True, description="Whether pages that were read can be read without a network."
    )
    sources: dict[Id, SourceEntry] = Field(default_factory=dict)
    parameters: dict[Id, Parameter] = Field(default_factory=dict)
    channels: dict[Id, Channel] = Field(default_factory=dict)
    site_url: Address | None = Field(
        default=None, description="Where the site stands, such as https://help.example.org/."
    )
    traditional: bool = Field(
        default=True, description="Whether the pages also exist in traditional characters."
    )


class InterfaceWords(Authored):
    """The site's own words, by key."""

    words: Annotated[dict[Id, Phrases], Field(min_length=1)]
