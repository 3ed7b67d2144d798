"""durable_rules, in a child process: it evaluates rules and builds guides node by node.

In: `Logic`, `Diagrams` and a `Plan`, which only proposes the next question. Out: `Guide`, and
problems. `worker` is the one module that imports `durable`; it runs in the child alone, because the
library can crash its process.
"""

from generator.engine.build import build
from generator.engine.evaluate import Decision, Engine, Report
from generator.engine.process import EngineDied, RuleEngine
from generator.engine.translate import TooComplicated

__all__ = [
    "Decision",
    "Engine",
    "EngineDied",
    "Report",
    "RuleEngine",
    "TooComplicated",
    "build",
]
