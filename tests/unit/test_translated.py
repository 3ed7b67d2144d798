"""`helpcenter translated`: what it records, and what it leaves alone."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.schema import load
from generator.source import read_source
from generator.wording.translations import translated_entries
from tests.conftest import ROOT
from tests.unit.small_folder import edit, small_folder

LEDGER = "content/translations.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return small_folder(tmp_path)


def translated(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["translated", "--root", str(root), *arguments])


def test_all_entries_are_recorded_and_nothing_changes_the_second_time(root: Path) -> None:
    first = translated(root, "--all")
    ledger = root / LEDGER
    before, touched = ledger.read_bytes(), ledger.stat().st_mtime_ns
    second = translated(root, "--all")
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert "recorded answers/wait\n" in first.output
    assert "recorded" not in second.output
    assert (ledger.read_bytes(), ledger.stat().st_mtime_ns) == (before, touched)


def test_one_entry_is_recorded_and_the_other_lines_stay(root: Path) -> None:
    translated(root, "--all")
    before = (root / LEDGER).read_text("utf-8").splitlines()
    edit(root / "content/answers/wait.yml", "再等等", "等一等")
    edit(root / "content/topics/late.yml", "钱没到", "钱没来")
    result = translated(root, "answers/wait")
    after = (root / LEDGER).read_text("utf-8").splitlines()
    assert result.exit_code == 0
    assert [new.split(":")[0] for old, new in zip(before, after, strict=True) if old != new] == [
        "  answers/wait"
    ]


def test_an_id_alone_will_do_where_one_kind_has_it(root: Path) -> None:
    assert "recorded answers/wait" in translated(root, "wait").output


def test_an_id_that_two_kinds_have_is_refused(root: Path) -> None:
    result = translated(root, "trouble")
    assert result.exit_code == 2
    assert "issues/trouble" in result.output
    assert "questions/trouble" in result.output
    assert not (root / LEDGER).exists()


def test_an_unknown_id_is_refused_with_the_nearest_one(root: Path) -> None:
    result = translated(root, "answers/wiat")
    assert result.exit_code == 2
    assert "answers/wait" in result.output
    assert not (root / LEDGER).exists()


@pytest.mark.parametrize("arguments", [(), ("--all", "answers/wait")])
def test_either_entries_or_all_must_be_named(root: Path, arguments: tuple[str, ...]) -> None:
    assert translated(root, *arguments).exit_code == 2


def test_a_project_with_a_spoilt_file_is_not_recorded(root: Path) -> None:
    (root / "content/answers/wait.yml").write_text("id: [")
    assert translated(root, "--all").exit_code == 1
    assert not (root / LEDGER).exists()


def test_the_shipped_ledger_has_a_line_for_every_entry() -> None:
    catalogue, _ = load(read_source(ROOT)[0])
    assert catalogue is not None
    assert translated_entries(catalogue).keys() == catalogue.translations.keys()
