"""`helpcenter serve` on a folder, as a process of its own, for tests and measurements."""

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
PATIENCE = 60.0
"""Seconds after which a test gives up. Nothing takes as long but on a machine that is stuck."""


class Served:
    """A server at work, and what it says."""

    def __init__(self, root: Path, log: Path, as_of: str) -> None:
        self.root = root
        self.log = log
        command = [sys.executable, "-m", "generator.cli", "serve", "--port", "0"]
        with log.open("w") as terminal:
            self.process = subprocess.Popen(
                [*command, "--root", str(root), "--as-of", as_of],
                stdout=terminal,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        self.address = until(self._address)

    def _address(self) -> str:
        found = re.search(r"http://[\d.:]+/", self.said)
        return found.group() if found else ""

    @property
    def said(self) -> str:
        """All that stands in the terminal."""
        return self.log.read_text("utf-8")

    def get(self, path: str) -> str:
        """What a browser gets, error pages included."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310 - our own address
                return str(answer.read().decode())
        except urllib.error.HTTPError as error:
            with error:
                return error.read().decode()

    @property
    def state(self) -> dict[str, object]:
        """What `/problems.json` tells."""
        state: dict[str, object] = json.loads(self.get("problems.json"))
        return state

    def settled(self, state: str) -> dict[str, object]:
        """Wait for the end of a build that ended so."""

        def found() -> dict[str, object]:
            now = self.state
            return now if now["state"] == state and not now["building"] else {}

        return until(found)

    @property
    def children(self) -> list[int]:
        """The processes that the server has started itself."""
        listed = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(pid) for path in listed for pid in path.read_text().split()]

    def end(self, number: signal.Signals = signal.SIGINT) -> int:
        """What Ctrl-C does in a terminal; the exit code."""
        os.killpg(self.process.pid, number)
        return self.process.wait(PATIENCE)


@contextmanager
def served(root: Path, log: Path, as_of: str) -> Iterator[Served]:
    """A server that is gone afterwards."""
    server = Served(root, log, as_of)
    try:
        yield server
    finally:
        if server.process.poll() is None:
            server.end()


def until(found: Callable[[], T]) -> T:
    """Ask again and again until there is something to see."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        if seen := found():
            return seen
        time.sleep(0.02)
    raise TimeoutError(found)
