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

import durable_rules_engine as engine  # noqa: E402
from durable.engine import Host, Ruleset  # noqa: E402


class QuickRuleset(Ruleset):  # type: ignore[misc]
    """A ruleset whose actions only collect.

    The library's own loop over the actions of a message makes closures, reads the clock and copies
    the state for each of them, which takes two thirds of the time. Here the same calls of the
    library's core are made in the same order, and no more.
    """

    def _flush_actions(
        self,
        state: dict[str, object],
        result: dict[str, Any],
        state_handle: int,
        complete: Callable[[object, object], None],
    ) -> None:
        unchanged = json.dumps(state, ensure_ascii=False)
        (name,) = result.pop("message")
        while True:
            self._actions[name]._func(None)  # noqa: SLF001 - its `run` is what takes the time
            engine.update_state(self._handle, unchanged)
            following = engine.complete_and_start_action(self._handle, state_handle)
            if not following:
                break
            # {"r12":{"m":{…}}}: the name is all that is needed.
            name = following.split('"', 2)[1]
        complete(None, state)


class QuietHost(Host):  # type: ignore[misc]
    """A host without the library's timer threads, under which a rule may fire twice."""

    def _run(self) -> None:
        pass

    def register_rulesets(self, ruleset_definitions: dict[str, Any]) -> list[str]:
        """What the library does, with rulesets of our own kind."""
        for name, definition in ruleset_definitions.items():
            assert name not in self._ruleset_directory
            ruleset = QuickRuleset(name, self, definition)
            self._ruleset_directory[name] = ruleset
            self._ruleset_list.append(ruleset)
        return list(ruleset_definitions)


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
