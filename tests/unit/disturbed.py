"""A build whose nth change of the project's folder is its last, or finds the disk full.

`python -m tests.unit.disturbed kill|full N WHAT ROOT`. It prints how many changes there were.
"""

import errno
import os
import signal
import sys
from pathlib import Path

from generator.output import alone, next_folder, publish, restore, write
from generator.output import publish as publishing  # the function; its module is looked up below

CHANGES = {"os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.copyfile"}


def disturb(how: str, nth: int, root: Path) -> list[int]:
    """Count changes below `root` from now on; at the nth the disturbance comes."""
    count = [0]

    def hook(event: str, values: tuple[object, ...]) -> None:
        if not _changes(event, values) or str(root) not in str(values):
            return
        count[0] += 1
        if count[0] == nth and how == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        if count[0] >= nth > 0 and how == "full" and event not in {"os.remove", "os.rmdir"}:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(values[0]))

    sys.addaudithook(hook)
    return count


def _changes(event: str, values: tuple[object, ...]) -> bool:
    if event == "open":
        flags = values[2]
        return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    return event in CHANGES


def publish_tree(root: Path) -> None:
    """A build in small: three files, a folder, and the swap."""
    with alone(root):
        restore(root)
        write({"index.html": "new", "zh/a.html": "new", "zh/b.html": "new"}, next_folder(root))
        publish(root)


def run(how: str, nth: str, what: str, root: str) -> None:
    """Do what is asked for, disturbed."""
    if what == "two-moves":
        sys.modules[publishing.__module__].__dict__["exchange"] = lambda *_: False
    count = disturb(how, int(nth), Path(root))
    if what == "build":
        # Slow, and the small builds need neither.
        from generator.cli import main  # noqa: PLC0415
        from tests.unit.small_folder import DAY  # noqa: PLC0415

        main(["build", "--root", root, "--as-of", DAY], standalone_mode=False)
    else:
        publish_tree(Path(root))
    print(count[0])  # noqa: T201 - whoever started this wants to know


if __name__ == "__main__":
    run(*sys.argv[1:])
