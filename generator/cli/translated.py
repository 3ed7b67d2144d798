"""`helpcenter translated`: notes that the English of entries was compared with the Chinese."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import PROBLEMS, UNUSABLE, folder
from generator.cli.report import Reporter
from generator.problems import did_you_mean

if TYPE_CHECKING:
    from generator.schema import Catalogue


@click.command()
@folder
@click.option("--all", "everything", is_flag=True, help="Every entry, as when a ledger is begun.")
@click.argument("names", nargs=-1, metavar="[ID]...")
def translated(root: Path, names: tuple[str, ...], *, everything: bool) -> None:
    """Note that the English of entries says what the Chinese says now.

    An entry is named by folder and id, such as issues/fee-dispute.
    """
    from generator.wording.translations import translated_entries

    if everything == bool(names):
        raise click.UsageError("Name the entries that you have compared, or give --all.")
    catalogue = read_catalogue(root, Reporter("text"))
    addresses = list(translated_entries(catalogue)) if everything else _named(catalogue, names)
    for name in (changed := _note(root, catalogue, addresses)):
        click.echo(f"recorded {name}")
    click.echo(f"{len(changed)} records changed." if changed else "Nothing was out of date.")


def read_catalogue(root: Path, reporter: Reporter) -> "Catalogue":
    """All entries of a project, or its problems and the end of the program.

    A single file with mistakes is enough, for what stands there would be taken for deleted.
    """
    from generator.problems import has_errors
    from generator.schema import load
    from generator.source import read_source

    source, problems = read_source(root)
    catalogue, found = load(source)
    if catalogue is None or has_errors([*problems, *found]):
        reporter.problems([*problems, *found])
        sys.exit(PROBLEMS)
    return catalogue


def _named(catalogue: "Catalogue", names: Iterable[str]) -> list[str]:
    """The addresses of entries called so; an id alone will do where one kind has it."""
    from generator.wording.translations import translated_entries

    entries = translated_entries(catalogue)
    found: list[str] = []
    for name in names:
        meant = [each for each in entries if name in {each, each.partition("/")[2]}]
        if not meant:
            known = [*entries, *(each.partition("/")[2] for each in entries if "/" in each)]
            raise click.UsageError(f'No entry is called "{name}". {did_you_mean(name, known)}')
        if len(meant) > 1:
            raise click.UsageError(f'"{name}" could be {" or ".join(meant)}; name one of them.')
        found += meant
    return found


def _note(root: Path, catalogue: "Catalogue", addresses: Iterable[str]) -> list[str]:
    """Record these entries as compared; returns those whose record has changed or is gone."""
    from generator.wording.translations import LEDGER, ledger_text, record

    before = {name: line.model.zh for name, line in catalogue.translations.items()}
    after = record(catalogue, set(addresses))
    changed = sorted(n for n in {**before, **after} if before.get(n) != after.get(n))
    if changed:
        write_ledger(root / LEDGER, ledger_text(after))
    return changed


def write_ledger(ledger: Path, text: str) -> None:
    """Put a text in place of a ledger, or the end of the program."""
    from generator.output import OutputError, change_file, create_file

    try:
        if ledger.exists():
            change_file(ledger, ledger.read_bytes(), text.encode())
        else:
            create_file(ledger, text)
    except OutputError as error:
        click.echo(f"helpcenter: {error}", err=True)
        sys.exit(UNUSABLE)
