"""The builder's process: builds when it is told to, until its input ends.

In: bytes on stdin, `BUILD` or `NEWER`. Out: problems in the terminal, and `News` to the server.
It keeps the processes that compile guides, so that the second build is faster than the first. It
may be killed at any instant; the site survives that.
"""

import hashlib
import os
import select
import sys
import time
from datetime import date
from pathlib import Path
from typing import cast

from generator.cli.build import publish_site, shared_folder
from generator.cli.report import Format, Reporter, as_data
from generator.cli.serve.child import BUILD
from generator.cli.serve.news import News, to_line
from generator.cli.words import whole
from generator.compiler import Cache, Workshop
from generator.output import OutputError, alone, restore
from generator.pipeline import CACHE, Compiled, compile_project
from generator.problems import in_order
from generator.site import page_stamp

STDIN = 0


class GaveUp(Exception):  # noqa: N818 - nothing is wrong
    """Newer edits wait, and the pages of these would be out of date at once."""


class Bench:
    """Builds one project, again and again."""

    def __init__(self, root: Path, as_of: date, reporter: Reporter, channel: int) -> None:
        self.root = root
        self.workshop = Workshop(Cache(root / CACHE))
        self.as_of = as_of
        self.reporter = reporter
        self._channel = channel

    def build(self) -> None:
        """One build; how it ended is told to the server, and to the terminal."""
        try:
            self.tell(self._build())
        except GaveUp:
            self.tell(News(kind="gave-up"))
        except OutputError as error:
            self.reporter.complain(str(error))
            self.tell(News(kind="failed", words=str(error)))

    def tell(self, news: News) -> None:
        """Tell the server; if there is none any more, there is nothing left to do."""
        try:
            os.write(self._channel, to_line(news).encode())
        except BrokenPipeError:
            sys.exit()

    def _build(self) -> News:
        start = time.perf_counter()
        with self.reporter.progress() as progress:
            made = compile_project(self.root, self.as_of, progress, workshop=self.workshop)
            compiled = whole(made)
        self.reporter.problems(compiled.problems)
        problems = [as_data(problem) for problem in in_order(compiled.problems)]
        self.tell(News(kind="checked", problems=problems))
        with alone(self.root, self.reporter.wait):
            restore(self.root)
            return self._publish(compiled, start) if compiled.good else self._refuse()

    def _refuse(self) -> News:
        stands = os.path.lexists(self.root / "site")
        rest = "The site stays as it was" if stands else "There is no site yet"
        self.reporter.say(f"Not built. {rest}; waiting for the next edit.")
        return News(kind="problems")

    def _publish(self, compiled: Compiled, start: float) -> News:
        told: list[float] = []

        def json_ready() -> None:
            told.append(time.perf_counter() - start)
            self.tell(News(kind="json"))

        with self.reporter.progress() as progress:

            def step(words: str) -> None:
                # Nobody who saves again and again shall wait for JSON until there is a pause.
                if told and _newer():
                    raise GaveUp
                progress(words)

            pages = publish_site(self.root, compiled, step, reuse=True, json_ready=json_ready)
        taken = time.perf_counter() - start
        self.reporter.say(
            f"Guides are new after {told[0]:.1f} s, {pages} pages after {taken:.1f} s."
        )
        return News(kind="published", version=_version(self.root))


def _newer() -> bool:
    """Whether there is something to read: newer edits, or the end."""
    return bool(select.select([STDIN], [], [], 0)[0])


def _version(root: Path) -> str:
    """Equal for equal sites."""
    digest = hashlib.sha256()
    for docs in sorted((root / "build" / "docs").iterdir()):
        digest.update(page_stamp(root, docs.name, docs).encode())
    shared = shared_folder(root)
    for path in sorted(path for path in shared.rglob("*") if path.is_file()):
        digest.update(path.relative_to(shared).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def main(root: str, as_of: str, style: Format, channel: str) -> None:
    """Build at each order, until there are no more."""
    os.set_inheritable(int(channel), False)
    bench = Bench(Path(root), date.fromisoformat(as_of), Reporter(style), int(channel))
    while orders := os.read(STDIN, 4096):
        if BUILD in orders:
            bench.build()


if __name__ == "__main__":
    _, root, as_of, style, channel = sys.argv
    main(root, as_of, cast("Format", style), channel)
