"""What the public may read, in one locale. Agents' notes have no field here, so none can leak."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.resolve.prose import Prose
from generator.resolve.reading import Library
from generator.resolve.toolkit import Toolkit
from generator.schema.entities import Confidence, Picture, QuestionKind, StepKind, Unit
from generator.schema.text import EditionLocale


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A group of issues."""

    id: str
    title: Prose
    summary: Prose
    order: int
    private: bool = False
    """Whether readers may have to hide that they read about this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """What a user suffers from."""

    id: str
    topic: str
    title: Prose
    summary: Prose
    quick_answer: Prose
    symptoms: tuple[Prose, ...]
    aliases: tuple[str, ...]
    causes: tuple[Prose, ...]
    guide: str
    replies: Mapping[str, str]
    """Replies that are known when the issue's page opens its guide."""
    related: tuple[str, ...]
    prevention: tuple[Prose, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionText:
    """The words of an option."""

    label: Prose
    help: Prose | None
    aliases: tuple[str, ...] = ()
    """Words in a search that surely say that it holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionText:
    """The words of a question as one guide asks it."""

    id: str
    kind: QuestionKind
    text: Prose
    help: Prose | None
    options: Mapping[str, OptionText]
    """By option id, in the order in which they are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an answer."""

    text: Prose
    does: StepKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """By when; with a calculator a date can be reckoned."""

    text: Prose
    calculator: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person is told at the end."""

    id: str
    title: Prose
    summary: Prose
    today: tuple[Step, ...]
    avoid: tuple[Prose, ...]
    evidence: tuple[Prose, ...]
    channel: str
    fallback: Prose
    deadline: Deadline | None
    say: Prose | None
    sources: tuple[str, ...]
    continues: str | None
    """The guide in which the conversation goes on."""
    returns: bool
    presumed: Mapping[str, str] = field(default_factory=dict)
    """Replies that this answer makes known to that guide."""
    aliases: tuple[str, ...] = ()
    """Other words people search with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """An addition to answers."""

    id: str
    text: Prose
    order: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """An official way to reach somebody."""

    id: str
    name: Prose
    reach: Prose
    phone: str | None
    """The number itself."""
    hours: Prose | None
    genuine: Prose
    aliases: tuple[str, ...] = ()
    """Other words people search with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What rules, answers and figures rest on."""

    id: str
    title: Prose
    url: str | None
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A dated figure, with its value in words."""

    id: str
    name: Prose
    value: str
    unit: Unit
    text: str
    """The value with its unit, in this locale."""
    source: str
    article: Prose | None
    checked_on: date
    valid_until: date | None
    confidence: Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """Why a rule decides as it does."""

    id: str
    because: Prose
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideText:
    """The words of one guide."""

    id: str
    title: Prose
    questions: Mapping[str, QuestionText]
    rules: Mapping[str, RuleText]
    """Answer rules, advice rules and `otherwise`, by id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The whole public help centre in one locale."""

    locale: EditionLocale
    name: Prose
    tagline: Prose
    commonest: Mapping[str, Picture]
    """Issues that the home page shows first, each with its picture."""
    topics: Mapping[str, Topic]
    issues: Mapping[str, Issue]
    answers: Mapping[str, Answer]
    advice: Mapping[str, Advice]
    channels: Mapping[str, Channel]
    sources: Mapping[str, Source]
    parameters: Mapping[str, Parameter]
    guides: Mapping[str, GuideText]
    calculators: Mapping[str, Prose]
    """The name of each."""
    questions: Mapping[str, Prose]
    """The text of each, for those that no guide asks; and of the days of calculators."""
    words: Mapping[str, str]
    """The site's own words, as plain text."""
    library: Library = field(default_factory=Library)
    sos: tuple[str, ...] = ()
    """The answers on the page for a loss in progress."""
    offline: bool = True
    """Whether pages that were read can be read without a network."""
    toolkit: Toolkit | None = None
