"""The child process: lines of JSON in, lines of JSON out, durable_rules in between.

It knows rulesets, messages and ids, nothing of guides. Run as `python -m generator.engine.worker`.
Requests: `{"load": [[{"collects", "expression"}, …], …]}` registers rulesets and answers with their
names; `{"run": [[name, …], [message, …]]}` answers, for each message, with the ids that it made
fire.
"""

import itertools
import json
import sys
import warnings
from collections.abc import Callable
from typing import Any, TextIO

# The library asks for the UTC time in a way that Python 3.12 deprecates, on every action.
warnings.filterwarnings("ignore", message=".*utcfromtimestamp.*", category=DeprecationWarning)

from durable.engine import Host  # noqa: E402


class QuietHost(Host):  # type: ignore[misc]
    """A host without the library's timer threads, under which a rule may fire twice."""

    def _run(self) -> None:
        pass


class Worker:
    """All rulesets of one process, and one session at a time."""

    def __init__(self) -> None:
        self.host = QuietHost()
        self.fired: set[str] = set()
        self.names = (f"set{number}" for number in itertools.count())

    def load(self, rulesets: list[list[dict[str, Any]]]) -> list[str]:
        """Register rulesets; each gets a rule that fires on every message."""
        loaded = []
        for rules in rulesets:
            name = next(self.names)
            definition = {
                f"r{number}": {
                    "all": [{"m": rule["expression"]}],
                    "run": self._collector(rule["collects"]),
                }
                for number, rule in enumerate(rules)
            }
            # Without an action that always runs, deleting the session would crash the process.
            definition["any"] = {"all": [{"m": {"mark": "here"}}], "run": lambda _: None}
            self.host.set_rulesets({name: definition})
            loaded.append(name)
        return loaded

    def _collector(self, collects: str) -> Callable[[object], None]:
        def collect(_: object) -> None:
            self.fired.add(collects)

        return collect

    def run(self, names: list[str], messages: list[dict[str, str]]) -> list[list[str]]:
        """The ids that each message makes fire in any of the rulesets."""
        return [sorted(self._fire(names, message)) for message in messages]

    def _fire(self, names: list[str], message: dict[str, str]) -> set[str]:
        self.fired = set()
        for name in names:
            state = self.host.assert_fact(name, {**message, "mark": "here"})
            self.host.delete_state(name)
            if state and "exception" in state:
                raise RuntimeError(str(state["exception"]))
        return self.fired


def main(requests: TextIO, replies: TextIO) -> None:
    """Answer requests until the input ends."""
    worker = Worker()
    for line in requests:
        request = json.loads(line)
        if "load" in request:
            reply: object = worker.load(request["load"])
        else:
            reply = worker.run(*request["run"])
        replies.write(json.dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    main(sys.stdin, sys.stdout)
