"""What all tests share."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import settings

from generator.build_date import date_of_build
from generator.compiler import Workshop
from generator.pipeline import Compiled, compile_project
from generator.render import render

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
def shipped_files(shipped: Compiled) -> Mapping[str, str]:
    """What the generator writes of the shipped content for the public: path → text."""
    assert shipped.project is not None
    return MappingProxyType(render(shipped.project, shipped.guides))
