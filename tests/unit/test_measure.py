"""Figures of guides: what journeys come through, and which changes of the rules they notice."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from benchmarks.synthetic import Shape, logic
from generator.cli import main
from generator.diagram import diagram
from generator.measure import Coverage, Figures, Lost, Trial, measure
from generator.measure.mutants import mutants
from generator.measure.trial import trial
from generator.measure.walks import completions
from generator.pipeline import Compiled, compile_project
from generator.schema import Entry, load_journeys
from generator.schema.rules import Journeys, Onward
from tests.conftest import ROOT
from tests.golden.cases import AS_OF, good_project

HEAD = "guide: {guide}\ntoday: 2026-06-15\njourneys:\n"
LOST = "trouble: lost → freeze-card"
PAST_SMALL = "sent-on: past, amount: 5 → ask-support"
SHAPE = Shape(questions=5, rules=8, advice=2, facts=2, relevance=0.5)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    """The small good project, compiled and proved."""
    root = tmp_path_factory.mktemp("small")
    for name, text in good_project().items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    compiled = compile_project(root, AS_OF)
    assert compiled.good, compiled.problems
    return compiled


def journeys(tmp_path: Path, *entries: str, guide: str = "start") -> list[Entry[Journeys]]:
    """A file of journeys through a guide, each entry as `replies → answer + advice`."""
    text = HEAD.format(guide=guide)
    for number, entry in enumerate(entries):
        replies, _, outcome = entry.partition(" → ")
        answer, *advice = outcome.split(" + ")
        text += f"  - name: number {number}\n    replies: {{{replies}}}\n    answer: {answer}\n"
        text += f"    advice: [{', '.join(advice)}]\n"
    (tmp_path / "some.yml").write_text(text, encoding="utf-8")
    entry_read, problems = load_journeys(tmp_path / "some.yml")
    assert entry_read is not None, problems
    return [entry_read]


def measured(
    compiled: Compiled, files: list[Entry[Journeys]]
) -> tuple[dict[str, Figures], list[Lost]]:
    assert compiled.project is not None
    return measure(compiled.project, compiled.guides, files)


def of_start(small: Compiled, tmp_path: Path, *entries: str) -> tuple[Coverage, Trial]:
    figures, lost = measured(small, journeys(tmp_path, *entries))
    assert lost == []
    coverage, tried = figures["start"].coverage, figures["start"].trial
    assert coverage is not None
    assert tried is not None
    return coverage, tried


def test_what_one_journey_comes_through_is_not_missed_and_all_else_is_named(
    small: Compiled, tmp_path: Path
) -> None:
    coverage, _ = of_start(small, tmp_path, LOST)
    assert [each.name for each in coverage.questions] == []
    assert [each.name for each in coverage.options] == ["trouble=late", "trouble=unsure"]
    assert [each.name for each in coverage.rules] == ["money-late", "otherwise"]
    assert [each.name for each in coverage.answers] == ["open-payout", "ask-support"]


def test_advice_and_questions_that_no_journey_comes_through_are_named(
    small: Compiled, tmp_path: Path
) -> None:
    figures, _ = measured(small, journeys(tmp_path, PAST_SMALL, guide="payout"))
    coverage = figures["payout"].coverage
    assert coverage is not None
    assert [each.name for each in coverage.advice] == ["keep-proof"]
    assert coverage.questions == ()


def test_what_is_missed_has_its_place(small: Compiled, tmp_path: Path) -> None:
    missed = of_start(small, tmp_path, LOST)[0].rules[0]
    line = good_project()[missed.place.file].splitlines()[missed.place.line - 1]
    assert missed.name in line


def test_a_journey_on_into_another_guide_counts_there(small: Compiled, tmp_path: Path) -> None:
    (file,) = journeys(tmp_path, "trouble: late, sent-on: past, amount: 5 → open-payout")
    journey = file.model.journeys[0].model_copy(update={"then": Onward(answer="ask-support")})
    model = file.model.model_copy(update={"journeys": (journey,)})
    figures, lost = measured(small, [replace(file, model=model)])
    assert lost == []
    assert (figures["start"].journeys, figures["payout"].journeys) == (1, 1)


def test_a_guide_without_journeys_is_counted_and_not_tried(small: Compiled) -> None:
    figures, _ = measured(small, [])
    assert figures["start"].size.rules == 3
    assert (figures["start"].coverage, figures["start"].trial) == (None, None)


@pytest.mark.parametrize(
    "entry",
    [
        "trouble: lost → wait",
        "trouble: lost → freeze-card + keep-proof",
        "amount: 5 → freeze-card",
        "trouble: verloren → freeze-card",
    ],
)
def test_a_journey_that_does_not_arrive_is_told_and_holds_nothing(
    small: Compiled, tmp_path: Path, entry: str
) -> None:
    figures, lost = measured(small, journeys(tmp_path, entry))
    assert [(each.guide, each.name) for each in lost] == [("start", "number 0")]
    assert figures["start"].journeys == 0


def test_a_journey_notices_that_its_rule_is_gone(small: Compiled, tmp_path: Path) -> None:
    _, tried = of_start(small, tmp_path, LOST)
    dropped = [each.mutant.where for each in tried.survivors if each.mutant.change == "dropped"]
    assert dropped == ["rule money-late"]


def test_the_witness_of_a_survivor_is_the_journey_that_notices_it(
    small: Compiled, tmp_path: Path
) -> None:
    _, before = of_start(small, tmp_path, LOST)
    survivor = next(each for each in before.survivors if each.mutant.change == "dropped")
    assert survivor.result is not None
    replies = ", ".join(f"{question}: {option}" for question, option in survivor.witness)
    _, after = of_start(small, tmp_path, LOST, f"{replies} → {survivor.result.answer}")
    assert survivor.mutant.change not in {each.mutant.change for each in after.survivors}


def test_noticed_surviving_and_equal_changes_are_all_that_were_tried(
    small: Compiled, tmp_path: Path
) -> None:
    _, tried = of_start(small, tmp_path, LOST)
    assert tried.noticed + len(tried.survivors) + tried.same == tried.tried == tried.made
    assert tried.noticed > 0
    assert tried.same > 0


@pytest.mark.parametrize("seed", range(12))
def test_survivors_differ_from_the_rules_and_equal_changes_do_not(seed: int) -> None:
    rules = logic(seed, SHAPE)
    found = trial(rules, ())
    assert found.noticed == 0
    diagrams, _ = diagram(rules)
    assert diagrams is not None
    different = 0
    for mutant in mutants(rules):
        changed, _ = diagram(mutant.logic, diagrams.graph)
        assert changed is not None
        different += changed.results != diagrams.results
    assert len(found.survivors) == different


def test_a_sample_of_changes_is_the_same_each_time() -> None:
    rules = logic(1, SHAPE)
    found = trial(rules, (), most=10)
    assert found == trial(rules, (), most=10)
    assert found.tried == 10 < found.made


def test_open_replies_take_each_of_their_options() -> None:
    rules = logic(3, Shape(questions=4, rules=3, most_options=12))
    made = completions(rules, {"question0": "option0"})
    for index, variable in enumerate(rules.variables[1:], start=1):
        assert {full[index] for full in made} == set(range(len(variable.options)))
    assert {full[0] for full in made} == {0}


def test_every_kind_of_change_is_made(shipped: Compiled) -> None:
    made = list(mutants(shipped.guides["withdrawal-not-arrived"].logic))
    kinds = {mutant.where.split()[0] for mutant in made}
    assert kinds == {"only_if", "fact", "rule", "advice"}
    words = [mutant.change for mutant in made]
    for sign in ("dropped", "moved below", "answers", "not ", "without", " or "):
        assert any(sign in word for word in words), sign


def stats(*arguments: str) -> Result:
    result = CliRunner().invoke(main, ["stats", "--as-of", "2026-11-23", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the shipped project without its journeys."""
    for folder in ("content", "rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def test_stats_as_json_hold_the_figures_of_every_guide(shipped: Compiled, copy: Path) -> None:
    # `tests/journeys/test_promises.py` measures with all journeys.
    (copy / "tests/journeys").mkdir(parents=True)
    shutil.copy(ROOT / "tests/journeys/triage.yml", copy / "tests/journeys")
    result = stats("--root", str(copy), "--format", "json")
    assert result.exit_code == 0, result.output
    told = json.loads(result.output)
    assert told["guides"].keys() == shipped.guides.keys()
    assert told["guides"]["triage"]["changes"]["noticed"] > 0
    assert told["journeys"] is True
    # The checklist asks about each gap for the sake of its advice; the other guides never do.
    assert max(told["guides"]["protect-personal-info"]["advice_costs"].values()) > 0.3
    assert max(told["guides"]["withdrawal-not-arrived"]["advice_costs"].values()) < 0.3


def test_stats_of_a_project_without_journeys_say_so(copy: Path) -> None:
    told = json.loads(stats("--root", str(copy), "--format", "json").output)
    assert told["journeys"] is False
    assert told["guides"]["triage"]["changes"] is None
    result = stats("--root", str(copy))
    assert result.exit_code == 0
    assert "tests/journeys" in result.output


def test_stats_name_survivors_with_their_place(copy: Path) -> None:
    (copy / "tests/journeys").mkdir(parents=True)
    journeys(copy / "tests/journeys", "scam-now: guided → stop-scam", guide="triage")
    result = stats("--root", str(copy))
    assert result.exit_code == 0
    assert "rules/triage.yml:" in result.output
    assert "rule pay-before-payout: dropped" in result.output


def test_a_journey_gone_astray_gives_exit_1_and_its_place(copy: Path) -> None:
    (copy / "tests/journeys").mkdir(parents=True)
    journeys(copy / "tests/journeys", "scam-now: guided → first-steps", guide="triage")
    result = stats("--root", str(copy))
    assert result.exit_code == 1
    assert "tests/journeys/some.yml:4:11" in result.output


def test_a_spoilt_file_of_journeys_is_a_problem_at_its_place(copy: Path) -> None:
    (copy / "tests/journeys").mkdir(parents=True)
    (copy / "tests/journeys/a.yml").write_text("guide: triage\njourneys: &x\n")
    result = stats("--root", str(copy))
    assert result.exit_code == 1
    assert "tests/journeys/a.yml:2:11" in result.output


def test_stats_are_not_told_to_pull_requests() -> None:
    assert stats("--root", str(ROOT), "--format", "github").exit_code == 2
