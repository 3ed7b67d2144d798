"""What a project notes about itself. Readers are told nothing of it."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.schema.text import Authored, Day, Id, Line, Plain

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
PublishedAddress = Annotated[
    str,
    StringConstraints(
        pattern=r"^[a-z]+(-[a-z]+)*/[a-z][a-z0-9-]*(#[a-z0-9]+([-.][a-z0-9]+)*)?$", max_length=192
    ),
]
"""The same, or an option of a question: `questions/receiving-card#own-ok`."""
PublishedPart = Annotated[
    str, StringConstraints(pattern=r"^[a-z0-9]+([-.][a-z0-9]+)*$", max_length=64)
]
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


class PublishedChange(Authored):
    """A change of an entry."""

    day: Day
    summary: Line | None = Field(
        default=None, description="What readers are told of it; without it, nothing."
    )


class PublishedEntry(Authored):
    """What became of an entry, or of a part of one, since it was first published."""

    first: Day = Field(description="The day on which it was first published.")
    digest: Digest | None = Field(default=None, description="Of all that readers were told last.")
    parts: tuple[PublishedPart, ...] = Field(
        default=(), description="Ids inside it that stand in addresses: options, sections."
    )
    moved: PublishedAddress | None = Field(
        default=None, description="What stands in its place, where it is gone."
    )
    changes: tuple[PublishedChange, ...] = Field(default=(), description="Oldest first.")


class Published(Authored):
    """The ledger of what was published: entry or part → what became of it."""

    published: Annotated[dict[PublishedAddress, PublishedEntry], Field(min_length=1)]


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
