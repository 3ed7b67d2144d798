"""What can go wrong outside the project, and that the user can mend."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HINTS = {
    errno.EACCES: "You may not write there. Change its owner or permissions.",
    errno.EPERM: "You may not write there. Change its owner or permissions.",
    errno.EROFS: "It lies on a read-only file system. Build in another folder.",
    errno.ENOSPC: "The disk is full. Free some space and build again.",
    errno.EDQUOT: "Your disk quota is used up. Free some space and build again.",
    errno.EFBIG: "It is larger than a file may be here. Raise the limit (ulimit -f).",
    errno.EXDEV: "It lies on another disk or layer than build/. Delete it, or put both on one.",
    errno.EBUSY: "Another program holds it, or it is a mount point. Close that program.",
    errno.ENAMETOOLONG: "The path is too long. Build in a folder with a shorter path.",
    errno.EMFILE: "Too many files are open. Raise the limit (ulimit -n).",
}


class OutputError(Exception):
    """A file cannot be written. The message is for the user: what, and how to mend it."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn the file system's errors into an `OutputError` that names the file, else `path`."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = HINTS.get(error.errno or 0, "Look at the path, then build again.")
        name = error.filename or path
        raise OutputError(f"{name} cannot be written: {reason}. {hint}") from error
