"""A finished site takes the old one's place by renames: a kill leaves one of the two whole.

The new site is made in `build/next/site`. Then it and `site` change places in one step, and what
lies in `build/next/site` now, the old one, is deleted. Where the system cannot do that, `site`
moves to `build/previous/site` and the new one to `site`: between these two moves alone there is no
`site`, and `restore`, which every command that writes calls first, puts the old one back. All of
this happens inside `alone`.
"""

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from generator.output.errors import OutputError, writing
from generator.output.exchange import exchange
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
    site, new = root / name, root / "build" / "next" / name
    with writing(site):
        if exchange(new, site):
            remove(new)
        else:
            _move_twice(root, name)
    return site


def restore(root: Path, name: str = SITE) -> bool:
    """Put the old site back if a publication was cut short; True if so.

    Raises `OutputError`, also where something else stands in the site's place: it is not ours.
    """
    site, old = root / name, _previous(root, name)
    with writing(site):
        if os.path.lexists(site) and not site.is_symlink() and not site.is_dir():
            raise OutputError(
                f"{site} cannot be written: it is not a folder. Move it away or delete it."
            )
        if not os.path.lexists(old):
            return False
        if os.path.lexists(site):
            remove(old)
            return False
        old.rename(site)
        return True


@contextmanager
def alone(root: Path, waiting: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Wait until no other build of this project is at work, and keep others waiting meanwhile.

    `waiting` is called if one is. Raises `OutputError`.
    """
    # The system lets go of the lock when the file is closed, also if this program is killed.
    with _lock_file(root / "build" / "lock") as lock:
        _lock(lock, waiting)
        yield


def _lock_file(path: Path) -> IO[str]:
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666), "w")


def _lock(lock: IO[str], waiting: Callable[[], object]) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(lock, fcntl.LOCK_EX)


def _move_twice(root: Path, name: str) -> None:
    site, new, old = root / name, root / "build" / "next" / name, _previous(root, name)
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


def _previous(root: Path, name: str) -> Path:
    return root / "build" / "previous" / name
