"""Pages as files: every node once, jumps that ask nothing twice, text that nothing can break."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from posixpath import normpath
from typing import get_args

import pytest
import yaml

from generator.guide import Leaf, Question
from generator.prove import Proved
from generator.render.leaves import leaves, versioned_leaves
from generator.render.pages import pages
from generator.render.pages.press import TEMPLATES
from generator.render.pages.tool_words import TOOL_WORDS
from generator.render.pages.walks import HOME, Stop, Walk, walks
from generator.render.pages.words import NEEDED, Words
from generator.resolve import Project
from generator.schema.entities import Picture
from tests.conftest import ROOT
from tests.unit.small_project import (
    AGENTS_WORDS,
    NASTY,
    PAYOUT,
    TRIAGE,
    issue,
    small_guides,
    small_project,
    with_issue,
)

ISSUE = "docs/zh/issues/payout-late.md"


@dataclass(frozen=True)
class Element:
    tag: str
    attributes: Mapping[str, str]


class Elements(HTMLParser):
    """All start tags of a page, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: list[Element] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append(Element(tag, {name: value or "" for name, value in attrs}))

    def having(self, attribute: str) -> list[Element]:
        return [element for element in self.all if attribute in element.attributes]


def body(page: str) -> str:
    return page.split("\n---\n\n", 1)[1].rstrip("\n")


def on_page(files: Mapping[str, str], path: str) -> Elements:
    return Elements(body(files[path]))


def walk_on(page: str, project: Project | None = None) -> Walk:
    return walks((project or small_project()).editions["zh"], small_guides())[page]


def stops_from(walk: Walk, name: str) -> Iterator[Stop]:
    stops = {stop.name: stop for stop in walk.stops}
    waiting = [name]
    while waiting:
        stop = stops[waiting.pop()]
        yield stop
        waiting += stop.children.values()


def asked_from(walk: Walk, name: str) -> set[str]:
    nodes = (stop.node for stop in stops_from(walk, name))
    return {node.question for node in nodes if isinstance(node, Question)}


def jump(project: Project | None = None) -> Stop:
    """The stop of the home page whose answer continues in the other guide."""
    return next(stop for stop in walk_on(HOME, project).stops if stop.onward)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return pages(small_project(), small_guides())


# ---- Guides on pages ----


@pytest.mark.parametrize(
    ("path", "guide", "nodes"),
    [("docs/zh/index.md", "triage", TRIAGE), (ISSUE, "payout", PAYOUT)],
)
def test_every_node_of_a_guide_stands_on_its_page_once(
    files: dict[str, str], path: str, guide: str, nodes: Mapping[str, object]
) -> None:
    page = on_page(files, path)
    assert [element.attributes["data-guide"] for element in page.having("data-guide")] == [guide]
    own = [element.attributes["data-node"] for element in page.having("data-node")]
    assert len(own) == len(set(own))
    assert nodes.keys() <= set(own)


def test_the_start_comes_last_so_that_css_can_hide_it(files: dict[str, str]) -> None:
    for path in ("docs/zh/index.md", ISSUE):
        *others, last = on_page(files, path).having("data-node")
        assert last.attributes["class"].split()[-1] == "start"
        assert all("start" not in other.attributes["class"].split() for other in others)


def test_a_question_offers_its_options_in_the_guide_s_order(files: dict[str, str]) -> None:
    offered: dict[str, list[tuple[str, str]]] = {}
    question = ""
    for element in on_page(files, ISSUE).all:
        question = element.attributes.get("data-node", question)
        if "data-option" in element.attributes:
            link = (element.attributes["data-option"], element.attributes["href"])
            offered.setdefault(question, []).append(link)
    for name, node in PAYOUT.items():
        if isinstance(node, Question):
            assert offered[name] == [(o, f"#n-{child}") for o, child in node.children.items()]


def test_a_leaf_says_which_answer_and_advice_it_gives(files: dict[str, str]) -> None:
    leaves = {
        leaf.attributes["data-node"]: leaf.attributes
        for leaf in on_page(files, ISSUE).having("data-node")
        if "data-answer" in leaf.attributes
    }
    for name, node in PAYOUT.items():
        if isinstance(node, Leaf):
            assert leaves[name]["data-answer"] == node.answer
            assert leaves[name]["data-advice"].split() == list(node.advice)


def test_advice_is_shown_in_its_own_order(files: dict[str, str]) -> None:
    shown = [e.attributes["data-advice"] for e in on_page(files, ISSUE).having("data-advice")]
    assert [name for name in shown if name in {"first", "last"}] == ["first", "last"]


def test_a_leaf_names_every_rule_that_may_decide(files: dict[str, str]) -> None:
    rules = [e.attributes["data-rule"] for e in on_page(files, ISSUE).having("data-rule")]
    expected = [r for node in PAYOUT.values() if isinstance(node, Leaf) for r in node.because]
    assert set(rules) == set(expected)


def test_what_leaves_have_in_common_stands_once(files: dict[str, str]) -> None:
    for attribute in ("data-rule", "data-answer", "data-advice"):
        seen = [
            (element.tag, element.attributes[attribute])
            for element in on_page(files, ISSUE).having(attribute)
            if "node" not in element.attributes.get("class", "").split()
        ]
        assert len(seen) == len(set(seen))


def test_a_page_names_the_stylesheet_of_its_leaves(files: dict[str, str]) -> None:
    stylesheets = leaves(small_project(), small_guides())
    for path, guide in (("docs/zh/index.md", "triage"), (ISSUE, "payout")):
        assert f"site/leaves/{guide}.css" in stylesheets
        assert f'\nleaves: "{versioned_leaves(small_guides(), guide)}"\n' in files[path]


def test_a_jump_asks_nothing_that_is_known() -> None:
    onward = jump().onward
    assert onward is not None
    target = walk_on(onward.issue)
    assert asked_from(target, onward.anchor.removeprefix("n-")) == {"amount"}


def test_the_page_s_own_start_still_asks_everything() -> None:
    walk = walk_on("payout-late")
    assert asked_from(walk, walk.start) == {"amount", "trouble"}


def test_a_jump_prefers_the_page_that_presumes_what_is_known() -> None:
    fitting = with_issue(small_project(), issue("known", replies={"trouble": "late"}))
    other = with_issue(small_project(), issue("unknown", replies={"trouble": "other"}))
    assert getattr(jump(fitting).onward, "issue", None) == "known"
    assert getattr(jump(other).onward, "issue", None) == "payout-late"


def test_a_jump_asks_nothing_that_its_answer_makes_known() -> None:
    project = small_project()
    editions = {}
    for name, each in project.editions.items():
        known = {"trouble": "other", "amount": "lte-100"}
        opening = replace(each.answers["open-payout"], presumed=known)
        editions[name] = replace(each, answers={**each.answers, "open-payout": opening})
    walk_home = walks(editions["zh"], small_guides())
    onward = next(stop.onward for stop in walk_home[HOME].stops if stop.onward)
    leaf = next(
        stop for stop in stops_from(walk_home[onward.issue], onward.anchor.removeprefix("n-"))
    )
    # `trouble: late` was replied before and holds; the amount is not asked.
    assert leaf.leaf is not None
    assert leaf.leaf.answer == "wait"


def test_a_jump_that_returns_leads_to_the_start_of_the_page() -> None:
    project = small_project()
    back = replace(project.editions["zh"].answers["ask"], continues="triage", returns=True)
    zh = replace(project.editions["zh"], answers={**project.editions["zh"].answers, "ask": back})
    walk = walks(zh, small_guides())["payout-late"]
    onward = {stop.onward for stop in walk.stops if stop.leaf and stop.leaf.answer == "ask"}
    assert {(o.issue, o.anchor) for o in onward if o} == {(HOME, "n-q1")}


def test_an_issue_s_own_replies_are_not_asked_for() -> None:
    project = with_issue(small_project(), issue("large", replies={"amount": "gt-100"}))
    walk = walk_on("large", project)
    assert asked_from(walk, walk.start) == {"trouble"}


def test_a_guide_with_nothing_left_to_ask_opens_with_its_answer() -> None:
    replies = {"amount": "gt-100", "trouble": "late"}
    project = with_issue(small_project(), issue("settled", replies=replies))
    walk = walk_on("settled", project)
    assert [stop.leaf and stop.leaf.answer for stop in walk.stops] == ["wait"]
    assert "docs/zh/issues/settled.md" in pages(project, small_guides())


def test_a_help_centre_without_triage_has_a_home_page() -> None:
    guides: dict[str, Proved] = {"payout": small_guides()["payout"]}
    assert on_page(pages(small_project(), guides), "docs/en/index.md").having("data-node") == []


# ---- Pages as files ----


def test_no_text_becomes_markup() -> None:
    files = pages(small_project(NASTY), small_guides())
    for path, page in files.items():
        assert "<script" not in page.partition("\n---\n\n")[2], path


def test_front_matter_holds_any_text() -> None:
    page = pages(small_project(NASTY), small_guides())[ISSUE]
    front = yaml.safe_load(page.removeprefix("---\n").partition("\n---\n")[0])
    assert front == {
        "title": NASTY,
        "description": NASTY,
        "hide": ["navigation", "toc"],
        "leaves": versioned_leaves(small_guides(), "payout"),
    }


def test_no_word_of_the_agents_reaches_a_page(files: dict[str, str]) -> None:
    assert not any(AGENTS_WORDS in page for page in files.values())


SCHEMAS = ROOT / "generator" / "render" / "contract" / "schemas"
"""Published by another renderer than the pages that link to them."""


def test_links_are_relative_and_lead_to_pages_and_anchors(files: dict[str, str]) -> None:
    anchors = {
        path: {element.attributes["id"] for element in Elements(page).having("id")}
        for path, page in files.items()
    }
    for path in (path for path in files if re.match(r"docs/.*\.md", path)):
        here = path.removesuffix("index.md") if path.endswith("/index.md") else f"{path[:-3]}/"
        for element in on_page(files, path).having("href"):
            link, _, fragment = element.attributes["href"].partition("#")
            if re.match("(https|tel):", link) or element.tag == "use":
                continue
            assert not link.startswith("/")
            target = normpath(here + link) if link else path
            shared = target.replace("docs/", "site/", 1)
            places = (target, f"{target}.md", f"{target}/index.md", f"{target}/index.html", shared)
            if shared.startswith("site/schemas/"):
                assert (SCHEMAS / shared.removeprefix("site/schemas/")).is_file()
                continue
            found = next(f for f in places if f in files)
            assert not fragment or fragment in anchors[found], (path, element)


def test_links_to_other_sites_keep_their_hands_off_this_one(files: dict[str, str]) -> None:
    outside = [
        e for e in on_page(files, ISSUE).all if e.attributes.get("href", "").startswith("http")
    ]
    assert outside
    assert all("noopener" in element.attributes["rel"].split() for element in outside)


def test_the_entrance_has_a_link_to_every_language_and_no_script(files: dict[str, str]) -> None:
    elements = Elements(files["site/index.html"])
    links = [e.attributes["href"] for e in elements.all if e.tag == "a"]
    assert links == ["zh/", "en/"]
    assert not any(e.tag == "script" or "http-equiv" in e.attributes for e in elements.all)


def test_the_same_project_gives_the_same_files(files: dict[str, str]) -> None:
    assert pages(small_project(), small_guides()) == files


# ---- Words ----


def test_templates_use_the_needed_words_and_no_others() -> None:
    sources = [
        *TEMPLATES.rglob("*.html"),
        *TEMPLATES.parents[1].glob("generator/render/pages/*.py"),
    ]
    used, beginnings, in_modules = set(), set(), set()
    for source in sources:
        beginnings |= set(re.findall(r'\bw\("([a-z0-9-]+-)" ~', source.read_text("utf-8")))
        used |= set(
            re.findall(r'\b(?:w|words)(?:\.count)?\("([a-z0-9-]+)"[,)]', source.read_text("utf-8"))
        )
    for module in TEMPLATES.parent.glob("tools/**/*.js"):
        in_modules |= set(re.findall(r'"([a-z]+(?:-[a-z0-9]+)+)"', module.read_text("utf-8")))
        beginnings |= set(re.findall(r"`([a-z-]+-)\$\{", module.read_text("utf-8")))
    for word in {
        key for key in NEEDED if not re.match(r"step-|month-|date$|guide-left|.*-traditional$", key)
    }:
        shown = word in used | in_modules or word.startswith(tuple(beginnings))
        assert shown or (word.endswith(("-title", "-summary")) and word in TOOL_WORDS), word
    assert used <= set(NEEDED) | {"guide-left", "guide-left-exact"}


def test_the_shipped_words_have_every_needed_one() -> None:
    words = yaml.safe_load((ROOT / "content" / "words.yml").read_text("utf-8"))["words"]
    assert [key for key in NEEDED if key not in words] == []


def test_a_word_for_exactly_one_serves_where_there_is_one() -> None:
    words = Words({"n": "[value] many", "n-one": "[value] single", "m": "[value] either"})
    assert [words.count("n", 2), words.count("n", 1)] == ["2 many", "1 single"]
    assert words.count("m", 1) == "1 either"


def test_the_home_page_shows_the_commonest_issues_with_their_pictures() -> None:
    home = on_page(pages(small_project(), small_guides()), "docs/zh/index.md")
    tiles = [e for e in home.having("href") if e.attributes.get("class") == "tile"]
    assert [tile.attributes["href"] for tile in tiles] == ["issues/payout-late/"]
    drawings = [e.attributes["href"] for e in home.having("href") if e.tag == "use"]
    assert drawings == ["assets/pictures.svg#withdrawal"]


def test_every_picture_is_drawn() -> None:
    drawn = (TEMPLATES.parent / "theme" / "assets" / "pictures.svg").read_text("utf-8")
    assert set(re.findall(r'<symbol id="([^"]+)"', drawn)) == set(get_args(Picture))


def test_every_step_of_an_answer_can_be_ticked() -> None:
    answer = on_page(pages(small_project(), small_guides()), "docs/zh/answers/wait.md")
    boxes = [e for e in answer.all if e.attributes.get("type") == "checkbox"]
    assert len(boxes) == 2
