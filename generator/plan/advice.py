"""What each advice rule costs: questions that are asked for its sake alone."""

from collections.abc import Iterator

from generator.diagram import Diagrams, Node, results_of
from generator.plan.space import Space
from generator.plan.strategy import Plan, plan_of
from generator.problems import Problem
from generator.resolve import Logic

# Expected costs are sums of floating-point numbers; this much is rounding.
ROUNDING = 1e-9


def advice_costs(logic: Logic, diagrams: Diagrams, plan: Plan) -> list[float]:
    """For each advice rule the expected cost of the guide with it, less that without it.

    In questions, weighted by their `cost`. Of two rules that need one question neither costs
    anything alone. Where a search exceeds its budget the figure rests on the heuristic.
    """
    space = Space(logic, diagrams.graph)
    return [
        plan.expected_cost
        - plan_of(space, logic, _without(logic, diagrams, index), diagrams.relevance).expected_cost
        for index in range(len(logic.advice))
    ]


def costly_advice(logic: Logic, diagrams: Diagrams, plan: Plan) -> Iterator[Problem]:
    """Advice rules that cost more questions than their author states."""
    costs = advice_costs(logic, diagrams, plan)
    for index, (rule, cost) in enumerate(zip(logic.advice, costs, strict=True)):
        allowed = logic.advice_may_cost[index] if logic.advice_may_cost else cost
        if cost > allowed + ROUNDING:
            asked, witness = _asked_for(logic, diagrams, plan, index)
            yield Problem(
                code="G414",
                place=rule.place,
                what=f'The rule "{rule.id}" costs {cost:.2f} questions on average; `may_cost` '
                f"allows {allowed:g}.",
                mend=f"Let it look only at what is asked anyway{asked}, or raise `may_cost`.",
                witness=witness,
            )


def _without(logic: Logic, diagrams: Diagrams, index: int) -> Node:
    return results_of(diagrams.graph, logic, diagrams.outcomes, without={index})


def _asked_for(logic: Logic, diagrams: Diagrams, plan: Plan, index: int) -> tuple[str, str]:
    """A question that is asked for one advice rule alone, and replies after which it is."""
    graph = diagrams.graph
    waiting = [(diagrams.results, _without(logic, diagrams, index), 0, "")]
    seen: set[Node] = set()
    while waiting:
        state, without, forced, replies = waiting.pop(0)
        if state in seen and forced >= len(logic.ask_first):
            continue
        seen.add(state)
        if forced < len(logic.ask_first):
            variable = logic.ask_first[forced]
        elif graph.is_terminal(state):
            continue
        else:
            variable = plan.next_question[state]
            if graph.is_terminal(without):
                return f" and not at {logic.variables[variable].question}", replies
        for option, name in enumerate(logic.variables[variable].options):
            waiting.append(
                (
                    graph.restrict(state, variable, option),
                    graph.restrict(without, variable, option),
                    forced + 1,
                    f"{replies}, {logic.variables[variable].question}={name}".removeprefix(", "),
                )
            )
    return "", ""
