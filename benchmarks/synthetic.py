"""Rule sets drawn at random, for measurements and for tests that compare engines."""

import random
from dataclasses import dataclass
from decimal import Decimal

from generator.problems import Place
from generator.resolve.formula import And, Fact, Formula, In, Negation, Or
from generator.resolve.logic import Logic, LogicRule, Variable

PLACE = Place("synthetic.yml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How large a rule set is, and which features it uses."""

    questions: int
    rules: int
    most_options: int = 4
    parts: tuple[int, int] = (1, 3)
    """Fewest and most looks at a question in one condition."""
    answers: int = 6
    advice: int = 0
    facts: int = 0
    relevance: float = 0.0
    """Chance that a question has `only_if`."""
    order: float = 0.0
    """Chance that a question stands after another."""
    costs: bool = False
    shares: bool = False
    ask_first: int = 0
    relevant_first: bool = False
    """Whether questions of `ask_first` may have `only_if`."""


def logic(seed: int, shape: Shape) -> Logic:
    """A rule set; equal seeds and shapes give equal ones. It always ends with `otherwise`."""
    return _Draw(random.Random(seed), shape).logic(f"synthetic-{seed}")


class _Draw:
    def __init__(self, draw: random.Random, shape: Shape) -> None:
        self.draw = draw
        self.shape = shape
        self.sizes = [draw.randint(2, shape.most_options) for _ in range(shape.questions)]

    def logic(self, name: str) -> Logic:
        shape = self.shape
        facts = tuple(
            (f"fact{i}", self.condition(range(shape.questions), [f"fact{j}" for j in range(i)]))
            for i in range(shape.facts)
        )
        names = [fact for fact, _ in facts]
        relevance = tuple(
            self.condition(range(index), [])
            if self.conditional(index) and self.draw.random() < shape.relevance
            else None
            for index in range(shape.questions)
        )
        everything = range(shape.questions)
        rules = [
            self.rule("rule", i, self.condition(everything, names), shape.answers)
            for i in range(shape.rules)
        ]
        advice = [
            self.rule("advice", i, self.condition(everything, names), shape.advice)
            for i in range(shape.advice)
        ]
        last = LogicRule(id="otherwise", when=And(()), result="answer0", place=PLACE)
        return Logic(
            guide=name,
            place=PLACE,
            hit_policy="first",
            depth=30,
            variables=tuple(map(self.variable, everything, relevance)),
            ask_first=tuple(range(min(shape.ask_first, shape.questions))),
            facts=facts,
            relevance=relevance,
            rules=(*rules, last),
            advice=tuple(advice),
            has_otherwise=True,
        )

    def conditional(self, index: int) -> bool:
        """Whether a question may have `only_if`, which looks at those before it."""
        if index < self.shape.ask_first:
            return self.shape.relevant_first and index > 0
        return index > self.shape.ask_first

    def rule(self, kind: str, index: int, when: Formula, results: int) -> LogicRule:
        result = f"{'answer' if kind == 'rule' else 'tip'}{self.draw.randrange(results)}"
        return LogicRule(id=f"{kind}{index}", when=when, result=result, place=PLACE)

    def condition(self, variables: range, facts: list[str]) -> Formula:
        parts: list[Formula] = [
            self.literal(variables) for _ in range(self.draw.randint(*self.shape.parts))
        ]
        if facts and self.draw.random() < 0.5:
            parts.append(Fact(self.draw.choice(facts)))
        if len(parts) > 1 and self.draw.random() < 0.25:
            parts = [parts[0], Or(tuple(parts[1:]))]
        if self.draw.random() < 0.15:
            parts[0] = Negation(parts[0])
        return And(tuple(parts)) if len(parts) > 1 else parts[0]

    def literal(self, variables: range) -> In:
        variable = self.draw.choice(variables)
        size = self.sizes[variable]
        count = 1 if self.draw.random() < 0.7 else self.draw.randint(1, size - 1)
        return In(variable, frozenset(self.draw.sample(range(size), count)))

    def variable(self, index: int, relevance: Formula | None) -> Variable:
        shape, draw, size = self.shape, self.draw, self.sizes[index]
        weights = [draw.randint(1, 5) if shape.shares else 1 for _ in range(size)]
        before = {p.variable for p in _literals(relevance)} if relevance else set()
        if index > shape.ask_first and draw.random() < shape.order:
            before.add(draw.randrange(index))
        return Variable(
            question=f"question{index}",
            kind="choice",
            options=tuple(f"option{option}" for option in range(size)),
            bands=(None,) * size,
            shares=tuple(weight / sum(weights) for weight in weights),
            cost=float(draw.randint(1, 3)) if shape.costs else 1.0,
            after=frozenset(before),
            minimum=Decimal(0),
            maximum=None,
            step=Decimal(1),
            place=PLACE,
        )


def _literals(formula: Formula) -> list[In]:
    match formula:
        case In():
            return [formula]
        case And(parts) | Or(parts):
            return [literal for part in parts for literal in _literals(part)]
        case Negation(part):
            return _literals(part)
        case Fact():
            return []
