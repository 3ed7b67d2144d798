"""Documents → how strongly each key speaks for each of them, as small whole numbers.

BM25F: occurrences in several fields are added with the field's weight, lengths are evened out, the
sum is damped, and rare keys count more. A browser only has to add.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Literal

from generator.search.documents import Document, DocumentKind, Field
from generator.search.fold import folded
from generator.search.index import Postings
from generator.search.keys import keys_of
from generator.search.phrases import Phrases
from generator.search.units import units_of

LEVELS = 20
"""The strongest impact."""
DAMPING = 2.9


@dataclass(frozen=True, slots=True)
class FieldWeight:
    """How a field counts."""

    weight: float
    evening: float
    """From 0, where length does not matter, to 1."""
    keys: Literal["all", "alone", "meanings"]
    """Whether pairs of stems are keys, too, or words of one meaning alone."""


FIELDS: Mapping[Field, FieldWeight] = {
    "title": FieldWeight(6.0, 0.55, keys="all"),
    "alias": FieldWeight(5.6, 0.35, keys="all"),
    "message": FieldWeight(4.0, 0.35, keys="all"),
    "symptom": FieldWeight(1.25, 0.15, keys="meanings"),
    "option": FieldWeight(0.5, 0.5, keys="meanings"),
    "heading": FieldWeight(0.5, 0.5, keys="alone"),
}
STANDING: Mapping[DocumentKind, float] = {
    "issue": 1.12, "message": 0.85, "answer": 0.58, "article": 0.98, "term": 0.92,
    "topic": 0.5, "channel": 0.51, "drill": 0.6,
}  # fmt: skip
"""How much a kind of page is worth to somebody in need."""
LEAST = 3
"""Weaker impacts are left out."""

Counts = list[dict[Field, Counter[str]]]


def impacts(
    documents: tuple[Document, ...], folds: Mapping[str, str], groups: Phrases, light: Phrases
) -> dict[str, Postings]:
    """Postings by key, sorted by key."""
    counts = [_counts(each, folds, groups, light) for each in documents]
    lengths = _mean_lengths(counts)
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for number, fields in enumerate(counts):
        for key, weight in _weights(fields, lengths).items():
            weights[key][number] = weight
    strengths = {
        key: _strengths(found, documents, rarity=_rarity(len(documents), len(found)))
        for key, found in weights.items()
    }
    strongest = max((s for found in strengths.values() for s in found.values()), default=1.0)
    return {
        key: postings
        for key, found in sorted(strengths.items())
        if (postings := _quantised(found, strongest))
    }


def _counts(
    document: Document, folds: Mapping[str, str], groups: Phrases, light: Phrases
) -> dict[Field, Counter[str]]:
    texts: dict[Field, tuple[str, ...]] = {
        **document.fields,
        "title": (document.title,),
    }
    return {
        name: sum(
            (
                keys_of(units_of(folded(text, folds)), groups, light, which=FIELDS[name].keys)
                for text in several
            ),
            Counter[str](),
        )
        for name, several in texts.items()
    }


def _mean_lengths(counts: Counts) -> dict[Field, float]:
    lengths: dict[Field, list[int]] = defaultdict(list)
    for fields in counts:
        for name, found in fields.items():
            lengths[name].append(found.total())
    return {name: max(1.0, sum(all_) / len(all_)) for name, all_ in lengths.items()}


def _weights(
    fields: Mapping[Field, Counter[str]], lengths: Mapping[Field, float]
) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for name, found in fields.items():
        field = FIELDS[name]
        even = 1 - field.evening + field.evening * found.total() / lengths[name]
        for key, times in found.items():
            weights[key] += field.weight * times / even
    return weights


def _rarity(all_: int, found: int) -> float:
    return log(1 + (all_ - found + 0.5) / (found + 0.5))


def _strengths(
    found: Mapping[int, float], documents: tuple[Document, ...], *, rarity: float
) -> dict[int, float]:
    return {
        number: STANDING[documents[number].kind] * rarity * weight / (DAMPING + weight)
        for number, weight in found.items()
    }


def _quantised(found: Mapping[int, float], strongest: float) -> Postings:
    rounded = ((n, round(LEVELS * s / strongest)) for n, s in sorted(found.items()))
    return tuple((number, impact) for number, impact in rounded if impact >= LEAST)
