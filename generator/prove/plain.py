"""A plain evaluator: the authored semantics, read literally, for full replies.

It shares no code with the diagrams or the rule engine, so that agreement means something.
"""

from collections.abc import Mapping

from generator.diagram import Result
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or
from generator.resolve.logic import Logic


def evaluate(logic: Logic, replies: Mapping[int, int]) -> tuple[int | None, Result]:
    """The deciding rule's index (None for a gap) and the result of a reply to every variable.

    Replies to questions that `only_if` rules out are set aside.
    """
    person = _Person(logic, replies)
    advice = frozenset(rule.result for rule in logic.advice if person.holds(rule.when))
    for index, rule in enumerate(logic.rules):
        if person.holds(rule.when):
            return index, Result(rule.result, advice)
    return None, Result(None, advice)


class _Person:
    """Somebody who has replied to everything."""

    def __init__(self, logic: Logic, replies: Mapping[int, int]) -> None:
        self.relevance = logic.relevance
        self.formulas = dict(logic.facts)
        self.replies = replies
        # Facts that build on facts would be worked out twice as often at each step.
        self.asked: dict[int, bool] = {}
        self.facts: dict[str, bool] = {}

    def is_asked(self, variable: int) -> bool:
        if variable not in self.asked:
            condition = self.relevance[variable]
            self.asked[variable] = condition is None or self.holds(condition)
        return self.asked[variable]

    def holds(self, formula: Formula) -> bool:
        match formula:
            case In(variable, options):
                return self.is_asked(variable) and self.replies[variable] in options
            case And(parts):
                return all(map(self.holds, parts))
            case Or(parts):
                return any(map(self.holds, parts))
            case Negation(part):
                return not self.holds(part)
            case Fact(name):
                if name not in self.facts:
                    self.facts[name] = self.holds(self.formulas[name])
                return self.facts[name]
