"""Cards in lines of text: what stands where inside each, in pixels from its own corner."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.render.drawing.chart import Arrow, Card, Chart, Ending
from generator.render.drawing.lines import wrapped

CARD = 440
PAD = 12
ENTRY = 28
"""Where lines arrive, below the top of a card."""
_FONT, _SMALL, _LINE = 14, 12, 20
_ONWARD = 60
"""Room for the name of the node to which a line leads."""
_ANSWER = 200
"""Where answers begin, from the left edge of a card."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One line of text; `y` is its base line."""

    x: int
    y: int
    words: str
    style: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The options that lead to one node."""

    to: str
    top: int
    height: int
    texts: tuple[Text, ...]
    ending: tuple[int, int] | None
    """For an answer the left edge and width of its box."""

    @property
    def middle(self) -> int:
        return self.top + self.height // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card with all its text set."""

    name: str
    """What the card is, in words for those who hear it."""
    head: int
    """Height of the question; 0 for a guide that asks nothing."""
    height: int
    texts: tuple[Text, ...]
    rows: tuple[Row, ...]


def sheets(chart: Chart) -> dict[str, Sheet]:
    """Every card of a chart by its node; a guide that asks nothing has its answer alone."""
    if not chart.cards:
        ending = chart.endings[chart.start]
        row = _row(Arrow(labels=(), to=chart.start), 0, ending)
        sheet = Sheet(name=ending.title, head=0, height=row.height, texts=(), rows=(row,))
        return {chart.start: sheet}
    return {name: _sheet(card, chart) for name, card in chart.cards.items()}


def _sheet(card: Card, chart: Chart) -> Sheet:
    asked = wrapped(card.text, (CARD - 2 * PAD) / _FONT)
    caption = f"{card.node} · {card.question}"
    texts = [
        Text(x=PAD, y=22, words=caption, style="id"),
        *_set(asked, PAD, _LINE, style="ask"),
    ]
    head = (1 + len(asked)) * _LINE + 2 * PAD
    rows: list[Row] = []
    top = head
    for arrow in card.arrows:
        rows.append(_row(arrow, top, chart.endings.get(arrow.to)))
        top += rows[-1].height
    return Sheet(name=card.text, head=head, height=top, texts=tuple(texts), rows=tuple(rows))


def _row(arrow: Arrow, top: int, ending: Ending | None) -> Row:
    room = (_ANSWER if ending else CARD - _ONWARD) - 2 * PAD
    labels = [
        line for label in arrow.labels for line in _hanging(wrapped(label, (room - _FONT) / _FONT))
    ]
    texts = list(_set(labels, PAD, top, style="option"))
    lines = len(labels)
    if ending is not None:
        told = list(_ending(ending, top, _ANSWER + PAD if labels else 2 * PAD))
        lines = max(lines, len(told))
        texts += told
    else:
        texts += _set([f"→ {arrow.to}"], CARD - PAD, top, style="onward")
    left = _ANSWER if labels else PAD
    return Row(
        to=arrow.to,
        top=top,
        height=lines * _LINE + 2 * PAD,
        texts=tuple(texts),
        ending=(left, CARD - left - PAD) if ending else None,
    )


def _ending(ending: Ending, top: int, left: int) -> Iterator[Text]:
    room = CARD - left - 2 * PAD
    title = wrapped(ending.title, room / _FONT)
    advice = [line for name in ending.advice for line in wrapped(f"+ {name}", room / _SMALL)]
    caption = wrapped(f"{ending.node} · {ending.answer}", room / _SMALL)
    yield from _set(title, left, top, style="answer")
    below = top + len(title) * _LINE
    yield from _set(advice, left, below, style="advice")
    yield from _set(caption, left, below + len(advice) * _LINE, style="advice")


def _hanging(lines: Sequence[str]) -> Iterable[str]:
    """A label in lines of which only the first has a mark, so that options stay apart."""
    yield f"• {lines[0]}"
    # A space as wide as the mark, which XML does not swallow.
    yield from (f"\u2003{line}" for line in lines[1:])


def _set(lines: Iterable[str], x: int, top: int, *, style: str) -> Iterator[Text]:
    for number, words in enumerate(lines):
        yield Text(x=x, y=top + PAD + 15 + number * _LINE, words=words, style=style)
