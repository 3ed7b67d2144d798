"""Journeys: replies and where they must lead, on the guide and on the rule engine alike."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.engine import Engine
from generator.guide import leaf_for, steps
from generator.prove.proof import Proved
from generator.resolve import Logic, Project
from generator.resolve.logic import Variable
from generator.resolve.raw_replies import NotAReply, computed_option, option_for

# Replies that a journey leaves open are completed this often in different ways.
COMPLETIONS = 20


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where replies lead."""

    answer: str
    advice: frozenset[str]


class Astray(Exception):  # noqa: N818 - the message is for whoever wrote the journey
    """The replies do not lead to one answer; the message says why."""


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


def on_guide(proved: Proved, options: Mapping[str, str]) -> Arrival:
    """Where the guide leads. Raises `Astray` at a question to which no reply is given."""
    leaf = leaf_for(proved.guide, options)
    if leaf is None:
        *_, last = steps(proved.guide, options)
        node = proved.guide.nodes[last]
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
