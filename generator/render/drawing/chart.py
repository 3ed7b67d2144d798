"""A guide in words, with the options that lead to the same node taken together."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.guide import Guide, Leaf, Node
from generator.resolve.entities import Edition
from generator.resolve.prose import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """A leaf in words."""

    node: str
    answer: str
    title: str
    advice: tuple[str, ...]
    """Ids, in the order in which readers see the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """One or more options, and the node to which they lead."""

    labels: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A question node in words."""

    node: str
    question: str
    text: str
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """All nodes of a guide, each before those that it leads to."""

    guide: str
    title: str
    locale: str
    start: str
    cards: Mapping[str, Card]
    endings: Mapping[str, Ending]


def chart(guide: Guide, edition: Edition) -> Chart:
    """A guide in the words of an edition."""
    cards: dict[str, Card] = {}
    endings: dict[str, Ending] = {}
    for name, node in guide.nodes.items():
        if isinstance(node, Leaf):
            endings[name] = _ending(name, node, edition)
        else:
            cards[name] = _card(guide.id, name, node, edition)
    return Chart(
        guide=guide.id,
        title=_one_line(edition.guides[guide.id].title),
        locale=edition.locale,
        start=guide.start,
        cards=cards,
        endings=endings,
    )


def _ending(name: str, leaf: Leaf, edition: Edition) -> Ending:
    return Ending(
        node=name,
        answer=leaf.answer,
        title=_one_line(edition.answers[leaf.answer].title),
        advice=tuple(sorted(leaf.advice, key=lambda a: (edition.advice[a].order, a))),
    )


def _card(guide: str, name: str, node: Node, edition: Edition) -> Card:
    assert not isinstance(node, Leaf)
    words = edition.guides[guide].questions[node.question]
    labels: dict[str, list[str]] = {}
    for option, child in node.children.items():
        labels.setdefault(child, []).append(_one_line(words.options[option].label))
    return Card(
        node=name,
        question=node.question,
        text=_one_line(words.text),
        arrows=tuple(Arrow(labels=tuple(each), to=child) for child, each in labels.items()),
    )


def _one_line(prose: Prose) -> str:
    return " ".join(prose.plain.split())
