"""What an author most likely did where the parser only knows what it did not find.

In: the lines of a file that is not YAML, and the line at which the parser gave up. Out: the slip at
its own place, or nothing. It reads lines as a person does, so it may guess, but only about files
that the parser has refused.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

_BACK = 3
"""How many written lines before the parser's own are looked at."""
_ABOUT_DEPTH = ("expected key", "'-' indicator", "mapping values", "block sequence entries")
"""Complaints behind which wrong indentation may stand."""
_KEY = r"[A-Za-z][\w-]*"
_ENTRY = r"\s*(?:-\s+)?"
_VALUE = re.compile(rf"{_ENTRY}(?:{_KEY}: +)?(?=\S)")
_NO_BREAK = "[^ \\n/]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A guess; line and column count from 0."""

    line: int
    column: int
    what: str
    mend: str


def slip(lines: Sequence[str], at: int, begins: int, complaint: str) -> Slip | None:
    """The slip behind the parser's `complaint` about line `at`, in what begins on `begins`."""
    near = list(dict.fromkeys((at, begins, *islice(_written(lines, at), _BACK))))
    for look in _MARKS:
        for number in near:
            if number < len(lines) and (found := look(lines[number], number)):
                return found
    if "expected ':'" in complaint:
        return _block_without_indent(lines, at) or _no_key(lines, begins)
    if any(words in complaint for words in _ABOUT_DEPTH):
        return _block_without_indent(lines, at) or _indent(lines, at)
    return None


def _written(lines: Sequence[str], before: int) -> Iterator[int]:
    """Lines above that hold more than a comment, the nearest first."""
    for number in range(min(before, len(lines)) - 1, -1, -1):
        if (words := lines[number].strip()) and not words.startswith("#"):
            yield number


def _wide_space(line: str, number: int) -> Slip | None:
    if found := re.match(r" *([\u3000\xa0])", line):
        return Slip(
            line=number,
            column=found.start(1),
            what="A wide or hard space indents this line.",
            mend="Indent with plain spaces.",
        )
    return None


def _colon(line: str, number: int) -> Slip | None:
    found = re.match(rf"{_ENTRY}({_KEY}) ?(：|:(?={_NO_BREAK}))", line)
    if found is None:
        return None
    what = (
        f"The colon behind “{found[1]}” is a full-width one."
        if found[2] == "："
        else f"No plain space stands behind the colon of “{found[1]}”."
    )
    mend = f"Write `{found[1]}: ` with a plain colon and a plain space."
    return Slip(line=number, column=found.start(2), what=what, mend=mend)


def _hyphen(line: str, number: int) -> Slip | None:
    if found := re.match(r"\s*(-(?=[^\s-])|[－—–])", line):
        what = "An entry of a list begins with a plain hyphen and a space."
        return Slip(
            line=number,
            column=found.start(1),
            what=what,
            mend="Write `- ` here; put a text that begins with a hyphen in double quotes.",
        )
    return None


def _quote(line: str, number: int) -> Slip | None:
    """A quote that closes before the text ends, or that YAML does not take for one."""
    start = found.end() if (found := _VALUE.match(line)) else 0
    value = line[start:]
    if re.match(r"""(["']).*?\1\s*[^\s#,\]}:]""", value):
        what = f"The quote {value[0]} that opens here closes before the text ends."
        mend = "Put the whole text in double quotes; use “ ” or 「 」 for quotes inside it."
    elif value.startswith(("“", "”", "＂", "‘", "「")) and re.search(r":(\s|$)", value):
        what = f"The mark {value[0]} is part of the text, not a quote of YAML."
        mend = 'Put the whole text, “ ” and all, between two plain double quotes (").'
    elif re.match(r"\[[^\]]*\]\s*[(（]", value):
        what = "The text begins with [, which begins a list."
        mend = "Put the whole text in double quotes."
    else:
        return None
    return Slip(line=number, column=start, what=what, mend=mend)


_MARKS: tuple[Callable[[str, int], Slip | None], ...] = (_wide_space, _colon, _hyphen, _quote)


def _block_without_indent(lines: Sequence[str], at: int) -> Slip | None:
    """A text behind `|` or `>` whose lines do not stand deeper than its key."""
    for number in islice(_written(lines, at), 2 * _BACK):
        following = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), None)
        if not re.search(r":\s+[|>][+-]?\s*$", lines[number]) or following is None:
            continue
        if _depth(lines[following]) <= _depth(lines[number]):
            return Slip(
                line=following,
                column=_depth(lines[following]),
                what=f"The text of line {number + 1} begins here, but no deeper than its key.",
                mend="Indent all its lines by two more spaces.",
            )
    return None


def _indent(lines: Sequence[str], at: int) -> Slip | None:
    """A key or entry that stands between the depths of those above it."""
    if at >= len(lines) or not re.match(rf"\s*(?:- |{_KEY}:(?:\s|$))", lines[at]):
        return None
    depth, fitting_depths = _depth(lines[at]), _open_depths(lines, at)
    above = next(_written(lines, at), None)
    begins_inner = above is not None and lines[above].rstrip().endswith(":")
    inner = begins_inner and depth > _depth(lines[above or 0])
    if not fitting_depths or depth in fitting_depths or inner:
        return None
    kind = "entry" if lines[at].lstrip().startswith("- ") else "key"
    fitting = " or ".join(map(str, sorted(fitting_depths)))
    return Slip(
        line=at,
        column=depth,
        what=f"This line stands {depth} space{'s' * (depth != 1)} deep, like no {kind} above it.",
        mend=f"Give it the depth of its siblings: {fitting} spaces fit here.",
    )


def _open_depths(lines: Sequence[str], at: int) -> list[int]:
    """At which depths a key or entry may stand on a line, the deepest first."""
    entry = lines[at].lstrip().startswith("- ")
    depths: list[int] = []
    for number in _written(lines, at):
        found = re.match(r"(\s*)(- +)?", lines[number])
        hyphen, key = len(found[1]) if found else 0, found.end() if found else 0
        possible = ((hyphen,) if key > hyphen else ()) if entry else (key,)
        depths += [depth for depth in possible if not depths or depth < depths[-1]]
        if hyphen == 0:
            break
    return depths


def _no_key(lines: Sequence[str], begins: int) -> Slip | None:
    """A line of words where a key or an entry is wanted."""
    if begins >= len(lines) or re.match(rf"\s*(- |#|{_KEY}:(\s|$)|[\"'\[{{])", lines[begins]):
        return None
    if not lines[begins].strip():
        return None
    return Slip(
        line=begins,
        column=_depth(lines[begins]),
        what="No key stands on this line.",
        mend="Write `key: text`; indent a line that continues a text deeper than its key.",
    )


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
