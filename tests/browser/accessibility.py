"""axe-core, as all tests run it: nothing but violations comes back, which is a sixth faster."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, Page

from generator.schema import LOCALES, Locale

Scheme = Literal["light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (390, 1280)
HEIGHT = 844
OPTIONS = {"reporter": "no-passes", "resultTypes": ["violations"]}
RUN = """(options) => axe.run(document, options).then(({ violations }) => violations.map(
  ({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html).slice(0, 4).join(" … ")}`
))"""
OVERFLOW = "document.documentElement.scrollWidth"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """A page of a context with one scheme, for pages of one locale."""

    locale: Locale
    scheme: Scheme
    page: Page

    def violations(self, where: str) -> list[str]:
        """What axe finds on the page as it is now, at both widths, and what is too wide."""
        found = []
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": HEIGHT})
            told = violations(self.page)
            if (wide := self.page.evaluate(OVERFLOW)) > width:
                told.append(f"{wide} px wide")
            found += [f"{where} at {width} px: {each}" for each in told]
        return found


def violations(page: Page) -> list[str]:
    """What axe finds on a page as it is now."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found: list[str] = page.evaluate(RUN, OPTIONS)
    return found


def settings(browser: Browser, locale: Locale, scheme: Scheme) -> Iterator[Setting]:
    """A setting in a context of its own, which ends with it."""
    context = browser.new_context(
        color_scheme=scheme, reduced_motion="reduce", service_workers="block"
    )
    yield Setting(locale=locale, scheme=scheme, page=context.new_page())
    context.close()


every_setting = pytest.mark.parametrize(
    "setting",
    [(locale, scheme) for locale in LOCALES for scheme in SCHEMES],
    indirect=True,
    ids="-".join,
)
"""A test for each locale, light and dark; it takes the fixture `setting`."""
