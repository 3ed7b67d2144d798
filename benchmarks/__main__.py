"""`make bench`: how long the stages take and how large what they make is, as a table.

With `--write` the table goes into `benchmarks/RESULTS.md`, too. `--only searching,desk` measures
these alone; the other rows of the file stay as they are.
"""

import os
import platform
import sys
from pathlib import Path

from benchmarks.compiling import many_guides, one_guide
from benchmarks.content import optimum, reading, whole_check
from benchmarks.desk import rows as desk
from benchmarks.headless import replies
from benchmarks.pages import generator_alone, with_mkdocs
from benchmarks.searching import rows as searching
from benchmarks.serving import rows as serving

MEASURES = {
    "check": (whole_check, reading, optimum),
    "compiling": (one_guide, many_guides),
    "pages": (generator_alone, with_mkdocs),
    "searching": (searching,),
    "serving": (serving,),
    "desk": (desk,),
    "headless": (replies,),
}
RESULTS = Path(__file__).parent / "RESULTS.md"
HEAD = """# Measurements

Written by `make bench WRITE=1` on {cores} cores, CPython {python}. `make bench` prints the table
anew. Nothing here is asserted by a test: figures depend on the machine.

| what | figure |
|---|---|
"""


def main() -> None:
    """Print a table in Markdown, row by row."""
    arguments = sys.argv[1:]
    wanted = arguments[arguments.index("--only") + 1].split(",") if "--only" in arguments else []
    if unknown := set(wanted) - MEASURES.keys():
        sys.exit(f"no measure {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    measured: dict[str, str] = {}
    print("| what | figure |\n|---|---|", flush=True)
    for name in wanted or MEASURES:
        for measure in MEASURES[name]:
            for what, figure in measure():
                measured[what] = figure
                print(f"| {what} | {figure} |", flush=True)
    if "--write" in arguments:
        rows = {**(_rows() if wanted else {}), **measured}
        head = HEAD.format(cores=len(os.sched_getaffinity(0)), python=platform.python_version())
        table = "".join(f"| {what} | {figure} |\n" for what, figure in rows.items())
        RESULTS.write_text(head + table, "utf-8")


def _rows() -> dict[str, str]:
    """What was measured before, by its name."""
    table = RESULTS.read_text("utf-8").partition("|---|---|\n")[2]
    cells = (line.strip("| ").partition(" | ") for line in table.splitlines())
    return {what: figure for what, _, figure in cells}


if __name__ == "__main__":
    main()
