"""What the site is built from, as it lies on the disk now."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

WATCHED = ("content", "rules", "site_templates")
SETTINGS = "mkdocs*.yml"

Seen = Mapping[str, tuple[int, ...]]
"""A file's path → what changes whenever the file does."""


def sources(root: Path) -> Seen:
    """Every file that a build reads. Names that begin with a dot are passed over, as in a build."""
    return {path: stamp for path in _files(root) if (stamp := _stamp(path))}


def _files(root: Path) -> Iterator[str]:
    yield from map(str, root.glob(SETTINGS))
    for name in WATCHED:
        for folder, inside, files in os.walk(root / name):
            inside[:] = [each for each in inside if not each.startswith(".")]
            yield from (os.path.join(folder, each) for each in files if not each.startswith("."))  # noqa: PTH118 - a thousand times a second


def _stamp(path: str) -> tuple[int, ...]:
    try:
        found = os.stat(path)  # noqa: PTH116 - the same
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
