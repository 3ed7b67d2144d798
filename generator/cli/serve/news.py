"""What the builder tells the server: one line of JSON for each piece of news."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Kind = Literal["checked", "json", "published", "problems", "failed", "gave-up"]
"""checked: problems are known. json: the published JSON is new. The others end a build: published:
so are the pages. problems: mistakes kept it from being built. failed: the machine did. gave-up:
newer edits wait."""

ENDS: frozenset[Kind] = frozenset({"published", "problems", "failed", "gave-up"})


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One piece of news."""

    kind: Kind
    problems: Sequence[object] = ()
    """Of `checked`: as `helpcenter check --format json` prints them."""
    version: str = ""
    """Of `published`: equal for equal sites."""
    words: str = ""
    """Of `failed`: what, and how to mend it."""


def to_line(news: News) -> str:
    """One line, with its end."""
    return json.dumps(asdict(news)) + "\n"


def from_line(line: str) -> News:
    """What `to_line` has written."""
    return News(**json.loads(line))
