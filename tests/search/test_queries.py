"""The golden queries by themselves, whatever the search makes of them."""

from collections import Counter
from unicodedata import normalize

import pytest

from generator.schema import KINDS, LOCALES, Locale, load
from generator.source import read_source
from tests.conftest import ROOT
from tests.search.golden_queries import FOLDER, golden_queries

PAGES = frozenset({"issue", "answer", "article", "term", "message", "drill", "channel"})
"""Kinds of entries that somebody who searches can be sent to."""
FEWEST = {"zh": 360, "en": 190}
FEWEST_OF_AN_ISSUE = {"zh": 8, "en": 4}


@pytest.fixture(scope="module")
def pages() -> frozenset[str]:
    catalogue, problems = load(read_source(ROOT)[0])
    assert catalogue is not None, problems
    return frozenset(
        kind.address(name)
        for kind in KINDS
        if kind.name in PAGES
        for name in getattr(catalogue, kind.plural)
    )


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_that_a_query_wants_exists(pages: frozenset[str], locale: Locale) -> None:
    wanted = [(query.q, want) for query in golden_queries(locale) for want in query.wants]
    assert [(q, want) for q, want in wanted if want not in pages] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_query_stands_twice(locale: Locale) -> None:
    times = Counter(_as_compared(query.q) for query in golden_queries(locale))
    assert [q for q, number in times.items() if number > 1] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_query_wants_a_page_twice(locale: Locale) -> None:
    queries = golden_queries(locale)
    assert [query.q for query in queries if len(set(query.wants)) < len(query.wants)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_there_are_queries_enough_to_measure_a_search(locale: Locale) -> None:
    assert len(golden_queries(locale)) >= FEWEST[locale]


@pytest.mark.parametrize("locale", LOCALES)
def test_every_issue_is_wanted_often_enough(pages: frozenset[str], locale: Locale) -> None:
    best = Counter(
        next((want for want in query.wants if want.startswith("issues/")), "")
        for query in golden_queries(locale)
    )
    issues = sorted(page for page in pages if page.startswith("issues/"))
    assert [issue for issue in issues if best[issue] < FEWEST_OF_AN_ISSUE[locale]] == []


def test_queries_lie_in_folders_of_locales_only() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(LOCALES)


def _as_compared(q: str) -> str:
    """Two queries that differ in width, case or spaces alone are one."""
    return "".join(normalize("NFKC", q).casefold().split())
