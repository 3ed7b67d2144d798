"""Pages as readers get them: no other origin, nothing that fails to load, nothing cut off."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.schema import LOCALES
from tests.browser.kinds import kinds


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_asks_another_origin_or_fails_to_load_a_part(
    view: Page, address: str, site: Path, locale: str
) -> None:
    asked: list[str] = []
    failed: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on(
        "response",
        lambda response: failed.append(response.url) if response.status >= 400 else None,
    )
    for path in [*kinds(site, locale), ""]:
        view.goto(f"{address}/{path}", wait_until="networkidle")
    assert [url for url in asked if not url.startswith(address)] == []
    # Browsers ask for this by themselves.
    assert [url for url in failed if not url.endswith("/favicon.ico")] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_nothing_is_wider_than_the_screen(
    view: Page, address: str, site: Path, locale: str
) -> None:
    wide = []
    for path in [*kinds(site, locale), f"{locale}/issues/account-stolen/", "404.html"]:
        view.goto(f"{address}/{path}")
        for width in (320, 390, 1280):
            view.set_viewport_size({"width": width, "height": 800})
            if view.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((path, width))
    assert wide == []


@pytest.mark.parametrize(("locale", "other"), [("zh", "en"), ("en", "zh")])
def test_the_language_switch_stays_on_the_page(
    view: Page, address: str, site: Path, locale: str, other: str
) -> None:
    # A page that is not there has no other language.
    for path in (each for each in kinds(site, locale) if not each.endswith("/404.html")):
        view.goto(f"{address}/{path}")
        view.locator(f'header a[hreflang="{other}"]').first.click()
        view.wait_for_url(f"{address}/{other}/{path.partition('/')[2]}")


def test_the_first_page_lets_readers_choose_a_language_without_scripts(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    for locale in LOCALES:
        assert page.locator(f'a[href="{locale}/"]').count() == 1
    context.close()
