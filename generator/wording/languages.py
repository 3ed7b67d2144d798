"""Both languages of a text must say the same: parameters and links, numbers and lists."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.problems import Problem, Related
from generator.wording.passages import Passage, Said, Wording

_NAMES = {"zh": "Chinese", "en": "English"}


def different(wording: Wording) -> Iterator[Problem]:
    """W501: a parameter or link that one language has and the other lacks.

    How often it stands there may differ: one language repeats what the other calls “it”.
    """
    for passage in wording.passages:
        zh, en = passage.said
        for has, lacks in ((zh, en), (en, zh)):
            missing = [f"{{{{{name}}}}}" for name in sorted(has.parameters - lacks.parameters)]
            missing += [f"a link to {target}" for target in sorted(has.targets - lacks.targets)]
            if missing:
                yield _differs("W501", has, lacks, missing)


def unlike(wording: Wording) -> Iterator[Problem]:
    """W502: a number that stands in one language only, lists of different length."""
    for passage in wording.passages:
        zh, en = passage.said
        if passage.quoted or passage.kind in {"words", "desk-words", "calendar"}:
            continue
        if zh.lists != en.lists:
            yield Problem(
                code="W502",
                place=en.place,
                what=f"The lists in this text have {_counts(zh)} items in Chinese, "
                f"{_counts(en)} in English.",
                mend="Give both languages the same items.",
                related=(Related(zh.place, "the Chinese text"),),
            )
        yield from _numbers(passage)


def _counts(said: Said) -> str:
    return " and ".join(map(str, said.lists)) or "no"


def _numbers(passage: Passage) -> Iterator[Problem]:
    zh, en = passage.said
    in_zh, in_en = (_digits(said) for said in passage.said)
    if in_zh == in_en:
        return
    chinese, english = " ".join(zh.lines), " ".join(en.lines).lower()
    for has, lacks, missing in (
        (zh, en, [n for n in sorted(in_zh - in_en) if not _in_english(n, english)]),
        (en, zh, [n for n in sorted(in_en - in_zh) if not _in_chinese(n, chinese)]),
    ):
        if missing:
            yield _differs("W502", has, lacks, missing)


def _differs(code: str, has: Said, lacks: Said, missing: Iterable[str]) -> Problem:
    return Problem(
        code=code,
        place=lacks.place,
        what=f"The {_NAMES[lacks.locale]} text lacks {', '.join(missing)}, which the "
        f"{_NAMES[has.locale]} one has.",
        mend="Let both say the same.",
        related=(Related(has.place, f"the {_NAMES[has.locale]} text"),),
    )


_NUMBER = re.compile(r"(?<![A-Za-z\d])(\d+(?:,\d{3})*(?:\.\d+)?)(?![\ds])(\s*[万亿])?")
_TIMES = {"万": 10**4, "亿": 10**8}


def _digits(said: Said) -> frozenset[str]:
    """The numbers in a text that are written in digits, however they are grouped."""
    return frozenset(
        _value(found.group(1), (found.group(2) or "").strip())
        for line in said.lines
        for found in _NUMBER.finditer(line)
    )


def _value(digits: str, times: str) -> str:
    value = Decimal(digits.replace(",", "")) * _TIMES.get(times, 1)
    return f"{value.normalize():f}"


_WORDS = (
    "a an once one first january|two second twice february|three third march|four fourth april"
    "|five fifth may|six sixth june|seven seventh july|eight eighth august|nine ninth september"
    "|ten tenth october|eleven eleventh november|twelve twelfth december|thirteen|fourteen|fifteen"
    "|sixteen|seventeen|eighteen|nineteen|twenty"
)
"""How English writes the numbers from one on: as a count, in a row, as a month."""
_IN_ENGLISH = {str(n): words.split() for n, words in enumerate(_WORDS.split("|"), 1)}
_IN_ENGLISH |= {"30": ["thirty"], "60": ["sixty"], "90": ["ninety"], "100": ["hundred"]}
_HAN = "零一二三四五六七八九十"


def _in_english(number: str, text: str) -> bool:
    """Whether an English text holds a number as a word."""
    return any(re.search(rf"\b{word}\b", text) for word in _IN_ENGLISH.get(number, ()))


def _in_chinese(number: str, text: str) -> bool:
    """Whether a Chinese text holds a number as a numeral."""
    if not number.isdigit():
        return False
    n = int(number)
    return (n < 1000 and _numeral(n) in text) or (n == 2 and "两" in text)


def _numeral(n: int) -> str:
    """A number below a thousand in Chinese."""
    hundreds, rest = divmod(n, 100)
    tens, ones = divmod(rest, 10)
    if not hundreds:
        ten = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
        return ten + (_HAN[ones] if ones or not tens else "")
    words = f"{_HAN[hundreds]}百"
    words += f"{_HAN[tens]}十" if tens else "零" if ones else ""
    return words + (_HAN[ones] if ones else "")
