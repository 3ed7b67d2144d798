"""A guide's logic without its wording: what the compiler works on."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from generator.problems import Place
from generator.resolve.formula import Formula
from generator.schema.entities import QuestionKind, Unit

UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class NumberBand:
    """Numbers between two edges; an edge of None is open-ended."""

    low: Decimal | None
    low_closed: bool
    high: Decimal | None
    high_closed: bool
    unit: Unit | None

    def holds(self, value: Decimal) -> bool:
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below


@dataclass(frozen=True, slots=True)
class DateBand:
    """Days elapsed since a date: more than `after` and up to `limit`, which is still inside."""

    unit: Literal["day", "business-day"]
    calendar: str | None
    after: int | None
    limit: int | None


Band: TypeAlias = NumberBand | DateBand


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A question as one guide asks it."""

    question: str
    kind: QuestionKind
    options: tuple[str, ...]
    bands: tuple[Band | None, ...]
    """For each option its band; None for choices and `unsure`."""
    shares: tuple[float, ...]
    """For each option how often it is chosen; they add up to 1."""
    cost: float
    after: frozenset[int]
    """Variables that must be settled before this one may be asked."""
    minimum: Decimal
    maximum: Decimal | None
    step: Decimal
    place: Place
    """Where the guide lists the question."""
    alike: tuple[frozenset[int], ...] = ()
    """Options that are meant to lead to the same."""
    calculator: str | None = None
    """The calculator that can tell the reply."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogicRule:
    """A rule: where `when` holds, `result` (an answer or an advice) follows."""

    id: str
    when: Formula
    result: str
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A figure of merit for each set of advice."""

    start: int
    points: tuple[tuple[str, int], ...]
    """Advice and the points by which it moves the score."""

    answers: tuple[str, ...] | None = None
    """Answers that it is shown with; None means all."""

    def of(self, answer: str, advice: AbstractSet[str]) -> int | None:
        """The score of an answer with its advice; None where there is nothing to score."""
        if self.answers is not None and answer not in self.answers:
            return None
        return self.start + sum(points for name, points in self.points if name in advice)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logic:
    """Everything that decides one guide."""

    guide: str
    place: Place
    hit_policy: Literal["first", "unique"]
    depth: int
    variables: tuple[Variable, ...]
    ask_first: tuple[int, ...]
    facts: tuple[tuple[str, Formula], ...]
    """Derived facts in an order in which each uses only earlier ones."""
    relevance: tuple[Formula | None, ...]
    """For each variable the condition under which it is asked at all; None means always."""
    rules: tuple[LogicRule, ...]
    """In reading order; where the rules file has `otherwise`, it is the last one."""
    advice: tuple[LogicRule, ...]
    has_otherwise: bool
    fact_places: tuple[Place, ...] = ()
    """Where each of `facts` is first derived."""
    advice_may_cost: tuple[float, ...] = ()
    """For each advice rule how many questions it may add on average."""
    otherwise_at_most: float = 1.0
    """The share of readers that `otherwise` may take."""
    score: Score | None = None

    def index(self, question: str) -> int | None:
        """The variable of a question, or None where the guide does not ask it."""
        for index, variable in enumerate(self.variables):
            if variable.question == question:
                return index
        return None
