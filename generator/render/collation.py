"""The order in which readers look things up: Chinese by pinyin, English by letter."""

from collections.abc import Callable, Iterable
from functools import cache
from itertools import groupby
from typing import TypeVar

from pypinyin import Style, load_phrases_dict, pinyin

from generator.schema import EditionLocale

Item = TypeVar("Item")
OTHER = "#"
"""Stands for whatever begins with no letter."""
# Words that the dictionary lacks, and reads wrongly one character at a time.
load_phrases_dict(
    {word: [["chóng"], [second]] for word, second in (("重置", "zhì"), ("重设", "shè"))}
)
_ARTICLES = ("a ", "an ", "the ")


@cache
def sound(text: str, locale: EditionLocale) -> str:
    """What a text is sorted by: small letters, and numbers for the tones of Chinese syllables."""
    if locale == "en":
        plain = text.casefold().lstrip("“‘\"'(")
        return next((plain[len(a) :] for a in _ARTICLES if plain.startswith(a)), plain)
    syllables = pinyin(text.lstrip("“‘《（"), style=Style.TONE3, neutral_tone_with_five=True)
    return " ".join(first for first, *_ in syllables).casefold()


def initial(text: str, locale: EditionLocale) -> str:
    """The capital letter under which a text stands, or `OTHER`."""
    first = sound(text, locale)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER


def in_order(
    items: Iterable[Item], title: Callable[[Item], str], locale: EditionLocale
) -> list[Item]:
    """Items as an index lists them; those without a letter come last."""

    def place(item: Item) -> tuple[bool, str, str]:
        text = title(item)
        return initial(text, locale) == OTHER, sound(text, locale), text

    return sorted(items, key=place)


def by_initial(
    items: Iterable[Item], title: Callable[[Item], str], locale: EditionLocale
) -> list[tuple[str, list[Item]]]:
    """The same, letter by letter."""
    ordered = in_order(items, title, locale)
    return [
        (letter, list(found))
        for letter, found in groupby(ordered, lambda item: initial(title(item), locale))
    ]
