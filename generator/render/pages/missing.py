"""`404.html`: what a host shows in place of a page that is not there.

It may stand at any address, so its links begin at the root of the host: the only pages that need
the site to stand there.
"""

from collections.abc import Sequence

from generator.render import addresses
from generator.render.pages.book import Book
from generator.render.pages.press import filled

MISSING = "404.html"


def missing(books: Sequence[Book]) -> dict[str, str]:
    """One page in all locales at the site's root, and one in each locale's folder."""
    files = {f"site/{MISSING}": _page(books, [])}
    for book in books:
        others = [other for other in books if other is not book]
        files[f"docs/{book.edition.locale}/{MISSING}"] = _page([book], others)
    return files


def _page(shown: Sequence[Book], others: Sequence[Book]) -> str:
    home = addresses.home(shown[0].edition.locale)
    values = {"shown": shown, "others": others, "home": home}
    return "<!doctype html>\n" + filled("missing.html", MISSING, values) + "\n"
