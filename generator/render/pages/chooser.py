"""How to choose a wallet: what rules one out, what to weigh, and the kinds that there are."""

import json
from collections.abc import Iterator, Mapping

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.tool_words import SAID
from generator.render.pages.tools import said
from generator.render.tool_modules import versioned_module
from generator.resolve.reading import Chooser, Criterion, WalletKind

FULL_MARK = 3
MOST_WEIGHT = 10


def chooser(book: Book) -> Iterator[Sheet]:
    """One sheet, if there is a chooser."""
    found = book.edition.library.chooser
    if found is None:
        return
    merits = {kind.id: merit(found, kind) for kind in found.kinds}
    yield Sheet(
        address=addresses.chooser(book.edition.locale),
        title=book.words("chooser-title"),
        description=book.words("chooser-summary"),
        template="chooser.html",
        module=versioned_module("wallet-chooser"),
        values={
            "chooser": found,
            "kinds": sorted(found.kinds, key=lambda kind: (-merits[kind.id], kind.id)),
            "merits": merits,
            "marks": {kind.id: json.dumps(dict(kind.marks)) for kind in found.kinds},
            "starts": {each.id: _start(found, each) for each in found.criteria},
            "said": said(book, SAID["wallet-chooser"]),
        },
    )


def _start(chooser: Chooser, criterion: Criterion) -> int:
    """Where the reader's weight begins, from 0 to 10: the heaviest criterion at 10."""
    heaviest = max(each.weight for each in chooser.criteria)
    return (2 * MOST_WEIGHT * criterion.weight + heaviest) // (2 * heaviest)


def merit(chooser: Chooser, kind: WalletKind) -> int:
    """What a kind comes to by the suggested weights."""
    merit = merit_of({each.id: each.weight for each in chooser.criteria}, kind.marks)
    assert merit is not None
    return merit


def merit_of(weights: Mapping[str, int], marks: Mapping[str, int]) -> int | None:
    """The weighted marks in percent of full marks, rounded half up; None where nothing weighs."""
    total = sum(weight * marks[name] for name, weight in weights.items())
    whole = sum(weights.values())
    return (200 * total + FULL_MARK * whole) // (2 * FULL_MARK * whole) if whole else None
