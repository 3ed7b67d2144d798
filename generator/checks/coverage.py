"""Checks of a guide as a whole: replies without an answer, questions without use."""

from collections.abc import Iterator

from generator.checks.witness import in_words
from generator.diagram import Diagrams, Node, Outcome
from generator.problems import Problem
from generator.resolve import Logic
from generator.resolve.logic import UNSURE

# Shares are floating-point numbers; this much is rounding.
ROUNDING = 1e-9


def gap(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Replies for which no rule holds."""
    example = diagrams.graph.witness(
        diagrams.outcomes, lambda value: isinstance(value, Outcome) and value.rule is None
    )
    if example is not None:
        yield Problem(
            code="G401",
            place=logic.place,
            what="For some replies no rule holds.",
            mend="Add a rule for them, or an `otherwise`.",
            witness=in_words(logic, example),
        )


def otherwise_never_used(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """An `otherwise` to which the rules leave nothing."""
    last = len(logic.rules) - 1
    decided = {
        value.rule
        for value in diagrams.graph.values(diagrams.outcomes)
        if isinstance(value, Outcome)
    }
    if logic.has_otherwise and last not in decided:
        yield Problem(
            code="G408",
            place=logic.rules[last].place,
            what="The rules leave nothing over for `otherwise`.",
            mend="Delete it, or narrow a rule that takes too much.",
        )


def otherwise_takes_too_much(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """An `otherwise` in which more readers end than its author states."""
    last = len(logic.rules) - 1

    def left_over(value: object) -> bool:
        return isinstance(value, Outcome) and value.rule == last

    if not logic.has_otherwise:
        return
    shares = [variable.shares for variable in logic.variables]
    share = diagrams.graph.share(diagrams.outcomes, shares, left_over)
    if share > logic.otherwise_at_most + ROUNDING:
        yield Problem(
            code="G412",
            place=logic.rules[last].place,
            what=f"`otherwise` takes {share:.0%} of all readers; `at_most` allows "
            f"{logic.otherwise_at_most:.0%}.",
            mend="Write rules for what is left over, or raise `at_most`.",
            witness=in_words(logic, diagrams.graph.witness(diagrams.outcomes, left_over) or {}),
        )


def options(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Options of one question that lead to the same, and `alike` ones that do not."""
    graph = diagrams.graph
    for index in sorted(graph.support(diagrams.results)):
        variable = logic.variables[index]
        same: dict[Node, list[int]] = {}
        for option, name in enumerate(variable.options):
            if name != UNSURE:
                same.setdefault(graph.restrict(diagrams.results, index, option), []).append(option)
        for group in same.values():
            if len(group) > 1 and not any(alike.issuperset(group) for alike in variable.alike):
                names = ", ".join(variable.options[option] for option in group)
                yield Problem(
                    code="G411",
                    place=variable.place,
                    what=f'The options {names} of "{variable.question}" make no difference.',
                    mend=f"Write a rule that tells them apart, or `alike: [[{names}]]` if it is "
                    "meant.",
                )
        yield from _unlike(logic, diagrams, index)


def _unlike(logic: Logic, diagrams: Diagrams, index: int) -> Iterator[Problem]:
    graph, variable = diagrams.graph, logic.variables[index]
    for group in variable.alike:
        first, *others = sorted(group)
        left = graph.restrict(diagrams.results, index, first)
        for other in others:
            right = graph.restrict(diagrams.results, index, other)
            example = graph.difference(left, right)
            if example is not None:
                yield Problem(
                    code="G416",
                    place=variable.place,
                    what=f"`alike` says that {variable.options[first]} and "
                    f"{variable.options[other]} lead to the same, but they do not.",
                    mend="Take one out of `alike`, or correct the rule that tells them apart.",
                    witness=in_words(logic, example),
                )


def questions(logic: Logic, diagrams: Diagrams) -> Iterator[Problem]:
    """Questions on which neither answer nor advice depends."""
    needed = diagrams.graph.support(diagrams.results)
    for index, variable in enumerate(logic.variables):
        if index not in needed and index not in logic.ask_first:
            yield Problem(
                code="G405",
                place=variable.place,
                what=f'No answer or advice depends on the question "{variable.question}".',
                mend="Remove it from `questions`, or write a rule that uses it.",
            )
