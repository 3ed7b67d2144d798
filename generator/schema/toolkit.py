"""What the tools of the site work with, as authors write it."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.library import Examples
from generator.schema.text import FOR_AGENTS, Authored, Day, Id, Line, OptionId, Text, Whole

Stage = Literal["first", "again", "outside"]
"""How far a complaint has come: to the firm, to the firm once more, to somebody outside."""


class Arrival(Authored):
    """Money on its way: what was done, how, and by when it should be there."""

    region: OptionId = Field(description="An option of the question `region`.")
    what: Line
    how: Line
    calculator: Id = Field(description="Of kind `due_date`.")
    past: Id = Field(description="The page to go on with once that day has passed.")


class Period(Authored):
    """A day by which somebody must act."""

    region: OptionId
    title: Line
    because: Text
    calculator: Id = Field(description="Of kind `due_date` or `deadline`.")
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]


class Demand(Authored):
    """What a complaint may ask for."""

    label: Line
    text: Line = Field(description="The sentence in the letter.")


class Recipient(Authored):
    """Whom a letter goes to at one stage in one region."""

    region: OptionId
    stage: Stage
    name: Line
    channel: Id
    opening: Line = Field(description="The first sentence of the letter.")
    closing: Line = Field(description="By when an answer is asked for.")


class Evidence(Authored):
    """A kind of trouble, and the answers whose lists of evidence serve it."""

    title: Line
    issue: Id
    answers: Annotated[tuple[Id, ...], Field(min_length=1)]


class CheckUp(Authored):
    """A guide whose questions are asked on one page, with points for what is in place."""

    issue: Id = Field(description="The issue that opens the guide.")
    points: Annotated[dict[Id, Whole], Field(min_length=1)] = Field(
        description="For each piece of advice of the guide, what is lost where it applies."
    )


class Toolkit(Authored):
    """What the tools work with."""

    owner: Annotated[Id | None, FOR_AGENTS] = None
    review_by: Annotated[Day | None, FOR_AGENTS] = None
    arrivals: Annotated[dict[Id, Arrival], Field(min_length=1)]
    fee: Examples = Field(description="The calculator of the fee tool, with examples.")
    fee_wrong: Id = Field(description="The page to go on with where another fee was charged.")
    periods: Annotated[dict[Id, Period], Field(min_length=1)]
    demands: Annotated[dict[Id, Demand], Field(min_length=1)]
    recipients: Annotated[dict[Id, Recipient], Field(min_length=1)]
    evidence: Annotated[dict[Id, Evidence], Field(min_length=1)]
    check_up: CheckUp
