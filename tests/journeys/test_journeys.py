"""Every journey in this folder, on the compiled guide and on the rule engine."""

from datetime import date
from pathlib import Path

import pytest

from generator.diagram import diagram
from generator.engine import Engine, RuleEngine
from generator.pipeline import Compiled
from generator.prove.journeys import Arrival, Astray, on_engine, on_guide, options_of
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
    today = journey.today or file.today
    expected = Arrival(journey.answer, frozenset(journey.advice))
    _arrives(shipped, engines, file.guide, (journey, today, expected))
    if journey.then:
        assert shipped.project is not None
        jump = shipped.project.editions["zh"].answers[journey.answer].continues
        assert jump is not None, f"{journey.answer} continues nowhere"
        then = Arrival(journey.then.answer, frozenset(journey.then.advice))
        _arrives(shipped, engines, jump, (journey, today, then))
    asked = {
        variable.question
        for proved in shipped.guides.values()
        for variable in proved.logic.variables
    }
    assert shipped.project is not None
    asked |= {name for each in shipped.project.calculators.values() for name in each.inputs}
    assert set(journey.replies) <= asked, "a reply to a question that no guide asks"


def _arrives(
    shipped: Compiled,
    engines: dict[str, Engine],
    guide: str,
    case: tuple[Journey, date, Arrival],
) -> None:
    journey, today, expected = case
    assert shipped.project is not None
    proved = shipped.guides[guide]
    try:
        options = options_of(shipped.project, proved.logic, journey.replies, today)
        assert on_guide(proved, options) == expected
        assert on_engine(proved.logic, engines[guide], options) == expected
    except Astray as error:
        pytest.fail(str(error))


@pytest.fixture(scope="module")
def engines(shipped: Compiled) -> object:
    with RuleEngine() as process:
        made = {}
        for name, proved in shipped.guides.items():
            diagrams, _ = diagram(proved.logic)
            assert diagrams is not None
            made[name] = Engine(process, proved.logic, diagrams)
        yield made
