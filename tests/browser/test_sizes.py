"""How much readers load, compressed, and in which JavaScript."""

import gzip
import re
from pathlib import Path

import pytest

from generator.schema import LOCALES
from tests.browser.kinds import kinds

ISSUE = "issues/withdrawal-not-arrived/"

NEWER_THAN_2020 = {
    "logical assignment": r"(?:\?\?|\|\||&&)=",
    "private name": r"(?:[.\s{;}]|^)#[A-Za-z_]\w*\s*[=(;]|this\.#",
    "static block": r"\bstatic\s*\{",
    "number with separators": r"\b\d+_\d+",
    "class field": r"(?:[{;}]|^)\s*static\s+[\w$]+\s*[=;]",
    "flag d or v": r"[=(,:]\s*/(?:[^/\\\n]|\\.)+/[a-z]*[dv][a-z]*\b",
    "import with attributes": r"\bimport\b[^;]*\bwith\s*\{",
}
"""Syntax by name; `make quality` has a parser look for any other."""


def compressed(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def size(file: Path) -> int:
    return compressed(file.read_text("utf-8"))


def test_the_player_weighs_at_most_9_kb(site: Path) -> None:
    assert size(site / "player" / "guide-player.js") <= 9_000


@pytest.mark.parametrize("locale", LOCALES)
def test_styles_and_scripts_of_an_issue_page_weigh_at_most_30_kb(site: Path, locale: str) -> None:
    page = site / locale / ISSUE
    html = (page / "index.html").read_text("utf-8")
    links = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"', html)
    addresses = ((style or script).partition("?")[0] for style, script in links)
    files = {(page / address).resolve() for address in addresses}
    assert {file.suffix for file in files} == {".css", ".js"}
    assert sum(map(size, files)) <= 30_000


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_weighs_more_than_200_kb(site: Path, locale: str) -> None:
    heavy = [page for page in (site / locale).rglob("*.html") if page.stat().st_size > 200_000]
    assert heavy == []


def scripts(site: Path) -> list[Path]:
    return sorted(site.rglob("*.js"))


def test_no_script_of_ours_is_in_newer_javascript_than_es2020(site: Path) -> None:
    found = [
        f"{script.relative_to(site)}: {name}: {match[0]}"
        for script in scripts(site)
        for name, pattern in NEWER_THAN_2020.items()
        if (match := re.search(pattern, script.read_text("utf-8"), re.MULTILINE))
    ]
    assert scripts(site)
    assert found == []


@pytest.mark.parametrize(
    "sample",
    [
        "a ??= b;",
        "class A { #x = 1; }",
        "class A { static { x(); } }",
        "const n = 1_000;",
        "class A { static x = 1; }",
        "const r = /a/d;",
        'import a from "./a.json" with { type: "json" };',
    ],
)
def test_newer_syntax_is_recognised(sample: str) -> None:
    assert any(re.search(pattern, sample, re.MULTILINE) for pattern in NEWER_THAN_2020.values())


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_page_is_found(site: Path, locale: str) -> None:
    found = {path.split("/")[1] for path in kinds(site, locale)}
    assert {"", "issues", "answers", "topics", "articles", "drills", "channels"} <= found
