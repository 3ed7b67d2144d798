"""How problems, progress and results are told: to people, to programs, to pull requests."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

import click
from rich.console import Console

from generator.pipeline import Progress, silent
from generator.problems import Problem, in_order
from generator.prove import Proved

Format = Literal["text", "json", "github"]
FORMATS: tuple[Format, ...] = ("text", "json", "github")


class Reporter:
    """Tells what a command finds. Progress goes to stderr, and only to a terminal."""

    def __init__(self, style: Format) -> None:
        self.style = style

    @contextmanager
    def progress(self) -> Iterator[Progress]:
        """A line that says what is being done; nothing where nobody watches."""
        if not sys.stderr.isatty():
            yield silent
            return
        with Console(stderr=True).status("…") as status:
            yield status.update

    def bid_farewell(self) -> None:
        """Leave the terminal as it was, whatever the progress of a killed child has done to it."""
        if sys.stderr.isatty():
            Console(stderr=True).show_cursor()
        self.say("")

    def problems(self, problems: Iterable[Problem]) -> None:
        """All problems by position, and a line that counts them."""
        listed = in_order(problems)
        match self.style:
            case "json":
                click.echo(json.dumps([as_data(p) for p in listed], ensure_ascii=False, indent=2))
            case "github":
                for problem in listed:
                    click.echo(_as_annotation(problem))
            case "text":
                for problem in listed:
                    click.echo(_as_text(problem))
                if listed:
                    click.echo(_count(listed))

    def data(self, data: object) -> None:
        """A result for programs."""
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))

    def guides(self, guides: Mapping[str, Proved]) -> None:
        """What was proved."""
        if self.style != "text":
            return
        for name, proved in guides.items():
            plan, proof = proved.guide.plan, proved.proof
            click.echo(
                f"{name}: {plan.method}, {plan.expected_questions:.2f} questions expected, "
                f"{proved.guide.most} at most; {proof.regions:,} paths, "
                f"engine asked on {'every one' if proof.sample.mode == 'all' else 'a sample'}"
            )
        click.echo(f"{len(guides)} guides proved equal to their rules.")

    def say(self, words: str) -> None:
        """A sentence for people; programs are not told."""
        if self.style == "text":
            click.echo(words)

    def wait(self) -> None:
        """Say what is being waited for."""
        self.say("Another build of this project is at work; waiting for it.")

    def complain(self, words: str) -> None:
        """What went wrong outside the project, in every format."""
        click.secho(f"helpcenter: {words}", fg="red", err=True)


def _as_text(problem: Problem) -> str:
    colour = "red" if problem.severity == "error" else "yellow"
    head = click.style(f"{problem.code} {problem.severity}", fg=colour, bold=True)
    lines = [f"{problem.place}: {head}: {problem.what} {problem.mend}"]
    lines += [f"    {related.place}: {related.note}" for related in problem.related]
    if problem.witness:
        lines.append(f"    for example {problem.witness}")
    return "\n".join(lines)


def _count(problems: list[Problem]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    parts = [
        f"{count} {word}{'s' * (count != 1)}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return f"{', '.join(parts)}. `helpcenter explain {problems[0].code}` tells more."


def as_data(problem: Problem) -> dict[str, object]:
    """A problem for programs."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "what": problem.what,
        "mend": problem.mend,
        "related": [
            {
                "file": related.place.file,
                "line": related.place.line,
                "column": related.place.column,
                "note": related.note,
            }
            for related in problem.related
        ],
        "witness": problem.witness,
    }


def _as_annotation(problem: Problem) -> str:
    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    message = " ".join(part for part in (problem.what, problem.mend, problem.witness) if part)
    place = problem.place
    file = escaped(place.file).replace(",", "%2C").replace(":", "%3A")
    return (
        f"::{problem.severity} file={file},line={place.line},col={place.column},"
        f"title={problem.code}::{escaped(message)}"
    )
