"""The page on method tells the figures of the build, and none that it does not know."""

from dataclasses import replace

import pytest

from generator.pipeline import Compiled, read_journeys
from generator.prove import Proved
from generator.render.pages.about import about
from generator.render.pages.book import book
from generator.resolve import Project
from tests.conftest import ROOT
from tests.unit.small_project import small_guides, small_project


def figures(project: Project, guides: dict[str, Proved]) -> dict[str, str]:
    made = book(project, guides, "en")
    (sheet,) = about(made)
    told = sheet.values["figures"]
    assert isinstance(told, list)
    names = {made.words(f"about-count-{name}"): name for name in COUNTS}
    return {names[name]: value for name, value in told}


COUNTS = (
    "issues", "answers", "guides", "regions", "asked", "expected", "least", "journeys",
)  # fmt: skip


def test_figures_are_those_of_the_proofs() -> None:
    guides = small_guides()
    regions = sum(each.proof.regions for each in guides.values())
    assert figures(replace(small_project(), journeys=1234), guides) == {
        "issues": "1",
        "answers": "4",
        "guides": "2",
        "regions": str(regions),
        "asked": str(regions),
        "expected": "2.0",
        "least": "2 / 2",
        "journeys": "1,234",
    }


@pytest.mark.parametrize(
    ("guides", "missing"), [({}, {"expected", "least", "journeys"}), (small_guides(), {"journeys"})]
)
def test_what_is_not_known_is_not_told(guides: dict[str, Proved], missing: set[str]) -> None:
    assert set(COUNTS) - figures(small_project(), guides).keys() == missing


def test_the_shipped_project_counts_its_journeys(shipped: Compiled) -> None:
    files, _ = read_journeys(ROOT)
    assert shipped.project is not None
    assert shipped.project.journeys == sum(len(file.model.journeys) for file in files or ()) > 0
