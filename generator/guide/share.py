"""Equal subtrees become one, and nodes get the ids under which they are published."""

from collections.abc import Mapping

from generator.guide.graph import Leaf, Node, Question


def share(nodes: Mapping[str, Node], start: str) -> tuple[dict[str, Node], str]:
    """The same guide without copies, its nodes named in the order of a walk by levels.

    Question nodes are called q1, q2 …, leaves a1, a2 …; the names hold for this guide only.
    """
    first_of: dict[object, str] = {}
    canonical: dict[str, str] = {}

    def visit(at: str) -> str:
        if at not in canonical:
            node = nodes[at]
            content: object = node
            if isinstance(node, Question):
                children = tuple((option, visit(c)) for option, c in node.children.items())
                content = (node.question, children)
            elif isinstance(node, Leaf):
                content = (node.answer, node.advice, node.because)
            canonical[at] = first_of.setdefault(content, at)
        return canonical[at]

    order = [visit(start)]
    for at in order:
        node = nodes[at]
        if isinstance(node, Question):
            children = dict.fromkeys(canonical[child] for child in node.children.values())
            order += [child for child in children if child not in order]
    names = _names(nodes, order)
    return {names[at]: _renamed(nodes[at], canonical, names) for at in order}, names[order[0]]


def _names(nodes: Mapping[str, Node], order: list[str]) -> dict[str, str]:
    names: dict[str, str] = {}
    counts = {"q": 0, "a": 0}
    for at in order:
        prefix = "q" if isinstance(nodes[at], Question) else "a"
        counts[prefix] += 1
        names[at] = f"{prefix}{counts[prefix]}"
    return names


def _renamed(node: Node, canonical: Mapping[str, str], names: Mapping[str, str]) -> Node:
    if isinstance(node, Leaf):
        return node
    return Question(
        question=node.question,
        children={option: names[canonical[child]] for option, child in node.children.items()},
        least=node.least,
        most=node.most,
    )
