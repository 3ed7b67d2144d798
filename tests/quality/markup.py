"""The markup of pages, as two checkers of HTML see it.

The theme's frame has two hidden fields that neither likes, and that our pages do without; they are not
ours, and not counted. `htmlvalidate.json` leaves out what is a matter of taste, and asks neither for a
hash of each file (all come from the site itself), nor for a button in forms that reckon while
somebody types, nor for `section` in place of a table's frame that scrolls; a page in two languages
may have a first heading in each.
"""

import json
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.quality.tools import HERE, Tools

THEME = 'class="md-toggle"'


def nu_checker(tools: Tools, pages: Sequence[Path]) -> list[str]:
    """Every error that the Nu HTML checker finds."""
    jar = tools.packages / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command = [
        tools.java,
        "-jar",
        str(jar),
        "--errors-only",
        "--exit-zero-always",
        "--format",
        "json",
    ]
    done = subprocess.run([*command, *map(str, pages)], check=True, capture_output=True, text=True)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{_path(each)}:{each['lastLine']}: {each['message']}"
        for each in messages
        if not _of_the_theme(Path(_path(each)), each["lastLine"])
    ]


def html_validate(tools: Tools, pages: Sequence[Path]) -> list[str]:
    """Every error that html-validate finds."""
    command = [tools.command("html-validate"), "--config", str(HERE / "htmlvalidate.json")]
    with tempfile.TemporaryDirectory() as folder:
        # To a file, for it ends before a pipe has taken all.
        report = Path(folder) / "report.json"
        subprocess.run([*command, f"--formatter=json={report}", *map(str, pages)], check=False)
        found: list[Any] = json.loads(report.read_text("utf-8"))
    return [
        f"{file['filePath']}:{each['line']}: {each['message']} ({each['ruleId']})"
        for file in found
        for each in file["messages"]
        if not _of_the_theme(Path(file["filePath"]), each["line"])
    ]


def _path(message: dict[str, Any]) -> str:
    return str(message["url"]).removeprefix("file:")


def _of_the_theme(page: Path, line: int) -> bool:
    return THEME in page.read_text("utf-8").split("\n")[line - 1]
