"""Did you mean …? Nearest known words to a misspelt one."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """Up to three of `known` that `word` may have been meant to be, the likeliest first."""
    return get_close_matches(word, sorted(set(known) - {word}), n=3, cutoff=0.6)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest of `known`, or an empty string."""
    near = nearest(word, known)
    return "Did you mean " + " or ".join(f'"{name}"' for name in near) + "?" if near else ""
