"""The Chinese edition in traditional characters, made from the simplified one.

Characters take the forms that Taiwan's standard has; words stay those of the mainland, so that
readers find on their screens what a page names.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Final, cast

from opencc import OpenCC

from generator.resolve import Project
from generator.resolve.entities import Edition
from generator.resolve.project import History
from generator.schema import LOCALES, EditionLocale

TRADITIONAL: Final = "zh-Hant"
FORMS = "s2tw"
MISTAKEN = {
    "髮卡": "發卡",
    "銀髮〔": "銀發〔",
    "卡里": "卡裡",
    "交易里": "交易裡",
    "款項里": "款項裡",
    "額里": "額裡",
    "南里的": "南裡的",
    "別隻": "別只",
    "是隻能": "是只能",
    "半隻是": "半只是",
    "百隻到": "百只到",
    "多隻能": "多只能",
    "寫明瞭": "寫明了",
    "衝正": "沖正",
    "衝減": "沖減",
    "衝值": "沖值",
    "並聯系": "並聯繫",
    "一齣一進": "一出一進",
    "一進一齣": "一進一出",
}
"""Where one simplified character stands for several, and the converter takes the wrong one."""
_MISTAKEN = re.compile("|".join(map(re.escape, MISTAKEN)))
NAMES = ("language-name", "language-short")
"""Words that name the edition's language; the edition's own stand beside, with an end more."""


def published_locales(project: Project) -> tuple[EditionLocale, ...]:
    """The locales in which a project's site stands."""
    return (*LOCALES, TRADITIONAL) if project.traditional else LOCALES


def with_traditional(project: Project) -> Project:
    """The project with an edition more, if it is to have one."""
    if not project.traditional:
        return project
    return replace(
        project,
        editions={**project.editions, TRADITIONAL: traditional(project.editions["zh"])},
        published={name: _retold(history) for name, history in project.published.items()},
    )


def traditional(edition: Edition) -> Edition:
    """An edition with every text converted; ids, addresses and figures have no Chinese in them."""
    made = cast("Edition", _turned(edition, _converter()))
    own = {name: made.words.get(f"{name}-traditional", "") for name in NAMES}
    return replace(made, locale=TRADITIONAL, words={**made.words, **own})


def in_traditional(text: str) -> str:
    """A text in traditional characters."""
    return _converter()(text)


def _retold(history: History) -> History:
    """A history whose changes are told in traditional characters, too."""
    told = tuple(
        replace(each, summary={**each.summary, TRADITIONAL: _converter()(each.summary["zh"])})
        if each.summary
        else each
        for each in history.changes
    )
    return replace(history, changes=told)


@cache
def _converter() -> Callable[[str], str]:
    convert: Callable[[str], str] = OpenCC(FORMS).convert

    @cache
    def corrected(text: str) -> str:
        return _MISTAKEN.sub(lambda found: MISTAKEN[found[0]], convert(text))

    return corrected


def _turned(value: object, convert: Callable[[str], str]) -> object:
    if isinstance(value, str):
        return convert(value)
    if isinstance(value, tuple):
        return tuple(_turned(each, convert) for each in value)
    if isinstance(value, Mapping):
        return {key: _turned(each, convert) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        parts = {part.name: _turned(getattr(value, part.name), convert) for part in fields(value)}
        return replace(value, **parts)
    return value
