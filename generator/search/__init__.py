"""`Project` → for each locale the index that its search reads, and the ranking in Python.

The same ranking runs in browsers, from `site_templates/search/`; a test holds that both agree to
the last digit.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.resolve import Project
from generator.schema import Locale
from generator.search.documents import Document, documents
from generator.search.fold import folded, folds_for
from generator.search.hits import Hit, search
from generator.search.impacts import Reading, impacts
from generator.search.index import Index
from generator.search.lookup import Lookup, lookup
from generator.search.phrases import phrases
from generator.search.sayings import sayings
from generator.search.sounds import more_readings, runs
from generator.search.units import units_of

__all__ = ["Hit", "Index", "Lookup", "lookup", "search", "search_index"]

MIXED_IN = 5
"""So many English words of a group may stand in a Chinese query: the commonest come first."""


def search_index(project: Project, locale: Locale) -> Index:
    """The index of a locale."""
    return index_of(documents(project, locale), project, locale)


def index_of(found: tuple[Document, ...], project: Project, locale: Locale) -> Index:
    """An index of any documents, with a project's synonyms."""
    known = project.synonyms
    words = [tuple(_understood(group, locale)) for group in known.groups]
    texts = [*_texts(found), *(word for group in words for word in group)]
    folds = folds_for(texts, known.alike)
    groups = tuple(tuple(_distinct(group, folds)) for group in words)
    light = tuple(folded(word, folds) for word in known.light.get(locale, ()))
    asks = tuple(folded(word, folds) for word in known.asks_meaning.get(locale, ()))
    return Index(
        locale=locale,
        documents=found,
        keys=impacts(found, Reading(folds, phrases(groups, folds), phrases((light,), folds))),
        groups=groups,
        light=light,
        asks_meaning=asks,
        folds=folds,
        runs=runs() if locale == "zh" else "",
        readings=more_readings(texts) if locale == "zh" else "",
        sayings=sayings(project, locale, folds),
    )


def _understood(group: Mapping[Locale, tuple[str, ...]], locale: Locale) -> Iterator[str]:
    """The words of a group in a locale; single English words are mixed into Chinese, too."""
    yield from group[locale]
    if locale == "zh":
        yield from [word for word in group["en"] if word.isalpha()][:MIXED_IN]


def _distinct(group: Iterable[str], folds: Mapping[str, str]) -> Iterable[str]:
    """The words of a group, folded; of those that are equal once stemmed, the first."""
    words = [folded(word, folds) for word in group]
    stemmed = {" ".join(unit.text for unit in units_of(word)): word for word in reversed(words)}
    return (word for word in words if word in stemmed.values())


def _texts(found: tuple[Document, ...]) -> list[str]:
    texts: list[str] = []
    for document in found:
        texts += [document.title, document.snippet]
        texts += [text for several in document.fields.values() for text in several]
    return texts
