"""What the rule engine says of one guide: for partial replies, and for full ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.diagram import Diagrams, Result
from generator.engine.process import RuleEngine
from generator.engine.translate import attribute, collected, option_value, translate
from generator.resolve.logic import Logic

Replies = Mapping[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What partial replies have decided, rule by rule. All others are still open."""

    fired: frozenset[int]
    excluded: frozenset[int]
    advice_fired: frozenset[int]
    advice_excluded: frozenset[int]

    def candidates(self, logic: Logic) -> list[int]:
        """Rules that may still decide, in order: none behind one that surely holds."""
        found: list[int] = []
        for index in range(len(logic.rules)):
            if index not in self.excluded:
                found.append(index)
            if index in self.fired:
                break
        return found

    def settled(self, logic: Logic) -> Result | None:
        """The result, where rule by rule it is certain; None does not mean that it is open."""
        candidates = self.candidates(logic)
        answers = {logic.rules[index].result for index in candidates}
        if len(answers) != 1 or candidates[-1] not in self.fired:
            return None
        given = {logic.advice[index].result for index in self.advice_fired}
        unknown = {
            rule.result
            for index, rule in enumerate(logic.advice)
            if index not in self.advice_fired and index not in self.advice_excluded
        }
        return Result(answers.pop(), frozenset(given)) if unknown <= given else None


@dataclass(frozen=True, slots=True)
class Decision:
    """What full replies come to."""

    rule: int | None
    result: Result


class Engine:
    """The rule engine with one guide's rules loaded."""

    def __init__(self, process: RuleEngine, logic: Logic, diagrams: Diagrams) -> None:
        """Raises `TooComplicated` or `EngineDied`."""
        translation = translate(logic, diagrams)
        self._process = process
        self._logic = logic
        self._partial = process.load(translation.partial)
        self._stages = [(process.load(s.sets), s.derives) for s in translation.stages]

    def reports(self, replies: Sequence[Replies]) -> list[Report]:
        """What each set of partial replies has decided."""
        fired = self._process.run(self._partial, [_message(known) for known in replies])
        rules, advice = range(len(self._logic.rules)), range(len(self._logic.advice))
        return [
            Report(
                fired=frozenset(i for i in rules if collected("rule", i) in ids),
                excluded=frozenset(i for i in rules if collected("rule", i, holds=False) in ids),
                advice_fired=frozenset(i for i in advice if collected("advice", i) in ids),
                advice_excluded=frozenset(
                    i for i in advice if collected("advice", i, holds=False) in ids
                ),
            )
            for ids in fired
        ]

    def decisions(self, replies: Sequence[Replies]) -> list[Decision]:
        """What each set of full replies comes to, derived facts by forward chaining.

        A reply to a question that turns out not to be asked is set aside.
        """
        messages = [_message(full) for full in replies]
        fired: list[frozenset[str]] = []
        for names, derives in self._stages:
            fired = self._process.run(names, messages)
            for message, ids in zip(messages, fired, strict=True):
                for name, (attribute_name, value, missing) in derives.items():
                    change = value if name in ids else missing
                    if change is not None:
                        message[attribute_name] = change
        return [self._decision(ids) for ids in fired]

    def _decision(self, ids: frozenset[str]) -> Decision:
        logic = self._logic
        holding = [i for i in range(len(logic.rules)) if collected("rule", i) in ids]
        advice = frozenset(
            rule.result for i, rule in enumerate(logic.advice) if collected("advice", i) in ids
        )
        if not holding:
            return Decision(None, Result(None, advice))
        return Decision(holding[0], Result(logic.rules[holding[0]].result, advice))


def _message(replies: Replies) -> dict[str, str]:
    return {attribute(v): option_value(option) for v, option in replies.items()}
