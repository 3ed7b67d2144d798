"""Diagram = guide for all full replies: compiled back, the guide must be the same function."""

from generator.diagram import Diagrams, Node, Result
from generator.guide import Guide, Leaf
from generator.problems import Problem
from generator.resolve import Logic


def same_function(logic: Logic, diagrams: Diagrams, guide: Guide) -> list[Problem]:
    """Empty where the guide and the rules are one function; else a problem with a witness."""
    back = _compiled_back(logic, diagrams, guide)
    if back == diagrams.results:
        return []
    graph = diagrams.graph
    replies: dict[int, int] = {}
    left, right = back, diagrams.results
    while not (graph.is_terminal(left) and graph.is_terminal(right)):
        variable = min(graph.variable(left), graph.variable(right))
        for option in range(graph.sizes[variable]):
            pair = graph.restrict(left, variable, option), graph.restrict(right, variable, option)
            if pair[0] != pair[1]:
                replies[variable] = option
                left, right = pair
                break
    pairs = (
        f"{logic.variables[v].question}={logic.variables[v].options[o]}"
        for v, o in sorted(replies.items())
    )
    return [
        Problem(
            code="P602",
            place=logic.place,
            what=f'The guide "{logic.guide}" gives {graph.value(left)} where its rules give '
            f"{graph.value(right)}.",
            mend="Report this with the rules file.",
            witness=", ".join(pairs),
        )
    ]


def _compiled_back(logic: Logic, diagrams: Diagrams, guide: Guide) -> Node:
    """The guide as a diagram: at each question, each option's literal chooses its child."""
    graph = diagrams.graph
    made: dict[str, Node] = {}

    def visit(at: str) -> Node:
        if at not in made:
            node = guide.nodes[at]
            if isinstance(node, Leaf):
                made[at] = graph.terminal(Result(node.answer, frozenset(node.advice)))
            else:
                variable = next(
                    i for i, v in enumerate(logic.variables) if v.question == node.question
                )
                below = graph.terminal(None)
                for option, child in node.children.items():
                    index = logic.variables[variable].options.index(option)
                    below = graph.choose(graph.literal(variable, (index,)), visit(child), below)
                made[at] = below
        return made[at]

    return visit(guide.start)
