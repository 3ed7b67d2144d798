"""Guides compiled side by side: one process a core, each with a rule engine, kept for all."""

import gc
import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from threading import Thread
from typing import Self

from generator.compiler.cache import Cache
from generator.compiler.guide import compile_guide
from generator.engine import RuleEngine
from generator.problems import Problem
from generator.prove import Proved
from generator.resolve import Logic

# A process of its own takes about as long to start as a guide takes to compile.
GUIDES_FOR_A_PROCESS = 2

Made = tuple[Proved | None, list[Problem]]


class WorkerDied(Exception):  # noqa: N818 - the guide is compiled elsewhere
    """The process ended although it was asked for something."""


class Workshop:
    """Compiles guides, keeps what it has proved, and keeps its processes until it is closed."""

    def __init__(self, cache: Cache | None = None, *, cores: int | None = None) -> None:
        """`cores`: how many guides are compiled at a time; by default all that may be used."""
        self.cache = cache or Cache()
        self.cores = cores or len(os.sched_getaffinity(0))
        self._engine = RuleEngine()
        self._workers: list[_Worker] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all processes; a later request starts new ones."""
        self._engine.stop()
        while self._workers:
            self._workers.pop().stop()

    def compile(
        self, logics: Mapping[str, Logic], progress: Callable[[str], None]
    ) -> tuple[dict[str, Proved], list[Problem]]:
        """The guides that could be proved, in the order of `logics`, and all problems."""
        made: dict[str, Made] = {}
        for name, logic in logics.items():
            found = self.cache.find(logic)
            if found is not None:
                made[name] = found
        waiting = deque(name for name in logics if name not in made)
        new = frozenset(waiting)
        with seldom_collected():
            self._compile(logics, waiting, made, progress)
        for name in new:
            proved, problems = made[name]
            if proved is not None:
                self.cache.keep(proved, problems)
        self.cache.tidy()
        guides = {name: proved for name in logics if (proved := made[name][0]) is not None}
        return guides, [problem for name in logics for problem in made[name][1]]

    def _compile(
        self,
        logics: Mapping[str, Logic],
        waiting: "deque[str]",
        made: dict[str, Made],
        progress: Callable[[str], None],
    ) -> None:
        """Each thread waits for another process, while the present one compiles, too."""
        helpers = [
            Thread(target=self._serve, args=(worker, logics, waiting, made), daemon=True)
            for worker in self._hired(len(waiting))
        ]
        for helper in helpers:
            helper.start()
        while waiting:
            name = _next(waiting)
            if name is not None:
                progress(f"guide {name}")
                made[name] = compile_guide(logics[name], self._engine)
                gc.collect()
        for helper in helpers:
            helper.join()
        for name in logics.keys() - made.keys():
            made[name] = compile_guide(logics[name], self._engine)

    def _hired(self, guides: int) -> "list[_Worker]":
        """Processes for that many guides, besides this one."""
        wanted = min(self.cores, guides // GUIDES_FOR_A_PROCESS) - 1
        while len(self._workers) < wanted:
            self._workers.append(_Worker())
        return self._workers[: max(0, wanted)]

    def _serve(
        self,
        worker: "_Worker",
        logics: Mapping[str, Logic],
        waiting: "deque[str]",
        made: dict[str, Made],
    ) -> None:
        while (name := _next(waiting)) is not None:
            try:
                proved, problems = worker.compile(logics[name])
            except WorkerDied:
                # Compiled by this process in the end, where a defect shows itself.
                self._workers.remove(worker)
                return
            # The logic came back as a copy.
            made[name] = (replace(proved, logic=logics[name]) if proved else None, problems)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Let Python look for garbage at the end of each guide, and hardly ever within one.

    A diagram is many small objects that stay until its guide is done; then all of them may go.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _next(waiting: "deque[str]") -> str | None:
    try:
        return waiting.popleft()
    except IndexError:
        return None


class _Worker:
    """The parent's side of one process."""

    def __init__(self) -> None:
        self._child = subprocess.Popen(
            [sys.executable, "-m", "generator.compiler.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Ctrl-C in the terminal reaches the parent alone, which ends its children.
            start_new_session=True,
        )

    def compile(self, logic: Logic) -> Made:
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        try:
            pickle.dump(logic, self._child.stdin)
            self._child.stdin.flush()
            made: Made = pickle.load(self._child.stdout)  # noqa: S301 - our own child's
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self.stop()
            raise WorkerDied from error
        return made

    def stop(self) -> None:
        self._child.kill()
        self._child.communicate()
