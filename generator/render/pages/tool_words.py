"""Which words each tool's page shows, and which of them its module needs to have."""

_DATES = (
    "date", "day-long", "month-long", *(f"month-{number}" for number in range(1, 13)),
    *(f"weekday-{number}" for number in range(1, 8)),
)  # fmt: skip
_COPYING = ("tools-copied", "tools-not-copied")

SAID = {
    "arrival": (
        *_DATES, "tools-failed", "arrival-last", "arrival-wait", "arrival-past", "arrival-later",
        "arrival-uncertain", "arrival-start", "arrival-end", "arrival-working",
        "arrival-weekend", "arrival-holiday", "arrival-make-up", "arrival-unknown",
        "arrival-count",
    ),
    "fee": (
        "tools-failed", "unit-cny", "unit-eur", "unit-gbp", "unit-usd", "fee-due", "fee-arrives",
        "fee-step-amount", "fee-step-free", "fee-step-taxed", "fee-step-share", "fee-step-rounded",
        "fee-step-minimum", "fee-step-maximum", "fee-step-nothing", "fee-invalid",
    ),
    "deadlines": (
        *_DATES, "tools-failed", "deadlines-none", "deadlines-passed", "deadlines-today",
        "deadlines-left", "deadlines-left-one", "arrival-uncertain", *_COPYING,
    ),
    "complaint-writer": (
        *_DATES, *_COPYING, "letter-secret-card", "letter-secret-identity", "letter-secret-code",
    ),
    "evidence": (*_COPYING, "evidence-count"),
    "wallet-chooser": (
        "weigh-nothing", "weigh-strong", "weigh-weak", "weigh-first", "weigh-excluded",
        "guide-score", "list-comma",
    ),
    "check-up": (
        "tools-failed", "check-up-next", "check-up-score", "check-up-none", "check-up-left",
    ),
}  # fmt: skip
"""By tool: the words that its module needs."""

LETTER = (
    "date", *(f"month-{number}" for number in range(1, 13)),
    "letter-subject", "letter-about", "letter-dear", "letter-line-day", "letter-line-amount",
    "letter-line-number", "letter-line-before", "letter-line-what", "letter-line-evidence",
    "letter-line-demand", "letter-line-name", "letter-blank",
)  # fmt: skip
"""What a letter is made of; its language need not be the page's."""

TOOL_WORDS = tuple(
    dict.fromkeys(
        (
            *(word for words in SAID.values() for word in words),
            *LETTER,
            *(f"{name}-{part}" for name in ("tools", "arrival", "fee", "deadlines", "letter",
                                            "evidence", "check-up")
              for part in ("title", "summary")),
            "list-colon", "unconfirmed",
            *(f"unit-name-{unit}" for unit in ("cny", "eur", "gbp", "usd")),
            "tools-private", "tools-no-script", "tools-result", "tools-by-hand", "tools-copy",
            "tools-print", "tools-place", "tools-sources",
            "arrival-which", "arrival-app-first", "arrival-guess", "arrival-how", "arrival-time",
            "arrival-from", "arrival-then", "arrival-counting", "arrival-make-up-days",
            "fee-rate", "fee-minimum", "fee-maximum", "fee-rates", "fee-working", "fee-examples",
            "fee-rule", "fee-wrong",
            "deadlines-mine", "deadlines-theirs", "deadlines-within", "deadlines-list",
            "deadlines-download", "deadlines-other",
            *(f"letter-stage-{stage}" for stage in ("first", "again", "outside")),
            "letter-stage", "letter-to", "letter-language", "letter-company", "letter-day",
            "letter-amount", "letter-number", "letter-before", "letter-what", "letter-what-hint",
            "letter-trouble", "letter-evidence", "letter-demand", "letter-name", "letter-ready",
            "letter-mail", "letter-mail-hint", "letter-by-hand", "letter-whom",
            "evidence-all", "evidence-guide",
            "weigh-title", "weigh-exclusions", "weigh-weights", "weigh-reset",
            "check-up-gaps", "check-up-possible", "check-up-guide",
        )
    )
)  # fmt: skip
