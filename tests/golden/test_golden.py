"""Every case in these folders prints exactly what it says. `pytest --update-golden` rewrites them."""

from pathlib import Path

import pytest

from generator.cli.report import Reporter
from generator.pipeline import compile_project
from tests.golden.cases import EXPECTED, Case, cases


@pytest.mark.parametrize(
    "case", cases(), ids=lambda case: f"{case.path.parent.parent.name}-{case.path.stem}"
)
def test_case(
    case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str], *, update_golden: bool
) -> None:
    case.lay_out(tmp_path)
    compiled = compile_project(tmp_path, case.as_of)
    Reporter("text").problems(compiled.problems)
    printed = capsys.readouterr().out
    if update_golden:
        case.path.write_text(case.given + EXPECTED + printed, "utf-8")
    else:
        assert printed == case.expected, f"see {case.path}"
