"""Every address inside the site leads to a file, and every fragment to a place on its page."""

import json
import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin

HOST = "http://site/"
HREFS = {"href", "src", "action", "poster", "data", "onward"}
REPLIES = re.compile(r"[a-z0-9-]+=[^&]+(&[a-z0-9-]+=[^&]+)*")
"""A fragment that the player reads."""


class Page(HTMLParser):
    """The anchors of a page, whether it has a guide, and all addresses that it names."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.addresses: list[str] = []
        self.has_guide = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.anchors |= {found[name] for name in ("id", "name") if name in found}
        self.has_guide |= tag == "guide-player"
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            self.addresses.append(found["content"].partition("url=")[2])
        for name in HREFS & found.keys():
            if name == "onward":
                self.addresses += json.loads(found[name]).values()
            else:
                self.addresses.append(found[name])
        for entry in filter(None, found.get("srcset", "").split(",")):
            self.addresses.append(entry.split()[0])


@cache
def page_at(path: Path) -> Page:
    return Page(path.read_text("utf-8"))


def broken(site: Path, base: str, addresses: list[str]) -> Iterator[str]:
    """Which of the addresses that a file names lead nowhere; `base` is the file's own."""
    for address in addresses:
        target, fragment = urldefrag(urljoin(f"{HOST}{base}", address))
        if not target.startswith(HOST):
            continue
        target = target.partition("?")[0]
        path = site / unquote(target.removeprefix(HOST))
        path = path / "index.html" if target.endswith("/") else path
        if not path.is_file():
            yield f"{base}: {address} leads to no file"
        elif fragment and path.suffix == ".html":
            page = page_at(path)
            replies = page.has_guide and REPLIES.fullmatch(fragment)
            if unquote(fragment) not in page.anchors and not replies:
                yield f"{base}: {address} leads to no place on its page"


def hrefs(data: Any) -> Iterator[str]:
    """Every `href` in JSON of ours, and the page of every brief answer."""
    if isinstance(data, dict):
        yield from (data[key] for key in ("href", "url") if key in data)
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from hrefs(value)


def address_of(site: Path, file: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")


def test_every_address_on_every_page_leads_somewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert pages
    wrong = [
        each
        for page in pages
        for each in broken(site, address_of(site, page), page_at(page).addresses)
    ]
    assert wrong == []


def test_every_address_in_a_guide_leads_somewhere(site: Path) -> None:
    guides = sorted(site.glob("guides/*/*.json"))
    assert guides
    wrong: list[str] = []
    for guide in guides:
        found = list(hrefs(json.loads(guide.read_text("utf-8"))))
        wrong += broken(site, address_of(site, guide), found)
    assert wrong == []


def test_no_page_leads_out_of_the_site_but_to_https_and_contacts(site: Path) -> None:
    kinds = {
        address.partition(":")[0]
        for page in site.rglob("*.html")
        for address in page_at(page).addresses
        if re.match(r"[a-z][a-z+.-]*:", address)
    }
    # Whoever leaves at once leaves an empty page behind.
    assert kinds <= {"https", "tel", "mailto", "about"}
