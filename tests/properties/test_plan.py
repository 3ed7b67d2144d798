"""The plan against trying everything."""

from dataclasses import replace
from typing import Any

import pytest

from benchmarks.synthetic import Shape, logic
from generator.diagram import Diagrams, diagram
from generator.plan import plan
from generator.plan.advice import advice_costs
from generator.resolve import Logic
from tests.properties.brute_force import BruteForce

FEATURES: dict[str, dict[str, Any]] = {
    "plain": {},
    "costs": {"costs": True},
    "shares": {"shares": True},
    "order": {"order": 0.6},
    "relevance": {"relevance": 0.6, "facts": 1},
    "ask-first": {"ask_first": 1, "advice": 2},
    "relevant-first": {"ask_first": 3, "relevant_first": True, "relevance": 0.8, "advice": 1},
    "everything": {
        "costs": True,
        "shares": True,
        "order": 0.4,
        "relevance": 0.4,
        "ask_first": 1,
        "advice": 2,
        "facts": 1,
    },
}
PROBLEMS_EACH = 50


def small(name: str, seed: int) -> tuple[Logic, Diagrams]:
    features = FEATURES[name]
    questions = max(2 + seed % 4, features.get("ask_first", 0))
    shape = Shape(questions=questions, rules=3 + seed % 6, most_options=3, answers=4, **features)
    made = logic(seed, shape)
    diagrams, problems = diagram(made)
    assert diagrams is not None
    assert not problems
    return made, diagrams


@pytest.mark.parametrize("feature", FEATURES)
def test_no_order_of_questions_is_cheaper_than_the_plan(feature: str) -> None:
    for seed in range(PROBLEMS_EACH):
        made, diagrams = small(feature, seed)
        found = plan(made, diagrams)
        assert found.method == "optimal"
        assert found.expected_cost == pytest.approx(BruteForce(made).cost()), f"seed {seed}"


@pytest.mark.parametrize("feature", FEATURES)
def test_the_lower_bound_is_never_above_the_optimum(feature: str) -> None:
    for seed in range(PROBLEMS_EACH):
        made, diagrams = small(feature, seed)
        found = plan(made, diagrams)
        assert found.lower_bound <= found.expected_cost + 1e-9


def test_past_its_budget_the_plan_is_a_heuristic_that_costs_little_more() -> None:
    optimum = heuristic = 0.0
    for seed in range(40):
        shape = Shape(questions=8, rules=12, answers=5, relevance=0.2, shares=True)
        made = logic(seed, shape)
        diagrams, _ = diagram(made)
        assert diagrams is not None
        exact, rough = plan(made, diagrams), plan(made, diagrams, budget=1)
        assert rough.expected_cost >= exact.expected_cost - 1e-9
        if exact.expected_cost:
            assert rough.method == "heuristic"
        optimum += exact.expected_cost
        heuristic += rough.expected_cost
    assert heuristic <= 1.02 * optimum


def test_the_same_rules_give_the_same_plan() -> None:
    shape = Shape(questions=7, rules=10, shares=True, costs=True)
    plans = []
    for _ in range(2):
        made = logic(5, shape)
        diagrams, _ = diagram(made)
        assert diagrams is not None
        plans.append(plan(made, diagrams))
    assert plans[0] == plans[1]


@pytest.mark.parametrize("feature", ["ask-first", "everything", "relevant-first"])
def test_advice_costs_what_the_cheapest_guide_without_it_saves(feature: str) -> None:
    for seed in range(20):
        made, diagrams = small(feature, seed)
        with_all = BruteForce(made).cost()
        costs = advice_costs(made, diagrams, plan(made, diagrams))
        for index, cost in enumerate(costs):
            fewer = replace(made, advice=(*made.advice[:index], *made.advice[index + 1 :]))
            assert cost == pytest.approx(with_all - BruteForce(fewer).cost()), f"seed {seed}"
