"""What all tests share."""

from pathlib import Path

import pytest

from generator.cli.as_of import date_of_build
from generator.pipeline import Compiled, compile_project

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def shipped() -> Compiled:
    """The shipped content, compiled and proved as it stands at the last commit."""
    compiled = compile_project(ROOT, date_of_build(ROOT, None))
    assert compiled.good, compiled.problems
    return compiled
