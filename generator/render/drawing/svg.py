"""A guide as an SVG picture: a card for each question, its options in rows, answers where they end.

An answer stands in the row of the option that leads to it, again for each, so that no line has to
be followed across the picture to see it. Lines lead from rows to further questions only. The
picture follows the reader's light or dark setting, has no scripts and asks for nothing.
"""

from collections.abc import Iterator, Sequence
from html import escape

from generator.guide import Guide
from generator.render.drawing.chart import Card, Chart, chart
from generator.render.drawing.layout import Box, Placed, layout
from generator.render.drawing.rows import CARD, ENTRY, PAD, Row, Sheet, sheets
from generator.resolve.entities import Edition

GAP = 28
CHANNEL = 110
"""Between two layers, for the lines."""
MARGIN = 24
TITLE = 56

_STYLE = """
:root { color-scheme: light dark;
  --ground: #ffffff; --ink: #1b1f27; --soft: #59616f; --card: #f5f7fb; --frame: #9aa4b5;
  --head: #e3ebfa; --line: #5b6b86; --end: #e2f3e7; --end-ink: #11401f; --end-frame: #6fae82; }
@media (prefers-color-scheme: dark) { :root {
  --ground: #14171d; --ink: #e8ebf1; --soft: #a3adbd; --card: #1e232c; --frame: #55607a;
  --head: #27344f; --line: #93a4c4; --end: #1c3a27; --end-ink: #d5f0dd; --end-frame: #4f8a63; } }
text { font: 14px/20px system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  fill: var(--ink); }
.ground { fill: var(--ground); }
.title { font-size: 20px; font-weight: 600; }
.card { fill: var(--card); stroke: var(--frame); }
.head { fill: var(--head); }
.ask { font-weight: 600; }
.id { font-size: 12px; fill: var(--soft); }
.onward { font-size: 12px; fill: var(--soft); text-anchor: end; }
.rule { stroke: var(--frame); stroke-width: 1; }
.edge { fill: none; stroke: var(--line); stroke-width: 1.6; }
.tip { fill: var(--line); }
.end { fill: var(--end); stroke: var(--end-frame); }
.answer, .advice { fill: var(--end-ink); }
.advice { font-size: 12px; }
@media (forced-colors: active) { .edge, .rule, .card, .end { stroke: CanvasText; } }
"""


def svg(guide: Guide, edition: Edition) -> str:
    """The guide as one SVG document; options that lead to the same node share a row."""
    drawn = chart(guide, edition)
    made = sheets(drawn)
    boxes = {
        name: Box(
            height=sheet.height,
            entry=ENTRY,
            ports={row.to: row.middle for row in sheet.rows if row.to in drawn.cards},
        )
        for name, sheet in made.items()
    }
    placed = layout(boxes, GAP)
    lines = [
        *_frame(drawn, placed),
        *_edges(drawn, placed),
        *(line for name, sheet in made.items() for line in _card(sheet, *_corner(name, placed))),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _frame(drawn: Chart, placed: Placed) -> Iterator[str]:
    layers = max(placed.layers.values()) + 1
    width = 2 * MARGIN + layers * CARD + (layers - 1) * CHANNEL
    height = placed.height + TITLE + MARGIN
    title = escape(drawn.title)
    lang = "zh-Hans" if drawn.locale == "zh" else drawn.locale
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" lang="{lang}" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="group" aria-labelledby="title">'
    )
    yield f'<title id="title">{title}</title>'
    yield f"<style>{_STYLE}</style>"
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>'
    )
    yield f'<rect class="ground" width="{width}" height="{height}"/>'
    yield f'<text class="title" x="{MARGIN}" y="36">{title}</text>'


def _corner(name: str, placed: Placed) -> tuple[int, int]:
    return MARGIN + placed.layers[name] * (CARD + CHANNEL), TITLE + placed.tops[name]


def _edges(drawn: Chart, placed: Placed) -> Iterator[str]:
    for (start, end), heights in placed.routes.items():
        x, _ = _corner(start, placed)
        words = _edge_in_words(drawn.cards[start], drawn.cards[end])
        yield (
            f'<path class="edge" d="{_curve(x + CARD, heights)}" marker-end="url(#tip)">'
            f"<title>{escape(words)}</title></path>"
        )


def _edge_in_words(start: Card, end: Card) -> str:
    labels = next(arrow.labels for arrow in start.arrows if arrow.to == end.node)
    return f"{start.text} {' / '.join(labels)} → {end.text}"


def _curve(x: int, heights: Sequence[int]) -> str:
    """From the right edge of a card through the layers between to the left edge of the next."""
    y = heights[0] + TITLE
    parts = [f"M{x} {y}"]
    for position, height in enumerate(heights[1:], start=1):
        bend, to, down = x + CHANNEL // 2, x + CHANNEL, height + TITLE
        parts.append(f"C{bend} {y} {bend} {down} {to} {down}")
        x, y = to, down
        if position < len(heights) - 1:
            x += CARD
            parts.append(f"H{x}")
    return "".join(parts)


def _card(sheet: Sheet, x: int, y: int) -> Iterator[str]:
    yield f'<g transform="translate({x} {y})"><title>{escape(sheet.name)}</title>'
    yield f'<rect class="card" width="{CARD}" height="{sheet.height}" rx="8"/>'
    if sheet.head:
        top = f"M1 9a8 8 0 0 1 8-8H{CARD - 9}a8 8 0 0 1 8 8"
        yield f'<path class="head" d="{top}V{sheet.head}H1z"/>'
    for text in sheet.texts:
        yield f'<text class="{text.style}" x="{text.x}" y="{text.y}">{escape(text.words)}</text>'
    for row in sheet.rows:
        yield from _row(row)
    yield "</g>"


def _row(row: Row) -> Iterator[str]:
    if row.top:
        yield f'<path class="rule" d="M0 {row.top}H{CARD}"/>'
    if row.ending is not None:
        left, width = row.ending
        yield (
            f'<rect class="end" x="{left}" y="{row.top + PAD // 2}" width="{width}" '
            f'height="{row.height - PAD}" rx="6"/>'
        )
    for text in row.texts:
        yield f'<text class="{text.style}" x="{text.x}" y="{text.y}">{escape(text.words)}</text>'
