"""The index, what changed, traditional characters, the language switch, and "did this help?"."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.accessibility import violations

ISSUE = "issues/withdrawal-not-arrived/"
LATE = f"{ISSUE}#scam-now=no&account-restricted=no&withdrawal-state=processing&receiving-card=own-ok&withdrawal-submitted=2026-11-18"
PAGES = [f"zh-Hant/{path}" for path in ("", ISSUE, "answers/stop-scam/", "a-z/")]


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_in_traditional_characters(
    browser: Browser, address: str, path: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(f"{address}/{path}")
    found = violations(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert found == []
    assert wide <= width


def test_letters_lead_to_their_part_of_the_index_without_scripts(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/a-z/")
    page.locator(".letters a", has_text="Q").click()
    assert page.url.endswith("#q")
    assert page.locator("#q").is_visible()
    context.close()


def test_the_language_switch_keeps_the_replies(view: Page, address: str) -> None:
    view.goto(f"{address}/zh/{ISSUE}#scam-now=no")
    view.locator('header a[hreflang="en"]').click()
    view.wait_for_url("**/en/**")
    assert view.url == f"{address}/en/{ISSUE}#scam-now=no"


def test_pages_in_traditional_characters_say_so_and_switch_back(view: Page, address: str) -> None:
    view.goto(f"{address}/zh-Hant/{ISSUE}")
    assert view.locator("html").get_attribute("lang") == "zh-Hant"
    assert view.locator(".converted").is_visible()
    view.locator('header a[hreflang="zh"]').click()
    view.wait_for_url(f"**/zh/{ISSUE}*")
    assert view.locator(".converted").count() == 0


def test_the_player_speaks_traditional_characters(view: Page, address: str) -> None:
    view.goto(f"{address}/zh-Hant/{ISSUE}")
    shown = view.locator("guide-player").first
    shown.wait_for()
    view.wait_for_load_state("networkidle")
    assert re.search("[錢這還嗎問題賬]", shown.inner_text())


def test_the_player_writes_days_as_readers_of_traditional_characters_do(
    view: Page, address: str
) -> None:
    view.clock.set_fixed_time("2026-11-25T04:00:00Z")
    view.goto(f"{address}/zh-Hant/{LATE}")
    view.locator("guide-player .replied", has_text="2026年11月18日").wait_for(state="attached")


# ---- Did this help? ----


def listen(view: Page, *, take: bool) -> None:
    view.evaluate(
        """(take) => {
          window.heard = [];
          document.addEventListener("help-feedback", (event) => {
            window.heard.push(event.detail);
            if (take) event.preventDefault();
          });
        }""",
        take,
    )


@pytest.mark.parametrize(("take", "shown"), [(True, "taken"), (False, "kept")])
def test_a_reply_is_handed_to_whoever_listens_and_readers_are_told_whether_it_was_taken(
    view: Page, address: str, take: bool, shown: str
) -> None:
    asked: list[str] = []
    view.goto(f"{address}/en/{ISSUE}", wait_until="networkidle")
    view.on("request", lambda request: asked.append(request.url))
    listen(view, take=take)
    view.locator('.feedback [data-helpful="no"]').click()
    detail = {"kind": "issue", "id": "withdrawal-not-arrived", "helpful": False, "locale": "en"}
    assert view.evaluate("window.heard") == [detail]
    seen = view.locator(".feedback [data-when]:visible")
    assert [each.get_attribute("data-when") for each in seen.all()] == [shown, "no"]
    assert asked == []


def test_a_second_reply_is_not_taken(view: Page, address: str) -> None:
    view.goto(f"{address}/zh/answers/stop-scam/")
    listen(view, take=False)
    view.locator('.feedback [data-helpful="yes"]').click()
    assert view.locator(".feedback button:enabled").count() == 0


def test_what_was_replied_is_still_legible(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        page.goto(f"{address}/zh/answers/stop-scam/")
        page.locator('.feedback [data-helpful="no"]').click()
        found = violations(page)
        context.close()
        assert found == []


def test_nobody_is_asked_where_no_script_could_take_the_reply(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/{ISSUE}")
    assert not page.locator(".feedback").is_visible()
    context.close()
