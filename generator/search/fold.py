"""Texts and queries → characters that can be compared, one for each character that came in.

Full-width forms, capitals, traditional characters and characters that are written for others become
one. What is no letter, digit or Han character comes out as it is, or as a mark where it lies beyond
the basic plane, so that positions stay those of the text.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from opencc import OpenCC

LIMIT = 600
"""No more characters of a query are read: the longest cry for help that was ever seen has 200."""
MARK = "\0"
"""Stands for a character that means nothing here."""
_ROMAN = dict(zip("ⅠⅡⅢⅣⅤ", "12345", strict=True))


def folded(text: str, folds: Mapping[str, str]) -> str:
    """The text with each character folded; as long as it was."""
    return "".join(_folded(char, folds) for char in text)


def _folded(char: str, folds: Mapping[str, str]) -> str:
    code = ord(char)
    if code > 0xFFFF:
        return MARK
    if 0xFF01 <= code <= 0xFF5E:
        char = chr(code - 0xFEE0)
    elif code in {0x3000, 0xA0, 0x9}:
        char = " "
    if "A" <= char <= "Z":
        return char.lower()
    return folds.get(char, char)


def is_han(char: str) -> bool:
    """Whether a character is Chinese writing."""
    return "\u3400" <= char <= "\u9fff"


def folds_for(texts: Iterable[str], alike: Mapping[str, str]) -> dict[str, str]:
    """What must be folded so that traditional writing finds these texts, which are simplified."""
    used = {char for text in texts for char in text if is_han(char)}
    simplified = {_traditional().get(char, char) for char in used}
    folds = {char: plain for char, plain in _traditional().items() if plain in simplified}
    folds.update(_ROMAN)
    folds.update(alike)
    return dict(sorted(folds.items()))


@cache
def _traditional() -> dict[str, str]:
    """Every character of the basic plane that has one simplified form, with that form."""
    converter = OpenCC("t2s")
    written = [chr(code) for code in range(0x3400, 0xA000)]
    pairs = zip(written, (converter.convert(char) for char in written), strict=True)
    return {char: plain for char, plain in pairs if len(plain) == 1 and plain != char}
