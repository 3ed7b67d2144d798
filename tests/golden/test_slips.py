"""Any slip in any file ends in problems with a place, never in a traceback."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.schema import KINDS
from tests.golden.cases import compiled, good_project

GOOD = good_project()
WORDS = sorted(set(re.findall(r"[a-z][a-z-]+", "\n".join(GOOD.values()))))
KINDS_OF_SLIP = ("drop", "twice", "insert", "value", "word", "cut", "indent", "swap")
PLACES = {kind.location for kind in KINDS}
ODD = [
    "", " ", "\t", ":", "- ", "{", "}", "[", "]", '"', "'", "&a", "*a", "!a", "|", ">", "#", "%",
    "null", "true", "no", "~", "1e999999", "-1", "0", "NaN", "１０", "1_000", "9" * 400,
    "2026-02-30", "9999-12-31", "0001-01-01", "unsure", "all", "not", "any", "{{x}}", "**", "<b>",
    "\u00e9", "\u200b", '"\\0"', "x" * 70, "[sat, sun, mon, tue, wed, thu, fri]", "[]", "{}",
    "{a: [b, {c: d}]}", "{parameter: window}", "{between: [5, 5]}", "{gt: 1e9}", "[true]", "../x",
]  # fmt: skip


@st.composite
def slips(draw: st.DrawFn) -> tuple[str, str]:
    """A file of the good project, and its text with up to three slips."""
    name = draw(st.sampled_from(sorted(GOOD)))
    lines = GOOD[name].split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        odd = draw(st.sampled_from(ODD))
        match draw(st.sampled_from(KINDS_OF_SLIP)):
            case "drop":
                lines[at : at + 1] = []
            case "twice":
                lines[at:at] = [line]
            case "insert":
                lines[at] = line[:cut] + odd + line[cut:]
            case "value":
                lines[at] = line.partition(":")[0] + ": " + odd
            case "word":
                other = draw(st.sampled_from(WORDS))
                words = re.findall(r"[a-z][a-z-]+", line) or [line]
                lines[at] = line.replace(draw(st.sampled_from(words)), other)
            case "cut":
                lines[at] = line[:cut]
            case "indent":
                lines[at] = "  " + line if draw(st.booleans()) else line[1:]
            case _:
                other_line = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other_line] = lines[other_line], lines[at]
        lines = lines or [""]
    return name, "\n".join(lines)


@given(slips())
@settings(max_examples=200, deadline=None)
def test_a_slip_compiles_or_is_told_with_a_place(slip: tuple[str, str]) -> None:
    files = {**GOOD, slip[0]: slip[1]}
    project, problems = compiled(files)
    assert (project is None) == any(problem.severity == "error" for problem in problems)
    places = [problem.place for problem in problems]
    places += [related.place for problem in problems for related in problem.related]
    for place in places:
        if place.file in PLACES - files.keys():
            continue
        lines = files[place.file].split("\n")
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@given(slips())
@settings(max_examples=50, deadline=None)
def test_what_is_said_of_a_slip_is_one_line_of_bounded_length(slip: tuple[str, str]) -> None:
    _, problems = compiled({**GOOD, slip[0]: slip[1]})
    for problem in problems:
        assert "\n" not in problem.what + problem.mend
        assert len(problem.what + problem.mend) < 600
