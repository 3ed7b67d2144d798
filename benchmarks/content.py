"""How long the shipped content takes: the command that authors run most, and its stages."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks.compiling import Row, seconds
from generator.build_date import date_of_build
from generator.pipeline import CACHE, compile_project
from generator.source import read_yaml

ROOT = Path(__file__).parent.parent
TIMES = 5
"""Of each figure the median of so many runs."""


def as_of() -> date:
    """The date of the shipped content."""
    return date_of_build(ROOT, None)


def whole_check() -> Iterator[Row]:
    """`helpcenter check`, with nothing kept and again."""

    def run() -> None:
        command = [sys.executable, "-m", "generator.cli", "check"]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)

    def cold() -> None:
        shutil.rmtree(ROOT / CACHE, ignore_errors=True)
        run()

    for words, action in (("cold (nothing kept)", cold), ("warm", run)):
        taken = sorted(seconds(action) for _ in range(TIMES))
        yield f"helpcenter check, shipped content, {words}", f"{taken[TIMES // 2]:.2f} s"


def reading() -> Iterator[Row]:
    """Strict YAML, all shipped files, read again and again."""
    files = [*ROOT.glob("content/**/*.yml"), *ROOT.glob("rules/*.yml")]
    contents = [(path.read_bytes(), path.name) for path in files]
    size = sum(len(content) for content, _ in contents)
    taken = seconds(lambda: [read_yaml(*content) for _ in range(TIMES) for content in contents])
    yield f"strict YAML, {len(files)} files", f"{TIMES * size / taken / 1e6:.1f} MB/s"


def optimum() -> Iterator[Row]:
    """Expected questions of every shipped guide, the bound that no order can beat, and the gap."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "content", Path(folder) / "content")
        shutil.copytree(ROOT / "rules", Path(folder) / "rules")
        compiled = compile_project(Path(folder), as_of())
    for name, proved in compiled.guides.items():
        plan = proved.guide.plan
        gap = "0" if plan.method == "optimal" else "not proved"
        figures = f"{plan.expected_questions:.2f} questions, entropy bound {plan.lower_bound:.2f}"
        yield (
            f"{name}: gap to the proved optimum",
            f"{gap} ({figures}, {proved.guide.most} at most)",
        )
