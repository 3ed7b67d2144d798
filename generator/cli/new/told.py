"""A text is written only if the project loads with it; then its author is told what is left."""

import sys

import click

from generator.cli.new.desk import Desk, file_for, problems_with
from generator.cli.new.skeletons import PLACEHOLDERS, schema_line
from generator.cli.options import UNUSABLE
from generator.cli.report import Reporter
from generator.output import OutputError, change_file, create_file
from generator.problems import Problem, has_errors

_LOGIC = "G"
"""Codes of what a guide's rules say together; an author mends that after writing, not before."""


def begin(desk: Desk, kind: str, name: str, text: str, *, then: str) -> None:
    """Make the file of a new entry. Ends the program where that cannot be done."""
    file = file_for(kind, name)
    whole = schema_line(kind, file) + text
    problems = _sound(desk, file, whole)
    try:
        create_file(desk.root / file, whole)
    except OutputError as error:
        _end(error)
    _tell(f"Wrote {file}.", then, problems)


def change(desk: Desk, file: str, texts: tuple[str, str], *, told: str, then: str) -> None:
    """Give a file its new text in place of the old one, if it still has that."""
    before, after = texts
    problems = _sound(desk, file, after)
    try:
        change_file(desk.root / file, before.encode(), after.encode())
    except OutputError as error:
        _end(error)
    _tell(told, then, problems)


def _sound(desk: Desk, file: str, text: str) -> list[Problem]:
    """New problems of the project with this text; any of shape or reference refuses it."""
    problems = problems_with(desk, file, text)
    refused = [each for each in problems if not each.code.startswith(_LOGIC)]
    for each in refused:
        if has_errors([each]):
            raise click.UsageError(f"Nothing was written. {each.what} {each.mend}")
    return problems


def _tell(what: str, then: str, problems: list[Problem]) -> None:
    marks = " and ".join(f"“{mark}”" for mark in PLACEHOLDERS.values())
    click.echo(f"{what}\nNext: write what stands where it says {marks}. {then}")
    if problems:
        click.echo("`helpcenter check` will say until then:")
        Reporter("text").problems(problems)


def _end(error: OutputError) -> None:
    click.echo(f"helpcenter: {error}", err=True)
    sys.exit(UNUSABLE)
