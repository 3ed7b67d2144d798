"""The guide player, its engine alone, its stylesheet for other people's pages, and its words."""

import re
from collections.abc import Mapping
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import PLAYER
from generator.render.contract.encode import SCHEMA_VERSION, Json, published
from generator.render.modules import joined
from generator.resolve import Project
from generator.resolve.entities import Edition

TEMPLATES = Path(__file__).parents[2] / "site_templates"
MODULES = TEMPLATES / "player"
STYLESHEET = TEMPLATES / "theme" / "assets" / "help-centre.css"

NEEDED = (
    "guide-left", "guide-left-exact", "guide-left-exact-one", "guide-restart", "guide-answer",
    "guide-score", "guide-first", "guide-why", "guide-go-on-hint", "answer-today", "answer-avoid",
    "answer-evidence", "answer-say", "answer-deadline", "answer-fallback", "step-stop-loss",
    "step-secure", "step-evidence", "step-report", "step-claim", "step-follow-up", "channel-call",
    "channel-more", "why-others", "list-comma", "player-not-understood", "player-day",
    "player-amount", "player-next", "player-reckon", "player-copy", "player-copied",
    "player-print", "player-go-on", "player-last-day", "player-last-day-at-least",
    "player-given", "player-change", "player-change-of", "player-dropped", "player-lapsed",
)  # fmt: skip
"""Every word that the player shows."""

_SHARED = re.compile(r"/\* player \*/\n(.*?)/\* /player \*/\n", re.DOTALL)


def player(project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """Everything under `site/player/`."""
    words = {
        f"site/{PLAYER}words.{locale}.json": published(_words(edition))
        for locale, edition in project.editions.items()
    }
    return {
        f"site/{PLAYER}guide-player.js": joined(MODULES / "guide-player.js"),
        f"site/{PLAYER}engine.js": joined(MODULES / "engine.js"),
        f"site/{PLAYER}guide-player.css": stylesheet(),
        **words,
    }


def stylesheet() -> str:
    """For a shadow of its own: tokens that a page may set, and the rules shared with our pages."""
    shared = _SHARED.findall(STYLESHEET.read_text("utf-8"))
    return (MODULES / "host.css").read_text("utf-8") + "\n".join(shared)


def _words(edition: Edition) -> dict[str, Json]:
    return {
        "$schema": "../schemas/player-words.schema.json",
        "schema_version": SCHEMA_VERSION,
        "locale": edition.locale,
        "words": {key: edition.words[key] for key in NEEDED if key in edition.words},
    }
