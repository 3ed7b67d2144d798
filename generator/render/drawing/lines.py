"""How wide a text is, and where its lines may break: Chinese anywhere but before a comma."""

import re
from itertools import pairwise
from unicodedata import category, combining, east_asian_width

_CLOSING = "，。？！、：；）》」』”’…,.!?:;)%"
_OPENING = "（《「『“‘(["
_WIDE = {"W", "F"}
_WIDE_SIGNS = "“”‘’…"
"""As wide as a Chinese character in Chinese fonts, though Unicode leaves it open."""
_NARROW_LETTERS = set("iljtfrI.,:;!'|()[] ")


def width(text: str) -> float:
    """The width of a text in ems, rather too large than too small whatever the font."""
    return sum(map(_width, text))


def _width(letter: str) -> float:
    if combining(letter) or category(letter) in {"Mn", "Me", "Cf"}:
        return 0.0
    if east_asian_width(letter) in _WIDE or letter in _WIDE_SIGNS:
        return 1.0
    if ord(letter) > 0xFFFF:
        return 1.4
    if letter in _NARROW_LETTERS:
        return 0.42
    return 0.9 if letter in "mwMW@%" else 0.76 if letter.isupper() else 0.66


def wrapped(text: str, most: float) -> list[str]:
    """The text in lines of up to `most` ems. A word that is longer is cut."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, most):
        if line and width((line + piece).rstrip()) > most:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str, most: float) -> list[str]:
    """What must stay together: words with the space behind them, signs with their punctuation."""
    cuts = [0]
    for index, (before, after) in enumerate(pairwise(text), start=1):
        if before in _OPENING or after in _CLOSING or after.isspace() or combining(after):
            continue
        if before.isspace() or _width(before) >= 1 or _width(after) >= 1:
            cuts.append(index)
    pieces = [text[start:end] for start, end in pairwise([*cuts, len(text)])]
    return [part for piece in pieces for part in _cut(piece, most)]


def _cut(piece: str, most: float) -> list[str]:
    if width(piece.rstrip()) <= most:
        return [piece]
    letters = max(1, int(most / 1.4))
    return re.findall(rf"(?s).{{1,{letters}}}", piece)
