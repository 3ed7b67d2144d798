"""The first things that come to mind in each trouble lead to the right guide."""

from typing import Any

import pytest

from generator.pipeline import Compiled
from generator.schema import LOCALES, Locale
from generator.search import Lookup, lookup, search, search_index
from generator.source import read_yaml
from tests.search.golden_queries import FOLDER

FILE = FOLDER.parent / "first-words.yml"
EACH = 3
"""So many sayings for each issue and locale, and so many hits in which it stands."""


def first_words() -> Any:
    document, problems = read_yaml(FILE.read_bytes(), FILE.name)
    assert document is not None, problems
    return document.data


@pytest.fixture(scope="module")
def known(shipped: Compiled) -> dict[Locale, Lookup]:
    assert shipped.project is not None
    return {locale: lookup(search_index(shipped.project, locale)) for locale in LOCALES}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_first_words_that_come_to_mind_lead_to_the_issue(
    known: dict[Locale, Lookup], locale: Locale
) -> None:
    missed = [
        (issue, words)
        for issue, said in first_words().items()
        for words in said[locale]
        if issue not in [hit.document.id for hit in search(known[locale], words, EACH)]
    ]
    assert missed == []


def test_every_issue_has_first_words(shipped: Compiled) -> None:
    assert shipped.project is not None
    told = {
        issue: {locale: len(set(words)) for locale, words in said.items()}
        for issue, said in first_words().items()
    }
    assert told == dict.fromkeys(
        sorted(shipped.project.editions["zh"].issues), dict.fromkeys(LOCALES, EACH)
    )
