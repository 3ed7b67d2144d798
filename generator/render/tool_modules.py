"""Each module directly under `site_templates/tools/` as one published file."""

from collections.abc import Mapping
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import tool_module
from generator.render.modules import joined
from generator.resolve import Project

MODULES = Path(__file__).parents[2] / "site_templates" / "tools"


def tool_modules(_project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """The published modules; the same for every project."""
    entries = sorted(MODULES.glob("*.js"))
    return {f"site/{tool_module(entry.stem)}": joined(entry) for entry in entries}
