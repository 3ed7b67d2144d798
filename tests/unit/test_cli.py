"""The command line, as people and programs use it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.build_date import date_of_build
from generator.cli import main
from generator.pipeline import compile_project
from generator.problems import CODES
from generator.resolve.entities import Edition
from generator.schema import EditionLocale, Locale
from tests.conftest import ROOT

DAY = "2026-11-23"


def run(*arguments: str, entered: str = "") -> Result:
    result = CliRunner().invoke(main, arguments, input=entered)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped content and rules that a test may spoil."""
    for folder in ("content", "rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_check_of_the_shipped_content_finds_nothing_and_says_what_is_proved() -> None:
    result = run("check", "--root", str(ROOT), "--as-of", DAY)
    assert result.exit_code == 0, result.output
    assert "withdrawal-not-arrived: optimal" in result.output
    assert "warning" not in result.output


def test_a_slip_gives_exit_1_its_place_and_a_suggestion(copy: Path) -> None:
    spoil(copy / "rules/triage.yml", "answer: stop-the-loss", "answer: stop-the-los")
    result = run("check", "--root", str(copy), "--as-of", DAY)
    assert result.exit_code == 1
    assert "rules/triage.yml:" in result.output
    assert 'Did you mean "stop-the-loss"?' in result.output


@pytest.mark.parametrize("key", ["home-question", "ask-prompt", "unit-cny"])
def test_a_word_that_pages_or_the_terminal_need_is_missed_by_name(copy: Path, key: str) -> None:
    words = copy / "content/words.yml"
    lines = words.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"  {key}:")]
    assert len(kept) == len(lines) - 1
    words.write_text("".join(kept), encoding="utf-8")
    result = run("check", "--root", str(copy), "--as-of", DAY)
    assert result.exit_code == 1
    assert f'R301 error: The word "{key}" is missing.' in result.output


def test_problems_as_json_name_file_line_and_column(copy: Path) -> None:
    spoil(copy / "content/brand.yml", "tagline:", "tagline: [")
    result = run("check", "--root", str(copy), "--as-of", DAY, "--format", "json")
    assert result.exit_code == 1
    (problem, *_) = json.loads(result.output)
    assert problem["file"] == "content/brand.yml"
    assert problem["line"] > 1
    assert problem["code"] == "Y102"


def test_problems_for_pull_requests_are_annotations(copy: Path) -> None:
    spoil(copy / "content/brand.yml", "tagline:", "tag_line:")
    result = run("check", "--root", str(copy), "--as-of", DAY, "--format", "github")
    assert result.exit_code == 1
    assert result.output.startswith("::error file=content/brand.yml,line=")


def test_json_of_a_good_project_is_an_empty_list() -> None:
    result = run("check", "--root", str(ROOT), "--as-of", DAY, "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.output) == []


def test_output_that_is_not_a_terminal_has_no_colours_and_no_progress() -> None:
    result = run("check", "--root", str(ROOT), "--as-of", DAY)
    assert "\x1b" not in result.output
    assert result.stderr == ""


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_is_explained(code: str) -> None:
    result = run("explain", code.lower())
    assert result.exit_code == 0
    assert CODES[code].explanation in result.output


def test_an_unknown_code_is_a_usage_error() -> None:
    assert run("explain", "R3O1").exit_code == 2


def test_a_project_without_commits_needs_a_date(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    result = run("check", "--root", str(tmp_path))
    assert result.exit_code == 2
    assert "--as-of" in result.stderr


def test_the_date_of_a_build_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert date_of_build(tmp_path, None).isoformat() == "2026-01-01"


@pytest.mark.parametrize("epoch", ["abc", "-1e3", "9" * 20, "9" * 5000, "²"])
def test_a_date_of_a_build_that_is_none_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert run("check", "--root", str(tmp_path)).exit_code == 2


def plain_process(*arguments: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with the streams that it is given."""
    words = [sys.executable, "-m", "generator.cli", *arguments]
    return subprocess.run(words, cwd=ROOT, check=False, **how)


def test_ask_speaks_chinese_to_a_terminal_that_is_set_to_ascii() -> None:
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
    asked = plain_process(
        "ask", "--as-of", DAY, input=b"1\n", capture_output=True, env=surroundings
    )
    assert asked.returncode == 0, asked.stderr
    assert title("zh", "stop-scam") in asked.stdout.decode()


def test_output_for_which_there_is_no_room_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        told = plain_process("explain", "G401", stdout=full, stderr=subprocess.PIPE)
    assert told.returncode == 2
    assert told.stderr.count(b"\n") == 1


def walk(entered: str, *arguments: str) -> str:
    result = run(
        "ask", *arguments, "--root", str(ROOT), "--as-of", DAY, "--today", DAY, entered=entered
    )
    assert result.exit_code == 0, result.output
    return result.output


@cache
def editions() -> Mapping[EditionLocale, Edition]:
    project = compile_project(ROOT, date_of_build(ROOT, None)).project
    assert project is not None
    return project.editions


def title(locale: Locale, answer: str) -> str:
    return editions()[locale].answers[answer].title.plain


def left(locale: Locale, *counts: int) -> str:
    text = editions()[locale].words["ask-remaining"]
    for count in counts:
        text = text.replace("[value]", str(count), 1)
    return text


def test_ask_leads_to_an_answer_says_why_and_how_many_questions_are_left() -> None:
    output = walk("guided\nw\nq\n")
    assert title("zh", "stop-scam") in output
    assert "someone-gives-orders" in output
    assert left("zh", 1, 3) in output


def test_ask_goes_back_to_the_question_before() -> None:
    output = walk("guided\nb\npay-first\nq\n")
    assert title("zh", "stop-scam") in output
    assert title("zh", "pay-to-withdraw-scam") in output


def test_ask_follows_a_jump_without_asking_twice() -> None:
    output = walk("no\nnot-arrived\nwithdrawal\nc\nno\nq\n", "--locale", "en")
    first, _, second = output.partition(title("en", "open-withdrawal-guide"))
    question = editions()["en"].guides["triage"].questions["scam-now"].text.plain
    assert question in first
    assert question not in second


def test_ask_takes_dates_and_amounts() -> None:
    replies = "no\nno\nprocessing\nown-ok\n2026-11-18\nq\n"
    assert title("zh", "wait-until-due") in walk(replies, "withdrawal-not-arrived")
    replies = "no\nno\nshort\nnot-yet\n1000.01\nq\n"
    assert title("zh", "short-check-fee") in walk(replies, "withdrawal-not-arrived")


def test_ask_works_a_reply_out_from_amounts() -> None:
    replies = "no\nwithdrawal\nyes\n=\n3000\n1000\n{}\nno\nnot-yet\nq\n"
    assert title("zh", "fee-as-published") in walk(replies.format(2), "fee-dispute")
    assert title("zh", "fee-too-high") in walk(replies.format("2.01"), "fee-dispute")


def test_ask_tells_a_choice_from_a_figure_where_figures_are_typed() -> None:
    replies = "no\nwithdrawal\nyes\n{}\nno\nnot-yet\nq\n"
    assert title("zh", "fee-as-published") in walk(replies.format("#1"), "fee-dispute")
    assert title("zh", "fee-too-high") in walk(replies.format("1"), "fee-dispute")


def test_ask_refuses_what_is_no_reply_and_asks_again() -> None:
    output = walk("ninety-nine\nguided\nq\n")
    assert "ninety-nine" in output
    assert title("zh", "stop-scam") in output


def test_ask_ends_quietly_when_its_input_ends() -> None:
    walk("no\n")


def test_ask_suggests_the_guide_that_was_meant() -> None:
    result = run("ask", "triag", "--root", str(ROOT), "--as-of", DAY)
    assert result.exit_code == 2
    assert "triage" in result.output


def why(*arguments: str) -> Result:
    return run("why", *arguments, "--root", str(ROOT), "--as-of", DAY, "--today", DAY)


def test_why_tells_rule_deciding_replies_and_every_other_answer() -> None:
    result = why("withdrawal-not-arrived", "scam-now=guided", "--format", "json")
    assert result.exit_code == 0, result.output
    data = json.loads(result.output)
    assert data["answer"] == "stop-scam"
    assert [reason["rule"] for reason in data["because"]] == ["someone-gives-orders"]
    assert data["decided_by"] == {"scam-now": "guided"}
    assert data["changes"]["pay-to-withdraw-scam"]["changed"] == {"scam-now": "pay-first"}
    text = why("withdrawal-not-arrived", "scam-now=guided").output
    assert title("zh", "stop-scam") in text
    assert title("zh", "wait-until-due") in text


def test_reasons_are_not_told_to_pull_requests() -> None:
    result = why("withdrawal-not-arrived", "scam-now=guided", "--format", "github")
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("replies", "told"),
    [
        (["scam-now=gided"], "gided"),
        (["scm-now=guided"], "scam-now"),
        (["scam-now=no"], "more"),
        (["guided"], "question=option"),
    ],
)
def test_why_says_what_is_wrong_with_replies(replies: list[str], told: str) -> None:
    result = why("withdrawal-not-arrived", *replies)
    assert result.exit_code == 2
    assert told in result.output
