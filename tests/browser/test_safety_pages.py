"""Emergency, method, privacy, missing and private pages: large enough to press, printable."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from generator.schema import LOCALES

KINDS = (
    "{locale}/sos/",
    "{locale}/about/",
    "{locale}/privacy/",
    "{locale}/offline/",
    "{locale}/404.html",
    "{locale}/issues/account-stolen/",
)
PAGES = [kind.format(locale=locale) for locale in LOCALES for kind in KINDS]


@pytest.fixture(params=["light", "dark"])
def view(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_whatever_can_be_pressed_is_large_enough(view: Page, address: str, path: str) -> None:
    view.set_viewport_size({"width": 390, "height": 844})
    view.goto(f"{address}/{path}", wait_until="networkidle")
    for name in ("a.strip", "a.leave", ".call", ".keep button", ".options a", "nav a"):
        for target in view.locator(name).all():
            box = target.bounding_box()
            assert box is None or box["height"] >= 44, (name, box)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_strip_stays_in_sight_and_leads_to_the_emergency_page(
    view: Page, address: str, locale: str
) -> None:
    view.set_viewport_size({"width": 390, "height": 844})
    view.goto(f"{address}/{locale}/issues/account-stolen/")
    view.evaluate("scrollTo(0, 3000)")
    strip = view.locator("a.strip")
    view.wait_for_function("document.querySelector('a.strip').getBoundingClientRect().top < 20")
    box = strip.bounding_box()
    assert box is not None
    assert box["y"] >= 0
    strip.click()
    view.wait_for_url(f"{address}/{locale}/sos/", timeout=10_000)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_emergency_page_prints_its_steps_and_not_its_links(
    view: Page, address: str, locale: str
) -> None:
    view.goto(f"{address}/{locale}/sos/")
    view.emulate_media(media="print")
    assert all(step.is_visible() for step in view.locator(".steps > li").all())
    assert not view.locator("header a").first.is_visible()
