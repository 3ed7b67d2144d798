"""Any slip in any file ends in problems with a place, never in a traceback."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.golden.cases import compiled, good_project

GOOD = good_project()
ODD = [
    "", " ", "\t", ":", "- ", "{", "}", "[", "]", '"', "'", "&a", "*a", "!a", "|", ">", "#", "%",
    "null", "true", "no", "~", "1e999999", "-1", "0", "NaN", "１０", "1_000", "9" * 400,
    "2026-02-30", "9999-12-31", "0001-01-01", "unsure", "all", "not", "any", "{{x}}", "**", "<b>",
    "\u00e9", "x" * 70, "[sat, sun, mon, tue, wed, thu, fri]", "[]", "{}", "{a: [b, {c: d}]}",
]  # fmt: skip


@st.composite
def slips(draw: st.DrawFn) -> dict[str, str]:
    name = draw(st.sampled_from(sorted(GOOD)))
    lines = GOOD[name].split("\n")
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        cut = draw(st.integers(0, len(line)))
        odd = draw(st.sampled_from(ODD))
        kind = draw(st.sampled_from(["drop", "twice", "insert", "value", "cut", "indent", "swap"]))
        match kind:
            case "drop":
                lines[at : at + 1] = []
            case "twice":
                lines[at:at] = [line]
            case "insert":
                lines[at] = line[:cut] + odd + line[cut:]
            case "value":
                lines[at] = line.partition(":")[0] + ": " + odd
            case "cut":
                lines[at] = line[:cut]
            case "indent":
                lines[at] = "  " + line
            case _:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], lines[at]
        if not lines:
            lines = [""]
    return {**GOOD, name: "\n".join(lines)}


@given(slips())
@settings(max_examples=200, deadline=None)
def test_a_slip_compiles_or_is_told_with_a_place(files: dict[str, str]) -> None:
    project, problems = compiled(files)
    errors = [problem for problem in problems if problem.severity == "error"]
    assert (project is not None) or errors
    for problem in problems:
        place = problem.place
        assert place.file in files or place.file.startswith(("content", "rules"))
        if place.file in files:
            assert 1 <= place.line <= files[place.file].count("\n") + 1
