"""The app in `package-use/`, built against the package of `site/`, runs its guides in Chromium.

Run as `python -m tests.quality.package_use` after `npm run build` there; exit code 1 if it does not.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.running import browser_path, chromium, serving
from tests.conftest import ROOT

BUILT = Path(__file__).parent / "package-use" / "dist"


def main() -> None:
    """Print nothing if all is well."""
    path = browser_path()
    if path is None:
        sys.exit("no Chromium; `./set-up.sh browser` installs one")
    with tempfile.TemporaryDirectory() as folder:
        host = Path(folder) / "host"
        shutil.copytree(BUILT, host)
        for part in ("guides", "player"):
            shutil.copytree(ROOT / "site" / part, host / part)
        with serving(host) as address, chromium(path) as browser:
            page = browser.new_page()
            complaints: list[str] = []
            page.on("console", lambda message: complaints.append(message.text))
            page.on("pageerror", lambda error: complaints.append(str(error)))
            page.goto(address)
            embedded(page)
            drawn(page)
            if complaints:
                sys.exit("\n".join(complaints))


def embedded(page: Page) -> None:
    """The element comes to an answer, and the app hears of it."""
    page.locator('guide-player [data-option="guided"]').click()
    page.locator("guide-player [data-answer=stop-scam]").wait_for()
    page.locator("#told", has_text="stop-scam").wait_for()


def drawn(page: Page) -> None:
    """The app's own buttons come to an answer, from what an error code says."""
    while page.locator("#question").count():
        before = page.locator("#question h1").text_content()
        page.locator("#question button").first.click()
        page.wait_for_function(
            "(before) => document.querySelector('#question h1')?.textContent !== before", arg=before
        )
    page.locator("#answer p").first.wait_for()


if __name__ == "__main__":
    main()
