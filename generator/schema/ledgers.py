"""What a project notes about itself. Readers are told nothing of it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.schema.text import Authored

EntryAddress = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*(/[a-z][a-z0-9-]*)?$", max_length=128)
]
"""The folder of an entry and its id, such as `issues/payment-failed`."""
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]


class Translation(Authored):
    """Which Chinese texts of an entry its English ones were compared with."""

    zh: tuple[Digest, ...] = Field(description="Digests of the texts, in order.")


class Translations(Authored):
    """The ledger of translations: entry → what was compared."""

    translations: Annotated[dict[EntryAddress, Translation], Field(min_length=1)]
