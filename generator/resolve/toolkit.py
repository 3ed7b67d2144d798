"""What the tools of the site work with, for the public, in one locale."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.resolve.prose import Prose, Target
from generator.resolve.reading import Examples
from generator.schema.toolkit import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Money on its way, and by when it should be there."""

    id: str
    region: str
    what: Prose
    how: Prose
    calculator: str
    past: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A day by which somebody must act."""

    id: str
    region: str
    title: Prose
    because: Prose
    calculator: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a complaint may ask for."""

    id: str
    label: Prose
    text: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Whom a letter goes to at one stage in one region."""

    id: str
    region: str
    stage: Stage
    name: Prose
    channel: str
    opening: Prose
    closing: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A kind of trouble, and the answers whose lists of evidence serve it."""

    id: str
    title: Prose
    issue: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolkit:
    """What the tools work with; each tuple in the authors' order."""

    arrivals: tuple[Arrival, ...]
    fee: Examples
    fee_wrong: Target
    periods: tuple[Period, ...]
    demands: tuple[Demand, ...]
    recipients: tuple[Recipient, ...]
    evidence: tuple[Evidence, ...]
    check_up: str
    """An issue whose guide is asked on one page."""
    points: Mapping[str, int]
    """What is lost where a piece of advice applies."""
    regions: Mapping[str, Prose]
    """The options of the question `region`."""
