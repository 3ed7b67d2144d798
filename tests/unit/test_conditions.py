"""Conditions as authors write them, and the trees that they mean."""

from decimal import Decimal

import pytest

from generator.schema.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    FactIs,
    Not,
    ReplyIs,
    leaves,
    parse_condition,
)
from generator.source import read_yaml


def parse(text: str) -> tuple[Condition | None, list[str]]:
    document, problems = read_yaml(f"when:\n  {text}\n".encode(), "rules/x.yml")
    assert document is not None, problems
    condition, found = parse_condition(document, ("when",))
    return condition, [problem.code for problem in found]


def good(text: str) -> Condition:
    condition, problems = parse(text)
    assert problems == []
    assert condition is not None
    return condition


def test_one_entry_is_itself_and_several_mean_all_of_them() -> None:
    assert isinstance(good("{a: b}"), ReplyIs)
    several = good("{a: b, c: d}")
    assert isinstance(several, All)
    assert [part.question for part in several.parts if isinstance(part, ReplyIs)] == ["a", "c"]


def test_a_list_of_options_means_one_of_them() -> None:
    condition = good("{a: [b, c]}")
    assert isinstance(condition, ReplyIs)
    assert condition.options == ("b", "c")


def test_every_option_knows_its_place() -> None:
    condition = good("{a: [b, c]}")
    assert isinstance(condition, ReplyIs)
    assert [place.column for place in condition.option_places] == [8, 11]


def test_true_and_false_look_at_a_fact() -> None:
    yes, no = good("{a: true}"), good("{a: false}")
    assert isinstance(yes, FactIs)
    assert isinstance(no, FactIs)
    assert (yes.value, no.value) == (True, False)


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "null", "~", "True", "0", "2026-01-01"])
def test_words_that_plain_yaml_would_convert_are_options(word: str) -> None:
    condition = good(f"{{a: {word}}}")
    assert isinstance(condition, ReplyIs)
    assert condition.options == (word,)


def test_comparisons_take_numbers_and_parameters() -> None:
    condition = good("{a: {between: [0.5, {parameter: limit}]}}")
    assert isinstance(condition, Compare)
    assert [(bound.literal, bound.parameter) for bound in condition.bounds] == [
        (Decimal("0.5"), None),
        (None, "limit"),
    ]


def test_all_any_and_not_nest() -> None:
    condition = good("{not: {any: [{a: b}, {all: [{c: d}, {e: {lt: 3}}]}]}}")
    assert isinstance(condition, Not)
    assert isinstance(condition.part, AnyOf)
    assert len(list(leaves(condition))) == 3


def test_conditions_may_nest_as_deeply_as_yaml_may() -> None:
    depth = 47
    condition = good("{not: " * depth + "{a: b}" + "}" * depth)
    assert [leaf.place.line for leaf in leaves(condition)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        "a",
        "{all: []}",
        "{any: {a: b}}",
        "{any: [a]}",
        "{not: []}",
        "{not: a}",
        "{a: }",
        "{a: []}",
        "{a: {}}",
        "{a: [[b]]}",
        "{a: ['']}",
        "{a: {gt: 1, lt: 2}}",
        "{a: {above: 1}}",
        "{a: {gt: x}}",
        "{a: {gt: []}}",
        "{a: {between: 1}}",
        "{a: {between: [1, 2, 3]}}",
        "{a: {gt: {parameter: [x]}}}",
        "{a: {gt: {parameter: x, else: 1}}}",
    ],
)
def test_what_means_nothing_is_refused_once(text: str) -> None:
    assert parse(text) == (None, ["S212"])


@pytest.mark.parametrize(
    "number", ["1e3", "1_000", "１０００", "NaN", "Infinity", "0x10", "1.", ".5", "+1", "9" * 16]
)
def test_only_plain_digits_are_a_number(number: str) -> None:
    assert parse(f"{{a: {{gt: {number}}}}}") == (None, ["S212"])


def test_all_mistakes_of_a_condition_are_told_together() -> None:
    assert parse("{a: {above: 1}, b: [], any: [c]}")[1] == ["S212"] * 3
