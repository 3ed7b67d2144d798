"""What commands share: options, exit codes, and how most of them begin."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.build_address import NoAddress, given_address
from generator.build_date import NoDate, date_of_build
from generator.cli.report import FORMATS, Reporter
from generator.problems import did_you_mean

if TYPE_CHECKING:
    from generator.pipeline import Compiled

PROBLEMS, UNUSABLE = 1, 2

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def folder(command: Callable[..., None]) -> Callable[..., None]:
    """Which project."""
    root = click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        help="The project's folder; the present one by default.",
    )
    return root(command)


def project(command: Callable[..., None]) -> Callable[..., None]:
    """Which project, and as it stands on which date."""
    as_of = click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        help="The date of which figures are in force; the last commit's by default.",
    )
    return as_of(folder(command))


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options of every command whose result is problems."""
    style = click.option(
        "--format",
        "style",
        type=click.Choice(FORMATS),
        default="text",
        help="How problems are told.",
    )
    return style(project(command))


def build_date(root: Path, as_of: datetime | None) -> date:
    """The date of the build, or the end of the program with a word on how to give one."""
    try:
        return date_of_build(root, as_of)
    except NoDate as error:
        click.echo(f"helpcenter: {error}", err=True)
        sys.exit(UNUSABLE)


def sound_address() -> None:
    """The end of the program where the site is to stand at something that is no address."""
    try:
        given_address()
    except NoAddress as error:
        click.echo(f"helpcenter: {error}", err=True)
        sys.exit(UNUSABLE)


def good_project(root: Path, as_of: datetime | None, reporter: Reporter) -> "Compiled":
    """The compiled project, or its problems and the end of the program."""
    from generator.cli.words import whole
    from generator.pipeline import compile_project

    with reporter.progress() as progress:
        compiled = whole(compile_project(root, build_date(root, as_of), progress))
    if not compiled.good:
        reporter.problems(compiled.problems)
        sys.exit(PROBLEMS)
    return compiled


def known_guide(compiled: "Compiled", guide: str) -> None:
    """The end of the program where no guide has this id."""
    if guide not in compiled.guides:
        hint = did_you_mean(guide, compiled.guides) or f"There are: {', '.join(compiled.guides)}."
        raise click.UsageError(f'No guide is called "{guide}". {hint}')


def day_of(today: datetime | None) -> date:
    """The day given, else the caller's own."""
    return today.date() if today else date.today()  # noqa: DTZ011 - the caller's own day
