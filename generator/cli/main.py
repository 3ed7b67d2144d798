"""The commands and their options; each does its work elsewhere."""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import __version__
from generator.build_date import NoDate, date_of_build
from generator.cli.report import FORMATS, Format, Reporter
from generator.problems import CODES, did_you_mean, has_errors

if TYPE_CHECKING:
    from generator.pipeline import Compiled

PROBLEMS, UNUSABLE = 1, 2

Decorator = Callable[[Callable[..., None]], Callable[..., None]]


def common(command: Callable[..., None]) -> Callable[..., None]:
    """The options that every command shares."""
    for option in (
        click.option(
            "--root",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=Path(),
            help="The project's folder; the present one by default.",
        ),
        click.option(
            "--as-of",
            type=click.DateTime(["%Y-%m-%d"]),
            help="The date of which figures are in force; the last commit's by default.",
        ),
        click.option(
            "--format",
            "style",
            type=click.Choice(FORMATS),
            default="text",
            help="How problems are told.",
        ),
    ):
        command = option(command)
    return command


def build_date(root: Path, as_of: datetime | None) -> date:
    """The date of the build, or the end of the program with a word on how to give one."""
    try:
        return date_of_build(root, as_of)
    except NoDate as error:
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


class _Commands(click.Group):
    """Ctrl-C is no problem of the project, and needs no list of calls."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nhelpcenter: interrupted. Nothing is half-written.", err=True)
            sys.exit(UNUSABLE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="helpcenter")
def main() -> None:
    """Checks, proves and publishes the help centre in this folder."""


@main.command()
@common
@click.option("--fresh", is_flag=True, help="Prove all guides anew, whatever was proved before.")
def check(root: Path, as_of: datetime | None, style: Format, *, fresh: bool) -> None:
    """Check and prove everything; write nothing but a note of what was proved."""
    from generator.cli.words import whole
    from generator.compiler import Cache, Workshop
    from generator.pipeline import CACHE, compile_project

    reporter = Reporter(style)
    cache = Cache(None if fresh else root / CACHE)
    with reporter.progress() as progress, Workshop(cache) as workshop:
        day = build_date(root, as_of)
        compiled = whole(compile_project(root, day, progress, workshop=workshop))
    reporter.problems(compiled.problems)
    if has_errors(compiled.problems):
        sys.exit(PROBLEMS)
    reporter.guides(compiled.guides)


@main.command()
@common
def build(root: Path, as_of: datetime | None, style: Format) -> None:
    """Build the site into site/."""
    from generator.cli.build import build_project
    from generator.output import OutputError

    try:
        good = build_project(root, build_date(root, as_of), Reporter(style))
    except OutputError as error:
        click.echo(f"helpcenter: {error}", err=True)
        sys.exit(UNUSABLE)
    if not good:
        sys.exit(PROBLEMS)


@main.command()
@common
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def serve(root: Path, as_of: datetime | None, style: Format, port: int) -> None:
    """Show the site on this machine and rebuild it after each edit."""
    from generator.cli.serve import CannotServe, serve_project

    try:
        serve_project(root, build_date(root, as_of), Reporter(style), port)
    except CannotServe as error:
        click.echo(f"helpcenter: {error}", err=True)
        sys.exit(UNUSABLE)


@main.command()
@common
@click.argument("guide", default="triage")
@click.option("--locale", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day from which dates are reckoned."
)
def ask(
    root: Path,
    as_of: datetime | None,
    style: Format,
    guide: str,
    locale: str,
    today: datetime | None,
) -> None:
    """Walk a guide in the terminal."""
    from generator.cli.ask import ask_in_terminal

    compiled = good_project(root, as_of, Reporter(style))
    known_guide(compiled, guide)
    ask_in_terminal(compiled, guide, "zh" if locale == "zh" else "en", day_of(today))


@main.command()
@common
@click.argument("guide")
@click.argument("replies", nargs=-1, metavar="[QUESTION=REPLY]...")
@click.option("--locale", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day from which dates are reckoned."
)
def why(
    root: Path,
    as_of: datetime | None,
    style: Format,
    guide: str,
    replies: tuple[str, ...],
    locale: str,
    today: datetime | None,
) -> None:
    """Tell why replies lead to their answer, and what would lead to any other.

    Replies are options, amounts or dates: account-restricted=no withdrawal-submitted=2026-11-18
    """
    from generator.cli.why import as_data, askable, edition_of, reasons_for, tell
    from generator.prove.journeys import Astray

    reporter = Reporter(style)
    compiled = good_project(root, as_of, reporter)
    known_guide(compiled, guide)
    given = dict(_pair(reply) for reply in replies)
    for question in given:
        if question not in (known := askable(compiled, guide)):
            hint = did_you_mean(question, known) or f"It asks {', '.join(known)}."
            raise click.UsageError(f'This guide asks no question "{question}". {hint}')
    try:
        found = reasons_for(compiled, guide, given, day_of(today))
    except Astray as error:
        raise click.UsageError(str(error)) from None
    if found is None:
        raise click.UsageError("The replies do not reach an answer; add more of them.")
    edition = edition_of(compiled, "zh" if locale == "zh" else "en")
    if style == "text":
        tell(found, edition, guide)
    else:
        reporter.data(as_data(found, edition, guide))


def _pair(reply: str) -> tuple[str, str]:
    question, equals, value = reply.partition("=")
    if not equals:
        raise click.UsageError(f'"{reply}" is no reply; write question=option.')
    return question, value


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Tell what a problem's code means and how to mend it."""
    found = CODES.get(code.upper())
    if found is None:
        hint = did_you_mean(code.upper(), CODES) or "`helpcenter check` prints the codes."
        raise click.UsageError(f"{code} is not a code. {hint}")
    click.echo(f"{code.upper()} {found.severity}: {found.title}\n\n{found.explanation}")
