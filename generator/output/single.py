"""Single files: a drawing where somebody wants it, an author's file begun or continued."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.output.errors import OutputError, writing
from generator.output.tree import NEW


def write_file(path: Path, text: str) -> None:
    """Put a text at `path`, whole or not at all, over what is there. Raises `OutputError`.

    Into a pipe or a device, such as /dev/stdout, it is written; a file may not take its place.
    """
    if path.exists() and not path.is_file():
        with writing(path):
            path.write_bytes(text.encode())
        return
    with writing(path), _whole(path, text.encode()) as new:
        new.replace(path)


def create_file(path: Path, text: str) -> None:
    """Make a file that is not there yet, whole or not at all, and its folder.

    Raises `OutputError`, also where something is there already, be it for an instant only.
    """
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _whole(path, text.encode()) as new:
            try:
                # Unlike a renaming, a link never replaces what somebody else has made meanwhile.
                os.link(new, path)
            except FileExistsError:
                raise OutputError(f"{path} exists already; nothing was written.") from None


def change_file(path: Path, before: bytes, after: bytes) -> None:
    """Replace a file's bytes, whole or not at all, unless they are not `before` any more.

    A link stays one: the file that it leads to changes. Raises `OutputError`.
    """
    with writing(path):
        real = path.resolve(strict=True)
        with _whole(real, after) as new:
            shutil.copymode(real, new)
            if real.read_bytes() != before:
                raise OutputError(f"{path} has changed meanwhile; nothing was written.")
            new.replace(real)


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
