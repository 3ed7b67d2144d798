"""One file's text → which needles stand in it, and where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.leaks.folding import HAN, han_of, streams_of, unescaped
from generator.leaks.needles import FEWEST_WORDS, HAN_WINDOW, Needles
from generator.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """Something that should not be there."""

    place: Place
    """Where its author wrote it."""
    others: tuple[Place, ...]
    """Where else the same words were written."""
    words: str
    line: int
    """Of the file, once everything in it that is escaped has been read; from 1."""


def finds(text: str, needles: Needles) -> Iterator[Find]:
    """Every stretch of an agents' text, and every name, that a text holds; each once."""
    clear = unescaped(text)
    yield from _han(clear, needles)
    for words in streams_of(clear):
        yield from _words(clear, words, needles)


def _han(clear: str, needles: Needles) -> Iterator[Find]:
    han = han_of(clear)
    starts = {han[at : at + HAN_WINDOW] for at in range(len(han) - HAN_WINDOW + 1)}
    for start in sorted(starts & needles.han.keys()):
        for stretch, places in needles.han[start].items():
            if (at := han.find(stretch)) >= 0:
                yield _find(stretch, places, _line_of_han(clear, at))


def _words(clear: str, words: Sequence[str], needles: Needles) -> Iterator[Find]:
    starts = zip(*(words[at:] for at in range(FEWEST_WORDS)), strict=False)
    for at in [at for at, start in enumerate(starts) if start in needles.words]:
        for stretch, places in needles.words[tuple(words[at : at + FEWEST_WORDS])].items():
            if tuple(words[at : at + len(stretch)]) == stretch:
                yield _find(" ".join(stretch), places, _line(clear, words[at]))
    # An id stands inside a longer one where a page makes an anchor of it.
    for word in sorted(word for word in set(words) if "-" in word):
        for name in (name for name in needles.names if name in word):
            yield _find(name, needles.names[name], _line(clear, name))


def _find(words: str, places: tuple[Place, ...], line: int) -> Find:
    return Find(place=places[0], others=places[1:], words=words, line=line)


def _line(clear: str, word: str) -> int:
    return clear[: max(0, clear.lower().find(word))].count("\n") + 1


def _line_of_han(clear: str, number: int) -> int:
    """The line on which the Han character with this number stands, counted from 0."""
    seen = 0
    for at, line in enumerate(clear.split("\n"), start=1):
        seen += len(HAN.sub("", line))
        if seen > number:
            return at
    return 1
