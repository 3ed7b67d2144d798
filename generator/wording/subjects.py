"""Where what must be covered is dealt with, and whether it still is.

`content/coverage.yml` lists subjects with their places; a place may name words that must stand
there, so that an edit which drops the subject is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.problems import Problem, did_you_mean
from generator.schema import LOCALES, Catalogue, Entry, Locale
from generator.schema.ledgers import Subject
from generator.schema.text import Authored
from generator.source import Path
from generator.wording.passages import passages

COVERAGE = "content/coverage.yml"


@dataclass(frozen=True, slots=True)
class _Part:
    """A text of an entry: which parts it lies in, and its words in each locale."""

    within: frozenset[str]
    words: dict[Locale, str]


def misplaced(catalogue: Catalogue) -> Iterator[Problem]:
    """W514: subjects without a place; W515: places that are gone or do not hold their words."""
    texts = _texts(catalogue)
    for name, entry in catalogue.subjects.items():
        if not entry.model.places:
            yield Problem(
                code="W514",
                place=entry.key_place(),
                what=f'"{name}" is dealt with nowhere.',
                mend="Write about it, and name the entry under `places`.",
            )
        for index in range(len(entry.model.places)):
            yield from _holds(texts, entry, index)


def _holds(texts: dict[str, list[_Part]], entry: Entry[Subject], index: int) -> Iterator[Problem]:
    place = entry.model.places[index]
    address, _, part = place.entry.partition("#")
    found = [each for each in texts.get(address, ()) if not part or part in each.within]
    if not found:
        known = {part for each in texts.get(address, ()) for part in each.within}
        near = did_you_mean(part, known) if address in texts else did_you_mean(address, texts)
        yield Problem(
            code="W515",
            place=entry.place("places", index, "entry"),
            what=f"There is no {place.entry}.",
            mend=near or "Name an entry by folder and id, and perhaps a part of it behind #.",
        )
        return
    for locale in LOCALES:
        words: str | None = getattr(place, locale)
        if words and not any(words.casefold() in each.words[locale] for each in found):
            yield Problem(
                code="W515",
                place=entry.place("places", index, locale),
                what=f"{place.entry} does not say “{words}” any more.",
                mend="Deal with the subject there again, or name where it is now.",
            )


def _texts(catalogue: Catalogue) -> dict[str, list[_Part]]:
    """All texts by the address of their entry."""
    found: dict[str, list[_Part]] = {}
    for passage in passages(catalogue):
        words = {said.locale: "\n".join(said.lines).casefold() for said in passage.said}
        part = _Part(_within(passage.entry.model, passage.path), words)
        found.setdefault(passage.address, []).append(part)
    return found


def _within(model: Authored, path: Path) -> frozenset[str]:
    """The ids of the parts in which a text lies: keys of maps, and ids in lists."""
    ids: set[str] = set()
    value: object = model
    for step in path:
        match value:
            case Authored():
                value = _field(value, str(step))
            case dict():
                ids.add(str(step))
                value = value[step]
            case tuple():
                value = value[int(step)]
                own = getattr(value, "id", None)
                ids.update({own} if isinstance(own, str) else ())
            case _:
                break
    return frozenset(ids)


def _field(model: Authored, key: str) -> object:
    """A model's field by the key that authors write."""
    for name, info in type(model).model_fields.items():
        if key in {name, info.alias}:
            return getattr(model, name)
    raise KeyError(key)
