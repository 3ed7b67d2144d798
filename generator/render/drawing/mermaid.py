"""A guide as a Mermaid flowchart."""

import re
from collections.abc import Iterable

from generator.guide import Guide
from generator.render.drawing.chart import Card, Ending, chart
from generator.resolve.entities import Edition

_SPECIAL = re.compile(r"(?<![^\W_])-|-(?![^\W_])|_|[^\w ,，。？！、；：·…“”‘’（）《》+=%~～—–-]")
"""All but what means nothing inside quotes: letters, digits, some signs, a hyphen in a word."""


def mermaid(guide: Guide, edition: Edition) -> str:
    """The guide as a flowchart; options that lead to the same node share an edge."""
    drawn = chart(guide, edition)
    lines = [
        "flowchart LR",
        f"  accTitle: {' '.join(_escaped(drawn.title).split())}",
        *(f"  {_question(card)}" for card in drawn.cards.values()),
        *(f"  {_answer(ending)}" for ending in drawn.endings.values()),
    ]
    for card in drawn.cards.values():
        lines += [f'  {card.node} -->|"{_text(a.labels)}"| {a.to}' for a in card.arrows]
    lines += [
        "  classDef question fill:#e8f0fe,stroke:#3b6ec5,color:#14213d",
        "  classDef answer fill:#e6f4ea,stroke:#2e7d46,color:#12301c",
    ]
    return "\n".join(lines) + "\n"


def _question(card: Card) -> str:
    return f'{card.node}["{_text([card.text])}"]:::question'


def _answer(ending: Ending) -> str:
    advice = [f"+ {name}" for name in ending.advice]
    return f'{ending.node}(["{_text([ending.title, *advice])}"]):::answer'


def _text(lines: Iterable[str]) -> str:
    return "<br>".join(_escaped(line) for line in lines)


def _escaped(text: str) -> str:
    """A text in which nothing is markup to Mermaid, Markdown or HTML.

    “1.” and “-” at its start would make a list, which Mermaid refuses inside a node.
    """
    return _SPECIAL.sub(lambda sign: f"#{ord(sign.group())};", text)
