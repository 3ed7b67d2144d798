"""Screenshots of the site to be looked at: every kind of page, both languages, light and dark, two widths.

`make screens` draws all into `build/screens/`, from `site/` as it is, and those of the README beside this file.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.browser.running import browser_path, chromium, serving
from tests.conftest import ROOT

LATE = "issues/withdrawal-not-arrived/"
UNDER_WAY = "#scam-now=no&account-restricted=no"
ANSWERED = (
    UNDER_WAY + "&withdrawal-state=processing&receiving-card=own-ok&withdrawal-submitted=inside"
)
PAGES = {
    "home": "",
    "issue": LATE,
    "guide-under-way": f"{LATE}{UNDER_WAY}",
    "guide-answer": f"{LATE}{ANSWERED}",
    "guide-loss": "issues/account-stolen/#scam-now=guided",
    "answer": "answers/report-unauthorised/",
    "tool-arrival": "tools/arrival/",
    "tool-fee": "tools/fee/",
    "tool-deadlines": "tools/deadlines/",
    "tool-complaint-writer": "tools/complaint-writer/",
    "tool-evidence": "tools/evidence/",
    "tool-wallet-chooser": "tools/wallet-chooser/",
    "tool-check-up": "tools/check-up/",
    "sos": "sos/",
    "search": "search/?q={said}",
    "missing": "404.html",
    "messages": "messages/",
    "channels": "channels/",
    "glossary": "glossary/",
    "a-z": "a-z/",
    "changes": "changes/",
    "about": "about/",
    "privacy": "privacy/",
    "article": "articles/arrival-times/",
}
SAID = {"zh": "三天了提现还没到", "en": "withdrawal not here after three days"}
WIDTHS = (390, 1280)
README = (
    "home-zh-390-light",
    "guide-under-way-zh-390-light",
    "sos-zh-390-dark",
    "search-zh-390-light",
)
SHOWN = Path(__file__).with_name("screens")
Scheme = Literal["light", "dark"]
SCHEMES: Sequence[Scheme] = ("light", "dark")


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """One picture to be taken."""

    page: str
    locale: str
    width: int
    scheme: Scheme

    @property
    def name(self) -> str:
        """Of its file, without an end."""
        return f"{self.page}-{self.locale}-{self.width}-{self.scheme}"


def screens() -> Iterator[Screen]:
    """All of them."""
    for scheme in SCHEMES:
        for width in WIDTHS:
            for locale in SAID:
                for page in PAGES:
                    yield Screen(page=page, locale=locale, width=width, scheme=scheme)


def taken(page: Page, address: str, screen: Screen, path: Path, *, full: bool) -> None:
    """Write the picture of a screen, the whole page of it or what is seen first."""
    part = PAGES[screen.page].format(said=SAID[screen.locale])
    page.goto("about:blank")
    page.goto(f"{address}/{screen.locale}/{part}")
    page.wait_for_load_state("networkidle")
    if "#" in part:
        page.locator(".player").scroll_into_view_if_needed()
        page.evaluate("document.querySelector('.player').scrollIntoView()")
    page.screenshot(path=path, full_page=full)


def draw(browser: Browser, address: str, out: Path) -> int:
    """Take all pictures; how many there are."""
    pages: dict[tuple[int, Scheme], Page] = {}
    count = 0
    for screen in screens():
        key = (screen.width, screen.scheme)
        if key not in pages:
            context = browser.new_context(
                viewport={"width": screen.width, "height": 844},
                color_scheme=screen.scheme,
                reduced_motion="reduce",
                service_workers="block",
            )
            pages[key] = context.new_page()
        taken(
            pages[key],
            address,
            screen,
            out / f"{screen.name}.png",
            full="#" not in PAGES[screen.page],
        )
        if screen.name in README:
            taken(pages[key], address, screen, SHOWN / f"{screen.name}.png", full=False)
        count += 1
    return count


def main() -> None:
    """Draw what the site in `site/` looks like."""
    path = browser_path()
    if path is None:
        sys.exit("no Chromium; `./set-up.sh browser` installs one")
    out = ROOT / "build" / "screens"
    out.mkdir(parents=True, exist_ok=True)
    SHOWN.mkdir(exist_ok=True)
    with chromium(path) as browser, serving(ROOT / "site") as address:
        sys.stdout.write(f"{draw(browser, address, out)} pictures in {out}\n")


if __name__ == "__main__":
    main()
