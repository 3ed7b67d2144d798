"""`make bench`: how long the stages take and how large what they make is, as a table.

With `--write` the table goes into `benchmarks/RESULTS.md`, too.
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

MEASURES = (
    whole_check, reading, optimum, one_guide, many_guides, generator_alone, with_mkdocs,
    searching, serving, desk, replies,
)  # fmt: skip
RESULTS = Path(__file__).parent / "RESULTS.md"
HEAD = """# Measurements

Written by `make bench WRITE=1` on {cores} cores, CPython {python}. `make bench` prints the table
anew. Nothing here is asserted by a test: figures depend on the machine.

| what | figure |
|---|---|
"""


def main() -> None:
    """Print a table in Markdown, row by row."""
    rows: list[str] = []
    print("| what | figure |\n|---|---|", flush=True)
    for measure in MEASURES:
        for what, figure in measure():
            rows.append(f"| {what} | {figure} |")
            print(rows[-1], flush=True)
    if "--write" in sys.argv[1:]:
        cores = len(os.sched_getaffinity(0))
        head = HEAD.format(cores=cores, python=platform.python_version())
        RESULTS.write_text(head + "\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main()
