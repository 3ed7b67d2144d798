"""What of a guide no journey comes through."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.guide import Question, steps
from generator.measure.walks import Walk
from generator.problems import Place
from generator.prove import Proved, evaluate
from generator.resolve import Logic


@dataclass(frozen=True, slots=True)
class Missed:
    """Something that no journey comes through."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What no journey comes through, each in the order of the rules file."""

    questions: tuple[Missed, ...]
    """Never asked."""
    options: tuple[Missed, ...]
    """Never chosen, as `question=option`."""
    rules: tuple[Missed, ...]
    """Never known to decide."""
    answers: tuple[Missed, ...]
    """Never given; the place is that of the first rule that gives it."""
    advice: tuple[Missed, ...]
    """Never given; the place is that of the first rule that gives it."""


def coverage(proved: Proved, walks: Sequence[Walk]) -> Coverage:
    """What is missed by all walks through one guide."""
    logic = proved.logic
    chosen = {pair for walk in walks for pair in _chosen(proved, walk)}
    asked = {question for question, _ in chosen}
    decided = {index for walk in walks if (index := _deciding(logic, walk)) is not None}
    answers = {walk.expected.answer for walk in walks}
    advice = {name for walk in walks for name in walk.expected.advice}
    return Coverage(
        questions=tuple(
            Missed(v.question, v.place) for v in logic.variables if v.question not in asked
        ),
        options=tuple(
            Missed(f"{v.question}={option}", v.place)
            for v in logic.variables
            for option in v.options
            if (v.question, option) not in chosen
        ),
        rules=tuple(
            Missed(rule.id, rule.place)
            for index, rule in enumerate(logic.rules)
            if index not in decided
        ),
        answers=_missed(((r.result, r.place) for r in logic.rules), answers),
        advice=_missed(((r.result, r.place) for r in logic.advice), advice),
    )


def _missed(given: Iterable[tuple[str, Place]], seen: Iterable[str | None]) -> tuple[Missed, ...]:
    first: dict[str, Place] = {}
    for name, place in given:
        first.setdefault(name, place)
    return tuple(Missed(name, place) for name, place in first.items() if name not in set(seen))


def _chosen(proved: Proved, walk: Walk) -> Iterable[tuple[str, str]]:
    """Questions that the guide asks on a walk, each with the option chosen."""
    for at in steps(proved.guide, walk.options):
        node = proved.guide.nodes[at]
        if isinstance(node, Question):
            yield node.question, walk.options[node.question]


def _deciding(logic: Logic, walk: Walk) -> int | None:
    """The rule that decides whatever is replied to open questions; None if that depends."""
    indexes = {evaluate(logic, full)[0] for full in walk.completions}
    return indexes.pop() if len(indexes) == 1 else None
