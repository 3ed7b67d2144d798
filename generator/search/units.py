"""Folded text → units: Han characters one by one, Latin words by their stem, numbers."""

from dataclasses import dataclass

from generator.search.fold import is_han

_JOINERS = "'’‘"


@dataclass(frozen=True, slots=True)
class Unit:
    """A character or a stem, and where it stands."""

    text: str
    start: int
    end: int
    glued: bool
    """Whether nothing but blanks stands between it and the unit before it."""
    word: str = ""
    """The Latin word before it was stemmed; empty for Han."""

    @property
    def han(self) -> bool:
        return not self.word


def units_of(text: str) -> list[Unit]:
    """The units of a folded text, in order."""
    units: list[Unit] = []
    at, glued = 0, False
    while at < len(text):
        char = text[at]
        if is_han(char):
            units.append(Unit(char, at, at + 1, glued))
            at, glued = at + 1, True
        elif _is_letter(char):
            end, word = _word(text, at)
            units.append(Unit(stem(word), at, end, glued, word))
            at, glued = end, True
        else:
            glued = glued and char == " "
            at += 1
    return units


def _word(text: str, start: int) -> tuple[int, str]:
    """Where a Latin word ends, and the word without apostrophes and thousands separators."""
    at, word = start, ""
    while at < len(text):
        char = text[at]
        inside = 0 < at < len(text) - 1 and _is_letter(text[at - 1]) and _is_letter(text[at + 1])
        if _is_letter(char):
            word += char
        elif not (inside and (char in _JOINERS or (char == "," and _between_digits(text, at)))):
            break
        at += 1
    return at, word


def _between_digits(text: str, at: int) -> bool:
    return text[at - 1] <= "9" and text[at + 1] <= "9"


def _is_letter(char: str) -> bool:
    return "a" <= char <= "z" or "0" <= char <= "9"


def stem(word: str) -> str:
    """A Latin word without its commonest endings, so that its forms are equal; lightly."""
    if len(word) < 4 or word[0] <= "9":
        return word
    word = word.replace("iz", "is").replace("yz", "ys")
    if word.endswith("ies"):
        word = word[:-3] + "y"
    elif word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    for ending, least in (("ing", 6), ("ed", 5)):
        if word.endswith(ending) and len(word) >= least:
            word = word[: -len(ending)]
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
                word = word[:-1]
            break
    return word[:-1] if word.endswith("e") and len(word) > 3 else word
