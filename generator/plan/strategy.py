"""The plan of a guide: exact where the budget of states allows, else one-step rollout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.diagram import Diagrams, Graph, Node
from generator.plan.heuristic import rollout
from generator.plan.search import BudgetSpent, search
from generator.plan.space import Space
from generator.resolve import Logic

STATE_BUDGET = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The next question for every residual that can be reached."""

    next_question: Mapping[Node, int]
    """Residual of `Diagrams.results` → variable. Residuals that are leaves have no entry."""
    method: Literal["optimal", "heuristic"]
    expected_cost: float
    lower_bound: float
    states: int


def plan(logic: Logic, diagrams: Diagrams, budget: int = STATE_BUDGET) -> Plan:
    """Plan a guide. Questions in `ask_first` come before the plan begins, whatever they bring."""
    return plan_of(
        Space(logic, diagrams.graph), logic, diagrams.results, diagrams.relevance, budget=budget
    )


def plan_of(
    space: Space,
    logic: Logic,
    results: Node,
    relevance: Sequence[Node],
    *,
    budget: int = STATE_BUDGET,
) -> Plan:
    """Plan for any function of a guide's replies."""
    starts, forced = after_ask_first(space.graph, logic, results, relevance)
    method: Literal["optimal", "heuristic"]
    try:
        found = search(space, starts, budget)
        method = "optimal"
    except BudgetSpent:
        found = rollout(space, starts)
        method = "heuristic"
    cost = sum(share * found.costs[state] for state, share in starts.items())
    bound = sum(share * space.lower_bound(state) for state, share in starts.items())
    return Plan(
        next_question=found.choices,
        method=method,
        expected_cost=forced + cost,
        lower_bound=forced + bound,
        states=found.states,
    )


def after_ask_first(
    graph: Graph, logic: Logic, results: Node, relevance: Sequence[Node]
) -> tuple[dict[Node, float], float]:
    """The residuals after the questions of `ask_first`, each with its probability; what these cost.

    Whether one of them is asked depends on those before it alone, and is known when its turn comes.
    """
    cost = 0.0
    starts = {(results, tuple(relevance[variable] for variable in logic.ask_first)): 1.0}
    for variable in logic.ask_first:
        after: dict[tuple[Node, tuple[Node, ...]], float] = {}
        for (state, (asked, *others)), share in starts.items():
            if asked == graph.false:
                key = (state, tuple(others))
                after[key] = after.get(key, 0.0) + share
                continue
            cost += share * logic.variables[variable].cost
            for option, part in enumerate(logic.variables[variable].shares):
                left = tuple(graph.restrict(node, variable, option) for node in others)
                key = (graph.restrict(state, variable, option), left)
                after[key] = after.get(key, 0.0) + share * part
        starts = after
    return {state: share for (state, _), share in starts.items()}, cost
