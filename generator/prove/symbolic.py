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
    replies = graph.difference(back, diagrams.results) or {}
    given, wanted = (graph.at(node, replies) for node in (back, diagrams.results))
    pairs = (
        f"{logic.variables[v].question}={logic.variables[v].options[o]}"
        for v, o in sorted(replies.items())
    )
    return [
        Problem(
            code="P602",
            place=logic.place,
            what=f'The guide "{logic.guide}" gives {given} where its rules give {wanted}.',
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
