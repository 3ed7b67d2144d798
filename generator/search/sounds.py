"""How Han characters sound, without tones: for slips of an input method and for pinyin as typed.

The first 3,755 characters of GB 2312 stand in the order of their sounds, and every browser can
decode them; so the table of sounds is a list of runs. Sounds that many people do not tell apart
(zh and z, ing and in) are one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from pypinyin import Style, lazy_pinyin, pinyin

from generator.search.fold import is_han


def common_characters() -> str:
    """The first level of GB 2312, in its order."""
    rows = range(0xB0, 0xD8)
    codes = (bytes((row, cell)) for row in rows for cell in range(0xA1, 0xFF))
    return b"".join(codes).decode("gb2312", errors="replace").rstrip("\ufffd")


@cache
def runs() -> str:
    """The sounds of `common_characters()` as runs: `a2 ai13 an9 …`."""
    sounds = (_sound(char) for char in common_characters())
    return " ".join(f"{sound}{sum(1 for _ in run)}" for sound, run in groupby(sounds))


def more_readings(texts: Iterable[str]) -> str:
    """Sounds of characters in these texts that `runs` does not tell: `行hang 账zhang`."""
    known = dict(zip(common_characters(), map(_sound, common_characters()), strict=True))
    found: dict[tuple[str, str], None] = {}
    for text in texts:
        heard = lazy_pinyin(text, errors=_unheard)
        for char, sound in zip(text, heard, strict=True):
            if is_han(char) and sound.isascii() and sound.isalpha() and known.get(char) != sound:
                found[char, sound] = None
    return " ".join(f"{char}{sound}" for char, sound in sorted(found))


def _unheard(other: str) -> Any:  # noqa: ANN401 - the library's own type leaves out lists
    """A mark for each character that is no Han character."""
    return ["-"] * len(other)


def _sound(char: str) -> str:
    return pinyin(char, style=Style.NORMAL)[0][0].replace("ü", "v")


def alike(sound: str) -> str:
    """A sound without the differences that are often not heard."""
    if len(sound) > 1 and sound[1] == "h":
        sound = sound[0] + sound[2:]
    return sound[:-1] if sound.endswith("ng") and sound[-3] in "aei" else sound


@dataclass(frozen=True, slots=True)
class Sounds:
    """The table as it is used: sounds of a character, syllables of a word."""

    readings: Mapping[str, tuple[str, ...]]
    """Sounds as `alike` leaves them, the commonest first."""
    syllables: frozenset[str]
    """As they are spelt."""

    def split(self, word: str) -> list[str]:
        """The syllables of a word in pinyin, as few as possible; none if it is no pinyin."""
        best: list[list[str] | None] = [[]]
        for end in range(1, len(word) + 1):
            here: list[str] | None = None
            for start in range(max(0, end - 6), end):
                before = best[start]
                if before is None or word[start:end] not in self.syllables:
                    continue
                if here is None or len(before) + 1 < len(here):
                    here = [*before, word[start:end]]
            best.append(here)
        return best[-1] or []


def sounds_from(told_runs: str, told_more: str) -> Sounds:
    """The table from its two texts."""
    readings: dict[str, tuple[str, ...]] = {}
    syllables: set[str] = set()
    at, characters = 0, common_characters()
    for run in told_runs.split():
        sound = run.rstrip("0123456789")
        syllables.add(sound)
        for char in characters[at : at + int(run[len(sound) :])]:
            readings[char] = (alike(sound),)
            at += 1
    for told in told_more.split():
        char, sound = told[0], told[1:]
        syllables.add(sound)
        known = readings.get(char, ())
        readings[char] = known if alike(sound) in known else (*known, alike(sound))
    return Sounds(readings, frozenset(syllables))
