"""`helpcenter new`: what it writes passes the checks, and it never writes over anything."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.new.insertion import NoPlace, inserted
from generator.output import OutputError, change_file, create_file
from generator.pipeline import compile_project
from generator.schema import editor_schemas
from generator.source import read_yaml
from tests.conftest import ROOT
from tests.golden.cases import AS_OF, compiled, good_project

RULES = "rules/start.yml"
NEW = "  - id: new\n    when: {a: b}\n    answer: c\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small good project as files."""
    for name, text in good_project().items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def new(root: Path, arguments: str) -> Result:
    result = CliRunner().invoke(
        main, ["new", *arguments.split(), "--root", str(root), "--as-of", AS_OF.isoformat()]
    )
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def codes(root: Path) -> set[str]:
    """The codes of all problems after reading, resolving and checking what is there now."""
    texts = {name: text.decode() for name, text in files(root).items()}
    return {problem.code for problem in compiled(texts)[1]}


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        ("issue later --topic late --guide start", "content/issues/later.yml"),
        ("answer later", "content/answers/later.yml"),
        ("answer later --guide payout --channel bank", "content/answers/later.yml"),
        ("question later", "content/questions/later.yml"),
        ("question later --options a,b,c.d", "content/questions/later.yml"),
        ("question later --kind number", "content/questions/later.yml"),
        ("question later --kind duration --unit day", "content/questions/later.yml"),
        ("question later --kind date --until window", "content/questions/later.yml"),
    ],
)
def test_a_new_file_passes_all_checks_but_for_being_unused(
    root: Path, arguments: str, file: str
) -> None:
    before = files(root)
    result = new(root, arguments)
    assert result.exit_code == 0, result.output
    assert files(root).keys() - before.keys() == {file}
    assert codes(root) <= {"R306"}
    first = (root / file).read_text("utf-8").splitlines()[0]
    schema = first.rpartition("/")[2]
    assert first.startswith("# yaml-language-server: $schema=../../generator/")
    assert schema in editor_schemas.editor_schemas()


def test_a_new_guide_loads_and_asks_its_question(root: Path) -> None:
    arguments = "guide later --question trouble --answer freeze-card --otherwise wait"
    assert new(root, arguments).exit_code == 0
    assert not {code for code in codes(root) if code not in {"R306", "G411", "G412"}}


def test_a_new_file_is_proved_with_the_shipped_content(tmp_path: Path) -> None:
    for folder in ("content", "rules"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for arguments in ("answer a", "issue b --topic fees --guide triage", "question c"):
        assert new(tmp_path, arguments).exit_code == 0
    found = compile_project(tmp_path, date(2026, 11, 23))
    assert found.good
    # Nothing leads there yet, and nobody has compared the two languages.
    assert {problem.code for problem in found.problems} == {"R306", "W512"}


@pytest.mark.parametrize(
    "arguments",
    [
        "answer Later",
        "answer later-",
        "answer ../later",
        f"answer {'a' * 65}",
        "question any",
        "question overdue",
        "question trouble",
        "question later --options a",
        "question later --options a,a",
        "question later --options a,B",
        "question later --options a,true",
        "question later --kind date",
        "question later --kind date --until allowance",
        "question later --kind duration --unit CNY",
        "answer wait",
        "answer late",
        "answer later --channel none",
        "answer later --guide none",
        "issue later --topic none --guide start",
        "issue later --topic late --guide none",
        "issue later --topic late",
        "guide start --question trouble --answer wait --otherwise ask-support",
        "guide later --question trouble --answer wait --otherwise wait",
        "guide later --question amount --answer wait --otherwise ask-support",
        "rule later --guide none --answer wait",
        "rule later --guide start --answer none",
        "rule later --guide start --answer wait --when none=late",
        "rule later --guide start --answer wait --when trouble=none",
        "rule later --guide start --answer wait --when trouble",
        "rule later --guide start --answer wait --before none",
        "rule phone-lost --guide start --answer wait",
        "rule otherwise --guide start --answer wait",
        "rule large-sum --guide payout --answer wait",
        "rule Later --guide start --answer wait",
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(root: Path, arguments: str) -> None:
    before = files(root)
    assert new(root, arguments).exit_code == 2
    assert files(root) == before


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        ("issue later --topic lat --guide start", "late"),
        ("issue later --topic late --guide strt", "start"),
        ("answer later --channel suport", "support"),
        ("rule later --guide payot --answer wait", "payout"),
        ("rule later --guide start --answer ask-suport", "ask-support"),
        ("rule later --guide start --answer wait --when troubl=lost", "trouble"),
        ("rule later --guide start --answer wait --when trouble=los", "lost"),
        ("rule later --guide start --answer wait --before phone-los", "phone-lost"),
    ],
)
def test_what_was_meant_is_suggested(root: Path, arguments: str, meant: str) -> None:
    result = new(root, arguments)
    assert result.exit_code == 2
    assert f'Did you mean "{meant}"' in result.output


def test_a_spoilt_file_keeps_its_id(root: Path) -> None:
    (root / "content/answers/later.yml").write_text("id: [")
    before = files(root)
    assert new(root, "answer later").exit_code == 2
    assert files(root) == before


def test_mistakes_elsewhere_do_not_stand_in_the_way(root: Path) -> None:
    (root / "content/answers/other.yml").write_text("id: [")
    assert new(root, "answer later").exit_code == 0


def test_a_new_rule_leaves_every_other_line_as_it_is(root: Path) -> None:
    path = root / "rules/payout.yml"
    commented = path.read_text("utf-8").replace("otherwise:", "\n# what is left\notherwise:")
    path.write_text(commented, encoding="utf-8")
    result = new(root, "rule later --guide payout --answer freeze-card --when amount=unsure")
    assert result.exit_code == 0, result.output
    old, made = commented.splitlines(), path.read_text("utf-8").splitlines()
    start = next(i for i, line in enumerate(made) if line == "  - id: later")
    size = len(made) - len(old)
    assert made[:start] + made[start + size :] == old
    assert made[start + size :][:2] == ["", "# what is left"]
    assert codes(root) <= {"R306"}


def test_a_new_rule_without_a_condition_takes_what_is_left_over(root: Path) -> None:
    assert new(root, "rule later --guide payout --answer freeze-card").exit_code == 0
    assert not {code for code in codes(root) if code.startswith(("Y", "S", "R")) and code != "R306"}
    assert "G402" not in codes(root)


def test_a_new_rule_may_stand_above_another(root: Path) -> None:
    arguments = (
        "rule later --guide start --answer wait --when trouble=late,lost --before money-late"
    )
    assert new(root, arguments).exit_code == 0
    text = (root / RULES).read_text("utf-8")
    assert text.index("phone-lost") < text.index("id: later") < text.index("money-late")
    assert "trouble: [late, lost]" in text


def test_a_rule_that_never_decides_is_written_and_said(root: Path) -> None:
    result = new(root, "rule later --guide start --answer wait --when trouble=lost")
    assert result.exit_code == 0
    assert "G402" in result.output


def placed(text: str, before: int = 1) -> str:
    document, problems = read_yaml(text.encode(), RULES)
    assert document is not None, problems
    return inserted(document, text, lambda n: NEW.replace("  - ", " " * n + "- "), before=before)


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("rules:\n  - id: x\n", f"rules:\n  - id: x\n{NEW}"),
        ("rules:\n  - id: x", f"rules:\n  - id: x\n{NEW}"),
        ("rules:\n  - id: x\n\n# on\nz: y\n", f"rules:\n  - id: x\n{NEW}\n# on\nz: y\n"),
        ("rules:\n  - id: x\n    # its own\nz: y\n", f"rules:\n  - id: x\n    # its own\n{NEW}z: y\n"),
        ("a: b\r\nrules:\r\n  - id: x\r\n", "a: b\r\nrules:\r\n  - id: x\r\n" + NEW.replace("\n", "\r\n")),
        ("\ufeffrules:\n  - id: x\n", f"\ufeffrules:\n  - id: x\n{NEW}"),
        ("z: |\n  rules:\n    - id: no\nrules:\n  - id: x\n", f"z: |\n  rules:\n    - id: no\nrules:\n  - id: x\n{NEW}"),
    ],
)  # fmt: skip
def test_a_rule_is_put_behind_the_last_one(text: str, made: str) -> None:
    assert placed(text) == made


def test_rules_that_stand_apart_stay_apart() -> None:
    text = "rules:\n  - id: x\n\n  - id: y\nz: y\n"
    assert placed(text, before=2) == f"rules:\n  - id: x\n\n  - id: y\n\n{NEW}z: y\n"
    assert placed(text, before=1) == f"rules:\n  - id: x\n\n{NEW}\n  - id: y\nz: y\n"


def test_a_comment_stays_above_the_rule_that_it_belongs_to() -> None:
    text = "rules:\n  # first\n  - id: x\n  # second\n  - id: y\n"
    assert placed(text) == f"rules:\n  # first\n  - id: x\n{NEW}  # second\n  - id: y\n"
    assert placed(text, before=0) == f"rules:\n{NEW}  # first\n  - id: x\n  # second\n  - id: y\n"


@pytest.mark.parametrize("text", ["rules: [{id: x}]\n", "rules:\n  - {id: x}\n  -\n    id: y\n"])
def test_a_file_in_which_no_line_can_be_put_safely_is_left_alone(text: str) -> None:
    with pytest.raises(NoPlace):
        placed(text)


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("mine")
    with pytest.raises(OutputError, match="exists already"):
        create_file(tmp_path / "a.yml", "yours")
    assert files(tmp_path) == {"a.yml": b"mine"}


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("newer")
    with pytest.raises(OutputError, match="has changed"):
        change_file(tmp_path / "a.yml", b"old", b"new")
    assert files(tmp_path) == {"a.yml": b"newer"}


def test_a_changed_file_keeps_its_permissions_and_a_link_stays_one(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yml", tmp_path / "link.yml"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    change_file(link, b"old", b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), real.stat().st_mode & 0o777) == (b"new", 0o640)


@pytest.fixture(autouse=True)
def _nothing_half_written(tmp_path: Path) -> Iterator[None]:
    yield
    assert not list(tmp_path.rglob(".new-*"))
