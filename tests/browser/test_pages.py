"""Pages as readers get them: no other origin, no broken link, accessible, nothing cut off."""

import re
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.schema import LOCALES

KINDS = (
    "{locale}/",
    "{locale}/topics/money-late/",
    "{locale}/issues/withdrawal-not-arrived/",
    "{locale}/answers/stop-scam/",
    "{locale}/channels/",
)
PAGES = [kind.format(locale=locale) for locale in LOCALES for kind in KINDS]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{address}/{path}")
    results = Axe().run(page)
    context.close()
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("path", [*PAGES, ""])
def test_no_page_asks_another_origin_or_fails_to_load_a_part(
    view: Page, address: str, path: str
) -> None:
    asked: list[str] = []
    failed: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on(
        "response",
        lambda response: failed.append(response.url) if response.status >= 400 else None,
    )
    view.goto(f"{address}/{path}", wait_until="networkidle")
    assert [url for url in asked if not url.startswith(address)] == []
    # Browsers ask for this by themselves.
    assert [url for url in failed if not url.endswith("/favicon.ico")] == []


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_wider_than_the_screen(view: Page, address: str, path: str, width: int) -> None:
    view.set_viewport_size({"width": width, "height": 800})
    view.goto(f"{address}/{path}")
    assert view.evaluate("document.documentElement.scrollWidth") <= width


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    broken = []
    anchors: dict[Path, set[str]] = {}
    for page in sorted(site.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        here = "/" + page.relative_to(site).as_posix().removesuffix("index.html")
        for link in re.findall(r'<a[^>]*\shref="([^"]*)"', text):
            if re.match(r"[a-z]+:", link):
                continue
            target, fragment = urldefrag(urljoin(f"http://site{here}", link.replace("&amp;", "&")))
            path = site / unquote(target.removeprefix("http://site/"))
            path = path / "index.html" if path.is_dir() else path
            if path not in anchors and path.is_file():
                content = path.read_text(encoding="utf-8")
                anchors[path] = set(re.findall(r'\sid="([^"]*)"', content))
            if path not in anchors or (fragment and unquote(fragment) not in anchors[path]):
                broken.append(f"{here}: {link}")
    assert broken == []


@pytest.mark.parametrize("path", PAGES)
def test_the_language_switch_stays_on_the_page(view: Page, address: str, path: str) -> None:
    locale, _, rest = path.partition("/")
    other = "en" if locale == "zh" else "zh"
    view.goto(f"{address}/{path}")
    view.locator(f'header a[hreflang="{other}"]').first.click()
    assert view.url == f"{address}/{other}/{rest}"


def test_the_first_page_lets_readers_choose_a_language_without_scripts(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    for locale in LOCALES:
        assert page.locator(f'a[href="{locale}/"]').count() == 1
    context.close()
