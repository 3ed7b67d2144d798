"""A finished site takes the old one's place by renames: a kill leaves one of the two whole.

The new site is made in `build/next/site`. Then `site` moves to `build/previous/site`, the new one
to `site`, and the old one is deleted. Only between the two moves is there no `site`; `restore`,
which every command that writes calls first, then puts the old one back. All of this happens inside
`alone`.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.output.errors import writing
from generator.output.tree import remove

SITE = "site"


def next_folder(root: Path, name: str = SITE) -> Path:
    """An empty folder in which the next site is to be made. Raises `OutputError`."""
    folder = root / "build" / "next" / name
    with writing(folder):
        remove(folder)
        folder.mkdir(parents=True)
    return folder


def publish(root: Path, name: str = SITE) -> Path:
    """Put the site made in `next_folder` in the place of the old one. Raises `OutputError`."""
    site, new, old = root / name, root / "build" / "next" / name, _previous(root, name)
    with writing(site):
        remove(old)
        old.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(site):
            site.rename(old)
        try:
            new.rename(site)
        except OSError:
            restore(root, name)
            raise
        remove(old)
    return site


def restore(root: Path, name: str = SITE) -> bool:
    """Put the old site back if a publication was cut short; True if so. Raises `OutputError`."""
    site, old = root / name, _previous(root, name)
    with writing(site):
        if not os.path.lexists(old):
            return False
        if os.path.lexists(site):
            remove(old)
            return False
        old.rename(site)
        return True


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Wait until no other build of this project is at work, and keep others waiting meanwhile."""
    path = root / "build" / "lock"
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("w")
    # The system lets go of the lock when the file is closed, also if this program is killed.
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _previous(root: Path, name: str) -> Path:
    return root / "build" / "previous" / name
