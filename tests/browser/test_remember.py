"""Replies kept on the device: only when asked, gone when no longer wanted, never of a private topic."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

LATE = "zh/issues/withdrawal-not-arrived/"
STOLEN = "zh/issues/account-stolen/"


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    yield context.new_page()
    context.close()


def replied(view: Page, address: str, path: str) -> None:
    view.goto(f"{address}/{path}")
    view.locator('.player [data-option="no"]').click()


def test_nothing_is_kept_unless_asked(view: Page, address: str) -> None:
    replied(view, address, LATE)
    expect(view.locator(".remember")).to_be_visible()
    assert view.evaluate("localStorage.length") == 0
    view.goto(f"{address}/{LATE}")
    view.locator(".player").wait_for()
    expect(view.locator(".remember")).to_be_hidden()


def test_what_is_kept_goes_on_where_it_ended(view: Page, address: str) -> None:
    replied(view, address, LATE)
    view.locator(".remember input").check()
    view.locator('.player [data-question="account-restricted"] [data-option="no"]').click()
    asked = view.locator(".player [data-question]").get_attribute("data-question")
    view.goto("about:blank")
    view.goto(f"{address}/{LATE}")
    view.locator(".player").wait_for()
    view.locator(".remember button").click()
    expect(view.locator(f'.player [data-question="{asked}"]')).to_be_visible()


def test_unticking_deletes(view: Page, address: str) -> None:
    replied(view, address, LATE)
    view.locator(".remember input").check()
    assert view.evaluate("localStorage.length") == 1
    view.locator(".remember input").uncheck()
    assert view.evaluate("localStorage.length") == 0


def test_a_private_guide_does_not_offer_it(view: Page, address: str) -> None:
    replied(view, address, STOLEN)
    assert view.locator(".remember").count() == 0
