"""A whole project with every reference resolved: what the compiler and the renderers read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.resolve.business_days import BusinessDays
from generator.resolve.calculation import Calculator
from generator.resolve.entities import Edition
from generator.resolve.logic import Logic
from generator.resolve.synonyms import Synonyms
from generator.schema.entities import AgentNotes
from generator.schema.text import Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything that a build needs, on one date."""

    as_of: date
    editions: Mapping[Locale, Edition]
    guides: Mapping[str, Logic]
    calendars: Mapping[str, BusinessDays]
    calculators: Mapping[str, Calculator]
    valid_until: Mapping[str, date | None]
    """For each guide the first day on which something that it uses lapses."""
    agent_notes: Mapping[tuple[str, str], AgentNotes]
    """By (kind, id). Only renderers for agents may take these."""
    journeys: int = 0
    """How many journeys hold the rules to what they decide today."""
    synonyms: Synonyms = field(default_factory=Synonyms)
    """Which words searches take for one another."""
