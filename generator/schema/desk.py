"""What only support agents read, as authors write it. No public page is made from these."""

from typing import Annotated, Literal

from pydantic import Field

from generator.schema.entities import Kept
from generator.schema.library import Section
from generator.schema.text import Id, Line, Text, Whole

PlaybookKind = Literal["verification", "escalation", "checklist", "standard", "practice"]


class Playbook(Kept):
    """How a team works: scripts, matrices, checklists, standards, practices."""

    kind: PlaybookKind
    order: Whole = Field(default=100, description="Smaller numbers stand first in the kind.")
    title: Line
    summary: Line
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    issues: tuple[Id, ...] = Field(default=(), description="Beside which the desk shows it.")
    sources: tuple[Id, ...] = ()


class Macro(Kept):
    """A reply to a customer, with `[[placeholders]]` to fill in."""

    title: Line
    use: Line = Field(description="When it is the right reply.")
    issues: tuple[Id, ...] = ()
    answers: tuple[Id, ...] = ()
    placeholders: dict[Id, Line] = Field(
        default_factory=dict, description="What each stands for, as the agent sees it."
    )
    text: Text
