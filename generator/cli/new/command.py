"""`helpcenter new …`: what each kind needs to be told, what is written, and what to do then."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import get_args

import click

from generator.cli.new import skeletons
from generator.cli.new.desk import (
    Desk,
    commonest,
    free,
    known,
    open_desk,
)
from generator.cli.new.rule import Placing, add_rule
from generator.cli.new.told import begin
from generator.cli.options import build_date, project
from generator.schema.entities import Measure, QuestionKind
from generator.schema.text import is_option_id

_KINDS: tuple[str, ...] = get_args(QuestionKind)
_UNITS: tuple[str, ...] = tuple(
    unit for part in get_args(Measure) for unit in (get_args(part) or (part,))
)

_HALF_A_YEAR = timedelta(days=182)


@click.group()
def new() -> None:
    """Begin an issue, question, answer, rule or guide with texts for you to fill in."""


@new.command()
@project
@click.argument("name", metavar="ID")
@click.option("--topic", required=True, help="The group to which it belongs.")
@click.option("--guide", required=True, help="The guide that it opens.")
def issue(root: Path, as_of: datetime | None, name: str, topic: str, guide: str) -> None:
    """An issue that opens a guide."""
    desk = open_desk(root, build_date(root, as_of))
    free(desk, "issue", name)
    text = skeletons.issue(
        name,
        keeper=_keeper(desk),
        topic=known(desk, "topic", topic),
        guide=known(desk, "guide", guide),
    )
    begin(
        desk,
        "issue",
        name,
        text,
        then="Once it is built, its page shows what stands there: fill it in first.",
    )


@new.command()
@project
@click.argument("name", metavar="ID")
@click.option("--channel", help="Where to go if it does not help; by default the most used.")
@click.option("--guide", help="The guide in which the conversation goes on.")
def answer(
    root: Path, as_of: datetime | None, name: str, channel: str | None, guide: str | None
) -> None:
    """An answer with all that each must have."""
    desk = open_desk(root, build_date(root, as_of))
    free(desk, "answer", name)
    answers = [entry.model for entry in desk.catalogue.answers.values()]
    channel = channel or commonest(
        (each.fallback.channel for each in answers), desk.catalogue.channels
    )
    text = skeletons.answer(
        name,
        keeper=_keeper(desk),
        channel=known(desk, "channel", channel or ""),
        guide=known(desk, "guide", guide) if guide else None,
        source=_source(desk),
    )
    begin(
        desk,
        "answer",
        name,
        text,
        then=f"A rule gives it: `helpcenter new rule ID --guide GUIDE --answer {name}`.",
    )


def _keeper(desk: Desk) -> str:
    """The team that keeps most answers; half a year until they are read again."""
    owners = (each.model.owner for each in desk.catalogue.answers.values() if each.model.owner)
    owner = commonest(owners, desk.catalogue.brand.model.teams)
    return skeletons.kept(owner, desk.as_of + _HALF_A_YEAR)


def _source(desk: Desk) -> str:
    sources = (source for each in desk.catalogue.answers.values() for source in each.model.sources)
    return known(desk, "source", commonest(sources, desk.catalogue.sources) or "")


@new.command()
@project
@click.argument("name", metavar="ID")
@click.option("--kind", type=click.Choice(_KINDS), default="choice", show_default=True)
@click.option("--options", default="yes,no,unsure", help="Of a choice: ids, with commas.")
@click.option("--unit", type=click.Choice(_UNITS), help="Of a number or duration.")
@click.option("--until", help="Of a date: the parameter that is its limit.")
@click.option("--calendar", help="Of a date: whose business days; by default the first.")
def question(
    root: Path,
    as_of: datetime | None,
    name: str,
    kind: QuestionKind,
    options: str,
    unit: str | None,
    until: str | None,
    calendar: str | None,
) -> None:
    """A question; guides list it before they can ask it."""
    desk = open_desk(root, build_date(root, as_of))
    free(desk, "question", name)
    if kind == "choice":
        text = skeletons.choice(name, _options(options))
    elif kind == "date":
        text = _date(desk, name, until, calendar)
    else:
        text = skeletons.number(name, kind, unit or ("CNY" if kind == "number" else "hour"))
    then = "List it under `questions` in a rules file, and let a rule look at it."
    begin(desk, "question", name, text, then=then)


def _options(given: str) -> list[str]:
    options = [option.strip() for option in given.split(",")]
    for option in options:
        if not is_option_id(option):
            raise click.UsageError(
                f'"{option}" is not an option\'s id: lower-case Latin letters and digits joined by '
                "single hyphens or points, and neither `true` nor `false`."
            )
    if len(set(options)) < max(2, len(options)):
        raise click.UsageError("A choice needs at least two options, each with an id of its own.")
    return options


def _date(desk: Desk, name: str, until: str | None, calendar: str | None) -> str:
    if until is None:
        raise click.UsageError("A date question needs a limit: `--until PARAMETER`.")
    unit = desk.catalogue.parameters[known(desk, "parameter", until)].model.unit
    if unit not in {"day", "business-day"}:
        raise click.UsageError(f'The parameter "{until}" counts neither days nor business days.')
    if unit == "business-day":
        calendar = known(desk, "calendar", calendar or min(desk.catalogue.calendars, default=""))
    return skeletons.day(name, counts=unit, calendar=calendar, until=until)


@new.command()
@project
@click.argument("name", metavar="ID")
@click.option("--guide", required=True, help="The guide whose rules it joins.")
@click.option("--answer", "answer_id", required=True, help="What it gives.")
@click.option(
    "--when", multiple=True, metavar="QUESTION=OPTION,…", help="Its condition; all given must hold."
)
@click.option("--before", help="The rule above which it is put; by default it becomes the last.")
def rule(
    root: Path,
    as_of: datetime | None,
    name: str,
    guide: str,
    answer_id: str,
    when: tuple[str, ...],
    before: str | None,
) -> None:
    """A rule in the rules file of a guide, every other line of which stays as it is."""
    desk = open_desk(root, build_date(root, as_of))
    add_rule(
        desk,
        name,
        Placing(
            guide=known(desk, "guide", guide),
            answer=known(desk, "answer", answer_id),
            when=when,
            before=before,
        ),
    )


@new.command()
@project
@click.argument("name", metavar="ID")
@click.option("--question", "asked", required=True, help="What it asks first.")
@click.option("--answer", "answer_id", required=True, help="What its first rule gives.")
@click.option("--otherwise", required=True, help="What is left over: another answer.")
def guide(
    root: Path, as_of: datetime | None, name: str, asked: str, answer_id: str, otherwise: str
) -> None:
    """A guide of its own: a rules file with one question, one rule and an otherwise."""
    desk = open_desk(root, build_date(root, as_of))
    free(desk, "guide", name)
    model = desk.catalogue.questions[known(desk, "question", asked)].model
    options = [option.id for option in model.options if option.id != "unsure"]
    if model.kind not in {"choice", "date"} or not options:
        raise click.UsageError(f'"{asked}" has no options yet; begin with another question.')
    if answer_id == otherwise:
        raise click.UsageError("Two different answers are needed, or nothing need be asked.")
    text = skeletons.guide(
        name,
        question=asked,
        option=options[0],
        answers=(known(desk, "answer", answer_id), known(desk, "answer", otherwise)),
        source=_source(desk),
    )
    then = (
        f"Let an issue open it (`helpcenter new issue ID --guide {name} --topic TOPIC`) or an "
        f"answer continue in it, and write its journeys in tests/journeys/{name}.yml."
    )
    begin(desk, "guide", name, text, then=then)
