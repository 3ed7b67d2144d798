"""Which words the desk shows: its own, and some that the public pages have, too."""

SHARED = (
    "answer-today", "answer-avoid", "answer-evidence", "answer-say", "answer-deadline",
    "answer-fallback", "step-stop-loss", "step-secure", "step-evidence", "step-report",
    "step-claim", "step-follow-up", "guide-first", "guide-score", "guide-why", "list-comma",
    "guide-left", "guide-left-exact", "guide-left-exact-one",
    "player-day", "player-amount", "player-next", "player-reckon", "player-not-understood",
    "player-last-day", "player-last-day-at-least", "player-lapsed", "search-none",
)  # fmt: skip
"""Words of `content/words.yml`."""

NEEDED: tuple[str, ...] = ()
"""Words of `content/desk-words.yml`."""
