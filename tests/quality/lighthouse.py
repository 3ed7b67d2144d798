"""Lighthouse on a phone: the median of five runs of the home page and of the heaviest issue."""

import gzip
import json
import os
import subprocess
import tempfile
from functools import cache
from http import HTTPStatus
from pathlib import Path
from statistics import median

from tests.browser.running import FLAGS, Quiet, serving
from tests.quality.tools import Tools

RUNS = 5
PAGES = ("zh/", "zh/issues/withdrawal-not-arrived/")
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TEXTS = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}


class Compressing(Quiet):
    """Serves texts compressed, as any host does."""

    def do_GET(self) -> None:  # noqa: N802 - named by the standard library
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in TEXTS or not path.is_file():
            super().do_GET()
            return
        body = _compressed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(path)}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@cache
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 9)


def lighthouse(tools: Tools, site: Path) -> list[str]:
    """Every score whose median is too low, with all runs and what costs points."""
    with serving(site, Compressing) as address:
        return [
            problem
            for page in PAGES
            for problem in _too_low(page, [_run(tools, f"{address}/{page}") for _ in range(RUNS)])
        ]


def _too_low(page: str, reports: list[dict[str, dict[str, dict[str, float]]]]) -> list[str]:
    problems = []
    for category, least in LEAST.items():
        scores = [round(100 * report["categories"][category]["score"]) for report in reports]
        if median(scores) < least:
            problems.append(f"{page}: {category} {scores}, wanted {least}: {_costs(reports[-1])}")
    return problems


def _costs(report: dict[str, dict[str, dict[str, float]]]) -> str:
    """The audits that are not passed."""
    audits = report["audits"].items()
    return ", ".join(name for name, audit in audits if audit.get("score") not in (None, 1))


def _run(tools: Tools, url: str) -> dict[str, dict[str, dict[str, float]]]:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [tools.command("lighthouse"), url, "--quiet", "--output=json"]
        flags = " ".join(("--headless=new", *FLAGS))
        subprocess.run(
            [*command, f"--output-path={report}", f"--chrome-flags={flags}"],
            check=True,
            env={**os.environ, "CHROME_PATH": tools.browser},
            capture_output=True,
        )
        found: dict[str, dict[str, dict[str, float]]] = json.loads(report.read_text("utf-8"))
        return found
