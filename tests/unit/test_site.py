"""MkDocs at work on a small project: what it renders, what it must not add, what it complains of."""

import os
import re
from pathlib import Path

import pytest
from markdown import markdown

from generator.output import write
from generator.pipeline import silent
from generator.render.pages import pages
from generator.schema import LOCALES
from generator.site import build_site
from tests.conftest import ROOT
from tests.unit.small_project import NASTY, small_guides, small_project

TOOLS = ("arrival", "fee", "deadlines", "complaint-writer", "evidence", "check-up")
LIBRARY = (
    "articles", "articles/limits", "glossary", "messages", "drills", "drills/call",
    "tools/wallet-chooser", "notices", "search", "tools", *(f"tools/{name}" for name in TOOLS),
    "changes", "a-z", "topics",
)  # fmt: skip


def docs_below(folder: Path) -> dict[str, Path]:
    """The docs trees of a project whose texts are all nasty, on disk."""
    files = pages(small_project(NASTY), small_guides())
    for locale in LOCALES:
        start = f"docs/{locale}/"
        tree = {p.removeprefix(start): text for p, text in files.items() if p.startswith(start)}
        write(tree, folder / locale)
    return {locale: folder / locale for locale in LOCALES}


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return docs_below(tmp_path_factory.mktemp("docs"))


@pytest.fixture(scope="module")
def site(docs: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("site")
    assert build_site(ROOT, docs, out, silent) == []
    return out


def html_files(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def test_mkdocs_passes_a_page_through_as_it_is(docs: dict[str, Path], site: Path) -> None:
    for locale, folder in docs.items():
        for page in folder.rglob("*.md"):
            body = page.read_text("utf-8").split("\n---\n\n", 1)[1].strip()
            path = page.relative_to(folder).with_suffix("")
            built = "index.html" if path.name == "index" else f"{path}/index.html"
            assert body in (site / locale / built).read_text("utf-8"), path


def test_markdown_which_pages_are_kept_from_would_not_change_them(docs: dict[str, Path]) -> None:
    for folder in docs.values():
        for page in folder.rglob("*.md"):
            body = page.read_text("utf-8").split("\n---\n\n", 1)[1].strip()
            assert markdown(body) == body, page


def test_a_page_in_markdown_is_still_read_as_markdown(tmp_path: Path) -> None:
    docs = docs_below(tmp_path / "docs")["zh"]
    (docs / "channels.md").write_text("<div>\n<p>a</p>\n</div>\n\n*word*\n", "utf-8")
    assert build_site(ROOT, {"zh": docs}, tmp_path / "out", silent) == []
    assert "<em>word</em>" in (tmp_path / "out/zh/channels/index.html").read_text("utf-8")


def test_every_page_is_built_and_nothing_that_no_page_uses(site: Path) -> None:
    for locale in LOCALES:
        built = {p.relative_to(site / locale).as_posix() for p in (site / locale).rglob("*.*")}
        assert built == {
            "index.html",
            "404.html",
            "about/index.html",
            "privacy/index.html",
            "sos/index.html",
            "offline/index.html",
            "assets/sos.css",
            "channels/index.html",
            "topics/late/index.html",
            "issues/payout-late/index.html",
            *(f"answers/{name}/index.html" for name in ("stop", "open-payout", "ask", "wait")),
            *(f"{name}/index.html" for name in LIBRARY),
            "assets/help-centre.css",
            "assets/mark.svg",
            "assets/pictures.svg",
            "assets/tools.css",
            "assets/embed.css",
            "embed/index.html",
            "embed/contract/index.html",
            "embed/playground/index.html",
        }


def test_the_frame_around_pages_escapes_what_it_shows(site: Path) -> None:
    for page in html_files(site):
        text = page.read_text("utf-8")
        # Ours are the only ones, and come from files; these two kinds of page need none.
        found = re.findall(r"<script(?! type=\"application/ld)[^>]*>[^<]*", text)
        if page.name == "404.html" or page.parent.name == "sos":
            assert found == []
            continue
        script = r'<script type="module" src="([^"?]+)\?v=[0-9a-f]{12}">'
        sources = [re.fullmatch(script, each) for each in found]
        paths = [os.path.normpath(page.parent / each[1]) for each in sources if each]
        tool = page.parent.name
        own = [site / f"tools/{tool}.js"] if page.parent.parent.name == "tools" else []
        if tool in (*LOCALES, "search"):
            own = [site / "search/box.js"]
        if tool == "playground":
            own = [site / "embed/playground.js"]
        assert [Path(path) for path in paths] == [
            site / "player/guide-player.js",
            site / "visit.js",
            *own,
        ]
        assert len(paths) == len(found)
        assert "&lt;script&gt;" in text.partition("</head>")[0]


def test_no_part_of_a_page_comes_from_elsewhere(site: Path) -> None:
    for page in html_files(site):
        head = page.read_text("utf-8").partition("</head>")[0]
        assert not re.search(r'(?:src|href)="(?:[a-z]+:)?//', head)
    for sheet in site.rglob("*.css"):
        assert not re.search(r"@import|url\(", sheet.read_text("utf-8"))


def test_a_page_names_itself_in_every_language(site: Path) -> None:
    head = (site / "zh/issues/payout-late/index.html").read_text("utf-8").partition("</head>")[0]
    alternates = dict(re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', head))
    here = site / "zh/issues/payout-late"
    found = {name: Path(os.path.normpath(here / link)) for name, link in alternates.items()}
    assert found == {
        "zh": here,
        "en": site / "en/issues/payout-late",
        "x-default": site / "index.html",
    }


def test_a_second_build_gives_the_same_bytes(
    docs: dict[str, Path], site: Path, tmp_path: Path
) -> None:
    build_site(ROOT, docs, tmp_path, silent)
    first = {p.relative_to(site): p.read_bytes() for p in site.rglob("*") if p.is_file()}
    second = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert first == second


def test_mkdocs_complaints_come_back_and_are_not_printed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    docs = docs_below(tmp_path / "docs")
    (docs["zh"] / "channels.md").write_text("[gone](gone.md)\n", "utf-8")
    complaints = build_site(ROOT, {"zh": docs["zh"]}, tmp_path / "out", silent)
    assert len(complaints) == 1
    assert "gone.md" in complaints[0]
    assert capfd.readouterr() == ("", "")


def test_the_date_of_the_build_is_lent_to_mkdocs_and_taken_back(
    docs: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    build_site(ROOT, {"en": docs["en"]}, tmp_path, silent)
    assert os.environ["SOURCE_DATE_EPOCH"] == "0"
