"""`helpcenter coverage`: subjects, their places, and places that do not hold any more."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.schema import load
from generator.source import read_source
from generator.wording.subjects import misplaced
from tests.conftest import ROOT
from tests.golden.cases import catalogue_of, good_project
from tests.unit.small_folder import small_folder

COVERAGE = "content/coverage.yml"
ARTICLE = """\
id: limits
owner: team
review_by: 2027-03-31
group: basics
title: {zh: 限额, en: Limits}
summary: {zh: 限额说明。, en: About limits.}
sections:
  - id: daily
    title: {zh: 每天, en: Daily}
    text: {zh: "**每天**都算。", en: Every day counts.}
  - id: yearly
    title: {zh: 每年, en: Yearly}
    text: {zh: 按年算。, en: By the year.}
"""


def subject(places: str) -> str:
    return f"subjects:\n  cause-limit:\n    title: {{zh: 超限, en: Over}}\n    type: cause\n    places: {places}\n"


def found(places: str) -> list[tuple[str, str]]:
    """Codes and places of what is wrong with one subject."""
    files = {**good_project(), "content/articles/limits.yml": ARTICLE, COVERAGE: subject(places)}
    return [(p.code, str(p.place)) for p in misplaced(catalogue_of(files))]


@pytest.mark.parametrize(
    "places",
    [
        "[{entry: answers/wait}]",
        "[{entry: answers/wait, zh: 不要重复提现, en: do not withdraw}]",
        "[{entry: issues/payout-late, zh: 提现不到账}]",
        "[{entry: articles/limits#daily, zh: 每天都算}]",
        "[{entry: words/unit-cny}, {entry: parameters/window}, {entry: brand}, {entry: rules/start}]",
    ],
)
def test_a_place_that_holds_is_not_told(places: str) -> None:
    assert found(places) == []


@pytest.mark.parametrize(
    ("places", "code", "place"),
    [
        ("[]", "W514", "content/coverage.yml:2:3"),
        ("[{entry: answers/wiat}]", "W515", "content/coverage.yml:5:22"),
        ("[{entry: articles/limits#monthly}]", "W515", "content/coverage.yml:5:22"),
        ("[{entry: answers/wait, zh: 没有的话}]", "W515", "content/coverage.yml:5:40"),
        ("[{entry: articles/limits#yearly, zh: 每天都算}]", "W515", "content/coverage.yml:5:50"),
        ("[{entry: answers/wait, en: never said}]", "W515", "content/coverage.yml:5:40"),
    ],
)
def test_a_place_that_does_not_hold_is_told_where_it_is_named(
    places: str, code: str, place: str
) -> None:
    assert found(places) == [(code, place)]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_folder(tmp_path)


def coverage(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["coverage", "--root", str(root), *arguments])


def test_covered_subjects_end_well_and_are_told_with_their_places(root: Path) -> None:
    (root / COVERAGE).write_text(subject("[{entry: answers/wait}]"), "utf-8")
    result = coverage(root)
    assert result.exit_code == 0
    assert "cause-limit: answers/wait" in result.output


def test_a_subject_without_a_place_ends_with_one(root: Path) -> None:
    (root / COVERAGE).write_text(subject("[]"), "utf-8")
    assert coverage(root).exit_code == 1


def test_programs_are_told_of_subjects_and_problems(root: Path) -> None:
    (root / COVERAGE).write_text(subject("[{entry: answers/wiat, zh: 等}]"), "utf-8")
    result = coverage(root, "--format", "json")
    data = json.loads(result.output)
    assert result.exit_code == 1
    assert data["subjects"]["cause-limit"]["places"] == [{"entry": "answers/wiat", "zh": "等"}]
    assert [problem["code"] for problem in data["problems"]] == ["W515"]


def test_a_project_that_lists_nothing_is_no_usage(root: Path) -> None:
    assert coverage(root).exit_code == 2


def test_check_does_not_speak_of_subjects(root: Path) -> None:
    (root / COVERAGE).write_text(subject("[]"), "utf-8")
    result = CliRunner().invoke(main, ["check", "--root", str(root), "--as-of", "2026-06-15"])
    assert result.exit_code == 0
    assert "W514" not in result.output


def test_the_shipped_project_covers_all_its_subjects() -> None:
    catalogue, _ = load(read_source(ROOT)[0])
    assert catalogue is not None
    assert len(catalogue.subjects) == 232
    assert list(misplaced(catalogue)) == []
