"""The parent's side of the rule engine's process: start, ask, notice its death."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from typing import IO, Self

from generator.engine.translate import RuleSet

# The library keeps what it has loaded; each rule holds some 10 kB.
MOST_RULES = 5_000


class EngineDied(Exception):  # noqa: N818 - becomes a problem for the author
    """The child process ended although it was asked for something."""

    def __init__(self, code: int | None, words: str) -> None:
        super().__init__(f"exit code {code}: {words}".strip(": "))


class RuleEngine:
    """One child process that runs durable_rules, kept for all guides."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[str] | None = None
        self._rules = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the child; a later request starts a new one, with nothing loaded."""
        self._rules = 0
        if self._child is not None:
            child, self._child = self._child, None
            child.kill()
            child.communicate()

    def forget(self) -> None:
        """End the child if much is loaded. For those who need nothing of it any more."""
        if self._rules > MOST_RULES:
            self.stop()

    def load(self, rulesets: Sequence[RuleSet]) -> list[str]:
        """Register rulesets and return their names."""
        listed = [
            [{"collects": rule.collects, "expression": rule.expression} for rule in rules]
            for rules in rulesets
        ]
        self._rules += sum(map(len, rulesets))
        names = self._ask({"load": listed})
        return [str(name) for name in names]

    def run(
        self, names: Sequence[str], messages: Sequence[Mapping[str, str]]
    ) -> list[frozenset[str]]:
        """For each message the ids that it makes fire. Raises `EngineDied`."""
        if not messages:
            return []
        return [frozenset(ids) for ids in self._ask({"run": [names, messages]})]

    def _ask(self, request: object) -> list[list[str]]:
        stdin, stdout = self._pipes()
        try:
            stdin.write(json.dumps(request) + "\n")
            stdin.flush()
            line = stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise self._death()
        reply: list[list[str]] = json.loads(line)
        return reply

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        if self._child is None:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "generator.engine.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
        assert self._child.stdin is not None
        assert self._child.stdout is not None
        return self._child.stdin, self._child.stdout

    def _death(self) -> EngineDied:
        child, self._child = self._child, None
        assert child is not None
        _, words = child.communicate()
        if "PyEval_CallObject" in words or "durable" in words.splitlines()[-1:]:
            words = "durable_rules does not load; run `make site` once to build it anew"
        return EngineDied(child.returncode, words.strip().splitlines()[-1] if words else "")
