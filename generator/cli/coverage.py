"""`helpcenter coverage`: where each subject that must be covered is dealt with."""

import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from generator.cli.options import PROBLEMS, folder
from generator.cli.report import Reporter, as_data
from generator.cli.translated import read_catalogue

if TYPE_CHECKING:
    from generator.schema import Entry
    from generator.schema.ledgers import Subject

Subjects = Mapping[str, "Entry[Subject]"]


@click.command()
@folder
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def coverage(root: Path, style: Literal["text", "json"]) -> None:
    """Tell where each subject of content/coverage.yml is dealt with, and what is missing."""
    from generator.problems import in_order
    from generator.wording.subjects import COVERAGE, misplaced

    reporter = Reporter(style)
    catalogue = read_catalogue(root, reporter)
    if not catalogue.subjects:
        raise click.UsageError(f"{COVERAGE} lists no subjects.")
    problems = in_order(misplaced(catalogue))
    if style == "json":
        subjects = {name: _as_data(entry.model) for name, entry in catalogue.subjects.items()}
        reporter.data(
            {"subjects": subjects, "problems": [as_data(problem) for problem in problems]}
        )
    else:
        _tell(catalogue.subjects)
        reporter.problems(problems)
    if problems:
        sys.exit(PROBLEMS)


def _as_data(subject: "Subject") -> dict[str, Any]:
    return {
        "type": subject.type,
        "title": {"zh": subject.title.zh, "en": subject.title.en},
        "places": [place.model_dump(exclude_none=True) for place in subject.places],
    }


def _tell(subjects: Subjects) -> None:
    for name, entry in subjects.items():
        places = ", ".join(place.entry for place in entry.model.places) or "nowhere"
        click.echo(f"{name}: {places}")
    counts = Counter(entry.model.type for entry in subjects.values())
    placed = Counter(entry.model.type for entry in subjects.values() if entry.model.places)
    for kind, count in counts.items():
        click.echo(f"{kind}: {placed[kind]} of {count}")
    click.echo(f"{placed.total()} of {counts.total()} subjects have a place.")
