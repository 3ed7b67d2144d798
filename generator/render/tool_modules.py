"""Each module directly under `site_templates/tools/` as one published file."""

from collections.abc import Mapping
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import tool_module, versioned
from generator.render.modules import joined
from generator.resolve import Project

MODULES = Path(__file__).parents[2] / "site_templates" / "tools"


def versioned_module(name: str) -> str:
    """The address of a tool's module, which changes with it."""
    return versioned(tool_module(name), joined(MODULES / f"{name}.js").encode())


def tool_modules(_project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """The published modules; the same for every project."""
    entries = sorted(MODULES.glob("*.js"))
    return {f"site/{tool_module(entry.stem)}": joined(entry) for entry in entries}
