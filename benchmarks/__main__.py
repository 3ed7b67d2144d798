"""`make bench`: how long the stages take and how large what they make is, as a table."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.synthetic import Shape, logic
from generator.checks import check
from generator.compiler import grow_and_prove
from generator.diagram import diagram
from generator.engine import RuleEngine
from generator.prove import Proved
from generator.resolve import Logic
from generator.source import read_yaml

ROOT = Path(__file__).parent.parent
EIGHT_QUESTIONS = Shape(questions=8, rules=30, answers=10, advice=2, facts=2, relevance=0.2)
MANY = 100

Row = tuple[str, str]


def seconds(action: Callable[[], object]) -> float:
    """Wall time of one call."""
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def compiled(rules: Logic, process: RuleEngine) -> Proved:
    """Diagram, checks, plan, guide and proof; drawn at random, some rules never decide."""
    diagrams, _ = diagram(rules)
    assert diagrams is not None
    check(rules, diagrams)
    proved, problems = grow_and_prove(rules, diagrams, process)
    assert proved is not None, problems
    return proved


def whole_check() -> Iterator[Row]:
    """The command that authors run most, from a cold start."""

    def run() -> None:
        command = [sys.executable, "-m", "generator.cli", "check"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    taken = sorted(seconds(run) for _ in range(5))
    yield "helpcenter check, shipped content, median of 5", f"{taken[2]:.2f} s"


def reading() -> Iterator[Row]:
    """Strict YAML, all shipped files, read again and again."""
    files = [*ROOT.glob("content/**/*.yml"), *ROOT.glob("rules/*.yml")]
    contents = [(path.read_bytes(), path.name) for path in files]
    size = sum(len(content) for content, _ in contents)
    taken = seconds(lambda: [read_yaml(*content) for _ in range(5) for content in contents])
    yield f"strict YAML, {len(files)} files", f"{5 * size / taken / 1e6:.1f} MB/s"


def one_guide() -> Iterator[Row]:
    """Compile and prove guides of eight questions and thirty rules."""
    with RuleEngine() as process:
        process.load([])
        taken, made = [], []
        for seed in range(20):
            rules = logic(seed, EIGHT_QUESTIONS)
            start = time.perf_counter()
            made.append(compiled(rules, process))
            taken.append(time.perf_counter() - start)
    yield "compile + prove, 8 questions, 30 rules, median", f"{statistics.median(taken):.3f} s"
    yield "the same, worst of 20", f"{max(taken):.3f} s"
    yield "regions of these guides, median", f"{_median(made, lambda p: p.proof.regions):,.0f}"
    yield "nodes of these guides, median", f"{_median(made, lambda p: len(p.guide.nodes)):,.0f}"
    yield "states of the search, median", f"{_median(made, lambda p: p.guide.plan.states):,.0f}"


def many_guides() -> Iterator[Row]:
    """A row of guides of mixed size, one engine process, one core."""
    with RuleEngine() as process:

        def run() -> None:
            for seed in range(MANY):
                shape = Shape(questions=6 + seed % 4, rules=10 + seed % 31, facts=seed % 3)
                compiled(logic(seed, shape), process)

        yield f"{MANY} guides of 6–9 questions, 10–40 rules", f"{seconds(run):.1f} s"


def _median(guides: list[Proved], of: Callable[[Proved], float]) -> float:
    return statistics.median(map(of, guides))


def main() -> None:
    """Print a table in Markdown."""
    print("| what | figure |\n|---|---|")
    for measure in (whole_check, reading, one_guide, many_guides):
        for what, figure in measure():
            print(f"| {what} | {figure} |", flush=True)


if __name__ == "__main__":
    main()
