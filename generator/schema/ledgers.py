"""What a project notes about itself. Readers are told nothing of it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.schema.text import Authored, Id, Line, Plain

EntryAddress = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*(/[a-z][a-z0-9-]*)?$", max_length=128)
]
"""The folder of an entry and its id, such as `issues/payment-failed`."""
PartAddress = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z]+(-[a-z]+)*(/[a-z][a-z0-9-]*)?(#[a-z][a-z0-9-]*)?$", max_length=192
    ),
]
"""The same, or a part of it by its id: `articles/your-rights#know-terms`."""
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
SubjectType = Literal[
    "issue", "cause", "step", "evidence", "channel", "tip", "criterion", "arrival-factor",
    "fee-factor", "process-stage", "best-practice", "comparison", "background", "case", "right",
]  # fmt: skip


class Translation(Authored):
    """Which Chinese texts of an entry its English ones were compared with."""

    zh: tuple[Digest, ...] = Field(description="Digests of the texts, in order.")


class Translations(Authored):
    """The ledger of translations: entry → what was compared."""

    translations: Annotated[dict[EntryAddress, Translation], Field(min_length=1)]


class SubjectPlace(Authored):
    """Where a subject is dealt with."""

    entry: PartAddress
    zh: Plain | None = Field(default=None, description="Words that its Chinese texts hold.")
    en: Plain | None = Field(default=None, description="Words that its English texts hold.")


class Subject(Authored):
    """Something that the help centre must cover."""

    title: Line
    type: SubjectType
    places: tuple[SubjectPlace, ...] = ()


class Coverage(Authored):
    """All that must be covered, by id."""

    subjects: Annotated[dict[Id, Subject], Field(min_length=1)]
