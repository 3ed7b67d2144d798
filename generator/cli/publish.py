"""`helpcenter publish`: notes in the ledger what readers are told from now on."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.options import build_date, good_project, project
from generator.cli.report import Reporter
from generator.cli.translated import read_catalogue, write_ledger
from generator.problems import did_you_mean

if TYPE_CHECKING:
    from generator.ledger import Present
    from generator.pipeline import Compiled
    from generator.resolve.project import History


@click.command()
@project
@click.option("--zh", help="What Chinese readers are told of the changes, in one line.")
@click.option("--en", help="What English readers are told of the changes, in one line.")
@click.option(
    "--moved",
    "moves",
    multiple=True,
    metavar="OLD=NEW",
    help="What is gone, and what stands in its place: issues/old=issues/new.",
)
@click.argument("entries", nargs=-1, metavar="[ENTRY]...")
def publish(
    root: Path,
    as_of: datetime | None,
    zh: str | None,
    en: str | None,
    moves: tuple[str, ...],
    entries: tuple[str, ...],
) -> None:
    """Record what is new or has changed since it was last published, and what moved.

    Readers are told of what is new; of what has changed with --zh and --en, else nobody is. With
    ENTRY, such as issues/fee-dispute, only these are recorded.
    """
    from generator.ledger import record
    from generator.resolve.project import Change

    if (zh is None) != (en is None):
        raise click.UsageError("Readers of both languages are told: give --zh and --en.")
    if moves and (entries or zh):
        raise click.UsageError("--moved notes redirects alone; give it by itself.")
    day = build_date(root, as_of)
    if moves:
        _redirect(root, [_pair(move) for move in moves], day)
        return
    compiled = good_project(root, as_of, Reporter("text"))
    assert compiled.project is not None
    before = compiled.project.published
    there = _there(root, compiled)
    for name in entries:
        if name not in there:
            raise click.UsageError(f'No entry is called "{name}". {did_you_mean(name, there)}')
    change = Change(day=day, summary={"zh": zh, "en": en} if zh and en else {})
    _write(root, before, record(before, there, change, only=entries))


def _there(root: Path, compiled: "Compiled") -> "dict[str, Present]":
    """Every entry that lasts, as it is today."""
    from generator.ledger import Present, digests
    from generator.resolve.published import lasting_entries, parts_of

    assert compiled.project is not None
    told = digests(compiled.project, compiled.guides)
    entries = lasting_entries(read_catalogue(root, Reporter("text")))
    return {
        address: Present(digest=told.get(address), parts=parts_of(entry))
        for address, entry in entries.items()
    }


def _redirect(root: Path, moves: list[tuple[str, str]], day: date) -> None:
    from generator.ledger import moved
    from generator.resolve.published import published

    catalogue = read_catalogue(root, Reporter("text"))
    before = after = published(catalogue)
    for old, new in moves:
        if old not in before and old.partition("#")[0] not in before:
            hint = did_you_mean(old, before)
            raise click.UsageError(f'"{old}" was never published. {hint}'.strip())
        after = moved(after, old, new, day)
    _write(root, before, after)


def _write(root: Path, before: "Mapping[str, History]", after: "Mapping[str, History]") -> None:
    from generator.ledger import LEDGER, ledger_text

    altered = [name for name in after if after[name] != before.get(name)]
    if altered:
        write_ledger(root / LEDGER, ledger_text(after))
    for name in sorted(altered):
        click.echo(f"recorded {name}")
    told = f"{len(altered)} records changed." if altered else "Nothing has changed since."
    click.echo(told)


def _pair(move: str) -> tuple[str, str]:
    old, equals, new = move.partition("=")
    if not equals:
        raise click.UsageError(f'"{move}" is no redirect; write old=new.')
    return old, new
