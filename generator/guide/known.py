"""Known replies: what is left of a guide once some questions need not be asked."""

from collections.abc import Mapping
from dataclasses import replace

from generator.guide.graph import Guide, Leaf, Node, Question


def restrict(guide: Guide, replies: Mapping[str, str]) -> Guide:
    """The guide with known replies filled in.

    Each node of a known question gives way to its chosen child; then nodes whose children have
    become equal on (answer, advice) are passed over, to a fixed point. A reply that a node does not
    offer is ignored there: the question is asked. The plan's figures are those of the whole guide.
    """
    made: dict[str, str] = {}
    nodes: dict[str, Node] = {}
    shapes = _Shapes(nodes)

    def visit(at: str) -> str:
        if at in made:
            return made[at]
        node = guide.nodes[at]
        if isinstance(node, Leaf):
            made[at] = at
            nodes[at] = node
            return at
        reply = replies.get(node.question)
        if reply is not None and reply in node.children:
            made[at] = visit(node.children[reply])
            return made[at]
        children = {option: visit(child) for option, child in node.children.items()}
        if len({shapes.of(child) for child in {*children.values()}}) == 1:
            made[at] = next(iter(children.values()))
            return made[at]
        counts = [_counts(nodes[child]) for child in children.values()]
        nodes[at] = replace(
            node,
            children=children,
            least=1 + min(least for least, _ in counts),
            most=1 + max(most for _, most in counts),
        )
        made[at] = at
        return at

    start = visit(guide.start)
    reached = set(_walk(nodes, start))
    return replace(
        guide, start=start, nodes={at: node for at, node in nodes.items() if at in reached}
    )


class _Shapes:
    """Equal for nodes from which the same replies lead to the same answer and advice."""

    def __init__(self, nodes: Mapping[str, Node]) -> None:
        self._nodes = nodes
        self._by_node: dict[str, object] = {}
        self._first: dict[object, str] = {}

    def of(self, at: str) -> object:
        """The shape of a node; each is looked at once."""
        if at not in self._by_node:
            self._by_node[at] = self._reckoned(self._nodes[at], at)
        return self._by_node[at]

    def _reckoned(self, node: Node, at: str) -> object:
        if isinstance(node, Leaf):
            return (node.answer, node.advice)
        key = (node.question, tuple((o, self.of(c)) for o, c in node.children.items()))
        return self._first.setdefault(key, at)


def _counts(node: Node) -> tuple[int, int]:
    return (node.least, node.most) if isinstance(node, Question) else (0, 0)


def _walk(nodes: Mapping[str, Node], start: str) -> list[str]:
    seen = [start]
    for at in seen:
        node = nodes[at]
        if isinstance(node, Question):
            seen += [child for child in dict.fromkeys(node.children.values()) if child not in seen]
    return seen


def replies_at(guide: Guide) -> dict[str, dict[str, frozenset[str]]]:
    """For each node, the replies that people who arrive there may have given, by question.

    A question that not everybody was asked on the way is left out.
    """
    arrived: dict[str, dict[str, frozenset[str]]] = {guide.start: {}}
    for at in _sorted(guide):
        node = guide.nodes[at]
        if isinstance(node, Leaf):
            continue
        for option, child in node.children.items():
            given = {**arrived[at], node.question: frozenset((option,))}
            if child in arrived:
                before = arrived[child]
                arrived[child] = {q: before[q] | given[q] for q in before if q in given}
            else:
                arrived[child] = given
    return arrived


def _sorted(guide: Guide) -> list[str]:
    """Node ids so that each stands before all that it leads to."""
    done: dict[str, None] = {}

    def visit(at: str) -> None:
        if at in done:
            return
        node = guide.nodes[at]
        if isinstance(node, Question):
            for child in node.children.values():
                visit(child)
        done[at] = None

    visit(guide.start)
    return list(reversed(done))
