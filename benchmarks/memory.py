"""How much memory a program and all its children hold, watched from a thread."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.5
KIB = 1024


@dataclass(slots=True)
class Peak:
    """The most that was seen at one time."""

    bytes: int = 0
    """Proportional set size of all processes together: pages that they share count once."""


@contextmanager
def watched(pid: int) -> Iterator[Peak]:
    """Watch a process and its descendants until the block ends."""
    peak, ended = Peak(), threading.Event()

    def look() -> None:
        while not ended.wait(INTERVAL):
            peak.bytes = max(peak.bytes, sum(map(_held, _family(pid))))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield peak
    finally:
        ended.set()
        thread.join()


def _family(pid: int) -> list[int]:
    family = [pid]
    for member in family:
        for task in Path(f"/proc/{member}/task").glob("*/children"):
            try:
                family += map(int, task.read_text().split())
            except OSError:
                continue
    return family


def _held(pid: int) -> int:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * KIB for line in rollup.split("\n") if line.startswith("Pss:"))
