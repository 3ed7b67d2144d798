"""Builds that are killed, run out of disk, meet each other or something in their way."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.build import build_project
from generator.cli.report import Reporter
from generator.output import OutputError, alone, next_folder, publish, restore, write
from tests.conftest import ROOT
from tests.unit.disturbed import publish_tree
from tests.unit.small_folder import DAY, bytes_of, edit, small_folder

OLD = {"index.html": "old", "zh/a.html": "old", "zh/gone.html": "old"}
NEW = {"index.html": "new", "zh/a.html": "new", "zh/b.html": "new"}
TRIES = 8
NOBODY = 65534


def disturbed(how: str, nth: int, what: str, root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tests.unit.disturbed", how, str(nth), what, str(root)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )


def helpcenter(*arguments: str | Path, shell: str = "") -> subprocess.Popen[str]:
    """A command of its own, in a session of its own; `shell` runs before it."""
    command = [sys.executable, "-m", "generator.cli", *map(str, arguments)]
    if shell:
        command = ["sh", "-c", f'{shell}; exec "$@"', "sh", *command]
    return subprocess.Popen(
        command,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        # Whoever runs the tests in the background has told all below to ignore Ctrl-C.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )


def texts_of(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def tree(root: Path) -> Path:
    write(OLD, next_folder(root))
    publish(root)
    return root


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with its site; not to be changed."""
    root = small_folder(tmp_path_factory.mktemp("built"))
    process = helpcenter("build", "--root", root, "--as-of", DAY)
    assert process.wait(120) == 0, process.communicate()
    process.communicate()
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it whose sources have been edited since."""
    root = tmp_path / "project"
    shutil.copytree(built, root)
    edit(root / "content/answers/wait.yml", "再等", "新再等")
    return root


# ---- Killed ----


def test_a_kill_at_any_change_leaves_a_whole_site(tmp_path: Path) -> None:
    for nth in range(1, 200):
        root = tree(tmp_path / str(nth))
        ended = disturbed("kill", nth, "tree", root).returncode
        assert texts_of(root / "site") in (OLD, NEW)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        publish_tree(root)
        assert texts_of(root / "site") == NEW
    assert nth > len(NEW)


def test_a_kill_where_the_swap_takes_two_moves_leaves_a_site_that_is_restored(
    tmp_path: Path,
) -> None:
    restored = 0
    for nth in range(1, 200):
        root = tree(tmp_path / str(nth))
        ended = disturbed("kill", nth, "two-moves", root).returncode
        with alone(root):
            restored += restore(root)
        assert texts_of(root / "site") in (OLD, NEW)
        if ended == 0:
            break
        publish_tree(root)
        assert texts_of(root / "site") == NEW
    assert restored == 1


def test_a_killed_build_leaves_a_whole_site_and_the_next_one_ends_well(project: Path) -> None:
    old = bytes_of(project / "site")
    fresh = project.with_name("fresh")
    shutil.copytree(project, fresh)
    counted = disturbed("kill", 0, "build", fresh)
    changes, new = int(counted.stdout.splitlines()[-1]), bytes_of(fresh / "site")
    assert new != old
    for nth in (changes * part // TRIES for part in range(1, TRIES)):
        assert disturbed("kill", nth, "build", project).returncode == -signal.SIGKILL
        assert bytes_of(project / "site") in (old, new)
    process = helpcenter("build", "--root", project, "--as-of", DAY)
    assert process.wait(120) == 0, process.communicate()
    process.communicate()
    assert bytes_of(project / "site") == new


def test_ctrl_c_ends_a_build_with_a_word_and_leaves_the_site(project: Path) -> None:
    old = bytes_of(project / "site")
    (project / "build/lock").unlink()
    process = helpcenter("build", "--root", project, "--as-of", DAY)
    for _ in range(1000):
        if (project / "build/lock").exists():
            break
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "Traceback" not in words
    assert words.strip()
    assert bytes_of(project / "site") == old


# ---- No room ----


def test_a_full_disk_at_any_change_leaves_a_whole_site_and_a_clear_error(project: Path) -> None:
    old = bytes_of(project / "site")
    changes = int(disturbed("full", 0, "build", project).stdout.splitlines()[-1])
    new = bytes_of(project / "site")
    for nth in (1, *(changes * part // TRIES for part in range(1, TRIES))):
        edit(project / "content/answers/wait.yml", "新", "新新")
        before = bytes_of(project / "site")
        ended = disturbed("full", nth, "build", project)
        assert "OutputError" not in ended.stderr
        assert "Traceback" not in ended.stderr
        assert ended.returncode == 2
        assert bytes_of(project / "site") == before
    assert old != new


@pytest.mark.parametrize("blocks", [0, 4, 16])
def test_a_limit_of_the_system_leaves_the_site_and_gives_a_clear_error(
    project: Path, blocks: int
) -> None:
    old = bytes_of(project / "site")
    shutil.rmtree(project / "build")
    limit = f"ulimit -f {blocks}"
    process = helpcenter("build", "--root", project, "--as-of", DAY, shell=limit)
    _, words = process.communicate(timeout=120)
    assert process.returncode == 2
    assert str(project) in words
    assert "Traceback" not in words
    assert bytes_of(project / "site") == old


# ---- Something in the way ----


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Do without the right to write everywhere, as everybody but root does."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.parents[:-2]):
        path.chmod(0o755)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_may_not_be_written_gives_a_clear_error(tmp_path: Path) -> None:
    root = small_folder(tmp_path / "project")
    root.chmod(0o555)
    with as_nobody(tmp_path), pytest.raises(OutputError, match=str(root / "build")):
        build_project(root, date.fromisoformat(DAY), Reporter("text"))
    root.chmod(0o755)
    assert not (root / "build").exists()


def test_a_file_in_the_place_of_the_site_is_kept(tmp_path: Path) -> None:
    root = small_folder(tmp_path)
    (root / "site").write_text("mine")
    result = CliRunner().invoke(main, ["build", "--root", str(root), "--as-of", DAY])
    assert result.exit_code == 2
    assert str(root / "site") in result.stderr
    assert (root / "site").read_text() == "mine"


def test_a_lock_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "build").mkdir()
    (tmp_path / "build/lock").symlink_to(tmp_path / "mine")
    with pytest.raises(OutputError), alone(tmp_path):
        pass
    assert (tmp_path / "mine").read_text() == "mine"


def test_two_builds_at_once_both_end_well(project: Path) -> None:
    both = [helpcenter("build", "--root", project, "--as-of", DAY) for _ in range(2)]
    for process in both:
        _, words = process.communicate(timeout=120)
        assert process.returncode == 0, words
    publishes = bytes_of(project / "site")
    again = helpcenter("build", "--root", project, "--as-of", DAY)
    again.communicate(timeout=120)
    assert publishes == bytes_of(project / "site")
