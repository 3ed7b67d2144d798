"""Published scripts, read by a parser that knows ECMAScript 2020 and nothing newer."""

import subprocess
from pathlib import Path

from tests.quality.tools import HERE, Tools


def syntax(tools: Tools, site: Path) -> list[str]:
    """Every script that is not in ES2020, with the place and what the parser says."""
    scripts = sorted(map(str, site.rglob("*.js")))
    if not scripts:
        return ["no script is published"]
    done = subprocess.run(
        [tools.node, str(HERE / "es2020.mjs"), str(tools.packages), *scripts],
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.splitlines()
