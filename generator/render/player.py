"""The guide player, its engine alone, and its stylesheet for other people’s pages."""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import PLAYER, words_file
from generator.render.contract.encode import SCHEMA_VERSION, file_facts, published
from generator.render.contract.words import words_json
from generator.render.modules import joined
from generator.resolve import Project

TEMPLATES = Path(__file__).parents[2] / "site_templates"
MODULES = TEMPLATES / "player"
STYLESHEET = TEMPLATES / "theme" / "assets" / "help-centre.css"

_ROOT_SIZE = re.compile(r"(?<=\d)rem\b")
"""What counts from the root's size would follow the page that embeds the player."""
_SHARED = re.compile(r"/\* player \*/\n(.*?)/\* /player \*/\n", re.DOTALL)


def player(project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """Everything under `site/player/`."""
    files = player_files()
    listed = {name: text.encode() for name, text in files.items()}
    for locale, edition in project.editions.items():
        name = words_file(locale).removeprefix(PLAYER)
        listed[name] = published(words_json(edition)).encode()
    files["files.json"] = published(
        {
            "$schema": "../schemas/player-files.schema.json",
            "schema_version": SCHEMA_VERSION,
            "files": {name: file_facts(content) for name, content in sorted(listed.items())},
        }
    )
    return {f"site/{PLAYER}{name}": text for name, text in files.items()}


def player_files() -> dict[str, str]:
    """Modules and stylesheet by name."""
    return {
        "guide-player.js": joined(MODULES / "guide-player.js"),
        "engine.js": joined(MODULES / "engine.js"),
        "guide-player.css": stylesheet(),
    }


def stylesheet() -> str:
    """For a shadow of its own: tokens that a page may set, and the rules shared with our pages."""
    shared = _SHARED.findall(STYLESHEET.read_text("utf-8"))
    whole = (MODULES / "host.css").read_text("utf-8") + "\n".join(shared)
    return _ROOT_SIZE.sub("em", whole)
