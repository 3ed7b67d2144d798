"""Figures that stand in a text by themselves instead of as a parameter with source and date."""

import re
from collections.abc import Iterator

from generator.problems import Problem
from generator.schema import Locale
from generator.wording.contacts import listed_phones
from generator.wording.passages import Wording, around

_N = r"(?<![A-Za-z\d.,])\d[\d,.]*"
_ZH = re.compile(
    rf"{_N}\s*[千百万亿]*\s*(?:元|块钱|美元|欧元|英镑|港元|港币|人民币)"
    r"|[¥￥€£$]\s?\d[\d,.]*"
    rf"|{_N}\s*[%％‰]"
    r"|百分之[零一二三四五六七八九十百点两\d]+(?!百)"
    rf"|(?<!月)(?<!月\s){_N}\s*(?:个)?(?:工作日|交易日|自然日|小时|分钟|秒|天|日(?!元)|周(?!年)|星期|个月)"
    rf"|(?<![\d.,])(?!(?:19|20|21)\d\d(?!\d))\d[\d,.]*\s*年(?!级)"
)
_EN = re.compile(
    r"(?:[¥￥€£$]|\b(?:CNY|RMB|EUR|GBP|USD)\b)\s?\d[\d,.]*"
    rf"|{_N}\s*(?:%|per\s?cent\b|yuan\b|euros?\b|pounds?\b|dollars?\b|renminbi\b)"
    rf"|{_N}[\s-](?:(?:business|working|trading|calendar|consecutive)[\s-])?"
    r"(?:days?|hours?|minutes?|seconds?|weeks?|months?|years?)\b(?![\s-]old)",
    re.IGNORECASE,
)
_ANY = re.compile(r"\d|百分之")
"""What every figure holds; most lines hold none."""
_ROUND_THE_CLOCK = re.compile(r"24\s*小时(?:客服|热线|人工|服务|在线|值班|电话|都)")


def bare_figures(wording: Wording) -> Iterator[Problem]:
    """W503: money, percentages, periods and listed telephone numbers written out in digits.

    Years, dates, articles of law and counts of things are no such figures.
    """
    phones = {
        re.compile(rf"(?<!\d){re.escape(digits)}(?!\d)"): name
        for digits, name in listed_phones(wording.catalogue).items()
    }
    for said in wording.prose():
        for line in said.lines:
            if not _ANY.search(line):
                continue
            for start, end in figures(line, said.locale):
                yield Problem(
                    code="W503",
                    place=said.place,
                    what=f"A figure stands here by itself: {around(line, start, end)}.",
                    mend="Write it as {{parameter-id}}, with its source in content/parameters.",
                )
            for pattern, name in phones.items():
                if found := pattern.search(line):
                    yield Problem(
                        code="W503",
                        place=said.place,
                        what=f"A telephone number is written out: {around(line, *found.span())}.",
                        mend=f"Write {{{{{name}}}}}: then it is a link, and changes everywhere.",
                    )


def figures(line: str, locale: Locale) -> Iterator[tuple[int, int]]:
    """Where money, percentages and periods stand in a line of plain words."""
    clock = {found.start() for found in _ROUND_THE_CLOCK.finditer(line)}
    for found in (_ZH if locale == "zh" else _EN).finditer(line):
        if found.start() not in clock:
            yield found.span()
