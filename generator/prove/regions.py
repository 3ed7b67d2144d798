"""Engine = guide on every region up to a cap, else on a set that takes every edge and more."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.diagram import Result
from generator.engine import Engine
from generator.guide import Guide, Leaf, Question, leaf_for, regions
from generator.problems import Problem
from generator.prove.plain import evaluate
from generator.resolve import Logic

MOST_REGIONS = 5_000
RANDOM_REPLIES = 2_000
PLAIN_REPLIES = 300


@dataclass(frozen=True, slots=True)
class Sample:
    """Paths on which guide and engine were compared."""

    mode: Literal["all", "sampled"]
    """Every path, or paths that together take every option of every node."""
    paths: int
    random: int
    """Further full sets of replies, drawn at random."""


Path = tuple[Mapping[str, str], Leaf]
"""Replies from start to leaf, and the leaf."""


def sampled_paths(guide: Guide, mode: Literal["all", "sampled"]) -> tuple[Path, ...]:
    """The paths on which guide and engine are compared, in a fixed order."""
    return tuple(regions(guide) if mode == "all" else _every_edge(guide))


def region_count(guide: Guide) -> int:
    """The number of paths from start to leaf, without walking them all."""
    counts: dict[str, int] = {}

    def visit(at: str) -> int:
        if at not in counts:
            node = guide.nodes[at]
            counts[at] = (
                sum(map(visit, node.children.values())) if isinstance(node, Question) else 1
            )
        return counts[at]

    return visit(guide.start)


def engine_agrees(logic: Logic, engine: Engine, guide: Guide) -> tuple[Sample, list[Problem]]:
    """Compare the engine with the guide path by path, and with the plain evaluator at random.

    On each path twice: the partial replies as they are, and completed at random to full ones.
    """
    draw = random.Random(f"{logic.guide}/{len(guide.nodes)}")  # noqa: S311 - a sample, never a secret
    mode: Literal["all", "sampled"] = "all" if region_count(guide) <= MOST_REGIONS else "sampled"
    paths = sampled_paths(guide, mode)
    extra = PLAIN_REPLIES if mode == "all" else RANDOM_REPLIES
    problems = [
        *_partial(logic, engine, paths),
        *_full(logic, engine, guide, [_completed(logic, draw, replies) for replies, _ in paths]),
        *_full(logic, engine, guide, [_completed(logic, draw, {}) for _ in range(extra)]),
    ]
    return Sample(mode, len(paths), extra), problems


def _partial(logic: Logic, engine: Engine, paths: tuple[Path, ...]) -> Iterator[Problem]:
    reports = engine.reports([_indexed(logic, replies) for replies, _ in paths])
    for (replies, leaf), report in zip(paths, reports, strict=True):
        expected = Result(leaf.answer, frozenset(leaf.advice))
        settled = report.settled(logic)
        answers = {logic.rules[index].result for index in report.candidates(logic)}
        if (settled is not None and settled != expected) or leaf.answer not in answers:
            yield _disagree(logic, replies, f'the guide answers "{leaf.answer}"')


def _full(
    logic: Logic, engine: Engine, guide: Guide, drawn: list[dict[int, int]]
) -> Iterator[Problem]:
    for replies, decision in zip(drawn, engine.decisions(drawn), strict=True):
        named = _named(logic, replies)
        leaf = leaf_for(guide, named)
        reached = Result(leaf.answer, frozenset(leaf.advice)) if leaf else None
        rule, plain = evaluate(logic, replies)
        if (decision.rule, decision.result) != (rule, plain) or reached != plain:
            yield _disagree(
                logic,
                named,
                f"the engine says {decision.result}, the guide {reached}, the rules {plain}",
            )


def _disagree(logic: Logic, replies: Mapping[str, str], what: str) -> Problem:
    return Problem(
        code="P601",
        place=logic.place,
        what=f'In the guide "{logic.guide}" the engine and the guide differ: {what}.',
        mend="Report this with the rules file.",
        witness=", ".join(f"{question}={option}" for question, option in replies.items()),
    )


def _indexed(logic: Logic, replies: Mapping[str, str]) -> dict[int, int]:
    return {
        index: variable.options.index(replies[variable.question])
        for index, variable in enumerate(logic.variables)
        if variable.question in replies
    }


def _named(logic: Logic, replies: Mapping[int, int]) -> dict[str, str]:
    return {
        logic.variables[index].question: logic.variables[index].options[option]
        for index, option in replies.items()
    }


def _completed(logic: Logic, draw: random.Random, replies: Mapping[str, str]) -> dict[int, int]:
    known = _indexed(logic, replies)
    return {
        index: known.get(index, draw.randrange(len(variable.options)))
        for index, variable in enumerate(logic.variables)
    }


def _every_edge(guide: Guide) -> Iterator[tuple[dict[str, str], Leaf]]:
    """Paths that together take every option of every node."""
    to: dict[str, dict[str, str]] = {guide.start: {}}
    order = [guide.start]
    for at in order:
        node = guide.nodes[at]
        if not isinstance(node, Question):
            continue
        for option, child in node.children.items():
            if child not in to:
                to[child] = {**to[at], node.question: option}
                order.append(child)
    for at in order:
        node = guide.nodes[at]
        if not isinstance(node, Question):
            continue
        for option, child in node.children.items():
            replies = {**to[at], node.question: option}
            end = guide.nodes[child]
            while isinstance(end, Question):
                first, following = next(iter(end.children.items()))
                replies[end.question] = first
                end = guide.nodes[following]
            yield replies, end
