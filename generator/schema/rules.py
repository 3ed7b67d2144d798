"""What authors write under `rules/` and in journeys, as typed models."""

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from generator.schema.text import (
    Authored,
    Day,
    Id,
    Line,
    Name,
    NotNegative,
    Share,
    Signed,
    Whole,
)

CONDITION = "x-condition"
"""Marks in a JSON Schema where a condition stands; `editor_schemas` says what one is."""


class RawCondition:
    """A condition as the author wrote it; `conditions` gives it its meaning, with places."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        return core_schema.any_schema()

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _schema: CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {CONDITION: True}


Condition = Annotated[Any, RawCondition]


class AskedQuestion(Authored):
    """A question that the guide may ask."""

    id: Id
    options: Annotated[tuple[str, ...], Field(min_length=2)] | None = Field(
        default=None, description="A subset of the question's options."
    )
    after: tuple[Id, ...] = Field(default=(), description="Ask it only after these.")
    only_if: Condition = Field(default=None, description="Ask it only where this holds.")
    alike: tuple[Annotated[tuple[str, ...], Field(min_length=2)], ...] = Field(
        default=(),
        description="Groups of options that are meant to lead to the same in this guide.",
    )


class Derivation(Authored):
    """A derived fact: true where `when` holds. Several entries for one fact mean any of them."""

    fact: Name
    when: Condition
    because: Line


class Rule(Authored):
    """Condition → answer."""

    id: Id
    when: Condition
    answer: Id
    because: Line
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]


class AdviceRule(Authored):
    """Condition → advice; all that hold apply."""

    id: Id
    when: Condition
    advice: Id
    because: Line
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    may_cost: NotNegative = Field(
        default=Decimal("0.3"), description="Questions that it may add on average."
    )


class Otherwise(Authored):
    """What is answered when no rule holds."""

    answer: Id
    because: Line
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    at_most: Share = Field(
        default=Decimal("0.3"), description="Share of readers that may end here, from 0 to 1."
    )


class Score(Authored):
    """A figure of merit: it starts somewhere, and each advice that applies moves it."""

    start: Signed
    answers: Annotated[tuple[Id, ...], Field(min_length=1)] | None = Field(
        default=None, description="Answers that it is shown with; all if left out."
    )
    points: Annotated[dict[Id, Signed], Field(min_length=1)]


class GuideRules(Authored):
    """A rules file: all that decides one guide."""

    id: Id
    title: Line
    hit_policy: Literal["first", "unique"] = "first"
    depth: Annotated[Whole, Field(ge=1, le=30)] = 8
    questions: Annotated[tuple[AskedQuestion, ...], Field(min_length=1, max_length=60)]
    ask_first: tuple[Id, ...] = ()
    derive: Annotated[tuple[Derivation, ...], Field(max_length=100)] = ()
    rules: Annotated[tuple[Rule, ...], Field(min_length=1, max_length=1000)]
    otherwise: Otherwise | None = None
    advice: tuple[AdviceRule, ...] = ()
    score: Score | None = None


class Outcome(Authored):
    """Where a journey arrives in a guide."""

    answer: Id
    advice: tuple[Id, ...] = ()
    then: "Onward | None" = Field(
        default=None, description="The outcome in the guide that the answer continues in."
    )


class Onward(Outcome):
    """Where a journey arrives in a further guide, into which its replies are carried."""

    dropped: tuple[Id, ...] = Field(
        default=(), description="Questions whose replies do not fit here and are asked again."
    )
    replies: dict[Id, str] = Field(
        default_factory=dict, description="Replies given only here, such as to what was dropped."
    )


class Journey(Outcome):
    """Replies and where they must lead; raw amounts and dates are allowed as replies."""

    name: Annotated[str, Field(min_length=3)]
    today: Day | None = None
    replies: dict[Id, str]


class Journeys(Authored):
    """A file of journeys through one guide."""

    guide: Id
    today: Day
    journeys: Annotated[tuple[Journey, ...], Field(min_length=1)]
