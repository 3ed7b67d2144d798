"""Why and why not, against going through every path of random guides."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.synthetic import Shape, logic
from generator.diagram import diagram
from generator.engine import Engine, RuleEngine, build
from generator.guide import (
    Guide,
    Leaf,
    deciding_replies,
    leaf_for,
    nearest_changes,
    regions,
    restrict,
)
from generator.plan import plan


def guide(process: RuleEngine, seed: int) -> Guide:
    made = logic(seed, Shape(questions=5, rules=7, answers=4, advice=1, relevance=0.2))
    diagrams, _ = diagram(made)
    assert diagrams is not None
    found, problems = build(made, diagrams, plan(made, diagrams), Engine(process, made, diagrams))
    assert found is not None, problems
    return found


def answers(left: Guide) -> set[str]:
    return {node.answer for node in left.nodes.values() if isinstance(node, Leaf)}


@given(seed=st.integers(0, 400), pick=st.integers(0, 10_000))
def test_the_nearest_change_is_the_smallest_of_all_paths(
    process: RuleEngine, seed: int, pick: int
) -> None:
    made = guide(process, seed)
    paths = list(regions(made))
    replies, leaf = paths[pick % len(paths)]
    best: dict[str, tuple[int, int]] = {}
    for other, end in paths:
        changed = sum(replies.get(question, option) != option for question, option in other.items())
        size = (changed, len(other.keys() - replies.keys()))
        best[end.answer] = min(size, best.get(end.answer, size))
    found = nearest_changes(made, replies)
    assert {answer: change.size for answer, change in found.items()} == best
    assert found[leaf.answer].size == (0, 0)
    for answer, change in found.items():
        assert all(replies[question] != option for question, option in change.changed.items())
        arrived = leaf_for(made, {**replies, **change.changed, **change.asked})
        assert arrived == change.leaf
        assert change.leaf.answer == answer


@given(seed=st.integers(0, 400), pick=st.integers(0, 10_000))
def test_the_deciding_replies_suffice_and_fewer_do_not(
    process: RuleEngine, seed: int, pick: int
) -> None:
    made = guide(process, seed)
    paths = list(regions(made))
    replies, leaf = paths[pick % len(paths)]
    decided = deciding_replies(made, replies)
    assert decided.items() <= replies.items()
    assert answers(restrict(made, decided)) == {leaf.answer}
    for fewer in combinations(replies, max(0, len(decided) - 1)):
        if len(fewer) < len(decided):
            assert len(answers(restrict(made, {q: replies[q] for q in fewer}))) > 1
