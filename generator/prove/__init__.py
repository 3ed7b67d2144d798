"""The proof: rule engine = diagram = guide. A disagreement is an error and fails the build.

In: `Logic`, `Diagrams`, the `Engine` and the `Guide`. Out: `Proved`, and problems.
"""

from generator.diagram import Diagrams
from generator.engine import Engine
from generator.guide import Guide
from generator.problems import Problem
from generator.prove.plain import evaluate
from generator.prove.proof import Proof, Proved
from generator.prove.regions import Path, Sample, engine_agrees, region_count, sampled_paths
from generator.prove.symbolic import same_function
from generator.resolve import Logic

__all__ = [
    "Path",
    "Proof",
    "Proved",
    "Sample",
    "evaluate",
    "prove",
    "region_count",
    "same_function",
    "sampled_paths",
]


def prove(
    logic: Logic, diagrams: Diagrams, engine: Engine, guide: Guide
) -> tuple[Proved | None, list[Problem]]:
    """Show that a guide is what its rules say. Raises `EngineDied`."""
    problems = same_function(logic, diagrams, guide)
    sample, found = engine_agrees(logic, engine, guide)
    problems += found
    if problems:
        return None, problems
    proof = Proof(regions=region_count(guide), sample=sample)
    return Proved(logic=logic, guide=guide, proof=proof), []
