"""A digest of what readers are told under each address or id that must never die.

It is made of texts alone: neither the order of fields nor new ones that are empty change it.
Figures are part of the texts, so that a page has changed when a figure on it has.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from generator.guide import Guide, Question
from generator.prove import Proved
from generator.resolve import Project
from generator.resolve.entities import Edition
from generator.schema import LOCALES


def digests(project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """Eight characters for each page, term, message, channel and guide, by its address.

    Both languages are in it. Questions have none of their own: guides tell them.
    """
    editions = [project.editions[locale] for locale in LOCALES]
    told: dict[str, list[object]] = {}
    for edition in editions:
        for folder, entities in _folders(edition).items():
            for name, entity in entities.items():
                told.setdefault(f"{folder}/{name}", []).append(entity)
    for name, proved in guides.items():
        told[f"guides/{name}"].append(tuple(_shape(proved.guide)))
    return {address: digest(*texts) for address, texts in told.items()}


def digest(*values: object) -> str:
    """Eight characters for all texts inside some values."""
    texts = "\0".join(text for value in values for text in _texts(value))
    return hashlib.sha256(texts.encode()).hexdigest()[:8]


def _folders(edition: Edition) -> dict[str, Mapping[str, object]]:
    library = edition.library
    return {
        "topics": edition.topics,
        "issues": edition.issues,
        "answers": edition.answers,
        "channels": edition.channels,
        "guides": edition.guides,
        "articles": library.articles,
        "terms": library.terms,
        "messages": library.messages,
        "drills": library.drills,
    }


def _texts(value: object) -> Iterator[str]:
    """Every text inside a value; lists keep their order, maps are read by key."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Mapping):
        for key, each in sorted(value.items()):
            yield key
            yield from _texts(each)
    elif is_dataclass(value):
        for part in sorted(fields(value), key=lambda part: part.name):
            yield from _texts(getattr(value, part.name))


def _shape(guide: Guide) -> Iterator[str]:
    """What a guide asks and answers, whatever its nodes are called."""
    numbers = {guide.start: 0}
    waiting = [guide.start]
    while waiting:
        node = guide.nodes[waiting.pop()]
        if not isinstance(node, Question):
            yield " ".join((node.answer, *node.advice, *node.because))
            continue
        yield node.question
        for option, child in node.children.items():
            if child not in numbers:
                numbers[child] = len(numbers)
                waiting.append(child)
            yield f"{option} {numbers[child]}"
