"""Every code an author can cause stands in a golden case, or in a test that names it."""

import re
from pathlib import Path

import pytest

from benchmarks.synthetic import Shape, logic
from generator.compiler import grow_and_prove
from generator.diagram import Graph, diagram
from generator.engine import RuleEngine, translate
from generator.problems import CODES
from generator.wording.subjects import misplaced
from tests.golden.cases import EXPECTED, HERE, catalogue_of, compiled, good_project

# Defects of the machine rather than of the rules; their tests bring them about by force.
MACHINE = {"E502", "P601", "P602", "P603", "P604"}


def test_the_good_project_is_good() -> None:
    project, problems = compiled(good_project())
    assert project is not None
    assert problems == []


def test_every_code_has_a_case() -> None:
    expected = "".join(
        path.read_text("utf-8").partition(EXPECTED)[2] for path in HERE.glob("*/bad/*.txt")
    )
    shown = set(re.findall(r": ([A-Z]\d{3}) (?:error|warning): ", expected))
    tests = (HERE.parent / "unit/test_strict_yaml.py", Path(__file__))
    named = set(re.findall(r'"([A-Z]\d{3})"', "".join(t.read_text("utf-8") for t in tests)))
    assert set(CODES) - MACHINE <= shown | named


def test_subjects_without_a_place_and_places_that_do_not_hold_are_told() -> None:
    subjects = "subjects:\n  a: {title: {zh: 甲, en: A}, type: cause}\n  b: {title: {zh: 乙, en: B}, type: step,"
    subjects += " places: [{entry: answers/wiat}, {entry: answers/wait, zh: 没有的话}]}\n"
    project, problems = compiled({**good_project(), "content/coverage.yml": subjects})
    assert project is not None
    assert problems == []
    found = misplaced(catalogue_of({**good_project(), "content/coverage.yml": subjects}))
    assert [problem.code for problem in found] == ["W514", "W515", "W515"]


def test_a_condition_with_too_many_clauses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translate, "MOST_CUBES", 0)
    rules = logic(0, Shape(questions=2, rules=1))
    diagrams, _ = diagram(rules)
    assert diagrams is not None
    with RuleEngine() as process:
        _, problems = grow_and_prove(rules, diagrams, process)
    assert "E501" in [problem.code for problem in problems]


def test_rules_that_need_too_many_nodes_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Graph.__init__, "__defaults__", (5,))
    _, problems = diagram(logic(0, Shape(questions=4, rules=4)))
    assert [problem.code for problem in problems] == ["G409"]
