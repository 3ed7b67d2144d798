"""What a term means, shown where it stands."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import violations

ARTICLE = "en/articles/arrival-times/"


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    yield context.new_page()
    context.close()


def test_a_tap_shows_the_meaning_and_keeps_the_page(view: Page, address: str) -> None:
    view.goto(f"{address}/{ARTICLE}")
    term = view.locator("a.term").first
    term.click()
    told = view.locator(".term-told")
    expect(told).to_contain_text(str(term.get_attribute("data-told")))
    assert view.url == f"{address}/{ARTICLE}"
    box = told.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert violations(view) == []
    view.keyboard.press("Escape")
    expect(told).to_be_hidden()


def test_by_keyboard_the_glossary_is_the_next_stop(view: Page, address: str) -> None:
    view.goto(f"{address}/{ARTICLE}")
    term = view.locator("a.term").first
    term.focus()
    view.keyboard.press("Enter")
    view.keyboard.press("Tab")
    view.keyboard.press("Enter")
    view.wait_for_url(f"{address}/en/glossary/#*")
    expect(view.locator(":target dt")).to_be_visible()


def test_without_scripts_a_term_leads_to_the_glossary(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{ARTICLE}")
    page.locator("a.term").first.click()
    page.wait_for_url(f"{address}/en/glossary/#*")
    context.close()
