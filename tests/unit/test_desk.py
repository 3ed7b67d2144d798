"""The files of the agents' desk."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from generator.desk import NEEDED, render_desk
from generator.desk.data import desk_json
from generator.desk.relevance import relevance
from generator.desk.replies import replies_json
from generator.desk.words import SHARED
from generator.pipeline import Compiled
from generator.render.player import TEMPLATES
from generator.resolve import Logic, Project
from generator.schema import LOCALES
from generator.schema.text import Locale

MODULES = sorted((TEMPLATES / "desk").glob("*.js"))
WORD = re.compile(r'word\((?:\w+ \? )?"([a-z0-9-]+)"')
MADE = (
    "own-",
    "column-",
    "masked-",
    "standing-",
    "record-",
    "language-",
    "answer-",
    "step-",
    "keys-",
)
"""Beginnings of words whose ends are data."""


@pytest.fixture(scope="module")
def project(shipped: Compiled) -> Project:
    assert shipped.project is not None
    return shipped.project


@pytest.fixture(scope="module")
def files(shipped: Compiled, project: Project) -> Mapping[str, str]:
    return render_desk(project, shipped.guides)


def test_each_locale_has_a_page_and_the_three_files_that_it_loads(files: Mapping[str, str]) -> None:
    for locale in LOCALES:
        html = files[f"{locale}/desk/index.html"]
        loaded = re.findall(r'(?:href|src|data-\w+)="\.\./\.\./(desk/[^"?]+)\?v=', html)
        assert len(loaded) == 6
        assert set(loaded) <= files.keys()


def test_no_page_holds_scripts_or_styles_of_its_own(files: Mapping[str, str]) -> None:
    for path, text in files.items():
        if path.endswith(".html"):
            assert not re.search(r"<style|style=|<script(?![^>]* src=)|\son\w+=", text)


def test_the_public_site_has_no_file_of_the_desk(
    shipped_files: Mapping[str, str], project: Project, files: Mapping[str, str]
) -> None:
    assert not {path for path in shipped_files if path.removeprefix("site/") in files}
    own = {text for edition in project.agents.values() for text in edition.words.values()}
    long = {text for text in own if len(text) > 30}
    everything = "\n".join(shipped_files.values())
    assert [text for text in long if text in everything] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guides_are_those_that_are_published_and_whole(
    shipped_files: Mapping[str, str], files: Mapping[str, str], locale: Locale
) -> None:
    guides = json.loads(files[f"desk/guides.{locale}.json"])["guides"]
    bundle = json.loads(shipped_files[f"site/guides/{locale}.bundle.json"])
    assert guides == bundle["guides"]


def test_every_word_that_the_modules_show_is_there(project: Project) -> None:
    shown = {key for module in MODULES for key in WORD.findall(module.read_text("utf-8"))}
    for locale in LOCALES:
        words: Any = desk_json(project, locale)["words"]
        assert shown - words.keys() == set()


def test_no_word_of_the_desk_is_shown_nowhere() -> None:
    texts = "\n".join(
        path.read_text("utf-8") for path in (*MODULES, TEMPLATES / "desk" / "desk.html")
    )
    words = {*NEEDED, *SHARED}
    unused = {word for word in words if f'"{word}"' not in texts and not word.startswith(MADE)}
    assert {word for word in unused if not word.endswith("-one")} == set()


def test_every_answer_of_a_guide_is_a_reply_in_both_languages_with_nothing_to_fill_in(
    shipped: Compiled, project: Project
) -> None:
    replies: Any = replies_json(project, shipped.guides)
    assert len(replies["answers"]) > 200
    for name, texts in replies["answers"].items():
        for locale in LOCALES:
            text = texts[locale].replace("[[advice]]", "").replace("[[day]]", "")
            assert text
            assert not set("[]{}") & set(text), name
            assert bool(re.search("[一-鿿]", re.sub("“[^”]*”", "", text))) == (locale == "zh"), name


def test_every_word_that_is_needed_is_written(project: Project) -> None:
    for edition in project.agents.values():
        assert set(NEEDED) - edition.words.keys() == set()


def test_a_condition_names_replies_and_no_derived_fact(project: Project) -> None:
    for logic in project.guides.values():
        offered = {v.question: set(v.options) for v in logic.variables}
        for condition in relevance(logic).values():
            for question, options in looks(condition):
                assert options <= offered[question]


def test_only_questions_that_may_be_left_out_have_a_condition(project: Project) -> None:
    def left_out(logic: Logic) -> set[str]:
        pairs = zip(logic.variables, logic.relevance, strict=True)
        return {variable.question for variable, formula in pairs if formula is not None}

    for logic in project.guides.values():
        assert relevance(logic).keys() == left_out(logic)
    assert any(left_out(logic) for logic in project.guides.values())


def looks(condition: Any) -> Iterator[tuple[str, set[str]]]:
    """Every look at a reply inside a condition."""
    if "question" in condition:
        yield condition["question"], set(condition["options"])
    for part in (*condition.get("all", ()), *condition.get("any", ())):
        yield from looks(part)
    if "not" in condition:
        yield from looks(condition["not"])
