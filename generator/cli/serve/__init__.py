"""The site on this machine, built anew after each edit; the last good one stays.

Three parts: this process watches the sources and serves; a child builds (`builder`); pages in the
browser ask what is new (`live.js`). A browser is told through the `Board` alone.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from generator.cli.report import Reporter
from generator.cli.serve.board import Board
from generator.cli.serve.child import Builder
from generator.cli.serve.server import CannotServe, listening
from generator.cli.serve.sources import Seen, sources

__all__ = ["CannotServe", "serve_project"]

PERIOD = 0.15
"""Seconds between two looks at the sources. A look at a thousand files takes seven milliseconds."""


def serve_project(root: Path, as_of: date, reporter: Reporter, port: int) -> None:
    """Serve on 127.0.0.1 until interrupted, and build after each change of a source.

    Raises `CannotServe` if the port cannot be had.
    """
    board = Board()
    with _ending() as end, listening(root, board, port) as address:
        reporter.say(f"Serving {address} – Ctrl-C ends it.")
        with Builder(root, as_of, reporter.style, board) as builder:
            _build_after_edits(root, builder, end)
    reporter.bid_farewell()


def _build_after_edits(root: Path, builder: Builder, end: threading.Event) -> None:
    """Order a build whenever the sources are not those of the last one, and stand still.

    What is compared is the sources, not events: an edit during a build is seen after it, a folder
    that went and came back is seen, too, and a build, which changes no source, starts no other.
    """
    built: Seen | None = None
    now = sources(root)
    while not end.wait(PERIOD):
        before, now = now, sources(root)
        if builder.gave_up:
            built = None
        if now == built or now != before:
            continue
        if builder.busy:
            builder.hurry()
        else:
            built = now
            builder.order()


@contextmanager
def _ending() -> Iterator[threading.Event]:
    """Set once somebody wants the program to end. No exception flies at a bad moment."""
    end = threading.Event()
    before = {
        number: signal.signal(number, lambda *_: end.set())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield end
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
