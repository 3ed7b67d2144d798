"""Why this answer, and what would lead to another: questions that a guide answers about itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.guide.graph import Guide, Leaf, Question, leaf_for, steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The smallest change of replies that leads to an answer."""

    changed: Mapping[str, str]
    """Replies given otherwise, question → option."""
    asked: Mapping[str, str]
    """Replies to questions that were not asked before."""
    leaf: Leaf

    @property
    def size(self) -> tuple[int, int]:
        """Changed replies count first, then further questions."""
        return len(self.changed), len(self.asked)


def deciding_replies(guide: Guide, replies: Mapping[str, str]) -> dict[str, str]:
    """The fewest of the replies on the way that alone lead to the same answer.

    Whatever is replied to all other questions, the answer stays; its advice may differ. Of several
    such sets the one whose questions come first. Raises KeyError where `replies` lead to no leaf.
    """
    leaf = leaf_for(guide, replies)
    if leaf is None:
        raise KeyError("the replies lead to no answer")
    way = [node.question for node in _asked_on_the_way(guide, replies)]
    for size in range(len(way) + 1):
        for chosen in combinations(way, size):
            known = {question: replies[question] for question in chosen}
            if _answers(guide, known) == {leaf.answer}:
                return known
    raise AssertionError("all replies of the way lead to its leaf")


def nearest_changes(guide: Guide, replies: Mapping[str, str]) -> dict[str, Change]:
    """For every answer that the guide can give, the smallest change of replies that leads there.

    Fewest changed replies, then fewest further questions, then the first options on the way. The
    answer of `replies` themselves has a change of nothing. Replies may end before a leaf.
    """
    found: dict[str, dict[str, Change]] = {}

    def visit(at: str) -> dict[str, Change]:
        if at not in found:
            found[at] = dict(_nearest_at(guide, at, replies, visit))
        return found[at]

    return visit(guide.start)


def _nearest_at(
    guide: Guide, at: str, replies: Mapping[str, str], visit: Callable[[str], Mapping[str, Change]]
) -> Iterator[tuple[str, Change]]:
    node = guide.nodes[at]
    if isinstance(node, Leaf):
        yield node.answer, Change(changed={}, asked={}, leaf=node)
        return
    best: dict[str, Change] = {}
    given = replies.get(node.question)
    for option, child in node.children.items():
        step = {node.question: option}
        for answer, below in visit(child).items():
            change = Change(
                changed=below.changed if given in (None, option) else {**step, **below.changed},
                asked={**step, **below.asked} if given is None else below.asked,
                leaf=below.leaf,
            )
            if answer not in best or change.size < best[answer].size:
                best[answer] = change
    yield from best.items()


def _asked_on_the_way(guide: Guide, replies: Mapping[str, str]) -> Iterator[Question]:
    for at in steps(guide, replies):
        node = guide.nodes[at]
        if isinstance(node, Question):
            yield node


def _answers(guide: Guide, known: Mapping[str, str]) -> set[str]:
    """The answers that are still possible with these replies."""
    answers: set[str] = set()
    seen = {guide.start}
    waiting = [guide.start]
    while waiting:
        node = guide.nodes[waiting.pop()]
        if isinstance(node, Leaf):
            answers.add(node.answer)
            continue
        reply = known.get(node.question)
        only = node.children.get(reply) if reply is not None else None
        taken = set(node.children.values()) if only is None else {only}
        new = taken - seen
        seen |= new
        waiting += new
    return answers
