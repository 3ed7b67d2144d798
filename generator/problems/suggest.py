"""Did you mean …? Nearest known words to a misspelt one."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that names the nearest of `known`, or an empty string."""
    names = sorted(set(known))
    near = get_close_matches(word, names, n=3, cutoff=0.6)
    if not near:
        return ""
    return "Did you mean " + " or ".join(f'"{name}"' for name in near) + "?"
