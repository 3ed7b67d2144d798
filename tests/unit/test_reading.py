"""Pages to read: articles, glossary, messages, drills, chooser and notices."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from generator.render.pages import pages
from generator.render.pages.chooser import merit
from generator.resolve import FeeCalculator, Project
from generator.resolve.parameters import in_words
from generator.resolve.reading import Chooser, Library
from tests.unit.small_project import AS_OF, notice, small_guides, small_project
from tests.unit.test_pages import Elements, body

SHELVES = {
    "articles.md", "articles/limits.md", "glossary.md", "messages.md", "drills.md",
    "drills/call.md", "tools/wallet-chooser.md", "notices.md",
}  # fmt: skip


def files(project: Project | None = None) -> Mapping[str, str]:
    return pages(project or small_project(), small_guides())


def with_library(library: Library) -> Project:
    project = small_project()
    editions = {name: replace(each, library=library) for name, each in project.editions.items()}
    return replace(project, editions=editions)


def page(name: str, project: Project | None = None) -> str:
    return body(files(project)[f"docs/zh/{name}"])


def ids(html: str) -> set[str]:
    return {element.attributes["id"] for element in Elements(html).having("id")}


def test_all_that_there_is_to_read_has_a_page_in_both_languages() -> None:
    written = files().keys()
    assert {f"docs/{locale}/{name}" for locale in ("zh", "en") for name in SHELVES} <= written


def test_a_project_without_a_library_has_none_of_these_pages() -> None:
    written = files(with_library(Library())).keys()
    assert not {f"docs/zh/{name}" for name in SHELVES} & written


def test_sections_terms_and_messages_have_their_ids_as_anchors() -> None:
    assert "whole" in ids(page("articles/limits.md"))
    assert "payout" in ids(page("glossary.md"))
    assert "late" in ids(page("messages.md"))


def test_an_article_shows_what_its_calculator_reckons() -> None:
    calculator = small_project().calculators["bill"]
    amounts = {"sum": Decimal(300), "free": Decimal(100), "paid": Decimal(1)}
    assert isinstance(calculator, FeeCalculator)
    reckoned = in_words(str(calculator.value(amounts)), "CNY", {"unit-cny": "unit-cny [value]"})
    assert reckoned in page("articles/limits.md")


def test_a_message_leads_to_its_issue_and_says_what_is_known() -> None:
    messages = Elements(page("messages.md"))
    assert [e.attributes["data-replies"] for e in messages.having("data-replies")] == ["hurt=no"]
    links = [e.attributes["href"] for e in messages.having("href")]
    assert "../issues/payout-late/" in links


def test_a_notice_for_an_issue_stands_on_its_page_and_not_at_home() -> None:
    assert "notice-outage" in ids(page("issues/payout-late.md"))
    assert "notice-outage" not in ids(page("index.md"))


def test_a_notice_for_everybody_stands_at_home() -> None:
    assert "notice-scam" in ids(page("index.md"))


def test_notices_are_shown_from_their_first_day_to_their_last() -> None:
    one = timedelta(1)
    spans = {
        "ends-today": notice("ends-today", "w", AS_OF - one, last_day=AS_OF),
        "begins-today": notice("begins-today", "w", AS_OF),
        "ended": notice("ended", "w", AS_OF - one, last_day=AS_OF - one),
        "to-come": notice("to-come", "w", AS_OF + one),
    }
    shown = ids(page("notices.md", with_library(Library(notices=spans))))
    assert shown == {"notice-ends-today", "notice-begins-today"}


def test_an_issue_leads_on_to_its_articles_and_drills() -> None:
    links = {e.attributes["href"] for e in Elements(page("issues/payout-late.md")).having("href")}
    assert {"../../articles/limits/", "../../drills/call/"} <= links


def test_the_chooser_is_named_where_the_guide_asks_what_rules_a_wallet_out() -> None:
    links = {e.attributes["href"] for e in Elements(page("issues/payout-late.md")).having("href")}
    assert "../../tools/wallet-chooser/" in links


def test_a_term_leads_to_every_kind_of_page() -> None:
    links = {e.attributes["href"] for e in Elements(page("glossary.md")).having("href")}
    wanted = {
        "../issues/payout-late/", "../articles/limits/", "../answers/wait/", "../topics/late/",
        "../channels/#support",
    }  # fmt: skip
    assert wanted <= links


def test_kinds_of_wallet_stand_by_their_weighted_marks() -> None:
    html = page("tools/wallet-chooser.md")
    assert html.index('id="strong"') < html.index('id="weak"')


def test_full_marks_are_a_hundred_and_none_are_nothing() -> None:
    chooser = small_project().editions["zh"].library.chooser
    assert isinstance(chooser, Chooser)
    weak, strong = chooser.kinds
    assert (merit(chooser, strong), merit(chooser, weak)) == (100, 33)
    assert merit(chooser, replace(weak, marks={"safety": 0})) == 0
