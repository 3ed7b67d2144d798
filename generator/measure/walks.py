"""Journeys → walks: a journey through one guide, with the replies that it takes there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.diagram import Result
from generator.problems import Place
from generator.prove import Proved, evaluate
from generator.prove.journeys import Astray, Leg, legs, on_guide
from generator.resolve import Logic, Project
from generator.schema import Entry
from generator.schema.rules import Journey, Journeys

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
    for leg in legs(project, guides, file, journey):
        proved = guides[leg.guide]
        walk = Walk(
            guide=leg.guide,
            options=leg.options,
            completions=completions(proved.logic, leg.options),
            expected=Result(leg.arrival.answer, leg.arrival.advice),
        )
        _arrive(proved, leg, walk)
        yield walk


def _arrive(proved: Proved, leg: Leg, walk: Walk) -> None:
    """Raise `Astray` unless guide and rules lead where the journey says."""
    arrival = on_guide(proved, leg.options, carried=leg.carried)
    if arrival != leg.arrival:
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
