"""The module that every page loads, whatever it is about."""

from collections.abc import Mapping
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import VISIT
from generator.render.modules import joined
from generator.resolve import Project

ENTRY = Path(__file__).parents[2] / "site_templates" / "visit" / "visit.js"


def visit(_project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """The published module; the same for every project."""
    return {f"site/{VISIT}": joined(ENTRY)}
