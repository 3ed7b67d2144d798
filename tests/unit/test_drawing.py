"""Drawings of guides: nothing lost, nothing let out of its text, nothing over its edge."""

import re
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.guide import Guide, Leaf, PlanRecord, Question
from generator.pipeline import Compiled
from generator.render.drawing import mermaid, svg
from generator.render.drawing.chart import chart
from generator.render.drawing.layout import Box, layout
from generator.render.drawing.lines import width, wrapped
from generator.render.drawing.rows import CARD, sheets
from generator.schema import LOCALES, Locale
from tests.conftest import ROOT
from tests.unit.small_project import NASTY, small_guides, small_project

SVG = "{http://www.w3.org/2000/svg}"
GUIDES = ("triage", "withdrawal-not-arrived")


def parsed(drawing: str) -> Element:
    return fromstring(drawing)  # noqa: S314 - our own drawing


def nasty(name: str) -> tuple[str, str]:
    edition = small_project(f'1. {NASTY} "q" ]) --> x').editions["zh"]
    guide = small_guides()[name].guide
    return mermaid(guide, edition), svg(guide, edition)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", GUIDES)
def test_every_node_and_option_is_in_both_drawings(
    shipped: Compiled, name: str, locale: Locale
) -> None:
    assert shipped.project is not None
    guide, edition = shipped.guides[name].guide, shipped.project.editions[locale]
    drawn, picture = mermaid(guide, edition), svg(guide, edition)
    seen = "".join(text.text or "" for text in parsed(picture).iter(f"{SVG}text")).replace(" ", "")
    for at, node in guide.nodes.items():
        assert f"\n  {at}[" in drawn or f"\n  {at}(" in drawn
        assert f"{at}·" in seen
        if isinstance(node, Question):
            words = edition.guides[name].questions[node.question]
            for option in node.children:
                label = words.options[option].label.plain
                assert re.sub(r"\s", "", label) in re.sub(r"\s", "", seen)


def test_options_that_lead_to_one_node_share_an_edge() -> None:
    edition = small_project().editions["zh"]
    drawn = chart(small_guides()["triage"].guide, edition)
    assert [len(arrow.labels) for arrow in drawn.cards["q1"].arrows] == [1, 2]
    edges = re.findall(r"q1 -->", mermaid(small_guides()["triage"].guide, edition))
    assert len(edges) == 2


def test_equal_guides_are_drawn_in_equal_bytes(shipped: Compiled) -> None:
    assert shipped.project is not None
    guide, edition = shipped.guides["triage"].guide, shipped.project.editions["zh"]
    assert svg(guide, edition) == svg(guide, edition)
    assert mermaid(guide, edition) == mermaid(guide, edition)


def test_no_text_is_markup_in_mermaid() -> None:
    for line in nasty("payout")[0].splitlines():
        quoted = re.findall(r'"([^"]*)"', line)
        assert line.count('"') == 2 * len(quoted)
        for text in quoted:
            rest = re.sub(r"#\d+;|<br>", "", text)
            assert not re.search(r"[\[\](){}<>|`*_#&\\.;]", rest)


def test_no_text_is_markup_in_svg() -> None:
    picture = parsed(nasty("payout")[1])
    names = {element.tag.removeprefix(SVG) for element in picture.iter()}
    assert names <= {"svg", "title", "style", "defs", "marker", "path", "rect", "text", "g"}
    assert NASTY.split()[-1] in "".join(picture.itertext())


def test_a_picture_asks_for_nothing_and_runs_nothing() -> None:
    drawing = nasty("payout")[1]
    style = next(parsed(drawing).iter(f"{SVG}style")).text or ""
    assert "url(" not in style
    assert "@import" not in style
    assert set(re.findall(r' (?:href|src|on\w+)="', drawing)) == set()
    assert re.findall(r"https?://[^\"]+", drawing)[:1] == ["http://www.w3.org/2000/svg"]


def test_cards_lines_and_the_picture_are_named_for_those_who_hear_it() -> None:
    picture = parsed(nasty("payout")[1])
    named = [picture, *picture.iter(f"{SVG}g")]
    named += [path for path in picture.iter(f"{SVG}path") if path.get("class") == "edge"]
    assert len(named) > 4
    assert all(element.find(f"{SVG}title") is not None for element in named)


def test_a_guide_that_asks_nothing_is_its_answer() -> None:
    record = PlanRecord(
        method="optimal", expected_questions=0, expected_cost=0, lower_bound=0, states=0
    )
    leaf = Leaf(answer="ask", advice=("first",), because=("otherwise",))
    guide = Guide(id="triage", start="a1", nodes={"a1": leaf}, plan=record)
    edition = small_project("静").editions["zh"]
    assert "a1([" in mermaid(guide, edition)
    assert "a1 · ask" in "".join(parsed(svg(guide, edition)).itertext())


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", GUIDES)
def test_no_two_cards_overlap_and_no_line_of_text_leaves_its_card(
    shipped: Compiled, name: str, locale: Locale
) -> None:
    assert shipped.project is not None
    drawn = chart(shipped.guides[name].guide, shipped.project.editions[locale])
    made = sheets(drawn)
    boxes = {
        at: Box(
            height=sheet.height,
            entry=28,
            ports={row.to: row.middle for row in sheet.rows if row.to in drawn.cards},
        )
        for at, sheet in made.items()
    }
    placed = layout(boxes, 20)
    for one, other in combinations(boxes, 2):
        if placed.layers[one] == placed.layers[other]:
            upper, lower = sorted((one, other), key=placed.tops.__getitem__)
            assert placed.tops[upper] + boxes[upper].height < placed.tops[lower]
    for sheet in made.values():
        for text in (*sheet.texts, *(text for row in sheet.rows for text in row.texts)):
            small = text.style in {"id", "advice", "onward"}
            across = width(text.words) * (12 if small else 14)
            assert text.style == "onward" or text.x + across <= CARD
            assert text.y < sheet.height


def test_lines_lead_forward_and_long_ones_pass_between_the_boxes() -> None:
    boxes = {
        "a": Box(height=90, entry=10, ports={"b": 30, "d": 60}),
        "b": Box(height=40, entry=10, ports={"c": 20}),
        "c": Box(height=200, entry=10, ports={"d": 20}),
        "d": Box(height=40, entry=10, ports={}),
    }
    placed = layout(boxes, 20)
    assert dict(placed.layers) == {"a": 0, "b": 1, "c": 2, "d": 3}
    _, *points, _ = placed.routes["a", "d"]
    for point, box in zip(points, ("b", "c"), strict=True):
        top = placed.tops[box]
        assert not top - 10 < point < top + boxes[box].height + 10
    assert min(placed.tops.values()) >= 0
    assert placed.height >= max(placed.tops[at] + box.height for at, box in boxes.items())


def test_lines_that_need_not_cross_do_not() -> None:
    boxes = {
        "a": Box(height=90, entry=10, ports={"x": 30, "y": 60}),
        "y": Box(height=40, entry=10, ports={"z": 20}),
        "x": Box(height=40, entry=10, ports={"w": 20}),
        "z": Box(height=40, entry=10, ports={}),
        "w": Box(height=40, entry=10, ports={}),
    }
    tops = layout(boxes, 20).tops
    assert tops["x"] < tops["y"]
    assert tops["w"] < tops["z"]


@pytest.mark.parametrize(
    "text",
    [
        "这笔提现是哪天提交的？请看“账单”里的时间，别猜。",
        "Does the wallet say that your account is frozen or restricted?",
        "手机卡（SIM 卡）还在您手上，或者已经停机了吗？",
        "a-word-that-is-very-long-and-has-no-space-in-it-anywhere",
        "",
    ],
)
@pytest.mark.parametrize("most", [6, 10, 20])
def test_wrapped_lines_are_short_enough_and_lose_nothing(text: str, most: int) -> None:
    lines = wrapped(text, most)
    assert all(width(line) <= most + 1 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for before, after in pairwise(lines):
        assert not after.startswith(("，", "。", "？", "”", "）"))
        assert not before.endswith(("（", "“"))


def test_chinese_is_as_wide_as_it_is_high_and_latin_is_narrower() -> None:
    assert width("提现") == 2
    assert width("“”") == 2
    assert 0.3 < width("il") < width("ab") < width("MW") < 2


def graph(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(
        main, ["graph", *arguments, "--root", str(ROOT), "--as-of", "2026-11-23"]
    )
    return result.exit_code, result.output


def test_graph_draws_to_the_terminal_and_to_a_file_alike(tmp_path: Path) -> None:
    code, drawn = graph("triage", "--format", "svg", "--locale", "en")
    file = tmp_path / "triage.svg"
    assert graph("triage", "--format", "svg", "--locale", "en", "--output", str(file)) == (0, "")
    assert (code, file.read_text("utf-8")) == (0, drawn)
    assert [path.name for path in tmp_path.iterdir()] == ["triage.svg"]


def test_graph_is_mermaid_in_chinese_by_default(shipped: Compiled) -> None:
    assert shipped.project is not None
    code, drawn = graph("triage")
    assert code == 0
    assert drawn == mermaid(shipped.guides["triage"].guide, shipped.project.editions["zh"])


@pytest.mark.parametrize("arguments", [("triag",), ("triage", "--format", "github")])
def test_graph_refuses_what_it_does_not_know(arguments: tuple[str, ...]) -> None:
    assert graph(*arguments)[0] == 2


def test_graph_says_where_it_cannot_write(tmp_path: Path) -> None:
    code, output = graph("triage", "--output", str(tmp_path / "none/triage.mmd"))
    assert code == 2
    assert "triage.mmd cannot be written" in output
