"""The nodes of a guide, and ways through them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A node that asks."""

    question: str
    children: Mapping[str, str]
    """For each option, in the order in which they are offered, the id of the next node."""
    least: int
    """Fewest questions still to come, this one included."""
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A node that answers."""

    answer: str
    advice: tuple[str, ...]
    because: tuple[str, ...]
    """Rules that may still decide, in reading order, then the advice rules that may apply."""


Node: TypeAlias = Question | Leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord:
    """How the order of questions was found, and how good it is."""

    method: Literal["optimal", "heuristic"]
    expected_questions: float
    """Questions asked on average, from an empty start."""
    expected_cost: float
    """The same weighted by the questions' costs: what the plan minimises."""
    lower_bound: float
    """No order of questions can cost less than this: the entropy of the results, in questions."""
    states: int
    """States that the search looked into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A compiled guide."""

    id: str
    start: str
    nodes: Mapping[str, Node]
    """By node id, in the order of a walk from the start."""
    plan: PlanRecord

    @property
    def least(self) -> int:
        start = self.nodes[self.start]
        return start.least if isinstance(start, Question) else 0

    @property
    def most(self) -> int:
        start = self.nodes[self.start]
        return start.most if isinstance(start, Question) else 0


def steps(guide: Guide, replies: Mapping[str, str]) -> Iterator[str]:
    """The ids of the nodes that a walk with these replies comes through.

    Ends at a leaf, or at a question whose reply is missing or not offered.
    """
    at = guide.start
    while True:
        yield at
        node = guide.nodes[at]
        if isinstance(node, Leaf) or replies.get(node.question) not in node.children:
            return
        at = node.children[replies[node.question]]


def leaf_for(guide: Guide, replies: Mapping[str, str]) -> Leaf | None:
    """The leaf to which replies lead; None where a reply is missing."""
    *_, last = steps(guide, replies)
    node = guide.nodes[last]
    return node if isinstance(node, Leaf) else None


def regions(guide: Guide) -> Iterator[tuple[dict[str, str], Leaf]]:
    """Every path from the start to a leaf, as the replies along it."""

    def visit(at: str, replies: dict[str, str]) -> Iterator[tuple[dict[str, str], Leaf]]:
        node = guide.nodes[at]
        if isinstance(node, Leaf):
            yield replies, node
            return
        for option, child in node.children.items():
            yield from visit(child, {**replies, node.question: option})

    yield from visit(guide.start, {})
