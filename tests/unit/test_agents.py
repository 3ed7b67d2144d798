"""The agents' site: complete, sound, and the same on paper as in the guide."""

import re
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import normpath

import pytest

from generator.agents import agents_site
from generator.agents.sheets import LEAST_POINTS, fits
from generator.cli.build import build_for_agents
from generator.cli.report import Reporter
from generator.guide import Leaf
from generator.hosting.policy import inline_parts
from generator.pipeline import Compiled
from generator.schema import LOCALES
from tests.conftest import ROOT
from tests.unit.small_folder import DAY, bytes_of, edit, small_folder

Files = Mapping[str, str]


class Tags(HTMLParser):
    """All start tags of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, {name: value or "" for name, value in attrs}))

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.all if attribute in attributes]


@pytest.fixture(scope="module")
def files(shipped: Compiled) -> Files:
    assert shipped.project is not None
    desk = {f"{locale}/desk/index.html": "<main></main>" for locale in LOCALES}
    return agents_site(shipped.project, shipped.guides, desk)


@pytest.fixture(scope="module")
def tags(files: Files) -> Mapping[str, Tags]:
    return {path: Tags(text) for path, text in files.items() if path.endswith(".html")}


def test_every_link_leads_to_a_page_and_an_anchor(files: Files, tags: Mapping[str, Tags]) -> None:
    anchors = {path: {*page.values("id")} for path, page in tags.items()}
    lost: list[tuple[str, str]] = []
    for path, page in tags.items():
        for link in (*page.values("href"), *page.values("src"), *page.values("data-index")):
            if re.match(r"[a-z]+:", link):
                continue
            address, _, fragment = link.partition("#")
            address = address.partition("?")[0]
            to = normpath(str(PurePosixPath(path).parent / address)) if address else path
            to = f"{to}/index.html" if address.endswith("/") or address in {".", ".."} else to
            if to not in files or (fragment and fragment not in anchors[to]):
                lost.append((path, link))
    assert lost == []


def test_everything_that_agents_read_has_its_place(shipped: Compiled, files: Files) -> None:
    assert shipped.project is not None
    for locale in LOCALES:
        edition, own = shipped.project.editions[locale], shipped.project.agents[locale]
        for folder, names in (
            ("issues", edition.issues), ("answers", edition.answers), ("guides", edition.guides),
            ("playbooks", own.playbooks), ("topics", edition.topics),
            ("articles", edition.library.articles),
        ):  # fmt: skip
            assert {f"{locale}/{folder}/{name}/index.html" for name in names} <= files.keys()
        listed = {*Tags(files[f"{locale}/macros/index.html"]).values("id")}
        assert own.macros.keys() <= listed


def test_each_note_stands_on_a_page(shipped: Compiled, files: Files) -> None:
    assert shipped.project is not None
    for locale in LOCALES:
        pages = "\n".join(t for path, t in files.items() if path.startswith(f"{locale}/"))
        notes = shipped.project.agents[locale].notes
        runs = [
            run.text.replace("&", "&amp;").replace('"', "&#34;").replace("'", "&#39;")
            for note in notes.values()
            for run in note.runs
        ]
        assert runs
        assert [text for text in runs if text not in pages] == []


def test_no_page_is_found_by_search_engines_or_holds_anything_inline(
    files: Files, tags: Mapping[str, Tags]
) -> None:
    for path in tags:
        if "/desk/" in path:
            continue
        assert '<meta name="robots" content="noindex' in files[path]
        inline, forbidden = inline_parts(files[path])
        assert [*inline.scripts, *inline.styles, *forbidden] == [], path


def test_no_page_leads_to_a_desk_that_is_not_there(shipped: Compiled) -> None:
    assert shipped.project is not None
    files = agents_site(shipped.project, shipped.guides, {})
    assert not any("/desk/" in text for path, text in files.items() if path.endswith(".html"))


def test_a_sheet_walked_by_its_numbers_ends_where_the_guide_ends(
    shipped: Compiled, files: Files
) -> None:
    for name, proved in shipped.guides.items():
        for locale in LOCALES:
            paper = Paper(files[f"{locale}/sheets/{name}.html"])
            waiting, seen = [(proved.guide.start, 1)], set()
            while waiting:
                node_name, number = waiting.pop()
                if (node_name, number) in seen:
                    continue
                seen.add((node_name, number))
                node = proved.guide.nodes[node_name]
                if isinstance(node, Leaf):
                    assert paper.ends[number] == (node.answer, {*node.advice})
                else:
                    assert paper.ways[number].keys() == node.children.keys()
                    waiting += [
                        (child, paper.ways[number][option])
                        for option, child in node.children.items()
                    ]
            assert {node for node, _ in seen} == proved.guide.nodes.keys()


class Paper:
    """What somebody with the sheet in hand can read off it."""

    def __init__(self, html: str) -> None:
        self.ways: dict[int, dict[str, int]] = {}
        self.ends: dict[int, tuple[str, set[str]]] = {}
        number, answer, options = 0, "", list[str]()
        for tag, attributes in Tags(html).all:
            answer = attributes.get("data-answer", answer)
            if tag == "li" and "value" in attributes:
                number = int(attributes["value"])
                self.ways[number] = {}
            if "data-option" in attributes:
                options.append(attributes["data-option"])
            if "data-to" in attributes:
                self.ways[number] |= dict.fromkeys(options, int(attributes["data-to"]))
                options = []
            if "data-number" in attributes:
                self.ends[int(attributes["data-number"])] = (answer, set())
            for each in attributes.get("data-numbers", "").split():
                self.ends[int(each)][1].add(attributes["data-advice"])


def test_a_drawing_stands_on_the_sheet_only_where_it_can_be_read(files: Files) -> None:
    stands = {
        path: "<figure>" in files[path] for path in files if re.search(r"/sheets/.*html", path)
    }
    for path, there in stands.items():
        assert there == fits(files[path.replace(".html", ".svg")])
    pixels = 270 * 72 / 25.4 / LEAST_POINTS * 12
    assert fits(f'width="10" height="{int(pixels)}"')
    assert not fits(f'width="10" height="{int(pixels) + 1}"')


def test_print_holds_no_letter_below_eight_points() -> None:
    sheet = (
        (ROOT / "site_templates/agents/agents.css").read_text("utf-8").partition("@media print")[2]
    )
    sizes = [float(size) for size in re.findall(r"font-size: ([\d.]+)pt", sheet)]
    assert sizes
    assert min(sizes) >= LEAST_POINTS


def agents_folder(root: Path) -> Path:
    folder = small_folder(root)
    words = (ROOT / "content/desk-words.yml").read_text("utf-8")
    (folder / "content/desk-words.yml").write_text(words, "utf-8")
    return folder


def test_the_agents_site_is_built_beside_the_public_one(tmp_path: Path) -> None:
    root, day = agents_folder(tmp_path), date.fromisoformat(DAY)
    assert build_for_agents(root, day, Reporter("text"))
    made = bytes_of(root / "site-agent")
    assert "zh/answers/wait/index.html" in made
    assert not (root / "site").exists()
    assert build_for_agents(root, day, Reporter("text"))
    assert bytes_of(root / "site-agent") == made
    edit(root / "content/answers/wait.yml", "title:", "titel:")
    assert not build_for_agents(root, day, Reporter("text"))
    assert bytes_of(root / "site-agent") == made


def test_a_word_that_the_agents_pages_need_is_missed_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = agents_folder(tmp_path)
    edit(root / "content/desk-words.yml", "agents-told:", "agents-tolt:")
    assert not build_for_agents(root, date.fromisoformat(DAY), Reporter("text"))
    assert (
        'content/desk-words.yml:1:1: R301 error: The word "agents-told"' in capsys.readouterr().out
    )
