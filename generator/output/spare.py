"""Files that nobody misses, such as a cache: each whole or absent, and never a reason to fail."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

MOST_BYTES = 64 * 1024 * 1024


def put(path: Path, text: str) -> None:
    """Write a file whole, or not at all where the file system refuses. Follows no link."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8")
        new.replace(path)
    except OSError:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def get(path: Path) -> str | None:
    """What a file holds; None where it cannot be read, is too large, or is no text."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
        return content.decode("utf-8") if len(content) <= MOST_BYTES else None
    except (OSError, UnicodeDecodeError):
        return None


def prune(folder: Path, used: Iterable[str], *, most: int) -> None:
    """Delete the oldest files of a folder that are not used, until at most `most` are left."""
    keep = set(used)
    with suppress(OSError):
        files = [entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
        spare = sorted(
            (entry for entry in files if entry.name not in keep),
            key=lambda entry: (entry.stat(follow_symlinks=False).st_mtime_ns, entry.name),
        )
        for entry in spare[: max(0, len(files) - most)]:
            Path(entry.path).unlink(missing_ok=True)
