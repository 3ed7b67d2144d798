"""The search in Chromium: the same hits as in Python, to the last digit; nothing can upset it."""

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.pipeline import Compiled
from generator.schema import LOCALES, Locale
from generator.search import lookup, search, search_index
from tests.search.golden_queries import golden_queries
from tests.search.test_quality import HOSTILE

LIMIT = 5
FIRST_SEARCH = 60_000
FIND = """async ([locale, queries]) => {
  const { search } = await import("/search/search.js");
  const index = await (await fetch(`/search/${locale}.json`)).json();
  return queries.map((query) => search(index, query, { limit: 5 }).map(
    ({ kind, id, score, replies }) => [kind, id, score, replies || {}]));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/guides/index.json")
    yield page
    page.close()


def in_python(shipped: Compiled, locale: Locale, queries: list[str]) -> list[list[list[Any]]]:
    assert shipped.project is not None
    known = lookup(search_index(shipped.project, locale))
    return [
        [
            [hit.document.kind, hit.document.id, hit.score, dict(hit.replies)]
            for hit in search(known, query, LIMIT)
        ]
        for query in queries
    ]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_browser_finds_what_python_finds(shipped: Compiled, page: Page, locale: Locale) -> None:
    queries = [each.q for each in golden_queries(locale)]
    found = page.evaluate(FIND, [locale, queries])
    wanted = in_python(shipped, locale, queries)
    different = [q for q, a, b in zip(queries, found, wanted, strict=True) if a != b]
    assert different == []


def test_hostile_queries_end(page: Page) -> None:
    queries = [query.encode("utf-8", "replace").decode() for query in HOSTILE]
    for locale in LOCALES:
        assert len(page.evaluate(FIND, [locale, queries])) == len(queries)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_first_search_is_small(site: Path, locale: Locale) -> None:
    parts = (site / "search" / "search.js", site / "search" / f"{locale}.json")
    assert sum(len(gzip.compress(part.read_bytes(), 9)) for part in parts) <= FIRST_SEARCH
