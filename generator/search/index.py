"""What the search knows of one locale: documents, and how strongly each key speaks for them."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.schema import EditionLocale
from generator.search.documents import Document

Postings = tuple[tuple[int, int], ...]
"""Documents by rising number, each with its impact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Words that tell a reply to a question of a guide."""

    question: str
    option: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """Everything that a search reads; what is published is the same in fewer bytes."""

    locale: EditionLocale
    documents: tuple[Document, ...]
    keys: Mapping[str, Postings]
    """Two Han characters, a stem, two stems with a blank between, or `=` and a group's number."""
    groups: tuple[tuple[str, ...], ...]
    """Words of one meaning, folded."""
    light: tuple[str, ...]
    """Words of little weight, folded."""
    asks_meaning: tuple[str, ...]
    """Words that ask what something is, folded."""
    folds: Mapping[str, str]
    runs: str
    """Sounds of common characters; see `sounds`."""
    readings: str
    """Sounds besides."""
    sayings: Mapping[str, tuple[Saying, ...]]
    """For each issue what words say to its guide."""
