"""How people's own words are understood in a search, as authors write it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.schema.text import Authored, Plain, Words

Character = Annotated[str, StringConstraints(min_length=1, max_length=1)]


class SynonymGroup(Authored):
    """Words that mean the same to somebody who searches."""

    zh: tuple[Plain, ...] = ()
    en: tuple[Plain, ...] = ()


class GoldenQuery(Authored):
    """What somebody types, and the pages of which any helps them."""

    q: Plain
    wants: Annotated[tuple[Plain, ...], Field(min_length=1)]


class GoldenQueries(Authored):
    """Queries of one kind, by which the search is measured."""

    queries: Annotated[tuple[GoldenQuery, ...], Field(min_length=1)]


class Danger(Authored):
    """Words by which somebody who searches tells of danger, wherever they stand in a query."""

    emergency: Words = Field(description="Words that put the emergency page before all else.")
    never_kept: Words = Field(
        description="Further words with which no search is kept on the device, even on request."
    )


class Synonyms(Authored):
    """What searches take for one another, and what they weigh lightly."""

    groups: Annotated[tuple[SynonymGroup, ...], Field(min_length=1)]
    light: Words = Field(description="Words that say little: “what shall I do”, “please”.")
    asks_meaning: Words = Field(description="Words that ask what something is.")
    alike: dict[Character, Character] = Field(
        default_factory=dict, description="Characters that are written for others: {帐: 账}."
    )
    danger: Danger | None = None
