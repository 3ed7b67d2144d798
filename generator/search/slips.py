"""One letter wrong, missing, too many, or two exchanged."""

from generator.search.lookup import Lookup

SHORTEST = 4
"""Shorter words have too many neighbours."""


def nearest(word: str, known: Lookup) -> str:
    """The commonest known stem that is one slip away; empty if there is none."""
    if len(word) < SHORTEST:
        return ""
    keys = known.index.keys
    near = (other for other in known.stems if is_slip(word, other))
    return min(near, key=lambda other: (-len(keys.get(other, ())), other), default="")


def is_slip(word: str, other: str) -> bool:
    """Whether two different words are one slip apart."""
    longer, shorter = (word, other) if len(word) >= len(other) else (other, word)
    if len(longer) - len(shorter) > 1 or len(shorter) < SHORTEST - 1:
        return False
    at = 0
    while at < len(shorter) and longer[at] == shorter[at]:
        at += 1
    if len(longer) > len(shorter):
        return longer[at + 1 :] == shorter[at:]
    if longer[at + 1 :] == shorter[at + 1 :]:
        return True
    exchanged = shorter[at + 1 : at + 2] + shorter[at : at + 1]
    return longer[at : at + 2] == exchanged and longer[at + 2 :] == shorter[at + 2 :]
