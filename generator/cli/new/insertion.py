"""A rule into the text of a rules file, so that every other line stays as its author wrote it."""

import re
from collections.abc import Callable

from generator.source import Document, read_yaml


class NoPlace(Exception):  # noqa: N818 - the message is for the author
    """The file is written in a way in which no line can be put in safely."""


def inserted(document: Document, text: str, entry: Callable[[int], str], *, before: int) -> str:
    """The text of a rules file with an entry in `rules:`, before the one at index `before`.

    `before` may be the number of rules; then the entry becomes the last. `entry` makes the new
    lines for the number of spaces before its hyphen. Raises `NoPlace`.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    starts = _starts(document, lines)
    indent = len(lines[starts[0]]) - len(lines[starts[0]].lstrip(" "))
    at = _above(lines, starts[before]) if before < len(starts) else _behind(document, lines)
    new = entry(indent).replace("\n", end)
    if len(starts) > 1 and not lines[_above(lines, starts[1]) - 1].strip():
        # Rules stand apart in this file.
        new = new + end if before < len(starts) else end + new
    if at and not lines[at - 1].endswith("\n"):
        new = end + new
    made = "".join((*lines[:at], new, *lines[at:]))
    _same_but_for_one(document, made, before)
    return made


def _starts(document: Document, lines: list[str]) -> list[int]:
    """The line of each rule's hyphen, counted from 0."""
    assert isinstance(document.data, dict)
    rules = document.data["rules"]
    found = [document.place(("rules", index)).line - 1 for index in range(len(rules))]
    if not all(re.match(r" *- +\S", lines[line]) for line in found):
        raise NoPlace("its rules do not each begin on a line of their own with a hyphen")
    return found


def _above(lines: list[str], line: int) -> int:
    """The first of the comment lines that stand directly above a line."""
    while line and lines[line - 1].lstrip().startswith("#"):
        line -= 1
    return line


def _behind(document: Document, lines: list[str]) -> int:
    """The line behind the last rule, before blank lines and comments at the margin."""
    assert isinstance(document.data, dict)
    rules = document.key_place(("rules",)).line
    later = [document.key_place((key,)).line for key in document.data]
    line = min((other - 1 for other in later if other > rules), default=len(lines))
    while not lines[line - 1].strip() or lines[line - 1].startswith("#"):
        line -= 1
    return line


def _same_but_for_one(document: Document, made: str, index: int) -> None:
    """Raise `NoPlace` unless the new text says what the old one does, and one rule more."""
    read, _ = read_yaml(made.encode(), document.file)
    assert isinstance(document.data, dict)
    rules = document.data["rules"]
    assert isinstance(rules, list)
    if read is not None and isinstance(read.data, dict):
        new = read.data["rules"]
        if isinstance(new, list) and len(new) == len(rules) + 1:
            rest = [*new[:index], *new[index + 1 :]]
            if {**read.data, "rules": rest} == document.data:
                return
    raise NoPlace("a rule put in between its lines would change what it says")
