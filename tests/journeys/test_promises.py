"""What the journeys hold fast: everything of every guide, and nearly every change of its rules."""

import pytest

from generator.measure import Figures, Lost, measure
from generator.pipeline import Compiled, read_journeys
from tests.conftest import ROOT

FEWEST_NOTICED = 0.97
"""All are noticed today. A new rule may leave one or two to the next commit, not more."""
GUIDES = sorted(path.stem for path in (ROOT / "rules").glob("*.yml"))


@pytest.fixture(scope="module")
def measured(shipped: Compiled) -> tuple[dict[str, Figures], list[Lost]]:
    files, problems = read_journeys(ROOT)
    assert problems == []
    assert shipped.project is not None
    return measure(shipped.project, shipped.guides, files or ())


def test_every_journey_arrives(measured: tuple[dict[str, Figures], list[Lost]]) -> None:
    assert [f"{each.place}: {each.why}" for each in measured[1]] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_journey_comes_through_everything_of_a_guide(
    measured: tuple[dict[str, Figures], list[Lost]], guide: str
) -> None:
    coverage = measured[0][guide].coverage
    assert coverage is not None
    missed = (
        *coverage.questions,
        *coverage.options,
        *coverage.rules,
        *coverage.answers,
        *coverage.advice,
    )
    assert [f"{each.place}: {each.name}" for each in missed] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_a_journey_notices_nearly_every_change_of_the_rules(
    measured: tuple[dict[str, Figures], list[Lost]], guide: str
) -> None:
    tried = measured[0][guide].trial
    assert tried is not None
    survivors = [f"{each.mutant.where}: {each.mutant.change}" for each in tried.survivors]
    assert (tried.share or 0) >= FEWEST_NOTICED, survivors
