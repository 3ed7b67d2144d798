"""The site's own words in one locale, with figures and dates filled in."""

from collections.abc import Mapping
from datetime import date
from typing import get_args

from generator.render.pages.embed_words import EMBED_WORDS
from generator.render.pages.tool_words import TOOL_WORDS
from generator.schema.library import ArticleGroup, MessageFamily, NoticeKind

NEEDED = (
    *EMBED_WORDS,
    "language-name", "site-skip", "site-home", "site-contacts", "site-topics", "site-language",
    "site-where", "site-never", "site-notice", "as-of", "valid-until", "sources",
    "source-checked", "date", *(f"month-{number}" for number in range(1, 13)),
    "home-question", "home-proof", "home-commonest", "home-more", "issue-first",
    "issue-symptoms", "issue-causes",
    "issue-prevention", "issue-related", "guide-open", "guide-restart", "guide-left",
    "guide-left-exact", "guide-score", "guide-answer", "guide-first", "guide-why",
    "guide-whole", "guide-go-on", "guide-first-step",
    "guide-go-on-hint", "answer-is-it-mine", "answer-ask-me", "answer-today", "answer-avoid",
    "answer-evidence", "answer-say", "answer-deadline", "answer-fallback", "step-stop-loss",
    "step-secure", "step-evidence", "step-report", "step-claim", "step-follow-up",
    "channels-title", "channels-summary", "channel-reach", "channel-hours", "channel-genuine",
    "channel-call", "channel-more", "list-comma",
    "reading-title", "reading-summary", "reading-contents", "reading-issues", "reading-further",
    *(f"reading-{group}" for group in get_args(ArticleGroup)),
    "glossary-title", "glossary-summary", "glossary-also",
    "messages-title", "messages-summary", "messages-or", "messages-first",
    *(f"messages-{family}" for family in get_args(MessageFamily)),
    "drills-title", "drills-summary", "drill-scene", "drill-turn", "drill-right", "drill-wrong",
    "drill-lesson", "drill-link",
    "chooser-title", "chooser-summary", "chooser-exclusions", "chooser-criteria",
    "chooser-weights", "chooser-weight", "chooser-kinds", "chooser-good-for", "chooser-watch",
    *(f"chooser-mark-{mark}" for mark in range(4)),
    "search-title", "search-summary", "search-label", "search-example", "search-found",
    "search-none", "search-triage", "search-emergency",
    "recent-keep", "recent-title", "recent-delete",
    *(f"search-{kind}" for kind in (
        "issue", "answer", "message", "article", "term", "drill", "channel", "topic",
    )),
    "notices-title", "notices-summary", "notices-none", "notice-since",
    *(f"notice-{kind}" for kind in get_args(NoticeKind)),
    "offline-title", "offline-summary", "offline-calls", "keep-hint", "keep-page", "keep-forget",
    "keep-kept", "keep-gone", "keep-failed", "remember-replies", "remember-go-on",
    "privacy-device-replies", "privacy-device-searches",
    "sos-strip", "sos-title", "sos-summary", "sos-contacts", "exit-now", "exit-keys",
    "about-title", "about-summary", "about-made", "about-made-rules", "about-made-engine",
    "about-made-figures", "about-proved", "about-proved-answer", "about-proved-rules",
    "about-proved-least", "about-proved-thrice", "about-figures", "about-count-issues",
    "about-count-answers", "about-count-guides", "about-count-regions", "about-count-asked",
    "about-count-expected", "about-count-least", "about-count-journeys", "about-unproved",
    "about-unproved-facts", "about-unproved-replies", "about-unproved-outcome",
    "about-unproved-shares",
    "privacy-title", "privacy-summary", "privacy-never", "privacy-never-account",
    "privacy-never-follow", "privacy-never-others", "privacy-never-replies", "privacy-device",
    "privacy-device-address", "privacy-device-tools", "privacy-device-offline",
    "privacy-device-private", "privacy-server", "privacy-server-sees", "privacy-server-operator",
    "privacy-leave",
    "privacy-leave-how", "privacy-leave-history", "privacy-leave-phone",
    "missing-title", "missing-summary", "missing-ask", "missing-contacts",
    *TOOL_WORDS,
    "language-short", "language-name-traditional", "language-short-traditional",
    "site-traditional", "moved-title",
    "changes-title", "changes-summary", "changes-feed", "changes-new", "changes-new-of",
    "changes-opened", "changes-none",
    "index-title", "index-summary", "index-letters", "index-other", "index-issues", "index-answers",
    "index-articles", "index-drills", "index-terms", "topics-summary",
    "feedback-title", "feedback-yes", "feedback-no", "feedback-thanks", "feedback-kept",
    "feedback-more",
)  # fmt: skip
"""Every word that the pages show. A key with `-one` beside it serves for exactly 1."""


class Words:
    """Calls give a word by its key; keyword arguments fill in its `[placeholders]`."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._words = words

    def __call__(self, key: str, **values: str | int) -> str:
        text = self._words[key]
        for name, value in values.items():
            text = text.replace(f"[{name}]", _figure(value))
        return text

    def count(self, key: str, value: int) -> str:
        """A word with a number in it, in the singular where the locale has one."""
        one = f"{key}-one"
        return self(one if value == 1 and one in self._words else key, value=value)

    def left(self, least: int, most: int) -> str:
        """How many questions are still to come."""
        if least == most:
            return self.count("guide-left-exact", most)
        return self("guide-left", least=least, most=most)

    def day(self, day: date) -> str:
        """A date as readers of the locale write it."""
        return self("date", year=str(day.year), month=self(f"month-{day.month}"), day=day.day)


def _figure(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else value
