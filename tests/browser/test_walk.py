"""Guides walked in Chromium with scripts off: each option leads where the rule engine says."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page

from generator.diagram import diagram
from generator.engine import Engine, RuleEngine
from generator.guide import Guide, Leaf, Question
from generator.pipeline import Compiled
from generator.prove.journeys import Arrival, on_engine
from generator.render.addresses import home, page
from generator.resolve.prose import Target
from generator.schema import LOCALES, Locale
from tests.conftest import ROOT

TIMEOUT = 10_000
GUIDES = sorted(path.stem for path in (ROOT / "rules").glob("*.yml"))
PAGES = {guide: None if guide == "triage" else Target("issue", guide) for guide in GUIDES}
"""The issue that opens a guide has its id; `triage` stands on the home page."""


def address_of(guide: str, locale: Locale) -> str:
    target = PAGES[guide]
    return page(locale, target) if target else home(locale)


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
def engines(shipped: Compiled) -> Iterator[dict[str, Engine]]:
    with RuleEngine() as process:
        made = {}
        for name, proved in shipped.guides.items():
            diagrams, _ = diagram(proved.logic)
            assert diagrams is not None
            made[name] = Engine(process, proved.logic, diagrams)
        yield made


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_every_guide_is_walked(shipped: Compiled) -> None:
    assert PAGES.keys() == shipped.guides.keys()


class Explorer:
    """Goes down every option once, and back by the browser's own button."""

    def __init__(self, view: Page, guide: Guide) -> None:
        self.view = view
        self.guide = guide
        self.seen: set[str] = set()
        self.arrivals: list[tuple[dict[str, str], Arrival]] = []

    def explore(self, at: str, node: Locator, replies: dict[str, str]) -> None:
        expected = self.guide.nodes[at]
        assert node.get_attribute("data-node") == at
        if isinstance(expected, Leaf):
            self.arrivals.append((replies, arrival(node)))
            return
        assert node.get_attribute("data-question") == expected.question
        if at in self.seen:
            return
        self.seen.add(at)
        for option, child in expected.children.items():
            below = followed(self.view, node.locator(f'[data-option="{option}"]'))
            self.explore(child, below, {**replies, expected.question: option})
            self.view.go_back()
            in_sight(node)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("guide", PAGES)
def test_every_option_leads_to_the_engine_s_answer(
    shipped: Compiled,
    engines: dict[str, Engine],
    view: Page,
    address: str,
    guide: str,
    locale: Locale,
) -> None:
    proved = shipped.guides[guide]
    view.goto(f"{address}/{address_of(guide, locale)}")
    explorer = Explorer(view, proved.guide)
    explorer.explore(proved.guide.start, started(view), {})
    questions = {at for at, node in proved.guide.nodes.items() if isinstance(node, Question)}
    assert explorer.seen == questions
    for replies, reached in explorer.arrivals:
        assert reached == on_engine(proved.logic, engines[guide], replies)


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
