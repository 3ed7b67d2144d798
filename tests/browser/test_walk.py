"""Guides walked in Chromium with scripts off; `unit/test_static_walk.py` takes every option."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.guide import Guide, Leaf, regions
from generator.pipeline import Compiled
from generator.prove.journeys import Arrival
from generator.render.addresses import home
from generator.render.pages.book import Book
from generator.schema import LOCALES, Locale
from tests.conftest import ROOT

TIMEOUT = 10_000
GUIDES = sorted(path.stem for path in (ROOT / "rules").glob("*.yml"))


def address_of(found: Book, guide: str) -> str:
    """The page that opens a guide and presumes least."""
    return found.address_of(found.page_of(guide) or "")


def started(view: Page) -> Locator:
    """The node at which a page opens."""
    return in_sight(view.locator(".node.start"))


def in_sight(node: Locator) -> Locator:
    node.wait_for(state="visible", timeout=TIMEOUT)
    return node


def followed(view: Page, link: Locator) -> Locator:
    """Click a link inside the page; the node to which it leads must come into sight."""
    fragment = urlsplit(link.get_attribute("href") or "").fragment
    link.click(timeout=TIMEOUT, no_wait_after=True)
    return in_sight(view.locator(f"#{fragment}"))


def click_through(
    view: Page, start: Locator, replies: Mapping[str, str]
) -> tuple[list[str], Locator]:
    """Choose options as a reader would; what was asked, and the leaf that is reached."""
    asked = []
    node = start
    while (question := node.get_attribute("data-question")) is not None:
        asked.append(question)
        node = followed(view, node.locator(f'[data-option="{replies[question]}"]'))
    assert view.locator(".node:visible").count() == 1, "one node is shown at a time"
    return asked, node


def arrival(leaf: Locator) -> Arrival:
    advice = (leaf.get_attribute("data-advice") or "").split()
    return Arrival(leaf.get_attribute("data-answer") or "", frozenset(advice))


@pytest.fixture(scope="module")
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def longest(guide: Guide) -> tuple[dict[str, str], Leaf]:
    """The path with most questions."""
    return max(regions(guide), key=lambda region: len(region[0]))


@pytest.mark.parametrize("guide", GUIDES)
def test_the_longest_path_of_every_guide_can_be_walked(
    shipped: Compiled, books: Mapping[Locale, Book], view: Page, address: str, guide: str
) -> None:
    replies, leaf = longest(shipped.guides[guide].guide)
    view.goto(f"{address}/{address_of(books['zh'], guide)}")
    asked, node = click_through(view, started(view), replies)
    assert asked == list(replies)
    assert arrival(node) == Arrival(leaf.answer, frozenset(leaf.advice))


@pytest.mark.parametrize("guide", GUIDES)
def test_a_leaf_shows_its_own_answer_advice_and_reasons(
    shipped: Compiled, books: Mapping[Locale, Book], view: Page, address: str, guide: str
) -> None:
    nodes = shipped.guides[guide].guide.nodes
    leaves = {at: node for at, node in nodes.items() if isinstance(node, Leaf)}
    most = max(leaves, key=lambda at: len(leaves[at].advice))
    view.goto(f"{address}/{address_of(books['zh'], guide)}#n-{most}")
    in_sight(view.locator(f"#n-{most}"))
    leaf = leaves[most]
    assert shown(view, "advice") == set(leaf.advice)
    assert shown(view, "rule") == set(leaf.because)
    assert view.locator(f'.button[href$="answers/{leaf.answer}/"]:visible').count() == 1
    assert view.locator(".guide .summary:visible, .guide .first-step:visible").count() == 2


def shown(view: Page, kind: str) -> set[str]:
    """The ids of all advice or rules in sight."""
    return {
        each.get_attribute(f"data-{kind}") or ""
        for each in view.locator(f".guide :not(.node)[data-{kind}]").all()
        if each.is_visible()
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_a_jump_keeps_the_replies(view: Page, address: str, locale: Locale) -> None:
    view.goto(f"{address}/{home(locale)}")
    replies = {"scam-now": "no", "trouble": "not-arrived", "missing-money": "withdrawal"}
    asked, leaf = click_through(view, started(view), replies)
    node = followed(view, leaf.locator("a[href*='withdrawal-not-arrived']").first)
    assert node.get_attribute("data-question") not in {None, *asked}


@pytest.mark.parametrize("locale", LOCALES)
def test_the_browser_s_back_shows_the_question_before(
    view: Page, address: str, locale: Locale
) -> None:
    view.goto(f"{address}/{home(locale)}")
    first = started(view)
    followed(view, first.locator('[data-option="no"]'))
    assert not first.is_visible()
    view.go_back()
    in_sight(first)
