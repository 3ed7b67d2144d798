"""Writing and publishing: whole or absent, nothing touched without need, nothing lost by a kill."""

import errno
import os
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from generator.output import (
    OutputError,
    Written,
    alone,
    is_kept,
    keeping,
    next_folder,
    publish,
    restore,
    write,
    write_file,
    writing,
)


def files_below(folder: Path) -> set[str]:
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if not p.is_dir()}


def site_of(root: Path, content: str) -> None:
    write({"index.html": content}, next_folder(root))
    publish(root)


# ---- A tree of files ----


def test_a_file_that_is_right_already_keeps_its_time(tmp_path: Path) -> None:
    write({"a/b.md": "same"}, tmp_path)
    os.utime(tmp_path / "a/b.md", ns=(1, 1))
    assert write({"a/b.md": "same"}, tmp_path) == Written(written=0, kept=1, removed=0)
    assert (tmp_path / "a/b.md").stat().st_mtime_ns == 1


def test_a_file_gives_way_to_a_folder_and_back(tmp_path: Path) -> None:
    write({"a": "file"}, tmp_path)
    write({"a/b": "below"}, tmp_path)
    assert files_below(tmp_path) == {"a/b"}
    write({"a": "file"}, tmp_path)
    assert files_below(tmp_path) == {"a"}


def test_folders_that_have_become_empty_go(tmp_path: Path) -> None:
    write({"a/b/c.md": "x", "d.md": "y"}, tmp_path)
    write({"d.md": "y"}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["d.md"]


def test_what_a_killed_build_left_half_written_goes(tmp_path: Path) -> None:
    (tmp_path / ".new-a.md").write_text("ha")
    write({"a.md": "half"}, tmp_path)
    assert files_below(tmp_path) == {"a.md"}


def test_a_folder_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside", tmp_path / "folder"
    outside.mkdir()
    (outside / "kept.md").write_text("kept")
    folder.mkdir()
    (folder / "a").symlink_to(outside)
    write({"a/b.md": "x"}, folder)
    assert files_below(outside) == {"kept.md"}
    assert files_below(folder) == {"a/b.md"}


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_an_error_of_the_disk_names_the_file_and_what_to_do(number: int) -> None:
    with pytest.raises(OutputError, match=r"some/where .+\. .+\."), writing(Path("some/where")):
        raise OSError(number, os.strerror(number))


# ---- Folders that may be used again ----


def test_a_folder_is_kept_for_its_own_stamp_alone(tmp_path: Path) -> None:
    with keeping(tmp_path / "zh", "made of this") as folder:
        write({"a.html": "a"}, folder)
    assert is_kept(folder, "made of this")
    assert not is_kept(folder, "made of that")


def test_a_folder_that_was_not_finished_is_not_kept(tmp_path: Path) -> None:
    with keeping(tmp_path / "zh", "stamp") as folder:
        write({"a.html": "a"}, folder)
    with ExitStack() as cut_short:
        cut_short.enter_context(keeping(folder, "stamp"))
        cut_short.pop_all()
    assert files_below(folder) == set()
    assert not is_kept(folder, "stamp")


# ---- The published site ----


def test_publishing_leaves_only_the_new_site(tmp_path: Path) -> None:
    site_of(tmp_path, "old")
    site_of(tmp_path, "new")
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert files_below(tmp_path / "build") == set()


def test_the_next_site_begins_empty(tmp_path: Path) -> None:
    write({"left.html": "over"}, next_folder(tmp_path))
    assert files_below(next_folder(tmp_path)) == set()


def test_a_kill_between_the_two_moves_is_mended(tmp_path: Path) -> None:
    site_of(tmp_path, "old")
    previous = tmp_path / "build/previous/site"
    previous.parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "site").rename(previous)
    assert restore(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "old"
    assert not restore(tmp_path)


def test_a_kill_after_the_two_moves_leaves_the_new_site(tmp_path: Path) -> None:
    site_of(tmp_path, "new")
    write({"index.html": "old"}, tmp_path / "build/previous/site")
    assert not restore(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert files_below(tmp_path / "build") == set()


def test_a_move_that_fails_puts_the_old_site_back(tmp_path: Path) -> None:
    site_of(tmp_path, "old")
    with pytest.raises(OutputError):
        publish(tmp_path)
    assert (tmp_path / "site/index.html").read_text() == "old"


def test_a_site_that_is_a_link_is_replaced_and_its_target_kept(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    write({"kept.html": "kept"}, elsewhere)
    (tmp_path / "site").symlink_to(elsewhere)
    site_of(tmp_path, "new")
    assert (tmp_path / "site/index.html").read_text() == "new"
    assert files_below(elsewhere) == {"kept.html"}


def test_builds_of_one_project_wait_for_each_other(tmp_path: Path) -> None:
    order: list[str] = []
    ready = threading.Event()

    def second() -> None:
        ready.set()
        with alone(tmp_path):
            order.append("second")

    with alone(tmp_path):
        thread = threading.Thread(target=second)
        thread.start()
        ready.wait(5)
        thread.join(0.2)
        order.append("first")
    thread.join(5)
    assert order == ["first", "second"]


def test_a_text_is_written_into_a_pipe_which_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_file(pipe, "drawing")
    assert os.read(reader, 100) == b"drawing"
    os.close(reader)
    assert pipe.is_fifo()
