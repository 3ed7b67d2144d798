"""A guide → numbered questions, as they can be walked on paper: choose, and go to a number."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.guide import Guide, Leaf
from generator.resolve.entities import Advice, Answer, Edition, QuestionText


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Options that lead to one place, by their ids, and the number of that place."""

    options: tuple[str, ...]
    to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A numbered question."""

    number: int
    question: QuestionText
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A numbered answer with what is added to it."""

    number: int
    answer: Answer
    advice: tuple[Advice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """All questions, then all endings; numbers run through, from 1, where the guide begins."""

    asked: tuple[Asked, ...]
    endings: tuple[Ending, ...]

    @property
    def answers(self) -> dict[str, Answer]:
        """Each answer once."""
        return {ending.answer.id: ending.answer for ending in self.endings}

    @property
    def by_answer(self) -> list[tuple[Answer, list[Ending]]]:
        """The endings of each answer together, so that paper tells it once."""
        return [
            (answer, [each for each in self.endings if each.answer is answer])
            for answer in self.answers.values()
        ]

    @staticmethod
    def advice_on(endings: Sequence[Ending]) -> list[tuple[Advice, list[int]]]:
        """Each advice of some endings, with the numbers of those that it is for."""
        several = {advice.id: advice for ending in endings for advice in ending.advice}
        return [
            (advice, [ending.number for ending in endings if advice in ending.advice])
            for advice in several.values()
        ]

    def ending_at(self, number: int) -> Ending | None:
        """The ending with a number; None if a question has it."""
        return next((each for each in self.endings if each.number == number), None)


def steps(guide: Guide, edition: Edition) -> Steps:
    """A guide by numbers, in the words of an edition. Equal endings share a number."""
    questions = {name: node for name, node in guide.nodes.items() if not isinstance(node, Leaf)}
    numbers = {name: number for number, name in enumerate(questions, start=1)}
    endings: dict[tuple[str, tuple[str, ...]], int] = {}
    for name, node in guide.nodes.items():
        if isinstance(node, Leaf):
            key = node.answer, node.advice
            numbers[name] = endings.setdefault(key, len(questions) + len(endings) + 1)
    texts = edition.guides[guide.id].questions
    return Steps(
        asked=tuple(
            Asked(
                number=numbers[name],
                question=texts[node.question],
                ways=_ways(node.children, numbers),
            )
            for name, node in questions.items()
        ),
        endings=tuple(
            Ending(number=number, answer=edition.answers[answer], advice=_advice(advice, edition))
            for (answer, advice), number in endings.items()
        ),
    )


def _ways(children: Mapping[str, str], numbers: Mapping[str, int]) -> tuple[Way, ...]:
    options: dict[int, list[str]] = {}
    for option, child in children.items():
        options.setdefault(numbers[child], []).append(option)
    return tuple(Way(options=tuple(each), to=number) for number, each in options.items())


def _advice(names: tuple[str, ...], edition: Edition) -> tuple[Advice, ...]:
    found = (edition.advice[name] for name in names)
    return tuple(sorted(found, key=lambda each: (each.order, each.id)))
