"""The pages of the tools: what stands there without scripts, and what modules find there."""

import json
from dataclasses import replace

from generator.render.pages import pages
from generator.render.pages.chooser import merit_of
from generator.render.pages.tool_words import SAID
from generator.render.tool_modules import MODULES, tool_modules
from generator.resolve import Project
from generator.resolve.parameters import in_words
from tests.unit.small_project import BILL, NASTY, small_guides, small_project
from tests.unit.test_pages import Elements, body


def page(name: str, project: Project | None = None) -> Elements:
    files = pages(project or small_project(), small_guides())
    return Elements(body(files[f"docs/zh/tools/{name}.md"]))


def found(elements: Elements, attribute: str) -> list[str]:
    return [each.attributes[attribute] or "" for each in elements.having(attribute)]


def test_every_tool_has_a_module_and_every_module_a_tool() -> None:
    published = tool_modules(small_project(), {})
    assert set(published) == {f"site/tools/{name}.js" for name in SAID}
    assert {path.stem for path in MODULES.glob("*.js")} == set(SAID)


def test_a_page_names_its_module() -> None:
    files = pages(small_project(), small_guides())
    for name in SAID:
        assert f'module: "tools/{name}.js?v=' in files[f"docs/zh/tools/{name}.md"]


def test_words_survive_the_way_into_a_page_whatever_they_hold() -> None:
    project = small_project(NASTY)
    words = {**project.editions["zh"].words, "tools-failed": NASTY}
    editions = {**project.editions, "zh": replace(project.editions["zh"], words=words)}
    told = found(page("arrival", replace(project, editions=editions)), "data-words")
    assert json.loads(told[0])["tools-failed"] == NASTY


def test_a_letter_finds_every_text_in_both_languages() -> None:
    writer = page("complaint-writer")
    frames = json.loads(found(writer, "data-frames")[0])
    assert frames["zh"].keys() == frames["en"].keys()
    assert all(json.loads(told).keys() == {"zh", "en"} for told in found(writer, "data-told"))


def test_evidence_that_two_answers_ask_for_stands_once() -> None:
    boxes = [
        each for each in page("evidence").having("type") if each.attributes["type"] == "checkbox"
    ]
    assert len(boxes) == 1


def test_gaps_stand_by_what_they_cost() -> None:
    assert found(page("check-up"), "data-advice") == ["last", "first"]


def test_examples_of_a_fee_are_reckoned() -> None:
    amounts = small_project().editions["zh"].toolkit
    assert amounts is not None
    value = in_words(
        str(BILL.value(amounts.fee.cases[0])), "CNY", {"unit-cny": "zh unit-cny [value]"}
    )
    files = pages(small_project(), small_guides())
    assert value in files["docs/zh/tools/fee.md"]


def test_a_project_without_a_toolkit_has_no_tools_but_its_chooser() -> None:
    project = small_project()
    bare = {locale: replace(each, toolkit=None) for locale, each in project.editions.items()}
    files = pages(replace(project, editions=bare), small_guides())
    assert [path for path in files if path.startswith("docs/zh/tools")] == [
        "docs/zh/tools/wallet-chooser.md"
    ]


def test_weights_of_nothing_come_to_no_merit() -> None:
    assert merit_of({"safety": 0}, {"safety": 3}) is None
    assert merit_of({"safety": 1, "fees": 1}, {"safety": 3, "fees": 0}) == 50
