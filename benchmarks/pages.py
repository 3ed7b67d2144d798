"""How the generator grows with the number of pages, without MkDocs and with it."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.compiling import Row
from benchmarks.content import ROOT, as_of
from generator.output import write
from generator.pipeline import compile_project, silent
from generator.render import render
from generator.schema import LOCALES
from generator.site import build_site

PAGES = 5_000
WITH_MKDOCS = (500, 1_000, 2_000)


def generator_alone() -> Iterator[Row]:
    """From YAML to a docs tree of 5,000 pages, guides already proved."""
    with tempfile.TemporaryDirectory() as folder:
        root = _project(Path(folder), PAGES)
        compile_project(root, as_of())
        start = time.perf_counter()
        pages = _rendered(root)
        taken = time.perf_counter() - start
    yield f"generator without MkDocs, {pages:,} pages", f"{taken:.1f} s"


def with_mkdocs() -> Iterator[Row]:
    """MkDocs alone, on docs trees of several sizes."""
    for wanted in WITH_MKDOCS:
        with tempfile.TemporaryDirectory() as folder:
            root = _project(Path(folder), wanted)
            pages = _rendered(root)
            docs: dict[str, Path] = {locale: root / "build" / "docs" / locale for locale in LOCALES}
            start = time.perf_counter()
            complaints = build_site(root, docs, root / "build" / "next", silent)
            taken = time.perf_counter() - start
            assert complaints == []
        yield f"MkDocs, {pages:,} pages", f"{taken:.1f} s, {1000 * taken / pages:.1f} ms a page"


def _rendered(root: Path) -> int:
    """Compile, render and write; the number of pages."""
    compiled = compile_project(root, as_of())
    assert compiled.project is not None
    files = render(compiled.project, compiled.guides)
    write(files, root / "build")
    return sum(path.endswith(".md") for path in files)


def _project(root: Path, pages: int) -> Path:
    """The shipped project with as many copies of its answers as make that many pages."""
    shutil.copytree(ROOT / "content", root / "content")
    shutil.copytree(ROOT / "rules", root / "rules")
    answers = sorted((root / "content" / "answers").rglob("*.yml"))
    there = len(answers) + len(list((root / "content" / "issues").rglob("*.yml")))
    for number in range(max(0, pages // len(LOCALES) - there)):
        original = answers[number % len(answers)]
        name = f"{original.stem}-x{number}"
        text = original.read_text("utf-8").replace(f"id: {original.stem}\n", f"id: {name}\n", 1)
        original.with_name(f"{name}.yml").write_text(text, "utf-8")
    return root
