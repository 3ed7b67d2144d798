"""Words of `content/desk-words.yml` that the agents' pages show."""

NEEDED = (
    "agents-title", "agents-find", "agents-find-hint", "agents-found", "agents-none",
    "agents-desk", "agents-issues", "agents-guides", "agents-answers", "agents-playbooks",
    "agents-macros", "agents-articles", "agents-channels", "agents-messages", "agents-topics",
    "agents-nav", "agents-told", "agents-symptoms", "agents-quick", "agents-notes",
    "agents-because", "agents-public", "agents-copy", "agents-copied", "agents-placeholders",
    "agents-use", "agents-sheet", "agents-drawing", "agents-questions",
    "agents-ends", "agents-steps", "agents-sheet-how", "agents-guide-of", "agents-continues",
    "agents-kind-verification", "agents-kind-escalation", "agents-kind-checklist",
    "agents-kind-standard", "agents-kind-practice",
    "agents-internal",
)  # fmt: skip
