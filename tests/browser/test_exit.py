"""Leaving at once: by the button, by three presses of Esc, and without scripts by a plain link."""

import pytest
from playwright.sync_api import Browser, Page

from generator.schema import LOCALES

PRIVATE = "{locale}/issues/account-stolen/"
NOWHERE = "about:blank"


def opened(view: Page, address: str, locale: str) -> Page:
    view.goto(f"{address}/{locale}/")
    view.goto(f"{address}/{PRIVATE.format(locale=locale)}", wait_until="networkidle")
    return view


@pytest.mark.parametrize("locale", LOCALES)
def test_the_button_leaves_and_back_does_not_return_to_the_page(
    view: Page, address: str, locale: str
) -> None:
    opened(view, address, locale).locator("a.leave").click()
    view.wait_for_url(NOWHERE)
    view.go_back()
    assert view.url == f"{address}/{locale}/"


def test_three_presses_of_escape_leave(view: Page, address: str) -> None:
    opened(view, address, "zh")
    for _ in range(3):
        view.keyboard.press("Escape")
    view.wait_for_url(NOWHERE)


def test_two_presses_or_other_keys_between_do_not(view: Page, address: str) -> None:
    page = opened(view, address, "zh").url
    for key in ("Escape", "Escape", "Tab", "Escape", "Escape"):
        view.keyboard.press(key)
    assert view.url == page


def test_a_key_held_down_counts_once(view: Page, address: str) -> None:
    page = opened(view, address, "zh").url
    for _ in range(5):
        view.keyboard.down("Escape")
    assert view.url == page


def test_without_scripts_it_is_a_plain_link(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{PRIVATE.format(locale='en')}")
    page.locator("a.leave").click()
    page.wait_for_url(NOWHERE)
    context.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_pages_of_other_topics_do_not_offer_it(view: Page, address: str, locale: str) -> None:
    view.goto(f"{address}/{locale}/issues/withdrawal-not-arrived/")
    assert view.locator("a.leave").count() == 0
