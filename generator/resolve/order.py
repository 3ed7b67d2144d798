"""Order and cycles in small graphs given as name → names it needs."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from graphlib import CycleError, TopologicalSorter


def cycles_in(needs: Mapping[str, AbstractSet[str]]) -> Iterator[tuple[str, ...]]:
    """Cycles that share no name, each from its first given name on, as each needs the next."""
    left = {name: sorted(others) for name, others in needs.items()}
    while circle := _cycle_in(left):
        first = circle.index(next(name for name in left if name in circle))
        yield (*circle[first:], *circle[:first])
        left = {name: others for name, others in left.items() if name not in circle}


def _cycle_in(needs: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
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
