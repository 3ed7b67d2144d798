"""A complaint of the YAML parser as one problem: in an author's words, where the mistake begins."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.problems import Place, Problem
from generator.source.slips import slip

Spot = tuple[int, int]
"""Line and column, which count from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """What the parser says, and where."""

    context: str
    problem: str
    shows: Spot | None
    """Where the parser gave up."""
    begins: Spot | None
    """Where that began in which it gave up."""


def not_yaml(complaint: Complaint, file: str, text: str) -> Problem:
    """What the parser found, at the place where the mistake begins rather than where it shows."""
    if complaint.shows is None:
        what = f"This is not YAML: {complaint.problem}."
        return Problem(code="Y102", place=Place(file), what=what, mend=_LOOK_FOR)
    # The parser places what is missing at the end on a line behind the last one.
    lines = [*text.split("\n"), ""]
    (line, column), what, mend = _told(complaint, complaint.shows, lines)
    place = Place(file, min(line + 1, len(lines) - 1), column + 1)
    return Problem(code="Y102", place=place, what=what, mend=mend)


def _told(complaint: Complaint, shows: Spot, lines: Sequence[str]) -> tuple[Spot, str, str]:
    begins = complaint.begins or shows
    if "\t" in lines[shows[0]][: shows[1] + 1]:
        return shows, "A tab stands where spaces indent.", "Indent with spaces."
    if guess := slip(lines, shows[0], begins[0], complaint.problem):
        return (guess.line, guess.column), guess.what, guess.mend
    spot = begins if any(word in complaint.context for word in _BEGINS_EARLIER) else shows
    first = lines[spot[0]][spot[1] : spot[1] + 1]
    return spot, *_in_words(complaint.context, complaint.problem, first)


_BEGINS_EARLIER = ("quoted", "flow", "alias", "anchor", "tag", "block scalar")
_LOOK_FOR = (
    "Look for a quote that opens or closes too early, a missing space after a colon, or wrong "
    "indentation."
)
_COMPARE = "Put the text in double quotes; write a comparison as `{gt: 100}`."
_QUOTE = "Put the text in double quotes; begin a list on a line of its own."


def _in_words(context: str, problem: str, first: str) -> tuple[str, str]:
    """What is wrong and how to mend it, where a text or list begins with the character `first`."""
    if "quoted" in context and "escape" not in problem:
        return f"The quote {first} that opens here is not closed.", "Close it with the same mark."
    if "escape" in problem:
        return f"This is not YAML: {problem}.", "In double quotes write \\\\ for a backslash."
    if "flow" in context and first in ("[", "{"):
        return (
            f"What opens here with {first}, or a quote inside it, is not closed, or a comma lacks.",
            f"Close it; put a text that begins with {first} in double quotes.",
        )
    if first and first in "*&!@`%|>]},?-":
        return f"A text cannot begin with {first} here.", _COMPARE if first == ">" else _QUOTE
    if "mapping values" in problem:
        return (
            "A colon stands where no key can.",
            'Put a text with “: ” in plain double quotes ("); indent a key like its siblings.',
        )
    return f"This is not YAML: {problem}.", _LOOK_FOR
