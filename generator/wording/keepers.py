"""Who keeps an entry true, and by which day it is read again."""

from collections.abc import Iterator
from datetime import date

from generator.problems import Problem
from generator.schema import Entry
from generator.schema.entities import Kept
from generator.schema.library import Chooser
from generator.schema.text import Authored
from generator.schema.toolkit import Toolkit
from generator.wording.passages import Wording


def unkept(wording: Wording) -> Iterator[Problem]:
    """W510: no owner, or no day of review; W511: that day has come."""
    for _, entry in wording.catalogue.entries():
        if isinstance(entry.model, Kept | Chooser | Toolkit):
            yield from _of_entry(entry, entry.model.owner, entry.model.review_by, wording.as_of)


def _of_entry(
    entry: Entry[Authored], owner: str | None, review_by: date | None, as_of: date
) -> Iterator[Problem]:
    lacks = [key for key, value in (("owner", owner), ("review_by", review_by)) if value is None]
    if lacks:
        yield Problem(
            code="W510",
            place=entry.place(),
            what=f"{' and '.join(f'`{key}`' for key in lacks)} are missing."
            if len(lacks) > 1
            else f"`{lacks[0]}` is missing.",
            mend="Name the team that keeps this true, and the day by which it reads it again.",
        )
    if review_by is not None and as_of >= review_by:
        yield Problem(
            code="W511",
            place=entry.place("review_by"),
            what=f"This was to be read again by {review_by}.",
            mend="Read it, compare it with its sources, mend it, and set a new day.",
        )
