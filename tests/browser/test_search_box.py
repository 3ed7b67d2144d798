"""The search as people use it: while typing, by keyboard, by address, and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

TIMEOUT = 15_000


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.set_default_timeout(TIMEOUT)
    yield context.new_page()
    context.close()


def typed(page: Page, address: str, query: str, path: str = "zh/") -> list[str]:
    """Where the results for a query lead."""
    page.goto(f"{address}/{path}")
    page.fill("#q", query)
    page.locator(".results a").first.wait_for()
    links: list[str] = page.eval_on_selector_all(".results a", "all => all.map((a) => a.href)")
    return [link.removeprefix(address) for link in links]


def test_what_happened_is_found_in_peoples_own_words(page: Page, address: str) -> None:
    found = typed(page, address, "三天了提现还没到")
    assert found[0].startswith("/zh/issues/withdrawal-not-arrived/")


def test_a_message_says_what_it_knows_to_the_guide(page: Page, address: str) -> None:
    found = typed(page, address, "余额不足")
    assert any("payment-message=balance" in link for link in found)


def test_whoever_is_in_danger_is_led_to_the_first_steps(page: Page, address: str) -> None:
    for said in ("钱被盗刷了", "錢被盜刷", "I was SCAMMED"):
        assert typed(page, address, said)[0] == "/zh/sos/"


@pytest.mark.parametrize("query", ["😀", "asdfgh"])
@pytest.mark.parametrize("path", ["zh/", "zh/search/"])
def test_nothing_found_leads_to_the_guide_on_the_home_page_and_to_topics(
    page: Page, address: str, path: str, query: str
) -> None:
    guide, *topics = typed(page, address, query, path)
    assert guide == "/zh/"
    assert topics
    assert all(topic.startswith("/zh/topics/") for topic in topics)


def test_where_nothing_is_found_the_topic_that_is_like_the_query_stands_first(
    page: Page, address: str
) -> None:
    _, first, *_ = typed(page, address, "qqpasswordqq", "en/")
    assert first.startswith("/en/topics/account/")


def test_results_are_reached_with_the_arrows(page: Page, address: str) -> None:
    typed(page, address, "frozen account", "en/")
    page.focus("#q")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.results') !== null")


def test_a_page_of_results_has_an_address(page: Page, address: str) -> None:
    page.goto(f"{address}/zh/search/?q=忘记密码")
    page.locator(".results a").first.wait_for()
    assert "forgot-password" in (page.locator(".results a").first.get_attribute("href") or "")
    page.fill("#q", "手续费")
    page.wait_for_function("location.search === '?q=' + encodeURIComponent('手续费')")


def test_markup_in_a_query_stays_text(page: Page, address: str) -> None:
    page.goto(f"{address}/zh/search/?q=<img src=x onerror=alert(1)>提现")
    page.locator(".results a").first.wait_for()
    assert page.locator(".results img").count() == 0


def test_without_scripts_the_form_leads_to_all_topics(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/en/")
    page.fill("#q", "refund")
    page.press("#q", "Enter")
    page.wait_for_url("**/en/search/?q=refund", timeout=TIMEOUT)
    assert page.locator(".searching .options a").count() > 5
    context.close()


def test_the_strip_for_a_loss_in_progress_is_reached_from_far_down(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/zh/issues/account-stolen/")
    page.evaluate("scrollTo(0, 3000)")
    page.wait_for_function("document.querySelector('a.strip').getBoundingClientRect().top < 20")
    page.click("a.strip")
    page.wait_for_url(f"{address}/zh/sos/", timeout=TIMEOUT)
