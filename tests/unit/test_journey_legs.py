"""Journeys over several guides: which replies are carried, which are dropped, and that it is told."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.pipeline import Compiled, compile_project
from generator.prove.journeys import Astray, Leg, legs, on_guide
from generator.schema.rules import Journey, Journeys
from tests.conftest import ROOT
from tests.golden.cases import AS_OF, good_project

LARGE = """\
  - id: amount
    only_if: {trouble: late}
rules:
  - id: very-large
    when: {trouble: late, amount: {gt: 5000}}
    answer: ask-support
    because: {zh: 金额很大。, en: It is a great deal.}
    sources: [practice]
"""
GONE = """\
rules:
  - id: phone-gone
    when: {trouble: lost}
    answer: freeze-card
    because: {zh: 先止损。, en: Stop the loss first.}
    sources: [practice]
"""
REPLIES = {"trouble": "late", "amount": "5000", "sent-on": "past"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, in which both guides ask `trouble` and `amount`, each in its own way.

    `start` cuts amounts at 5,000 and `payout` at 1,000; `payout` offers no `trouble: late`.
    """
    files = good_project()
    subset = "questions:\n  - id: trouble\n    options: [lost, unsure]\n"
    start, payout = "rules/start.yml", "rules/payout.yml"
    files[start] = files[start].replace("rules:\n", LARGE)
    files[payout] = files[payout].replace("rules:\n", GONE).replace("questions:\n", subset)
    files["content/words.yml"] = (ROOT / "content/words.yml").read_text("utf-8")
    folder = tmp_path_factory.mktemp("two")
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def two(root: Path) -> Compiled:
    compiled = compile_project(root, AS_OF)
    assert compiled.good, compiled.problems
    return compiled


def walked(compiled: Compiled, then: Mapping[str, object]) -> list[Leg]:
    """The legs of a journey from `start` on into `payout`."""
    journey = Journey.model_validate(
        {"name": "some", "replies": REPLIES, "answer": "open-payout", "then": then}
    )
    file = Journeys.model_validate(
        {"guide": "start", "today": AS_OF.isoformat(), "journeys": [journey]}
    )
    assert compiled.project is not None
    return list(legs(compiled.project, compiled.guides, file, journey))


FITTING = {
    "answer": "ask-support",
    "advice": ["keep-proof"],
    "dropped": ["trouble"],
    "replies": {"trouble": "unsure"},
}


def test_each_leg_arrives_in_its_guide(two: Compiled) -> None:
    found = walked(two, FITTING)
    assert [leg.guide for leg in found] == ["start", "payout"]
    for leg in found:
        assert on_guide(two.guides[leg.guide], leg.options, carried=leg.carried) == leg.arrival


def test_an_amount_is_carried_and_falls_into_the_bands_of_the_next_guide(two: Compiled) -> None:
    first, second = walked(two, FITTING)
    assert second.carried == {"amount"}
    assert first.options["amount"] == "lte-5000"
    assert second.options["amount"] == "gt-1000"


def test_what_is_carried_is_not_asked_again(two: Compiled) -> None:
    _, second = walked(two, FITTING)
    sure = {**second.options, "sent-on": "inside"}
    assert on_guide(two.guides["payout"], sure, carried=second.carried).answer == "wait"


def test_a_dropped_reply_gives_way_to_the_one_given_there(two: Compiled) -> None:
    then = {**FITTING, "answer": "freeze-card", "replies": {"trouble": "lost"}}
    _, second = walked(two, then)
    assert second.options["trouble"] == "lost"
    assert "trouble" not in second.carried


def test_a_dropped_reply_that_is_not_given_anew_is_missing(two: Compiled) -> None:
    _, second = walked(two, {**FITTING, "replies": {}})
    assert "trouble" not in second.options
    with pytest.raises(Astray, match="trouble"):
        on_guide(two.guides["payout"], second.options, carried=second.carried)


@pytest.mark.parametrize("told", [[], ["amount"], ["trouble", "amount"]])
def test_a_journey_must_say_what_is_dropped_and_nothing_else(
    two: Compiled, told: list[str]
) -> None:
    with pytest.raises(Astray, match="trouble"):
        walked(two, {**FITTING, "dropped": told})


def test_a_carried_reply_cannot_be_given_anew(two: Compiled) -> None:
    replies = {"trouble": "unsure", "amount": "1"}
    with pytest.raises(Astray, match="amount"):
        walked(two, {**FITTING, "replies": replies})


@pytest.fixture(scope="module")
def presuming(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same project, in which the jump makes known when the payout was sent."""
    folder = tmp_path_factory.mktemp("presuming") / "project"
    shutil.copytree(root, folder)
    answer = folder / "content/answers/open-payout.yml"
    text = answer.read_text("utf-8")
    answer.write_text(text.rstrip() + "\n  replies: {sent-on: inside, amount: gt-1000}\n", "utf-8")
    return folder


def test_what_an_answer_makes_known_is_carried(presuming: Path) -> None:
    compiled = compile_project(presuming, AS_OF)
    journey = {
        "name": "some",
        "replies": {"trouble": "late", "amount": "5"},
        "answer": "open-payout",
    }
    then = {"answer": "wait", "dropped": ["trouble"], "replies": {"trouble": "unsure"}}
    file = Journeys.model_validate(
        {"guide": "start", "today": AS_OF.isoformat(), "journeys": [{**journey, "then": then}]}
    )
    assert compiled.project is not None
    _, second = legs(compiled.project, compiled.guides, file, file.journeys[0])
    assert second.carried == {"amount", "sent-on"}
    # What was replied before holds.
    assert (second.options["sent-on"], second.options["amount"]) == ("inside", "lte-1000")
    found = on_guide(compiled.guides["payout"], second.options, carried=second.carried)
    assert found.answer == "wait"


def test_ask_does_not_ask_what_an_answer_makes_known_and_goes_back_over_it(presuming: Path) -> None:
    day = AS_OF.isoformat()
    arguments = ["ask", "start", "--root", str(presuming), "--as-of", day, "--today", day]
    result = CliRunner().invoke(main, arguments, input="late\n5\nc\nb\n6000\nq\n")
    assert result.exit_code == 0, result.output
    asked = compile_project(presuming, AS_OF).project
    assert asked is not None
    questions = asked.editions["zh"].questions
    assert questions["sent-on"].plain not in result.output
    assert result.output.count(questions["amount"].plain) == 2


def test_an_answer_that_continues_nowhere_has_no_leg_behind_it(two: Compiled) -> None:
    with pytest.raises(Astray, match="ask-support"):
        walked(two, {**FITTING, "then": {"answer": "wait"}})


def test_ask_names_the_reply_that_it_drops(root: Path) -> None:
    day = AS_OF.isoformat()
    arguments = ["ask", "start", "--root", str(root), "--as-of", day, "--today", day]
    result = CliRunner().invoke(main, arguments, input="late\n5\nc\nq\n")
    assert result.exit_code == 0, result.output
    assert "trouble=late" in result.output
