"""A query → hits as a page shows them: title, snippet, what of both was meant, known replies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.search.documents import Document
from generator.search.fold import folded
from generator.search.keys import text_keys
from generator.search.lookup import Lookup
from generator.search.query import Understood, understood
from generator.search.rank import Ranked, ranked
from generator.search.sayings import said
from generator.search.units import Unit, units_of

LIMIT = 10
Span = tuple[int, int]
"""From a character up to another, in UTF-16 units as browsers count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found."""

    document: Document
    score: int
    title_spans: tuple[Span, ...]
    snippet_spans: tuple[Span, ...]
    replies: Mapping[str, str]
    """What the query, or an error message itself, says already to the guide of the issue."""
    ranked: Ranked


def search(known: Lookup, query: str, limit: int = LIMIT) -> list[Hit]:
    """The best hits for a query, best first."""
    asked = understood(known, query)
    return [_hit(known, asked, each) for each in ranked(known, asked, limit)]


def _hit(known: Lookup, asked: Understood, each: Ranked) -> Hit:
    document = known.index.documents[each.number]
    keys = {key for part, _ in each.evidence if part.tells for key in part.keys}
    replies = said(known, document.issue, asked.units) if document.issue else {}
    return Hit(
        document=document,
        score=each.score,
        title_spans=_spans(known, keys, document.title),
        snippet_spans=_spans(known, keys, document.snippet),
        replies={**replies, **document.replies},
        ranked=each,
    )


def _spans(known: Lookup, keys: set[str], text: str) -> tuple[Span, ...]:
    """Where a text holds any of these keys; what touches is one."""
    units = units_of(folded(text, known.index.folds))
    marked = sorted(
        {
            at
            for key, start, end in text_keys(units, known.groups)
            if key in keys
            for at in range(start, end)
        }
    )
    return tuple(_joined((units[at] for at in marked), text))


def _joined(units: Iterable[Unit], text: str) -> list[Span]:
    spans: list[Span] = []
    for unit in units:
        start, end = _utf16(text, unit.start), _utf16(text, unit.end)
        if spans and spans[-1][1] == start:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _utf16(text: str, at: int) -> int:
    return at + sum(char > "\uffff" for char in text[:at])
