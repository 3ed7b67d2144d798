"""One rule engine for all tests of a module."""

from collections.abc import Iterator

import pytest

from generator.engine import RuleEngine


@pytest.fixture(scope="module")
def process() -> Iterator[RuleEngine]:
    with RuleEngine() as running:
        yield running
