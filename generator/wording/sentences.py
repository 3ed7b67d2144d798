"""Sentences that a frightened reader on a phone cannot take in at once."""

import re
from collections.abc import Iterator, Mapping

from generator.problems import Problem
from generator.schema import Locale
from generator.wording.passages import FIGURE, Wording

MOST_HAN = 40
"""Han characters in a Chinese sentence; a number, a Latin word or a parameter counts as one."""
MOST_WORDS = 28
"""Words in an English one."""
_MEASURES: Mapping[Locale, tuple[int, str, int]] = {
    "zh": (MOST_HAN, "characters", 16),
    "en": (MOST_WORDS, "words", 40),
}
"""Limit, unit, and how many characters of a sentence a problem shows."""
_ZH_END = re.compile(r"[。！？；…\n]+[”」』）]*|(?<=[.!?;]) ")
_EN_END = re.compile(r"[.!?;]+[”’\")]*(?:\s|$)|\n")
_ZH_UNIT = re.compile(rf"[\u3400-\u9fff{FIGURE}]|[A-Za-z]+|\d[\d,.]*")
_EN_UNIT = re.compile(rf"[^\s{FIGURE}–—/]*[\w{FIGURE}][^\s–—/]*")


def long_sentences(wording: Wording) -> Iterator[Problem]:
    """W507: sentences over the limit. The marks 。！？； end one, and so does an item of a list."""
    for said in wording.prose():
        for line in said.lines:
            for sentence, length in too_long(line, said.locale):
                most, unit, shown = _MEASURES[said.locale]
                yield Problem(
                    code="W507",
                    place=said.place,
                    what=f"A sentence has {length} {unit}, more than {most}: "
                    f"“{sentence[:shown].strip()}…”.",
                    mend="Make two of it, or a list.",
                )


def too_long(line: str, locale: Locale) -> Iterator[tuple[str, int]]:
    """The sentences of a line that are too long, with their lengths."""
    most = _MEASURES[locale][0]
    if len(line) <= most:
        return
    end, unit = (_ZH_END, _ZH_UNIT) if locale == "zh" else (_EN_END, _EN_UNIT)
    for sentence in end.split(line):
        length = len(unit.findall(sentence))
        if length > most:
            yield sentence.strip(), length
