"""Checks of a guide as a whole: replies without an answer, questions without use."""

from collections.abc import Iterator

from generator.checks.witness import in_words
from generator.diagram import Diagrams, Outcome
from generator.problems import Problem
from generator.resolve import Logic


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
