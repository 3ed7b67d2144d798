"""What all tests share."""

import fcntl
import gc
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import settings

from generator.build_date import date_of_build
from generator.cli.build import build_project
from generator.cli.report import Reporter
from generator.compiler import Workshop
from generator.pipeline import Compiled, compile_project
from generator.render import render
from generator.render.pages.book import Book, book
from generator.schema import LOCALES, Locale

# Whole sites are rendered again and again, and little of them is garbage.
gc.set_threshold(100_000, 20, 50)

# Nothing is timed: a busy machine is no defect. The same examples each time, so that a run repeats.
settings.register_profile("tests", deadline=None, derandomize=True)
settings.load_profile("tests")

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="rewrite what golden cases expect"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden cases are to be rewritten."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def shipped() -> Compiled:
    """The shipped content, compiled and proved as it stands at the last commit."""
    with Workshop() as without_cache:
        compiled = compile_project(ROOT, date_of_build(ROOT, None), workshop=without_cache)
    assert compiled.good, compiled.problems
    return compiled


@pytest.fixture(scope="session")
def books(shipped: Compiled) -> Mapping[Locale, Book]:
    """The shipped guides laid out on the pages of each locale."""
    project = shipped.project
    assert project is not None
    return MappingProxyType({each: book(project, shipped.guides, each) for each in LOCALES})


@pytest.fixture(scope="session")
def shipped_files(shipped: Compiled) -> Mapping[str, str]:
    """What the generator writes of the shipped content for the public: path → text."""
    assert shipped.project is not None
    return MappingProxyType(render(shipped.project, shipped.guides))


def shipped_site(folder: Path) -> Path:
    """The shipped content, built from a copy, so that nothing of the project changes."""
    for name in ("content", "rules", "site_templates"):
        shutil.copytree(ROOT / name, folder / name)
    assert build_project(folder, date_of_build(ROOT, None), Reporter("text"))
    return folder / "site"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content, as it is published; processes that test side by side share one."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        project = shared / "project"
        if not (project / "site").exists():
            shutil.rmtree(project, ignore_errors=True)
            shipped_site(project)
        return project / "site"
