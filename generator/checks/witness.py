"""Replies as authors write them, to show that a finding is true."""

from collections.abc import Mapping

from generator.resolve import Logic


def in_words(logic: Logic, replies: Mapping[int, int]) -> str:
    """Replies as `question=option` pairs, in the guide's own order."""
    return ", ".join(
        f"{logic.variables[variable].question}={logic.variables[variable].options[option]}"
        for variable, option in sorted(replies.items())
    )
