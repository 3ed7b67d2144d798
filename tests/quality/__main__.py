"""`make quality`: what needs Node or Java, held on the built site. Exit code 2 where a tool is missing.

Builds a copy of the project, whose site knows where it stands; in `build/quality/` the tools are
installed as `package-lock.json` pins them.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.browser.kinds import kinds
from tests.browser.running import browser_path
from tests.conftest import ROOT, shipped_site
from tests.quality.lighthouse import lighthouse
from tests.quality.markup import html_validate, nu_checker
from tests.quality.syntax import syntax
from tests.quality.tools import MissingError, Tools, installed

LOCALES = ("zh", "en")
SITE_URL = "https://help.example.org/"
"""Without an address a site can name no canonical pages, and search engines miss them."""

Check = Callable[[Tools, Path], list[str]]


def pages(site: Path) -> list[Path]:
    """One page of each kind in each locale, and those that stand at the root."""
    found = [site / path for locale in LOCALES for path in kinds(site, locale)]
    files = [path / "index.html" if path.is_dir() else path for path in found]
    return [*files, *sorted(site.glob("*.html"))]


def checks() -> dict[str, Check]:
    """By what is said of each."""
    return {
        "Nu HTML checker, a page of each kind": lambda tools, site: nu_checker(tools, pages(site)),
        "html-validate, a page of each kind": lambda tools, site: html_validate(tools, pages(site)),
        "no syntax newer than ES2020": syntax,
        "Lighthouse, home and an issue on a phone": lighthouse,
    }


def main() -> int:
    """0 if all is good, 1 if something is wrong, 2 if something is missing."""
    try:
        tools = installed(ROOT / "build" / "quality", browser_path())
    except MissingError as missing:
        sys.stderr.write(f"quality: {missing}\n")
        return 2
    os.environ["SITE_URL"] = SITE_URL
    with tempfile.TemporaryDirectory() as folder:
        return 1 if problems(tools, shipped_site(Path(folder))) else 0


def problems(tools: Tools, site: Path) -> int:
    """How many there are; each is told."""
    count = 0
    for title, check in checks().items():
        found = check(tools, site)
        count += len(found)
        sys.stdout.write(f"{title}: {len(found) or 'nothing'} wrong\n")
        sys.stdout.writelines(f"  {each}\n" for each in found)
        sys.stdout.flush()
    return count


if __name__ == "__main__":
    sys.exit(main())
