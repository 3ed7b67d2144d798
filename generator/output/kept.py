"""Finished folders that may be used again as long as what they were made of is the same."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.output.errors import writing
from generator.output.tree import remove


def is_kept(folder: Path, stamp: str) -> bool:
    """Whether `folder` was finished, and made of what this stamp stands for."""
    try:
        return _stamp(folder).read_text(encoding="utf-8") == stamp
    except (OSError, UnicodeDecodeError):
        return False


@contextmanager
def keeping(folder: Path, stamp: str) -> Iterator[Path]:
    """An empty folder to be filled; it is kept only if that comes to its end.

    Raises `OutputError`.
    """
    mark = _stamp(folder)
    with writing(folder):
        remove(mark)
        remove(folder)
        folder.mkdir(parents=True)
    yield folder
    with writing(mark):
        mark.write_text(stamp, encoding="utf-8")


def _stamp(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.stamp")
