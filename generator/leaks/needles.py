"""What is looked for: agents' texts in windows that stand in no public text, and agents' names.

A text leaks as a whole, cut short for a list, or in pieces between tags. So every stretch of 12 Han
characters of a sentence is looked for, and every stretch of 8 words; of a sentence of 5 to 7 words,
all of it. A text of which nothing else is left, such as one of short sentences, is looked for as a
whole. What a public text says in the same words is no secret.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TypeVar

from generator.leaks.folding import han_of, unescaped, words_of
from generator.problems import Place
from generator.render.traditional import in_traditional, with_traditional
from generator.resolve import Project
from generator.schema import Locale

HAN_WINDOW = 12
FEWEST_WORDS = 5
WORD_WINDOW = 8

Words = tuple[str, ...]
Places = dict[Place, None]
"""In the order in which they were found, each once."""

_END = re.compile(r"[。！？!?；;：:\n]|\.(?=\s|$)")
"""Where a sentence ends, or a part of one that may stand anywhere by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Needles:
    """Each stretch, with the places from which it comes."""

    han: Mapping[str, Mapping[str, tuple[Place, ...]]]
    """By their first 12 characters."""
    words: Mapping[Words, Mapping[Words, tuple[Place, ...]]]
    """By their first 5 words."""
    names: Mapping[str, tuple[Place, ...]]
    """Ids; those of a single word could be anything, and are not looked for."""


def needles(project: Project) -> Needles:
    """What may stand in no file of the public site."""
    public = public_texts(project)
    said = _said(public)
    han: dict[str, Places] = {}
    words: dict[Words, Places] = {}
    names: dict[str, Places] = {}
    for secret in project.agents_only:
        if secret.name and "-" in secret.name and secret.name not in public:
            names.setdefault(secret.name, {})[secret.place] = None
        for text in _texts_of(secret.texts, traditional=project.traditional):
            for stretch in _han_left(text, said.han):
                han.setdefault(stretch, {})[secret.place] = None
            for several in _words_left(text, said.words):
                words.setdefault(several, {})[secret.place] = None
    return Needles(
        han=_by_start(han, HAN_WINDOW),
        words=_by_start(words, FEWEST_WORDS),
        names={name: tuple(places) for name, places in names.items()},
    )


def public_texts(project: Project) -> set[str]:
    """Every text and id of the public editions."""
    editions = with_traditional(project).editions.values()
    return {text for edition in editions for text in _strings(edition)}


def _texts_of(texts: Mapping[Locale, tuple[str, ...]], *, traditional: bool) -> Iterable[str]:
    for locale, forms in texts.items():
        for form in forms:
            yield unescaped(form)
            if traditional and locale == "zh":
                yield unescaped(in_traditional(form))


Stretch = TypeVar("Stretch", str, Words)


def windows(whole: Stretch, size: int) -> Iterator[Stretch]:
    """Every stretch of a size."""
    return (whole[at : at + size] for at in range(len(whole) - size + 1))


def _han_left(text: str, said: set[str]) -> list[str]:
    """The stretches of a text that nobody says in public; where there are none, the whole text."""
    parts = [p for each in _END.split(text) for p in windows(han_of(each), HAN_WINDOW)]
    whole = han_of(text)
    joints = windows(whole, HAN_WINDOW)
    return _unsaid(parts, said) or ([whole] if _unsaid(joints, said) else [])


def _words_left(text: str, said: set[Words]) -> list[Words]:
    """The same for its words; figures alone tell nothing."""
    sentences = [tuple(words_of(each)) for each in _END.split(text)]
    parts = [part for each in sentences for part in _word_windows(each) if _tells(part)]
    whole = tuple(words_of(text))
    if left := _unsaid(parts, said):
        return left
    return [whole] if _tells(whole) and _unsaid(_word_windows(whole), said) else []


def _word_windows(words: Words) -> Iterator[Words]:
    return windows(words, min(max(len(words), FEWEST_WORDS), WORD_WINDOW))


def _unsaid(parts: Iterable[Stretch], said: set[Stretch]) -> list[Stretch]:
    return [part for part in parts if part not in said]


def _tells(words: Words) -> bool:
    # Figures and full stops sort before letters.
    return sum(word >= "a" for word in words) >= FEWEST_WORDS


def _by_start(
    found: Mapping[Stretch, Places], size: int
) -> dict[Stretch, dict[Stretch, tuple[Place, ...]]]:
    made: dict[Stretch, dict[Stretch, tuple[Place, ...]]] = {}
    for stretch, places in found.items():
        made.setdefault(stretch[:size], {})[stretch] = tuple(places)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """All stretches of all public texts."""

    han: set[str]
    words: set[Words]


def _said(public: Iterable[str]) -> _Said:
    han: set[str] = set()
    words: set[Words] = set()
    for text in map(unescaped, public):
        several = tuple(words_of(text))
        han.update(windows(han_of(text), HAN_WINDOW))
        for size in range(FEWEST_WORDS, WORD_WINDOW + 1):
            words.update(windows(several, size))
    return _Said(han=han, words=words)


def _strings(value: object) -> Iterator[str]:
    """Every text inside a value; of prose, also as a whole."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _strings(each)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield key
            yield from _strings(each)
    elif is_dataclass(value):
        if isinstance(plain := getattr(value, "plain", None), str):
            yield plain
        for part in fields(value):
            yield from _strings(getattr(value, part.name))
