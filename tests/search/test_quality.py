"""How good the search is, held on the half of the golden queries that nothing was tuned on."""

import pytest

from generator.pipeline import Compiled
from generator.schema import Locale
from generator.search import Lookup, lookup, search, search_index
from generator.search.quality import Golden, finder, quality
from tests.search.golden_queries import golden_queries

FLOORS: dict[Locale, tuple[float, float, float]] = {"zh": (0.87, 0.965, 0), "en": (0.85, 0.96, 0)}
"""Success at 1 and at 3, and the share for which nothing may be found."""
HOSTILE = (
    "",
    " ",
    "提现" * 5000,
    "\x00\x07\u202e提现",
    "😀👩‍👩‍👧‍👦 提现",
    "<script>alert(1)</script>",
    "(a+)+$ [[[ .* \\",
    "\ud800 提现 \udc00",
    "ｗｉｔｈｄｒａｗ　１２３",
)


@pytest.fixture(scope="module")
def known(shipped: Compiled) -> dict[Locale, Lookup]:
    assert shipped.project is not None
    return {locale: lookup(search_index(shipped.project, locale)) for locale in FLOORS}


@pytest.mark.parametrize("locale", FLOORS)
def test_an_edit_that_makes_the_search_worse_is_seen(
    known: dict[Locale, Lookup], locale: Locale
) -> None:
    golden = [Golden(kind=q.kind, q=q.q, wants=q.wants) for q in golden_queries(locale)]
    measured = quality([each for each in golden if each.half == "measure"], finder(known[locale]))
    first, third, nothing = FLOORS[locale]
    assert measured.first >= first
    assert measured.third >= third
    assert measured.nothing <= nothing


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_is_typed_is_searched_for(known: dict[Locale, Lookup], query: str) -> None:
    for each in known.values():
        assert len(search(each, query, 5)) <= 5


@pytest.mark.parametrize("query", ["asdfgh", "qwerty", "xyz", "abc", "qqq", "txb"])
def test_letters_that_abbreviate_something_by_chance_find_nothing(
    known: dict[Locale, Lookup], query: str
) -> None:
    assert search(known["zh"], query, 5) == []


@pytest.mark.parametrize("query", ["txmdz", "tx"])
def test_first_letters_of_what_happened_find_it(known: dict[Locale, Lookup], query: str) -> None:
    assert search(known["zh"], query, 5)[0].document.id == "withdrawal-not-arrived"


def test_first_letters_are_those_of_any_way_to_read_a_character(
    known: dict[Locale, Lookup],
) -> None:
    found = search(known["zh"], "yhkbd", 1)[0]
    assert "yhk" in {part.text for part, _ in found.ranked.evidence}


def test_denial_alone_is_not_marked(known: dict[Locale, Lookup]) -> None:
    hits = search(known["en"], "name does not match", 10)
    marked = {
        hit.document.snippet[start:end].lower() for hit in hits for start, end in hit.snippet_spans
    }
    assert "name" in marked
    assert "not" not in marked


def test_the_same_project_gives_the_same_index(shipped: Compiled) -> None:
    assert shipped.project is not None
    assert search_index(shipped.project, "en") == search_index(shipped.project, "en")
