"""A whole project with every reference resolved: what the compiler and the renderers read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.resolve.agents import AgentEdition
from generator.resolve.agents_only import AgentsOnly
from generator.resolve.business_days import BusinessDays
from generator.resolve.calculation import Calculator
from generator.resolve.entities import Edition
from generator.resolve.logic import Logic
from generator.resolve.synonyms import Synonyms
from generator.schema.entities import AgentNotes
from generator.schema.text import EditionLocale, Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of something that was published."""

    day: date
    summary: Mapping[str, str]
    """What readers are told of it, by authored locale; empty for what is not worth telling."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What became of an entry, or of a part of one, since it was first published."""

    first: date
    digest: str | None
    parts: tuple[str, ...]
    moved: str | None
    """What stands in its place."""
    changes: tuple[Change, ...]
    """Oldest first."""

    @property
    def last(self) -> date:
        """The day of the last change, told or not."""
        return self.changes[-1].day if self.changes else self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything that a build needs, on one date."""

    as_of: date
    editions: Mapping[EditionLocale, Edition]
    guides: Mapping[str, Logic]
    calendars: Mapping[str, BusinessDays]
    calculators: Mapping[str, Calculator]
    valid_until: Mapping[str, date | None]
    """For each guide the first day on which something that it uses lapses."""
    agent_notes: Mapping[tuple[str, str], AgentNotes]
    """By (kind, id). Only renderers for agents may take these."""
    agents: Mapping[Locale, AgentEdition] = field(default_factory=dict)
    """Only renderers for agents may take these."""
    agents_only: tuple[AgentsOnly, ...] = ()
    """What may stand nowhere in the public site."""
    figures: frozenset[str] = frozenset()
    """The parameters that guides, pages or tools of the public use."""
    journeys: int = 0
    """How many journeys hold the rules to what they decide today."""
    synonyms: Synonyms = field(default_factory=Synonyms)
    """Which words searches take for one another."""
    traditional: bool = False
    """Whether there is to be an edition in traditional characters, too."""
    site_url: str | None = None
    """Where the site will stand, with a slash at its end; unknown to most builds."""
    published: Mapping[str, History] = field(default_factory=dict)
    """By address such as `issues/payment-failed`, or of a part, `questions/card#own`."""

    def days_of(self, entry: str) -> tuple[date, date] | None:
        """When an entry was first published, and when it changed last."""
        found = self.published.get(entry)
        return (found.first, found.last) if found else None
