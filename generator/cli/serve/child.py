"""The server's side of the builder's process: start, order, hear, end."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Self

from generator.cli.report import Format
from generator.cli.serve.board import Board
from generator.cli.serve.news import ENDS, News, from_line

BUILD, NEWER = b"b", b"n"
"""What the builder reads: build; there are newer edits."""
DIED = "The builder ended unexpectedly; the terminal tells more. The next edit starts it anew."


class Builder:
    """A child that builds; it is started by the first order, and again after it has died.

    It lives in a session of its own: Ctrl-C in the terminal reaches this process alone, and all
    that the child has started ends together with it.
    """

    def __init__(self, root: Path, as_of: date, style: Format, board: Board) -> None:
        self._arguments = [str(root), as_of.isoformat(), style]
        self._board = board
        self._child: subprocess.Popen[bytes] | None = None
        self._busy = threading.Event()
        self._hurried = False
        self._gave_up = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._child is not None:
            _kill(self._child)

    @property
    def busy(self) -> bool:
        """Whether a build is at work."""
        return self._busy.is_set()

    @property
    def gave_up(self) -> bool:
        """Whether the last build was left unfinished for the sake of newer edits; tells once."""
        gave_up = self._gave_up.is_set()
        self._gave_up.clear()
        return gave_up

    def order(self) -> None:
        """Let it build. It must not be busy."""
        if self._child is None or self._child.poll() is not None:
            self._start()
        self._hurried = False
        self._busy.set()
        self._board.begin()
        self._say(BUILD)

    def hurry(self) -> None:
        """Tell it that there are newer edits: it need not finish the pages."""
        if not self._hurried:
            self._hurried = True
            self._say(NEWER)

    def _say(self, words: bytes) -> None:
        assert self._child is not None
        assert self._child.stdin is not None
        # If it has died, whoever listens to it says so.
        with suppress(BrokenPipeError):
            self._child.stdin.write(words)
            self._child.stdin.flush()

    def _start(self) -> None:
        if self._child is not None and self._child.stdin is not None:
            self._child.stdin.close()
        theirs, ours = os.pipe()
        command = [sys.executable, "-m", "generator.cli.serve.builder", *self._arguments, str(ours)]
        try:
            self._child = subprocess.Popen(
                command, stdin=subprocess.PIPE, pass_fds=[ours], start_new_session=True
            )
        finally:
            os.close(ours)
        listener = threading.Thread(target=self._listen, args=[theirs, self._child], daemon=True)
        listener.start()

    def _listen(self, channel: int, child: subprocess.Popen[bytes]) -> None:
        with os.fdopen(channel, encoding="utf-8") as lines:
            for line in lines:
                self._hear(from_line(line))
        child.wait()
        if self._busy.is_set():
            self._hear(News(kind="failed", words=DIED))

    def _hear(self, news: News) -> None:
        self._board.hear(news)
        if news.kind == "gave-up":
            self._gave_up.set()
        if news.kind in ENDS:
            self._busy.clear()


def _kill(child: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.communicate()
