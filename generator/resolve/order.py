"""Order and cycles in small graphs given as name → names it needs."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from graphlib import CycleError, TopologicalSorter


def cycle_in(needs: Mapping[str, AbstractSet[str]]) -> tuple[str, ...]:
    """The names of one cycle in the order in which each needs the next; empty if there is none."""
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        # The sorter lists each node before the one that needs it, and repeats the first.
        return tuple(reversed(circle[1:]))
    return ()


def dependencies_first(needs: Mapping[str, AbstractSet[str]]) -> tuple[str, ...]:
    """Names in an order in which each stands behind all it needs; ties keep the given order."""
    done: list[str] = []

    def visit(name: str) -> None:
        if name in done or name not in needs:
            return
        for other in sorted(needs[name]):
            visit(other)
        done.append(name)

    for name in needs:
        visit(name)
    return tuple(done)
