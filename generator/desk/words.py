"""Which words the desk shows: its own, and some that the public pages have, too."""

SHARED = (
    "answer-today", "answer-avoid", "answer-evidence", "answer-say", "answer-deadline",
    "answer-fallback", "step-stop-loss", "step-secure", "step-evidence", "step-report",
    "step-claim", "step-follow-up", "guide-first", "guide-score", "list-comma",
    "guide-left", "guide-left-exact", "guide-left-exact-one",
    "player-day", "player-amount", "player-reckon", "player-not-understood",
    "player-last-day", "player-last-day-at-least", "player-lapsed", "why-rules",
    "why-replies", "why-whatever", "why-others",
)  # fmt: skip
"""Words of `content/words.yml`."""

NEEDED = (
    "desk-title", "desk-failed", "desk-scripts", "desk-loading", "close", "copied", "column-case",
    "column-guide", "column-work", "case-began", "case-actions", "case-new", "case-keep",
    "kept-cases", "kept-forget", "search-label", "search-hits", "search-example", "search-known",
    "guides-title", "guides-all", "guide-close", "replies-title", "replies-none", "reply-change",
    "reply-remove", "reply-presumed", "reply-idle", "reply-misfit", "empty-title", "empty-text",
    "answer-reached", "told-answer", "go-on", "option-answers", "questions-title", "question-ask",
    "standing-present", "standing-told", "standing-open", "standing-idle", "sets-aside",
    "option-idle", "clash-told", "clash-open", "answers-title", "notes-title", "note-title",
    "note-answer", "note-advice", "contact-title", "contact-day", "ticket", "contact-how",
    "note-own", "playbooks-end", "macro-title", "macro-choose", "macro-fitting", "macro-others",
    "macro-language", "language-zh", "language-en", "macro-use", "macro-preview", "macro-open",
    "macro-ready", "macro-leave", "macro-keep", "macro-copy", "macro-private", "own-title",
    "own-use", "own-greeting", "own-steps", "own-avoid", "own-deadline", "own-fallback",
    "own-end", "own-ours", "own-last-day", "own-last-day-at-least",
    "keys-copy", "keys-language", "masked", "masked-card",
    "masked-identity", "masked-code", "why-title", "why-each", "why-changed", "why-asked",
    "keys-open", "keys-title", "keys-where", "keys-single", "keys-search", "keys-enter",
    "keys-digits", "keys-zero", "keys-back", "keys-turn", "keys-value", "keys-on", "keys-guides",
    "keys-macro", "keys-why", "keys-transcript", "keys-keys", "record-open", "record-title",
    "record-form", "record-text", "record-markdown", "record-json", "record-copy", "record-save",
    "record-heard", "record-replies", "record-presumed", "record-guide", "record-version",
    "record-unfinished", "record-answer", "record-because", "record-deadline", "record-evidence",
    "record-stages", "record-contact", "record-note", "record-sent",
)  # fmt: skip
"""Words of `content/desk-words.yml`."""
