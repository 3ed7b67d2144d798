"""Plain data → typed models. All mistakes of all files at once, each where it stands.

In: `Source`. Out: `Catalogue` of entries that know their places, and problems. It does not look at
what ids refer to; `resolve` does.
"""

from generator.schema.audience import parts_for_agents
from generator.schema.catalogue import KINDS, Catalogue, Entry, GuideEntry, Kind, Spoilt
from generator.schema.load import load, load_journeys, load_queries
from generator.schema.text import LOCALES, EditionLocale, Locale

__all__ = [
    "KINDS",
    "LOCALES",
    "Catalogue",
    "EditionLocale",
    "Entry",
    "GuideEntry",
    "Kind",
    "Locale",
    "Spoilt",
    "load",
    "load_journeys",
    "load_queries",
    "parts_for_agents",
]
