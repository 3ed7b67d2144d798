"""Searches kept on the device: only when asked, never words of danger, all gone with one press."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

HARMLESS = "提现没到账"
KEPT = "JSON.parse(localStorage.getItem('help-centre searches'))"
NO_STORE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""
FULL_STORE = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError");
};"""


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    yield context.new_page()
    context.close()


def asking(view: Page, address: str, locale: str = "zh") -> None:
    """On the page of the search, with searches being kept."""
    view.goto(f"{address}/{locale}/search/")
    view.locator(".recent input").check()


def searched(view: Page, query: str) -> None:
    """Typed, found, and sent with Enter; the box is empty again."""
    view.fill("#q", query)
    view.wait_for_function(
        "query => new URLSearchParams(location.search).get('q') === query", arg=query
    )
    view.press("#q", "Enter")
    view.fill("#q", "")


def test_nothing_is_kept_unless_asked(view: Page, address: str) -> None:
    view.goto(f"{address}/zh/search/")
    expect(view.locator(".recent input")).not_to_be_checked()
    searched(view, HARMLESS)
    expect(view.locator(".recent li")).to_have_count(0)
    assert view.evaluate("localStorage.length") == 0


def test_what_was_searched_is_shown_while_the_box_is_empty(view: Page, address: str) -> None:
    asking(view, address)
    searched(view, "手续费")
    searched(view, HARMLESS)
    expect(view.locator(".recent li")).to_have_text([HARMLESS, "手续费"])
    view.fill("#q", "退")
    expect(view.locator(".recent")).to_be_hidden()


def test_a_result_that_is_followed_is_kept_and_found_again_with_one_press(
    view: Page, address: str
) -> None:
    asking(view, address)
    view.goto(f"{address}/zh/")
    view.fill("#q", HARMLESS)
    view.locator(".results a").first.click()
    view.goto(f"{address}/zh/")
    expect(view.locator(".recent")).to_be_hidden()
    view.locator("#q").click()
    view.locator(".recent li button").click()
    view.locator(".results a").first.wait_for()
    assert view.input_value("#q") == HARMLESS


@pytest.mark.parametrize(
    ("locale", "query"),
    [
        ("zh", "手续费被盗"),
        ("zh", "退款是骗人的"),
        ("zh", "beidao le"),
        ("zh", "他逼我转账"),
        ("zh", "忘记密码"),
        ("zh", "提现到 6222021234567890"),
        ("en", "refund scam"),
        ("en", "my account was taken over"),
    ],
)
def test_what_tells_of_danger_is_not_kept(
    view: Page, address: str, locale: str, query: str
) -> None:
    asking(view, address, locale)
    searched(view, query)
    assert view.evaluate(KEPT) == []


def test_one_press_deletes_all(view: Page, address: str) -> None:
    asking(view, address)
    searched(view, HARMLESS)
    view.locator(".recent div > button").click()
    expect(view.locator(".recent li")).to_have_count(0)
    assert view.evaluate(KEPT) == []


def test_unticking_leaves_nothing(view: Page, address: str) -> None:
    asking(view, address)
    searched(view, HARMLESS)
    view.locator(".recent input").uncheck()
    expect(view.locator(".recent li")).to_have_count(0)
    assert view.evaluate("localStorage.length") == 0


def test_leaving_at_once_deletes_nothing_and_adds_nothing(view: Page, address: str) -> None:
    asking(view, address)
    searched(view, HARMLESS)
    view.goto(f"{address}/zh/issues/account-stolen/", wait_until="networkidle")
    view.locator("a.leave").click()
    view.wait_for_url("about:blank")
    view.goto(f"{address}/zh/search/")
    assert view.evaluate(KEPT) == [HARMLESS]


@pytest.mark.parametrize("store", [NO_STORE, FULL_STORE], ids=["none", "full"])
def test_where_nothing_can_be_kept_it_is_not_offered(view: Page, address: str, store: str) -> None:
    view.add_init_script(store)
    view.goto(f"{address}/zh/search/?q={HARMLESS}")
    view.locator(".results a").first.wait_for()
    view.fill("#q", "")
    expect(view.locator(".results a")).to_have_count(0)
    expect(view.locator(".recent")).to_be_hidden()


def test_what_somebody_else_wrote_there_upsets_nothing(view: Page, address: str) -> None:
    view.goto(f"{address}/zh/search/")
    view.evaluate("localStorage.setItem('help-centre searches', '{\"a\": 1')")
    view.reload()
    expect(view.locator(".recent input")).to_be_checked()
    searched(view, HARMLESS)
    expect(view.locator(".recent li")).to_have_text([HARMLESS])
