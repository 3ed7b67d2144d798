"""Which sentences ask for secrets or promise recovery, and which only warn of it or tell of it."""

import re
from pathlib import Path

import pytest

from generator.schema import Locale
from generator.wording.promises import promised
from generator.wording.secrets import asked

SENTENCES = Path(__file__).parent / "sentences.txt"
CHECKS = {"secrets": asked, "promises": promised}


def sections() -> list[tuple[Locale, str, bool, list[str]]]:
    """Language, check, whether it finds anything, and the sentences, in the file's order."""
    _, *parts = re.split(
        r"^== (zh|en) (\w+) (found|fine)\n", SENTENCES.read_text("utf-8"), flags=re.MULTILINE
    )
    return [
        ("zh" if locale == "zh" else "en", check, verdict == "found", lines.split("\n"))
        for locale, check, verdict, lines in zip(*(parts[i::4] for i in range(4)), strict=True)
    ]


@pytest.mark.parametrize(
    ("locale", "check", "found", "sentences"),
    sections(),
    ids=lambda value: str(value) if isinstance(value, str | bool) else "",
)
def test_every_sentence_is_judged_as_its_heading_says(
    locale: Locale, check: str, found: bool, sentences: list[str]
) -> None:
    written = [sentence for sentence in sentences if sentence]
    assert written
    wrong = [each for each in written if bool(list(CHECKS[check](each, locale))) != found]
    assert wrong == []


def test_every_check_has_sentences_of_both_verdicts_in_both_languages() -> None:
    assert {section[:3] for section in sections()} == {
        (locale, check, found)
        for locale in ("zh", "en")
        for check in CHECKS
        for found in (True, False)
    }
