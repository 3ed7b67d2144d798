"""The plan of a guide: exact where the budget of states allows, else one-step rollout."""

from collections.abc import Mapping
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
    return plan_of(Space(logic, diagrams.graph), logic, diagrams.results, budget)


def plan_of(space: Space, logic: Logic, results: Node, budget: int = STATE_BUDGET) -> Plan:
    """Plan for any function of a guide's replies."""
    starts = after_ask_first(space.graph, logic, results)
    forced = sum(logic.variables[index].cost for index in logic.ask_first)
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


def after_ask_first(graph: Graph, logic: Logic, results: Node) -> dict[Node, float]:
    """The residuals after the questions of `ask_first`, each with its probability."""
    starts = {results: 1.0}
    for variable in logic.ask_first:
        after: dict[Node, float] = {}
        for state, share in starts.items():
            for option, part in enumerate(logic.variables[variable].shares):
                residual = graph.restrict(state, variable, option)
                after[residual] = after.get(residual, 0.0) + share * part
        starts = after
    return starts
