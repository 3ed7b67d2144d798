"""Journeys: replies and where they must lead, on the guide and on the rule engine alike."""

import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from generator.engine import Engine
from generator.guide import Question, leaf_for, restrict, steps
from generator.prove.proof import Proved
from generator.resolve import Logic, Project
from generator.resolve.logic import Variable
from generator.resolve.raw_replies import NotAReply, computed_option, not_taken, option_for
from generator.schema.rules import Journey, Journeys, Onward, Outcome

# Replies that a journey leaves open are completed this often in different ways.
COMPLETIONS = 20


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where replies lead."""

    answer: str
    advice: frozenset[str]


class Astray(Exception):  # noqa: N818 - the message is for whoever wrote the journey
    """The replies do not lead to one answer; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """The part of a journey that lies in one guide."""

    guide: str
    options: Mapping[str, str]
    """Question → option, for all replies that the guide takes."""
    carried: frozenset[str]
    """Questions of `options` that an earlier guide has asked."""
    arrival: Arrival
    """Where the journey says that it leads."""


def legs(
    project: Project, guides: Mapping[str, Proved], file: Journeys, journey: Journey
) -> Iterator[Leg]:
    """The legs of a journey, over every jump that its `then` follows. Raises `Astray`.

    What an earlier guide asked, or an answer makes known, is carried: it is not asked again, and
    cannot be replied anew. What the next guide does not take is dropped, and the journey must say
    so.
    """
    today = journey.today or file.today
    guide, replies, asked = file.guide, dict(journey.replies), frozenset[str]()
    presumed: Mapping[str, str] = {}
    outcome: Outcome | None = journey
    while outcome is not None:
        if guide not in guides:
            raise Astray(f'no guide is called "{guide}"')
        logic = guides[guide].logic
        if isinstance(outcome, Onward):
            known = {question: replies[question] for question in asked}
            dropped = not_taken(logic.variables, known, project.calendars, today)
            _told(outcome, guide, dropped, asked)
            asked -= set(dropped)
            kept = {question: replies[question] for question in replies if question not in dropped}
            told = {question: presumed[question] for question in presumed if question not in known}
            replies = {**kept, **outcome.replies, **told}
            asked |= told.keys()
        options = options_of(project, logic, replies, today)
        arrival = Arrival(outcome.answer, frozenset(outcome.advice))
        yield Leg(guide=guide, options=options, carried=asked & options.keys(), arrival=arrival)
        asked |= _asked(guides[guide], options)
        if outcome.then:
            guide, presumed = _onward(project, outcome.answer)
        outcome = outcome.then


def _told(outcome: Onward, guide: str, dropped: Collection[str], asked: frozenset[str]) -> None:
    """Raise `Astray` unless a journey says what is dropped, and changes nothing that is kept."""
    if set(outcome.dropped) != set(dropped):
        raise Astray(f"{guide} drops {sorted(dropped)}, not {sorted(outcome.dropped)}")
    anew = sorted((asked & outcome.replies.keys()) - set(dropped))
    if anew:
        raise Astray(f"{anew[0]} is carried into {guide}, and not asked again")


def _asked(proved: Proved, options: Mapping[str, str]) -> frozenset[str]:
    """The questions that a guide asks on its own."""
    nodes = (proved.guide.nodes[at] for at in steps(proved.guide, options))
    asked = {node.question for node in nodes if isinstance(node, Question)}
    return frozenset(asked & options.keys())


def _onward(project: Project, name: str) -> tuple[str, Mapping[str, str]]:
    """The guide in which an answer continues, and what the answer makes known to it.

    Raises `Astray` where it continues in none.
    """
    answer = next(iter(project.editions.values())).answers.get(name)
    if answer is None or answer.continues is None:
        raise Astray(f"{name} continues in no guide")
    return answer.continues, answer.presumed


def options_of(
    project: Project, logic: Logic, replies: Mapping[str, str], today: date
) -> dict[str, str]:
    """The replies that a guide takes, raw values as the options they mean. Raises `Astray`."""
    found: dict[str, str] = {}
    for variable in logic.variables:
        option = _option(project, variable, replies, today)
        if option is not None:
            found[variable.question] = option
    return found


def _option(
    project: Project, variable: Variable, replies: Mapping[str, str], today: date
) -> str | None:
    """The reply given, or told by a calculator from amounts given; None where there is neither."""
    try:
        if variable.question not in replies:
            return computed_option(variable, project.calculators, replies)
        return option_for(variable, replies[variable.question], project.calendars, today)
    except NotAReply as error:
        raise Astray(f"{variable.question}: {error}") from None


def on_guide(
    proved: Proved, options: Mapping[str, str], *, carried: Collection[str] = ()
) -> Arrival:
    """Where the guide leads, with the replies to some questions carried into it.

    Raises `Astray` at a question to which no reply is given, or which is carried and asked again.
    """
    left = restrict(proved.guide, {question: options[question] for question in carried})
    given = {question: options[question] for question in options if question not in carried}
    leaf = leaf_for(left, given)
    if leaf is None:
        *_, last = steps(left, given)
        node = left.nodes[last]
        raise Astray(f"the guide asks {getattr(node, 'question', '?')}, and no reply is given")
    return Arrival(leaf.answer, frozenset(leaf.advice))


def on_engine(logic: Logic, engine: Engine, options: Mapping[str, str]) -> Arrival:
    """Where the rule engine leads, whatever is replied to questions that are left open.

    Raises `Astray` if that makes a difference.
    """
    draw = random.Random(repr(sorted(options.items())))  # noqa: S311 - a sample, never a secret
    full = [
        {
            index: variable.options.index(options[variable.question])
            if variable.question in options
            else draw.randrange(len(variable.options))
            for index, variable in enumerate(logic.variables)
        }
        for _ in range(COMPLETIONS)
    ]
    results = {decision.result for decision in engine.decisions(full)}
    if len(results) != 1:
        raise Astray("the rules need a reply that is not given")
    result = results.pop()
    if result.answer is None:
        raise Astray("no rule holds")
    return Arrival(result.answer, result.advice)
