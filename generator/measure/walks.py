"""Journeys → walks: a journey through one guide, with the replies that it takes there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagram import Result
from generator.problems import Place
from generator.prove import Proved, evaluate
from generator.prove.journeys import Arrival, Astray, on_guide, options_of
from generator.resolve import Logic, Project
from generator.schema import Entry
from generator.schema.rules import Journey, Journeys, Outcome

FEWEST_COMPLETIONS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """One journey through one guide, on which it arrives."""

    guide: str
    options: Mapping[str, str]
    """Question → option, for the replies that the journey gives."""
    completions: tuple[Mapping[int, int], ...]
    """The same with a reply to every variable, filled up in different ways."""
    expected: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A journey that does not arrive where it says."""

    guide: str
    name: str
    place: Place
    why: str


def walks(
    project: Project, guides: Mapping[str, Proved], files: Iterable[Entry[Journeys]]
) -> tuple[list[Walk], list[Lost]]:
    """All walks in the order of the journeys, and the journeys that do not arrive."""
    found: list[Walk] = []
    lost: list[Lost] = []
    for file in files:
        for index, journey in enumerate(file.model.journeys):
            try:
                found += list(_walks(project, guides, file.model, journey))
            except Astray as error:
                place = file.place("journeys", index, "name")
                lost.append(
                    Lost(guide=file.model.guide, name=journey.name, place=place, why=str(error))
                )
    return found, lost


def _walks(
    project: Project, guides: Mapping[str, Proved], file: Journeys, journey: Journey
) -> Iterator[Walk]:
    if file.guide not in guides:
        raise Astray(f'no guide is called "{file.guide}"')
    today = journey.today or file.today
    first = Outcome(answer=journey.answer, advice=journey.advice)
    parts = [(file.guide, first)]
    if journey.then:
        parts.append((_onward(project, journey.answer), journey.then))
    for name, outcome in parts:
        logic = guides[name].logic
        options = options_of(project, logic, journey.replies, today)
        walk = Walk(
            guide=name,
            options=options,
            completions=completions(logic, options),
            expected=Result(outcome.answer, frozenset(outcome.advice)),
        )
        _arrive(guides[name], walk)
        yield walk


def _onward(project: Project, name: str) -> str:
    """The guide in which an answer continues."""
    answer = next(iter(project.editions.values())).answers.get(name)
    if answer is None or answer.continues is None:
        raise Astray(f"{name} continues in no guide")
    return answer.continues


def _arrive(proved: Proved, walk: Walk) -> None:
    """Raise `Astray` unless guide and rules lead where the journey says."""
    arrival = on_guide(proved, walk.options)
    if arrival != Arrival(walk.expected.answer or "", walk.expected.advice):
        raise Astray(f"it arrives at {arrival.answer} with advice {sorted(arrival.advice)}")
    if any(evaluate(proved.logic, full)[1] != walk.expected for full in walk.completions):
        raise Astray("the rules need a reply that is not given")


def completions(logic: Logic, options: Mapping[str, str]) -> tuple[Mapping[int, int], ...]:
    """Full replies in which open ones take each of their options at least once, in turn."""
    known = {
        index: variable.options.index(options[variable.question])
        for index, variable in enumerate(logic.variables)
        if variable.question in options
    }
    sizes = {
        index: len(variable.options)
        for index, variable in enumerate(logic.variables)
        if index not in known
    }
    count = max(FEWEST_COMPLETIONS, *sizes.values()) if sizes else 1
    # Steps of different length keep open replies from always changing together.
    return tuple(
        {**known, **{v: (turn + v + turn // n * v) % n for v, n in sizes.items()}}
        for turn in range(count)
    )
