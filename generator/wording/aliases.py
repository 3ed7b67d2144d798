"""Words that people search with lead to one issue each."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain

from generator.problems import Place, Problem, Related
from generator.schema import LOCALES, Locale
from generator.wording.passages import Wording

_UNIT = re.compile(r"[a-z0-9]+|[^\W_]")
Units = tuple[str, ...]
Meanings = Mapping[Units, str]
"""Words that a search takes for one another, by their units, with what they are called together."""


def normal(alias: str) -> str:
    """An alias without differences of case, width and spaces."""
    return "".join(unicodedata.normalize("NFKC", alias).casefold().split())


def claimed_twice(wording: Wording) -> Iterator[Problem]:
    """W509: an alias that two issues have."""
    first: dict[str, tuple[str, Place]] = {}
    for issue, place, alias in chain.from_iterable(_aliases(wording, each) for each in LOCALES):
        owner, at = first.setdefault(normal(alias), (issue, place))
        if owner != issue:
            yield Problem(
                code="W509",
                place=place,
                what=f'The alias “{alias}” belongs to the issue "{owner}" already.',
                mend="Leave it to the issue that people mean by it.",
                related=(Related(at, f'in the issue "{owner}"'),),
            )


def told_apart_by_synonyms_only(wording: Wording) -> Iterator[Problem]:
    """W516: aliases of two issues that differ in words that a search takes for one another."""
    for locale in LOCALES:
        meanings = _meanings(wording, locale)
        first: dict[Units, tuple[str, str, Place]] = {}
        for issue, place, alias in _aliases(wording, locale):
            meant = _understood(alias, meanings)
            owner, other, at = first.setdefault(meant, (issue, alias, place))
            if owner != issue and normal(other) != normal(alias):
                yield Problem(
                    code="W516",
                    place=place,
                    what=f'A search takes “{alias}” for “{other}” of the issue "{owner}".',
                    mend="Leave it to one issue, or say more in it.",
                    related=(Related(at, f'in the issue "{owner}"'),),
                )


def _aliases(wording: Wording, locale: Locale) -> Iterator[tuple[str, Place, str]]:
    """Every alias of every issue, with the issue and where it stands."""
    for entry in wording.catalogue.issues.values():
        for index, alias in enumerate(getattr(entry.model.aliases, locale)):
            yield entry.id, entry.place("aliases", locale, index), alias


def _meanings(wording: Wording, locale: Locale) -> Meanings:
    """Words in more than one group mean something else than those in one of them alone."""
    names: dict[Units, str] = {}
    for entry in wording.catalogue.synonyms.values():
        for number, group in enumerate(entry.model.groups):
            for word in dict.fromkeys(_units(each) for each in getattr(group, locale)):
                names[word] = f"{names.get(word, '')}={number}"
    return names


def _units(text: str) -> Units:
    """Latin words, and other letters one by one."""
    return tuple(_UNIT.findall(unicodedata.normalize("NFKC", text).casefold().replace("'", "")))


def _understood(alias: str, meanings: Meanings) -> Units:
    """The units of an alias; known phrases, leftmost and there the longest, by their meaning."""
    units, understood = _units(alias), list[str]()
    longest = max(map(len, meanings), default=1)
    at = 0
    while at < len(units):
        ends = range(min(len(units), at + longest), at, -1)
        end = next((end for end in ends if units[at:end] in meanings), at + 1)
        understood.append(meanings.get(units[at:end], units[at]))
        at = end
    return tuple(understood)
