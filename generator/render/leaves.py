"""A stylesheet for each guide without scripts: which answer, advice and reasons a leaf shows.

Hundreds of leaves would repeat a few answers. Each stands once on the page, behind all nodes, and
comes into sight while a leaf that leads to it is the target.
"""

from collections.abc import Iterator, Mapping

from generator.guide import Guide, Leaf
from generator.prove import Proved
from generator.render.addresses import leaves_file, versioned
from generator.resolve import Project


def leaves(_project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """A file for each guide below `site/guides/`; pages of both locales use it."""
    return {f"site/{leaves_file(name)}": _sheet(proved.guide) for name, proved in guides.items()}


def versioned_leaves(guides: Mapping[str, Proved], name: str) -> str:
    """The address of a guide's stylesheet, which changes with it."""
    return versioned(leaves_file(name), _sheet(guides[name].guide).encode())


def _sheet(guide: Guide) -> str:
    return f"{','.join(_selectors(guide))}{{display:revert}}\n"


def _selectors(guide: Guide) -> Iterator[str]:
    found = [node for node in guide.nodes.values() if isinstance(node, Leaf)]
    for answer in sorted({leaf.answer for leaf in found}):
        yield f'.brief[data-answer="{answer}"]:target~.shared>[data-answer="{answer}"]'
    for advice in sorted({name for leaf in found for name in leaf.advice}):
        yield f'.brief[data-advice~="{advice}"]:target~.shared [data-advice="{advice}"]'
    for rule in sorted({name for leaf in found for name in leaf.because}):
        yield f'.brief[data-because~="{rule}"]:target~.shared [data-rule="{rule}"]'
