"""How long compiling and proving takes: one guide, a thousand, and a thousand with one changed."""

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from benchmarks.memory import watched
from benchmarks.sound import sound
from benchmarks.synthetic import Shape, logic
from generator.checks import check
from generator.compiler import Cache, Workshop, grow_and_prove
from generator.diagram import diagram
from generator.engine import RuleEngine
from generator.pipeline import silent
from generator.plan import plan
from generator.prove import Proved
from generator.resolve import Logic

EIGHT_QUESTIONS = Shape(questions=8, rules=30, answers=10, advice=2, facts=2, relevance=0.2)
COUNTS = (10, 100, 1_000)
UNBOUNDED = 1 << 62
MEGABYTE = 1_000_000

Row = tuple[str, str]


def seconds(action: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def one_guide() -> Iterator[Row]:
    """Compile and prove guides of eight questions and thirty rules, on one core."""
    with RuleEngine() as process:
        process.load([])
        taken, made = [], []
        for seed in range(20):
            rules = logic(seed, EIGHT_QUESTIONS)
            start = time.perf_counter()
            made.append(_compiled(rules, process))
            taken.append(time.perf_counter() - start)
    yield (
        "compile + prove, 8 questions, 30 rules, median of 20",
        f"{statistics.median(taken):.3f} s",
    )
    yield "the same, worst of 20", f"{max(taken):.3f} s"
    yield "regions of these guides, median", f"{_median(made, lambda p: p.proof.regions):,.0f}"
    yield "nodes of these guides, median", f"{_median(made, lambda p: len(p.guide.nodes)):,.0f}"
    yield "states of the search, median", f"{_median(made, lambda p: p.guide.plan.states):,.0f}"


def many_guides() -> Iterator[Row]:
    """Guides of 6 to 9 questions and 10 to 40 rules, on all cores, from nothing and again."""
    logics = {made.guide: made for made in map(_drawn, range(COUNTS[-1]))}
    rules = [len(made.rules) for made in logics.values()]
    guides: dict[str, Proved] = {}
    yield "rules of these guides, least to most", f"{min(rules)} to {max(rules)}"
    for count in COUNTS:
        some = dict(list(logics.items())[:count])
        with tempfile.TemporaryDirectory() as folder:
            guides, taken, peak = _run(some, Path(folder))
            yield f"{count:,} guides, compile + prove, nothing kept", f"{taken:.1f} s"
            yield f"{count:,} guides, most memory in all processes", f"{peak / MEGABYTE:,.0f} MB"
            first = next(iter(some))
            some[first] = replace(some[first], depth=29)
            _, taken, _ = _run(some, Path(folder))
            yield f"{count:,} guides, again with one changed", f"{taken:.2f} s"
    yield from _gaps(guides)


def _drawn(seed: int) -> Logic:
    return sound(
        seed,
        Shape(questions=6 + seed % 4, rules=10 + seed % 31, facts=seed % 3, parts=(2, 4)),
    )


def _run(logics: Mapping[str, Logic], folder: Path) -> tuple[dict[str, Proved], float, int]:
    """The guides, the seconds, and the most bytes that all processes held at a time."""
    with watched(os.getpid()) as peak, Workshop(Cache(folder)) as workshop:
        start = time.perf_counter()
        guides, _ = workshop.compile(logics, silent)
        taken = time.perf_counter() - start
    assert guides.keys() == logics.keys()
    return guides, taken, peak.bytes


def _gaps(guides: Mapping[str, Proved]) -> Iterator[Row]:
    """How far plans past their budget are from the optimum, which is searched without one."""
    beyond = [proved for proved in guides.values() if proved.guide.plan.method != "optimal"]
    yield "of these guides, planned optimally", f"{len(guides) - len(beyond):,} of {len(guides):,}"
    gaps = []
    for proved in beyond:
        diagrams, _ = diagram(proved.logic)
        assert diagrams is not None
        best = plan(proved.logic, diagrams, budget=UNBOUNDED).expected_cost
        gaps.append(proved.guide.plan.expected_cost / best - 1)
    worst = f"{max(gaps, default=0):.2%}"
    yield "gap of the others to the proved optimum, worst", worst if beyond else "none is past it"


def _compiled(rules: Logic, process: RuleEngine) -> Proved:
    """Diagram, checks, plan, guide and proof; drawn at random, some rules never decide."""
    diagrams, _ = diagram(rules)
    assert diagrams is not None
    check(rules, diagrams)
    proved, problems = grow_and_prove(rules, diagrams, process)
    assert proved is not None, problems
    return proved


def _median(guides: list[Proved], of: Callable[[Proved], float]) -> float:
    return statistics.median(map(of, guides))
