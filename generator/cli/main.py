"""The commands and their options; each does its work elsewhere."""

import errno
import sys
from datetime import datetime
from pathlib import Path
from typing import Literal

import click

from generator import __version__
from generator.cli.coverage import coverage
from generator.cli.new import new
from generator.cli.options import (
    PROBLEMS,
    UNUSABLE,
    build_date,
    common,
    day_of,
    good_project,
    known_guide,
    project,
    sound_address,
)
from generator.cli.pictures import pictures
from generator.cli.publish import publish
from generator.cli.report import Format, Reporter
from generator.cli.search import search, search_gaps, search_quality
from generator.cli.translated import translated
from generator.problems import CODES, did_you_mean, has_errors


class _Commands(click.Group):
    """Ctrl-C is no problem of the project, and needs no list of calls."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\nhelpcenter: interrupted. Nothing is half-written.", err=True)
            sys.exit(UNUSABLE)
        except OSError as error:
            # What is told goes to nameless streams; of a file, each command tells by itself.
            if error.filename is not None or error.errno not in {errno.ENOSPC, errno.EIO}:
                raise
            click.echo(f"helpcenter: the output cannot be written: {error.strerror}.", err=True)
            sys.exit(UNUSABLE)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="helpcenter")
def main() -> None:
    """Checks, proves and publishes the help centre in this folder."""


main.add_command(new)
main.add_command(coverage)
main.add_command(translated)
main.add_command(search)
main.add_command(search_quality)
main.add_command(search_gaps)
main.add_command(publish)
main.add_command(pictures)


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
@click.option(
    "--audience",
    type=click.Choice(["public", "agent"]),
    default="public",
    show_default=True,
    help="Who is to read it. Agents' notes, macros and playbooks stand in site-agent/ alone.",
)
def build(root: Path, as_of: datetime | None, style: Format, audience: str) -> None:
    """Build the site into site/, or the agents' site into site-agent/."""
    from generator.cli.build import build_for_agents, build_project
    from generator.output import OutputError

    sound_address()
    make = build_for_agents if audience == "agent" else build_project
    try:
        good = make(root, build_date(root, as_of), Reporter(style))
    except OutputError as error:
        click.echo(f"helpcenter: {error}", err=True)
        sys.exit(UNUSABLE)
    if not good:
        sys.exit(PROBLEMS)


@main.command()
@common
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
def serve(root: Path, as_of: datetime | None, style: Format, port: int) -> None:
    """Show the site on this machine and rebuild it after each edit.

    What it shows is for this machine alone: texts for support agents are searched for in what
    `build` makes, not here.
    """
    from generator.cli.serve import CannotServe, serve_project

    sound_address()
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
@project
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.argument("guide")
@click.argument("replies", nargs=-1, metavar="[QUESTION=REPLY]...")
@click.option("--locale", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option(
    "--today", type=click.DateTime(["%Y-%m-%d"]), help="The day from which dates are reckoned."
)
def why(
    root: Path,
    as_of: datetime | None,
    style: Literal["text", "json"],
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
@project
@click.argument("guide")
@click.option(
    "--format", "style", type=click.Choice(["mermaid", "svg"]), default="mermaid", show_default=True
)
@click.option("--locale", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write; the terminal by default.",
)
def graph(
    root: Path,
    as_of: datetime | None,
    guide: str,
    style: str,
    locale: str,
    output: Path | None,
) -> None:
    """Draw a guide, as Mermaid or SVG."""
    from generator.output import OutputError, write_file
    from generator.render.drawing import mermaid, svg

    compiled = good_project(root, as_of, Reporter("text"))
    known_guide(compiled, guide)
    assert compiled.project is not None
    edition = compiled.project.editions["zh" if locale == "zh" else "en"]
    drawing = (svg if style == "svg" else mermaid)(compiled.guides[guide].guide, edition)
    if output is None:
        click.echo(drawing, nl=False)
        return
    try:
        write_file(output, drawing)
    except OutputError as error:
        click.echo(f"helpcenter: {error}", err=True)
        sys.exit(UNUSABLE)


@main.command()
@project
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def stats(root: Path, as_of: datetime | None, style: Literal["text", "json"]) -> None:
    """Count and measure guides, and tell what no journey would notice."""
    from generator.cli.stats import as_json, as_text
    from generator.measure import measure
    from generator.pipeline import read_journeys

    reporter = Reporter(style)
    compiled = good_project(root, as_of, reporter)
    journeys, problems = read_journeys(root)
    if problems:
        reporter.problems(problems)
        sys.exit(PROBLEMS)
    assert compiled.project is not None
    with reporter.progress() as progress:
        progress("measuring")
        figures, lost = measure(compiled.project, compiled.guides, journeys or ())
    told = (as_json if style == "json" else as_text)(figures, lost, journeys=journeys is not None)
    click.echo(told)
    if lost:
        sys.exit(PROBLEMS)


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Tell what a problem's code means and how to mend it."""
    found = CODES.get(code.upper())
    if found is None:
        hint = did_you_mean(code.upper(), CODES) or "`helpcenter check` prints the codes."
        raise click.UsageError(f"{code} is not a code. {hint}")
    click.echo(f"{code.upper()} {found.severity}: {found.title}\n\n{found.explanation}")
