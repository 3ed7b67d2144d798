"""`player/words.<locale>.json`: what the player shows around a guide."""

from generator.render.addresses import PLAYER, relative
from generator.render.contract.encode import SCHEMA_VERSION, Json
from generator.resolve.entities import Edition

NEEDED = (
    "guide-left", "guide-left-exact", "guide-left-exact-one", "guide-restart", "guide-answer",
    "guide-score", "guide-first", "guide-why", "guide-go-on-hint", "answer-today", "answer-avoid",
    "answer-evidence", "answer-say", "answer-deadline", "answer-fallback", "step-stop-loss",
    "step-secure", "step-evidence", "step-report", "step-claim", "step-follow-up", "channel-call",
    "channel-more", "why-others", "list-comma", "player-not-understood", "player-day",
    "player-amount", "player-next", "player-reckon", "player-copy", "player-copied",
    "player-print", "player-go-on", "player-last-day", "player-last-day-at-least",
    "player-given", "player-change", "player-change-of", "player-dropped", "player-lapsed",
    "player-failed", "player-brief", "player-newer", "guide-whole",
)  # fmt: skip
"""Every word that the player shows."""


def words_json(edition: Edition, folder: str = PLAYER) -> dict[str, Json]:
    """The words of the player in one locale, as published in a folder."""
    return {
        "$schema": relative("schemas/player-words.schema.json", folder),
        "schema_version": SCHEMA_VERSION,
        "locale": edition.locale,
        "words": {key: edition.words[key] for key in NEEDED if key in edition.words},
    }
