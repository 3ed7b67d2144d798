"""The ledger as it is to be once what is there today has been published."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.resolve.project import Change, History

LEDGER = "content/published.yml"
_HEAD = """\
# yaml-language-server: $schema=../generator/schema/editor/published.schema.json
# What was published, and what became of it. `helpcenter publish` writes it; lines never go.
published:
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """An entry as it is today."""

    digest: str | None
    parts: tuple[str, ...]
    """Ids inside it that stand in addresses."""


def record(
    before: Mapping[str, History],
    there: Mapping[str, Present],
    change: Change,
    *,
    only: Collection[str] = (),
) -> dict[str, History]:
    """The ledger with all entries that are there today, or `only` some of them, recorded.

    `change` is noted for each that is not what it was.
    """
    after = dict(before)
    for address, entry in there.items():
        if only and address not in only:
            continue
        known = before.get(address)
        if known is None:
            after[address] = History(
                first=change.day, digest=entry.digest, parts=entry.parts, moved=None, changes=()
            )
        elif (known.digest, set(known.parts)) != (entry.digest, {*known.parts, *entry.parts}):
            after[address] = replace(
                known,
                digest=entry.digest,
                parts=tuple(dict.fromkeys((*known.parts, *entry.parts))),
                changes=(*known.changes, change),
            )
    return after


def moved(before: Mapping[str, History], old: str, new: str, day: date) -> dict[str, History]:
    """The ledger with a redirect; also what led to `old` leads to `new` then."""
    never = History(first=day, digest=None, parts=(), moved=None, changes=())
    known = {**before, old: before.get(old, never)}
    return {
        address: replace(history, moved=new) if old in {address, history.moved} else history
        for address, history in known.items()
    }


def ledger_text(published: Mapping[str, History]) -> str:
    """The ledger as a file: one line an entry, by address, so that branches merge."""
    lines = (f"  {name}: {_line(history)}\n" for name, history in sorted(published.items()))
    return _HEAD + "".join(lines)


def _line(history: History) -> str:
    parts = [f"first: {history.first}"]
    parts += [f"digest: {history.digest}"] if history.digest else []
    parts += [f"parts: [{', '.join(map(_quoted, history.parts))}]"] if history.parts else []
    parts += [f"moved: {_quoted(history.moved)}"] if history.moved else []
    parts += [f"changes: [{', '.join(map(_change, history.changes))}]"] if history.changes else []
    return "{" + ", ".join(parts) + "}"


def _change(change: Change) -> str:
    told = ", ".join(f"{locale}: {_quoted(text)}" for locale, text in change.summary.items())
    return f"{{day: {change.day}, summary: {{{told}}}}}" if told else f"{{day: {change.day}}}"


def _quoted(text: str) -> str:
    """A text in double quotes where YAML might read it otherwise."""
    plain = all(c.isascii() and (c.isalnum() or c in "-/") for c in text)
    return text if plain else json.dumps(text, ensure_ascii=False)
