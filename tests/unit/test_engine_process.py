"""The rule engine's process: its limits are respected and its death is told."""

import os
import signal

import pytest

from benchmarks.sound import sound
from benchmarks.synthetic import Shape, logic
from generator.compiler import compile_guide
from generator.diagram import Diagrams, diagram
from generator.engine import Engine, EngineDied, RuleEngine
from generator.engine.translate import RULES_IN_A_SET, fnv, translate
from generator.prove import evaluate
from generator.resolve import Logic


def diagrams_of(made: Logic) -> Diagrams:
    diagrams, _ = diagram(made)
    assert diagrams is not None
    return diagrams


def test_hundreds_of_rules_that_fire_at_once_are_all_reported() -> None:
    made = logic(1, Shape(questions=3, rules=300, most_options=2))
    with RuleEngine() as process:
        engine = Engine(process, made, diagrams_of(made))
        full = dict.fromkeys(range(3), 0)
        (report,) = engine.reports([full])
        assert len(report.fired) + len(report.excluded) == len(made.rules)
        (decision,) = engine.decisions([full])
        assert (decision.rule, decision.result) == evaluate(made, full)


def test_no_ruleset_is_larger_than_the_library_can_hold() -> None:
    made = logic(2, Shape(questions=5, rules=120, facts=3, relevance=0.5))
    translation = translate(made, diagrams_of(made))
    sets = [*translation.partial, *(s for stage in translation.stages for s in stage.sets)]
    assert max(map(len, sets)) <= RULES_IN_A_SET


def test_a_dead_process_is_noticed_and_a_new_one_started() -> None:
    with RuleEngine() as process:
        process.load([])
        assert process._child is not None
        os.kill(process._child.pid, signal.SIGSEGV)
        with pytest.raises(EngineDied, match="-11"):
            process.load([])
        assert process.load([]) == []


def test_the_death_of_the_engine_is_a_problem_of_the_guide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made = logic(3, Shape(questions=2, rules=2))
    with RuleEngine() as process:

        def die(*_: object) -> None:
            process.load([])
            assert process._child is not None
            os.kill(process._child.pid, signal.SIGKILL)
            process.load([])

        monkeypatch.setattr(RuleEngine, "run", die)
        proved, problems = compile_guide(made, process)
    assert proved is None
    assert "E502" in [problem.code for problem in problems]


def test_generated_names_have_hashes_of_their_own() -> None:
    names = [f"{letter}{number}" for letter in "qof" for number in range(2000)]
    names += ["mark", "here", "na", "t", "f", *(f"set{number}" for number in range(20000))]
    assert len({fnv(name) for name in names}) == len(names)


def test_a_process_that_holds_much_is_ended_between_guides(monkeypatch: pytest.MonkeyPatch) -> None:
    made = sound(4, Shape(questions=3, rules=4))
    with RuleEngine() as process:
        first, _ = compile_guide(made, process)
        held = process._child
        assert compile_guide(made, process)[0] == first
        assert process._child is held
        monkeypatch.setattr("generator.engine.process.MOST_RULES", 5)
        assert compile_guide(made, process)[0] == first
        assert process._child is not held
