"""The player as a folder that npm can install: modules, types, words and styles."""

import json
from collections.abc import Mapping
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import PACKAGE, words_file
from generator.render.contract.encode import SCHEMA_VERSION, published
from generator.render.contract.words import words_json
from generator.render.player import player_files
from generator.resolve import Project

AUTHORED = Path(__file__).parents[2] / "embedding" / "package"


def package(project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """Everything under `site/player/package/`."""
    files = {path.name: path.read_text("utf-8") for path in sorted(AUTHORED.iterdir())}
    files |= player_files()
    for locale, edition in project.editions.items():
        files[words_file(locale).rpartition("/")[2]] = published(words_json(edition, PACKAGE))
    files["package.json"] = json.dumps(_manifest(), indent=2) + "\n"
    return {f"site/{PACKAGE}{name}": text for name, text in files.items()}


def _manifest() -> dict[str, object]:
    return {
        "name": "guide-player",
        "version": f"{SCHEMA_VERSION}.0",
        "description": "Guides of a help centre: an element, and an engine without a face",
        "private": True,
        "type": "module",
        "exports": {
            ".": {"types": "./guide-player.d.ts", "default": "./guide-player.js"},
            "./engine": {"types": "./engine.d.ts", "default": "./engine.js"},
            "./guide-player.css": "./guide-player.css",
            "./words.*.json": "./words.*.json",
            "./package.json": "./package.json",
        },
        "types": "./guide-player.d.ts",
        "sideEffects": ["./guide-player.js"],
    }
