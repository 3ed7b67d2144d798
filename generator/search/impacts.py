"""Documents → how strongly each key speaks for each of them, as small whole numbers.

BM25F: occurrences in several fields are added with the field's weight, lengths are evened out, the
sum is damped, and rare keys count more. A browser only has to add.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log
from typing import Literal

from generator.search.documents import Document, DocumentKind, Field
from generator.search.fold import folded
from generator.search.index import Postings
from generator.search.keys import firm_keys, keys_of
from generator.search.lookup import is_latin
from generator.search.phrases import Phrases
from generator.search.units import Unit, units_of

LEVELS = 18
"""The strongest impact."""
DAMPING = 4.0


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
    "alias": FieldWeight(5.6, 0.2, keys="all"),
    "message": FieldWeight(4.0, 0.35, keys="all"),
    "symptom": FieldWeight(1.25, 0.15, keys="alone"),
    "option": FieldWeight(0.5, 0.5, keys="meanings"),
    "heading": FieldWeight(0.5, 0.5, keys="alone"),
}
STANDING: Mapping[DocumentKind, float] = {
    "issue": 1.12, "message": 1.1, "answer": 0.8, "article": 1.05, "term": 0.92,
    "topic": 0.5, "channel": 0.51, "drill": 0.6, "guide": 0.9, "playbook": 0.9, "macro": 0.9,
}  # fmt: skip
"""How much a kind of page is worth to somebody in need."""
LEAST = 3
"""Weaker impacts are left out."""

Counts = list[dict[Field, Counter[str]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read: folded, with words of one meaning and words of little weight."""

    folds: Mapping[str, str]
    groups: Phrases
    light: Phrases

    def counts(self, document: Document) -> dict[Field, Counter[str]]:
        """How often each key occurs in each field."""
        counts: dict[Field, Counter[str]] = {}
        for name, units in self._texts(document):
            found = keys_of(units, self.groups, which=FIELDS[name].keys)
            counts.setdefault(name, Counter()).update(found)
        return counts

    def firm(self, document: Document) -> Iterator[str]:
        """Keys that stand somewhere without a character of little weight."""
        for _, units in self._texts(document):
            yield from firm_keys(units, self.groups, self.light)

    def _texts(self, document: Document) -> Iterator[tuple[Field, list[Unit]]]:
        yield "title", units_of(folded(document.title, self.folds))
        for name, texts in document.fields.items():
            for text in texts:
                yield name, units_of(folded(text, self.folds))


def impacts(documents: tuple[Document, ...], reading: Reading) -> dict[str, Postings]:
    """Postings by key, sorted by key."""
    strengths = _strengths(documents, _weights(documents, reading))
    strongest = max((s for found in strengths.values() for s in found.values()), default=1.0)
    return {
        key: postings
        for key, found in sorted(strengths.items())
        if (postings := _quantised(found, strongest))
    }


def _weights(documents: tuple[Document, ...], reading: Reading) -> dict[str, dict[int, float]]:
    """For each key the weight of its occurrences in each document.

    Two stems that stand together once only are left out, and so are two characters that symptoms
    alone hold once, or that stand in two documents at most and of which one says little.
    """
    counts = [reading.counts(each) for each in documents]
    lengths = _mean_lengths(counts)
    weights: dict[str, dict[int, float]] = defaultdict(dict)
    for number, fields in enumerate(counts):
        for key, weight in _in_fields(fields, lengths).items():
            weights[key][number] = weight
    firm = {key for each in documents for key in reading.firm(each)}
    once = _met_once(counts)
    return {
        key: found
        for key, found in weights.items()
        if key not in once and (len(found) > 2 or key in firm or is_latin(key))
    }


def _met_once(counts: Counts) -> set[str]:
    """Pairs that occur once only: of stems anywhere, of characters in a symptom."""
    times = Counter[str]()
    elsewhere: set[str] = set()
    for fields in counts:
        for name, found in fields.items():
            times.update(found)
            elsewhere.update(key for key in found if name != "symptom" and " " not in key)
    return {key for key, number in times.items() if number == 1 and _is_pair(key)} - elsewhere


def _is_pair(key: str) -> bool:
    return " " in key or not is_latin(key)


def _mean_lengths(counts: Counts) -> dict[Field, float]:
    lengths: dict[Field, list[int]] = defaultdict(list)
    for fields in counts:
        for name, found in fields.items():
            lengths[name].append(found.total())
    return {name: max(1.0, sum(all_) / len(all_)) for name, all_ in lengths.items()}


def _in_fields(
    fields: Mapping[Field, Counter[str]], lengths: Mapping[Field, float]
) -> dict[str, float]:
    weights: dict[str, float] = defaultdict(float)
    for name, found in fields.items():
        field = FIELDS[name]
        even = 1 - field.evening + field.evening * found.total() / lengths[name]
        for key, times in found.items():
            weights[key] += field.weight * times / even
    return weights


def _rarity(all_: int, found: float) -> float:
    return log(1 + (all_ - found + 0.5) / (found + 0.5))


def _strengths(
    documents: tuple[Document, ...], weights: Mapping[str, Mapping[int, float]]
) -> dict[str, dict[int, float]]:
    return {key: _of_a_key(documents, found) for key, found in weights.items()}


def _of_a_key(documents: tuple[Document, ...], weights: Mapping[int, float]) -> dict[int, float]:
    """How strongly a key speaks for each document.

    Documents where it weighs less than where it weighs most count in part: a word that one
    document lives on stays rare although others happen to hold it once.
    """
    damped = {number: weight / (DAMPING + weight) for number, weight in weights.items()}
    rarity = _rarity(len(documents), sum(damped.values()) / max(damped.values()))
    return {
        number: STANDING[documents[number].kind] * rarity * weight
        for number, weight in damped.items()
    }


def _quantised(found: Mapping[int, float], strongest: float) -> Postings:
    rounded = ((n, round(LEVELS * s / strongest)) for n, s in sorted(found.items()))
    return tuple((number, impact) for number, impact in rounded if impact >= LEAST)
