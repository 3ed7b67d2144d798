"""The words of the pages for app developers."""

EMBED_WORDS = (
    "embed-title", "embed-summary", "embed-start", "embed-start-copy", "embed-live",
    "embed-plain", "embed-strict", "embed-phone", "embed-attributes", "embed-events",
    "embed-parts", "embed-parts-how", "embed-engine", "embed-engine-how", "embed-code",
    "embed-code-how", "embed-whole", "embed-whole-how", "embed-rule-unreleased",
    "embed-rule", "embed-rule-same", "embed-rule-newer", "embed-rule-ids",
    "embed-own", "embed-own-how", "embed-own-examples", "embed-contract",
    "embed-contract-summary", "embed-field", "embed-kind", "embed-meaning", "embed-needed",
    "embed-playground", "embed-playground-summary", "embed-playground-field",
    "embed-playground-run", "embed-playground-example", "embed-playground-sound",
    "embed-playground-back",
)  # fmt: skip
