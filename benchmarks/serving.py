"""How long an author waits: from an edit until `helpcenter serve` shows what has come of it."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.served import Served, served, until

ROOT = Path(__file__).parent.parent
SOURCES = ("content", "rules", "site_templates", "generator/site")
AS_OF = "2026-11-23"
TIMES = 5
RULES, TEXT = "rules/triage.yml", "content/questions/scam-now.yml"
JSON = "guides/en/triage.json"
MISTAKE = "no-such-"

Row = tuple[str, str]


def rows() -> Iterator[Row]:
    """Medians over a few edits of the shipped content, each from a quiet server."""
    with tempfile.TemporaryDirectory() as folder:
        root = _copy(Path(folder) / "project")
        start = time.perf_counter()
        with served(root, Path(folder) / "terminal", AS_OF) as server:
            server.settled("good")
            yield "serve, from nothing to the first site", _shown([time.perf_counter() - start])
            yield from _edits(server, "a text", TEXT)
            yield from _edits(server, "a rule", RULES)
            yield from _mistakes(server)


def _edits(server: Served, what: str, file: str) -> Iterator[Row]:
    json, pages = [], []
    for number in range(TIMES):
        before, mark = server.state["version"], f"Edit {number} of {what}."
        start = _edit(server.root / file, "en: ", f"en: {mark} ")
        json.append(_shows(server, mark) - start)
        pages.append(_is_newer(server, before) - start)
        server.settled("good")
    yield f"serve, an edit of {what} until its JSON shows", _shown(json)
    yield f"serve, an edit of {what} until all pages show", _shown(pages)


def _mistakes(server: Served) -> Iterator[Row]:
    taken = []
    for _ in range(TIMES):
        told = server.said.count(MISTAKE)
        start = _edit(server.root / RULES, "answer: ", "answer: no-such-")
        taken.append(_tells(server, told + 1) - start)
        server.settled("problems")
        _edit(server.root / RULES, "answer: no-such-", "answer: ")
        server.settled("good")
    yield "serve, a mistake until the terminal tells", _shown(taken)


def _shows(server: Served, mark: str) -> float:
    until(lambda: mark in server.get(JSON))
    return time.perf_counter()


def _is_newer(server: Served, version: object) -> float:
    until(lambda: server.state["version"] != version)
    return time.perf_counter()


def _tells(server: Served, times: int) -> float:
    until(lambda: server.said.count(MISTAKE) == times)
    return time.perf_counter()


def _edit(file: Path, old: str, new: str) -> float:
    """Change the first place that reads so; when that was done."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    return time.perf_counter()


def _shown(taken: list[float]) -> str:
    return f"{statistics.median(taken):.2f} s"


def _copy(root: Path) -> Path:
    for folder in SOURCES:
        shutil.copytree(ROOT / folder, root / folder)
    for file in ROOT.glob("mkdocs*.yml"):
        shutil.copy(file, root)
    return root
