"""axe-core on every kind of page and every state of the player: both locales, light and dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from generator.schema import LOCALES, Locale
from tests.browser.kinds import kinds
from tests.browser.reader import Reader

SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
WIDTHS = (390, 1280)

LATE = "issues/withdrawal-not-arrived/"
TO_THE_DAY = "scam-now=no&account-restricted=no&withdrawal-state=processing&receiving-card=own-ok"
STATES = {
    "a question with replies": (LATE, "#scam-now=no&account-restricted=no"),
    "a day to choose": (LATE, f"#{TO_THE_DAY}"),
    "a typed day, and the last day": (LATE, f"#{TO_THE_DAY}&withdrawal-submitted=2026-11-18"),
    "an amount to type": (LATE, "#ask=withdrawal-amount"),
    "a reply that is dropped": (LATE, "#scam-now=guided&account-restricted=no"),
    "an answer with advice": (LATE, "#scam-now=unsure&account-restricted=yes"),
    "amounts for a calculator": (
        "issues/fee-dispute/",
        "#scam-now=no&fee-kind=withdrawal&fee-shown=yes",
    ),
    "a reply that the page presumes": ("issues/topup-problem/", "#scam-now=no"),
    "a guide about security": ("issues/account-stolen/", "#scam-now=no"),
}
PRIVATE = "{locale}/issues/account-stolen/"
"""An issue of a topic that is private."""
LAPSED = "2027-02-01"
"""After the last day of the guides whose calendar ends with 2026."""


@pytest.fixture(params=[(locale, scheme) for locale in LOCALES for scheme in SCHEMES])
def setting(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Locale, Page]]:
    locale, scheme = request.param
    context = browser.new_context(color_scheme=scheme, reduced_motion="reduce")
    yield locale, context.new_page()
    context.close()


def violations(page: Page, where: str) -> list[str]:
    """What axe finds, at both widths; pages that differ in width alone are not loaded again."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        results = Axe().run(page, options={"resultTypes": ["violations"]})
        if results.violations_count:
            found.append(f"{where} at {width} px: {results.generate_report()}")
    return found


def test_axe_finds_nothing_on_any_kind_of_page(
    setting: tuple[Locale, Page], address: str, site: Path
) -> None:
    locale, page = setting
    found = []
    # `test_tools.py` looks at the tools, once they are in use.
    pages = [each for each in kinds(site, locale) if "/tools/" not in each]
    for path in [*pages, PRIVATE.format(locale=locale), "404.html", ""]:
        page.goto(f"{address}/{path}")
        found += violations(page, path)
    assert found == []


def test_axe_finds_nothing_in_any_state_of_the_player(
    setting: tuple[Locale, Page], address: str
) -> None:
    locale, page = setting
    reader = Reader(page, address)
    reader.on("2026-11-23")
    found = []
    for state, (path, fragment) in STATES.items():
        reader.open(f"{locale}/{path}", fragment)
        page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        found += violations(page, state)
    assert found == []


def test_axe_finds_nothing_where_something_is_wrong_or_out_of_date(
    setting: tuple[Locale, Page], address: str
) -> None:
    locale, page = setting
    reader = Reader(page, address)
    reader.on(LAPSED)
    reader.open(f"{locale}/issues/fee-dispute/", STATES["amounts for a calculator"][1])
    reader.type(dict.fromkeys(("withdrawal-amount", "free-allowance-left", "fee-charged"), "x"))
    found = violations(page, "amounts that are none")
    reader.open(f"{locale}/{LATE}", "#scam-now=guided")
    found += violations(page, "a guide past its last day")
    assert found == []
