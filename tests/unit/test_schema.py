"""Authored files and the models that they fit or do not fit."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.problems import Problem
from generator.schema import Catalogue, load
from generator.schema.mistakes import shown
from generator.schema.text import Day, Figure, Id, OptionId, Whole
from generator.schema.walk import walk_texts
from generator.source import Source, read_yaml
from tests.golden.cases import changed, good_project, laid_over

ANSWER = "content/answers/wait.yml"


def loaded(files: dict[str, str]) -> tuple[Catalogue | None, list[Problem]]:
    read = [read_yaml(text.encode(), name) for name, text in sorted(files.items())]
    documents = tuple(document for document, _ in read if document is not None)
    return load(Source(Path(), documents, tuple(sorted(files))))


def catalogue(files: dict[str, str]) -> Catalogue:
    found, _ = loaded(files)
    assert found is not None
    return found


@pytest.mark.parametrize("text", ["0", "12", "-0.5", "1000.000000001", "9" * 15])
def test_a_figure_is_plain_digits(text: str) -> None:
    assert TypeAdapter(Figure).validate_python(text) == Decimal(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1e3",
        "1e999999",
        "NaN",
        "-Infinity",
        "1_000",
        "1,000",
        "１２",
        "1.",
        ".5",
        "+1",
        "9" * 16,
    ],
)
def test_whatever_else_python_takes_for_a_number_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Figure).validate_python(text)


def test_a_day_is_year_month_and_day() -> None:
    assert TypeAdapter(Day).validate_python("2026-02-28") == date(2026, 2, 28)


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "20260228", "2026-2-28", "0", "1700000000", "9999-12-31", "0001-01-01", "today"],
)
def test_a_day_that_is_none_or_of_no_use_is_refused(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(text)


@pytest.mark.parametrize("text", ["-1", "1.0", "1_0", "1e3", "１", "9" * 5000])
def test_a_whole_number_is_a_few_plain_digits(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Whole).validate_python(text)


@pytest.mark.parametrize(
    "text",
    ["Wait", "wait_more", "wait--more", "-wait", "1st", "../wait", "等", "a" * 65, "a\n", ""],
)
def test_an_id_is_kebab_case(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Id).validate_python(text)


def test_words_that_plain_yaml_would_convert_are_ids() -> None:
    for word in ("null", "yes", "no", "on", "off", "y", "n"):
        assert TypeAdapter(Id).validate_python(word) == word
        assert TypeAdapter(OptionId).validate_python(word) == word


def test_a_misspelt_key_is_not_told_as_missing_too() -> None:
    _, problems = loaded(changed((ANSWER, "summary:", "sumary:")))
    assert [problem.code for problem in problems] == ["S201"]


def test_entries_that_do_not_fit_are_not_told_as_too_few() -> None:
    _, problems = loaded(changed((ANSWER, "zh: 不要重复提现。, ", "")))
    assert [problem.code for problem in problems] == ["S202"]


def test_steps_and_texts_are_looked_at_even_if_the_file_does_not_fit() -> None:
    steps = (
        "today:\n  - {does: claim, zh: 一, en: <b>One</b>}\n  - {does: report, zh: 二, en: Two}\n"
    )
    text = good_project()[ANSWER]
    before, _, rest = text.partition("today:\n")
    _, problems = loaded(
        laid_over({ANSWER: before + steps + rest[rest.index("avoid:") :] + "x: y\n"})
    )
    assert sorted(problem.code for problem in problems) == ["S201", "S208", "S214"]


def test_what_a_spoilt_file_was_meant_to_define_is_remembered() -> None:
    spoilt = catalogue(
        changed(
            (ANSWER, "summary:", "\tsummary:"),
            ("content/questions/trouble.yml", "text:", "txet:"),
            ("content/parameters/figures.yml", "unit: CNY", "unit: CNX"),
            ("content/sources/practice.yml", "sources:", "sources: ["),
        )
    ).spoilt
    assert spoilt.may_hold("answer", "wait")
    assert spoilt.may_hold("question", "trouble")
    assert spoilt.may_hold("parameter", "window")
    assert spoilt.may_hold("source", "anything")
    assert not spoilt.may_hold("answer", "ask-support")
    assert not spoilt.may_hold("parameter", "anything")


def test_a_file_in_a_wrong_folder_may_hold_an_entry_of_any_kind() -> None:
    files = good_project()
    files["content/anwsers/wait.yml"] = files.pop(ANSWER)
    assert catalogue(files).spoilt.may_hold("answer", "wait")


def test_the_good_project_is_not_spoilt() -> None:
    assert not catalogue(good_project()).spoilt


def test_every_text_of_a_model_is_walked_with_its_path() -> None:
    answer = catalogue(good_project()).answers["wait"].model
    walked = {path: one_line for path, _, one_line in walk_texts(answer)}
    assert walked["title", "zh"] is True
    assert walked["today", 0, "en"] is False
    assert walked["fallback", "text", "zh"] is False


def test_a_value_is_shown_on_one_line_however_long_it_is() -> None:
    assert shown("a\n b") == '"a b"'
    assert len(shown("x" * 10_000)) < 100
    assert (shown([]), shown({}), shown("")) == ("a list", "a map", "nothing")
