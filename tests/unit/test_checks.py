"""Checks of rules, where a golden case would be long or slow."""

from itertools import chain

import pytest

from generator.checks.rules import cover
from generator.compiler import compile_guide
from generator.diagram import Graph, GraphTooLarge, Node
from generator.engine import RuleEngine
from generator.problems import Problem
from generator.resolve import Logic
from tests.golden.cases import changed, compiled, laid_over

RULES = "rules/start.yml"


def made(
    rules: str, *questions: str, options: int = 2, derive: str = "", alike: str = ""
) -> dict[str, str]:
    """The good project with a guide of these rules and questions that all have options o0, o1 …"""
    texts = {
        f"content/questions/{name}.yml": f"id: {name}\ntext: {{zh: 问, en: Ask}}\noptions:\n"
        + "".join(f"  - id: o{i}\n    label: {{zh: 选, en: Choose}}\n" for i in range(options))
        for name in questions
    }
    asked = "".join(f"  - id: {name}\n{alike}" for name in questions)
    texts[RULES] = (
        f"id: start\ntitle: {{zh: 题, en: Title}}\nquestions:\n{asked}{derive}rules:\n{rules}"
        "otherwise:\n  answer: open-payout\n  at_most: 1\n  because: {zh: 因, en: Because}\n  sources: [practice]\n"
    )
    return laid_over(texts)


def rule(name: str, when: str, answer: str = "wait") -> str:
    return (
        f"  - id: {name}\n    when: {when}\n    answer: {answer}\n"
        "    because: {zh: 因, en: Because}\n    sources: [practice]\n"
    )


def logic(files: dict[str, str]) -> Logic:
    project, problems = compiled(files)
    assert project is not None, problems
    return project.guides["start"]


def proved(files: dict[str, str]) -> list[str]:
    with RuleEngine() as process:
        _, problems = compile_guide(logic(files), process)
    return [problem.code for problem in problems]


def conditions(count: int) -> tuple[Graph, list[Node]]:
    graph = Graph([count, 2])
    return graph, [graph.literal(0, (option,)) for option in range(count)]


def test_one_rule_that_covers_suffices_to_be_named() -> None:
    graph, options = conditions(3)
    wide = graph.either(options[0], options[1])
    assert cover(graph, options[0], [options[1], options[0], wide]) == [1]


def test_two_rules_that_cover_together_are_named_before_three() -> None:
    graph, options = conditions(4)
    pair = graph.either(options[1], options[2])
    condition = graph.either(options[0], pair)
    assert cover(graph, condition, [*options, pair]) == [0, 4]


def test_of_many_rules_only_those_are_named_that_cannot_be_left_out() -> None:
    graph, options = conditions(5)
    condition = graph.negate(options[4])
    assert cover(graph, condition, options) == [0, 1, 2, 3]


def test_forty_options_with_a_rule_each_are_proved() -> None:
    answers = ("wait", "ask-support", "freeze-card")
    rules = (rule(f"r{i}", f"{{ask: o{i}}}", answers[i % 3]) for i in range(39))
    groups = (f"[{', '.join(f'o{i}' for i in range(first, 39, 3))}]" for first in range(3))
    alike = f"    alike: [{', '.join(groups)}]\n"
    assert proved(made("".join(rules), "ask", options=40, alike=alike)) == []


def test_forty_options_that_must_be_equal_are_too_complicated_in_bounded_time() -> None:
    equal = ", ".join(f"{{left: o{i}, right: o{i}}}" for i in range(40))
    files = made(rule("equal", f"{{any: [{equal}]}}"), "left", "right", options=40)
    assert proved(files) == ["E501"]


def test_a_condition_with_exponentially_many_clauses_is_too_complicated() -> None:
    names = [f"q{i}" for i in range(14)]
    facts = [
        f"  - fact: odd{i}\n    when: {{any: [{{odd{i - 1}: true, {name}: o0}}, "
        f"{{odd{i - 1}: false, not: {{{name}: o0}}}}]}}\n    because: {{zh: 因, en: Because}}\n"
        for i, name in enumerate(names[1:], start=1)
    ]
    first = "  - fact: odd0\n    when: {q0: o0}\n    because: {zh: 因, en: Because}\n"
    derive = "derive:\n" + first + "".join(facts)
    assert proved(made(rule("odd", "{odd13: true}"), *names, derive=derive)) == ["E501"]


def test_facts_that_build_on_each_other_twice_over_are_followed_once() -> None:
    facts = chain(
        ["  - fact: f0\n    when: {ask: o0}\n    because: {zh: 因, en: Because}\n"],
        (
            f"  - fact: f{i}\n    when: {{any: [{{f{i - 1}: true}}, {{not: {{f{i - 1}: false}}}}]}}\n"
            "    because: {zh: 因, en: Because}\n"
            for i in range(1, 60)
        ),
    )
    derive = "derive:\n" + "".join(facts)
    assert proved(made(rule("last", "{f59: true}"), "ask", derive=derive)) == []


def test_conditions_that_build_on_each_other_too_often_are_told() -> None:
    deep = "{not: {not: {not: {not: "
    facts = (
        f"  - fact: f{i}\n    when: {deep}{{{f'f{i - 1}: true' if i else 'ask: o0'}}}}}}}}}}}\n"
        "    because: {zh: 因, en: Because}\n"
        for i in range(100)
    )
    derive = "derive:\n" + "".join(facts)
    _, problems = compiled(made(rule("last", "{f99: true}"), "ask", derive=derive))
    assert [problem.code for problem in problems] == ["G409"]


@pytest.mark.parametrize(
    "stage", ["generator.compiler.guide.check", "generator.compiler.guide.plan"]
)
def test_a_stage_that_runs_out_of_nodes_is_told(
    monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def too_much(*_: object) -> list[Problem]:
        raise GraphTooLarge(5)

    monkeypatch.setattr(stage, too_much)
    assert proved(made(rule("first", "{ask: o0}"), "ask")) == ["G409"]


def test_a_rule_may_stand_behind_one_that_asks_for_more() -> None:
    files = changed((RULES, "when: {trouble: late}", "when: {trouble: [late, lost]}"))
    assert compiled(files)[1] == []
