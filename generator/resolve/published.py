"""The ledger of what was published: its entries as data, and what of it has vanished since.

Addresses and ids never die, for they stand in bookmarks, chats and other people's programs.
"""

from collections.abc import Iterator

from generator.problems import Problem, did_you_mean
from generator.resolve.project import Change, History
from generator.resolve.references import table
from generator.schema import KINDS, Catalogue, Entry
from generator.schema.entities import Question
from generator.schema.ledgers import PublishedEntry
from generator.schema.library import Article
from generator.schema.text import Authored

LASTING = (
    "topic", "issue", "question", "answer", "channel", "article", "term", "message", "drill",
    "guide",
)  # fmt: skip
"""Kinds whose ids stand in addresses or in what others build on."""


def published(catalogue: Catalogue) -> dict[str, History]:
    """The ledger, by address."""
    return {name: _history(entry.model) for name, entry in catalogue.published.items()}


def vanished(catalogue: Catalogue) -> Iterator[Problem]:
    """R320, R321: what was published and is gone, and what leads to something that is not there."""
    there = {address: parts_of(entry) for address, entry in lasting_entries(catalogue).items()}
    for address, line in catalogue.published.items():
        whole = address.partition("#")[0]
        if _unreadable(catalogue, address):
            continue
        moved = line.model.moved
        if moved is not None:
            if _is_there(address, there):
                yield _both(line, moved)
            elif not (_is_there(moved, there) or _unreadable(catalogue, moved)):
                yield _astray(line, moved, there)
        elif not _is_there(address, there):
            yield _gone(line, address)
        else:
            for name in line.model.parts:
                if name not in there[whole] and f"{whole}#{name}" not in catalogue.published:
                    yield _gone(line, f"{whole}#{name}")


def lasting_entries(catalogue: Catalogue) -> dict[str, Entry[Authored]]:
    """Every entry whose id must never die, by address such as `issues/payment-failed`."""
    kinds = [kind for kind in KINDS if kind.name in LASTING]
    return {
        f"{kind.plural}/{name}": entry
        for kind in kinds
        for name, entry in table(catalogue, kind.name).items()
    }


def parts_of(entry: Entry[Authored]) -> tuple[str, ...]:
    """Ids inside an entry that stand in addresses: options and sections."""
    match entry.model:
        case Question() as question:
            return tuple(option.id for option in question.options)
        case Article() as article:
            return tuple(section.id for section in article.sections)
        case _:
            return ()


def _unreadable(catalogue: Catalogue, address: str) -> bool:
    """Whether an entry may stand in a file with mistakes."""
    plural, _, name = address.partition("#")[0].partition("/")
    kind = next((kind.name for kind in KINDS if kind.plural == plural), "")
    return catalogue.spoilt.may_hold(kind, name)


def _is_there(address: str, there: dict[str, tuple[str, ...]]) -> bool:
    whole, _, part = address.partition("#")
    return whole in there and (not part or part in there[whole])


def _gone(line: Entry[PublishedEntry], address: str) -> Problem:
    return Problem(
        code="R320",
        place=line.key_place(),
        what=f"{address} was published and is gone; whoever kept its address finds nothing.",
        mend=f"Bring it back, or run `helpcenter publish --moved {address}=NEW`.",
    )


def _astray(line: Entry[PublishedEntry], moved: str, there: dict[str, tuple[str, ...]]) -> Problem:
    return Problem(
        code="R321",
        place=line.place("moved"),
        what=f"{line.id} is said to have moved to {moved}, which is not there.",
        mend=did_you_mean(moved, there) or "Name an entry that is there.",
    )


def _both(line: Entry[PublishedEntry], moved: str) -> Problem:
    return Problem(
        code="R321",
        place=line.place("moved"),
        what=f"{line.id} is said to have moved to {moved}, but it is there.",
        mend="Delete the one or the other.",
    )


def _history(model: PublishedEntry) -> History:
    return History(
        first=model.first,
        digest=model.digest,
        parts=model.parts,
        moved=model.moved,
        changes=tuple(
            Change(
                day=each.day,
                summary={"zh": each.summary.zh, "en": each.summary.en} if each.summary else {},
            )
            for each in model.changes
        ),
    )
