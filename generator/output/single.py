"""Single files: a drawing where somebody wants it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.output.errors import writing
from generator.output.tree import NEW


def write_file(path: Path, text: str) -> None:
    """Put a text at `path`, whole or not at all, over what is there. Raises `OutputError`."""
    with writing(path), _whole(path, text.encode()) as new:
        new.replace(path)


@contextmanager
def _whole(path: Path, content: bytes) -> Iterator[Path]:
    """A file with this content beside `path`, whose name readers of a project pass over.

    Unless it was moved, it is gone afterwards.
    """
    new = path.with_name(f"{NEW}{os.getpid()}-{path.name}")
    try:
        new.write_bytes(content)
        yield new
    finally:
        new.unlink(missing_ok=True)
