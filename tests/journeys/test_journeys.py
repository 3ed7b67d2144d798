"""Every journey in this folder, on the compiled guide and on the rule engine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.diagram import diagram
from generator.engine import Engine, RuleEngine
from generator.pipeline import Compiled
from generator.prove.journeys import Astray, legs, on_engine, on_guide
from generator.schema import Entry, load_journeys
from generator.schema.rules import Journey, Journeys

FEWEST = 10


def files() -> list[Entry[Journeys]]:
    loaded = []
    for path in sorted(Path(__file__).parent.glob("*.yml")):
        entry, problems = load_journeys(path)
        assert entry is not None, problems
        loaded.append(entry)
    return loaded


JOURNEYS = [(entry.model, journey) for entry in files() for journey in entry.model.journeys]


def test_every_guide_has_journeys_enough(shipped: Compiled) -> None:
    counts = {entry.model.guide: len(entry.model.journeys) for entry in files()}
    assert counts.keys() == shipped.guides.keys()
    assert min(counts.values()) >= FEWEST


@pytest.mark.parametrize(
    ("file", "journey"),
    JOURNEYS,
    ids=[f"{file.guide}: {journey.name}" for file, journey in JOURNEYS],
)
def test_journey(
    shipped: Compiled, engines: dict[str, Engine], file: Journeys, journey: Journey
) -> None:
    assert shipped.project is not None
    try:
        for leg in legs(shipped.project, shipped.guides, file, journey):
            proved = shipped.guides[leg.guide]
            assert on_guide(proved, leg.options, carried=leg.carried) == leg.arrival
            assert on_engine(proved.logic, engines[leg.guide], leg.options) == leg.arrival
    except Astray as error:
        pytest.fail(str(error))


def test_no_journey_replies_to_a_question_that_nobody_asks(shipped: Compiled) -> None:
    assert shipped.project is not None
    asked = {v.question for proved in shipped.guides.values() for v in proved.logic.variables}
    asked |= {name for each in shipped.project.calculators.values() for name in each.inputs}
    replied = {name for _, journey in JOURNEYS for name in _replied(journey)}
    assert replied <= asked


def _replied(journey: Journey) -> Iterator[str]:
    yield from journey.replies
    onward = journey.then
    while onward:
        yield from onward.replies
        onward = onward.then


@pytest.fixture(scope="module")
def engines(shipped: Compiled) -> Iterator[dict[str, Engine]]:
    with RuleEngine() as process:
        made = {}
        for name, proved in shipped.guides.items():
            diagrams, _ = diagram(proved.logic)
            assert diagrams is not None
            made[name] = Engine(process, proved.logic, diagrams)
        yield made
