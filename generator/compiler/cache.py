"""Proved guides kept on disk, so that what is unchanged is neither compiled nor proved again.

The key stands for all that a result depends on: the guide's logic with its places, the code of the
compiler, the rule engine and Python. What is read back is not trusted: an entry that is damaged,
that belongs to something else, or that does not fit its logic is passed over, and so is one whose
guide, compiled back into a diagram, is not the function of its rules. Then the guide is compiled as
if there were no cache.
"""

import hashlib
import json
import random
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path

from generator.compiler.entry import NotAnEntry, decoded, encoded
from generator.diagram import GraphTooLarge, Result, diagram
from generator.guide import leaf_for
from generator.output import spare
from generator.problems import Problem, has_errors
from generator.prove import Proved, evaluate, same_function
from generator.resolve import Logic

STAGES = (
    "problems", "source", "schema", "resolve", "guide", "diagram", "checks", "plan", "engine",
    "prove", "compiler",
)  # fmt: skip
"""Packages whose code a result depends on."""
MOST_COMPARED = 250
"""Entries a run that are compared with their diagrams, about five milliseconds each; any further
ones are tried by the plain evaluator on some replies."""
TRIED_REPLIES = 32
MOST_ENTRIES = 4_000


@dataclass(slots=True)
class Cache:
    """The entries of one folder. Without a folder nothing is kept."""

    folder: Path | None = None
    used: set[str] = field(default_factory=set)
    """Names of files that this run has read or written."""

    def find(self, logic: Logic) -> tuple[Proved, list[Problem]] | None:
        """What was proved of a guide with exactly this logic, and its warnings."""
        if self.folder is None:
            return None
        key = key_of(logic)
        text = spare.get(self.folder / _file(key))
        try:
            found = decoded(text, key, logic) if text is not None else None
        except NotAnEntry:
            return None
        holds = _is_its_rules if len(self.used) < MOST_COMPARED else _holds
        if found is None or not holds(found[0]):
            return None
        self.used.add(_file(key))
        return found

    def keep(self, proved: Proved, problems: Iterable[Problem]) -> None:
        """Keep a proved guide, unless it has errors."""
        problems = tuple(problems)
        if self.folder is None or has_errors(problems):
            return
        key = key_of(proved.logic)
        spare.put(self.folder / _file(key), encoded(key, proved, problems))
        self.used.add(_file(key))

    def tidy(self) -> None:
        """Delete the oldest entries that this run did not use, where there are too many."""
        if self.folder is not None:
            spare.prune(self.folder, self.used, most=MOST_ENTRIES)


def key_of(logic: Logic) -> str:
    """Stands for a logic and for the code that compiles it."""
    return hashlib.sha256(f"{_code()}\n{logic!r}".encode()).hexdigest()


def _file(key: str) -> str:
    return f"{key}.json"


def _is_its_rules(proved: Proved) -> bool:
    """Whether guide and rules are one function, for all replies."""
    diagrams, _ = diagram(proved.logic)
    try:
        return diagrams is not None and not same_function(proved.logic, diagrams, proved.guide)
    except GraphTooLarge:
        return False


def _holds(proved: Proved) -> bool:
    """Whether guide and plain evaluator agree on a few replies, always the same ones."""
    logic = proved.logic
    draw = random.Random(logic.guide)  # noqa: S311 - a sample, never a secret
    for _ in range(TRIED_REPLIES):
        full = {i: draw.randrange(len(v.options)) for i, v in enumerate(logic.variables)}
        named = {v.question: v.options[full[i]] for i, v in enumerate(logic.variables)}
        leaf = leaf_for(proved.guide, named)
        _, result = evaluate(logic, full)
        if leaf is None or Result(leaf.answer, frozenset(leaf.advice)) != result:
            return False
    return True


@cache
def _code() -> str:
    """Stands for the code of the compiler, the rule engine and Python."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for stage in STAGES:
        for path in sorted((root / stage).rglob("*.py")):
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
            digest.update(path.read_bytes())
    versions: Mapping[str, str] = {
        "python": sys.version,
        "durable_rules": metadata.version("durable_rules"),
    }
    digest.update(json.dumps(versions).encode())
    return digest.hexdigest()
