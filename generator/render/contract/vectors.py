"""`guides/<guide>.vectors.json`: replies and what they must come to, for anybody's evaluator.

Besides replies by option id there are raw values at each edge of each band and one smallest step
either side, so that an evaluator's own arithmetic is tested too.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from generator.guide import Leaf, deciding_replies, nearest_changes, restrict
from generator.prove import Path, Proved, sampled_paths
from generator.render.addresses import relative, vectors_file
from generator.render.contract.encode import SCHEMA_VERSION, Json
from generator.resolve import Project
from generator.resolve.bands import plain
from generator.resolve.business_days import ONE_DAY, band_of_date
from generator.resolve.logic import DateBand, NumberBand, Variable
from generator.resolve.raw_replies import band_of_number, in_range

# A window of business days can stretch over holidays; farther back no edge is looked for.
DAYS_BACK = 120
MOST_RESTRICTED = 60
MOST_CHANGES = 12
KEPT = 0.6


def vectors_json(project: Project, proved: Proved) -> dict[str, Json]:
    """All vectors of a guide; `today` is the date of the build."""
    vectors: list[Json] = []
    paths = sampled_paths(proved.guide, proved.proof.sample.mode)
    for replies, leaf in paths:
        vectors.append(_vector(replies, leaf))
    for variable in proved.logic.variables:
        for option, raw in _raw_values(project, variable):
            for replies, leaf in paths:
                if replies.get(variable.question) == option:
                    vectors.append(_vector(replies, leaf, {variable.question: raw}))
                    break
    return {
        "$schema": relative("schemas/vectors.schema.json", vectors_file(proved.guide.id)),
        "schema_version": SCHEMA_VERSION,
        "guide": proved.guide.id,
        "mode": proved.proof.sample.mode,
        "today": project.as_of.isoformat(),
        "vectors": vectors,
        "restricted": [_restricted(proved, known) for known in _known(proved, paths)],
        "changes": [_changes(proved, replies) for replies, _ in _spread(paths, MOST_CHANGES)],
    }


def _spread(paths: Sequence[Path], most: int) -> Sequence[Path]:
    """Some of the paths, evenly from first to last."""
    return paths[:: max(1, len(paths) // most)][:most]


def _changes(proved: Proved, replies: Mapping[str, str]) -> dict[str, Json]:
    return {
        "replies": dict(replies),
        "decided_by": deciding_replies(proved.guide, replies),
        "nearest": {
            answer: {"changed": dict(change.changed), "asked": dict(change.asked)}
            for answer, change in sorted(nearest_changes(proved.guide, replies).items())
        },
    }


def _known(proved: Proved, paths: Sequence[Path]) -> Iterator[dict[str, str]]:
    """Each reply alone, paths with some replies left out, and a reply that is not offered."""
    for variable in proved.logic.variables:
        for option in variable.options:
            yield {variable.question: option}
    draw = random.Random(proved.guide.id)  # noqa: S311 - a sample, never a secret
    for replies, _ in draw.sample(paths, min(len(paths), MOST_RESTRICTED)):
        yield {question: o for question, o in replies.items() if draw.random() < KEPT}
    yield {proved.logic.variables[0].question: "not-an-option"}


def _restricted(proved: Proved, known: Mapping[str, str]) -> dict[str, Json]:
    left = restrict(proved.guide, known)
    node = left.nodes[left.start]
    offered = {variable.question: variable.options for variable in proved.logic.variables}
    dropped: list[Json] = [name for name in known if known[name] not in offered[name]]
    vector: dict[str, Json] = {"known": dict(known)}
    if dropped:
        vector["dropped"] = dropped
    if isinstance(node, Leaf):
        vector |= {"answer": node.answer, "advice": sorted(node.advice)}
    else:
        vector |= {"question": node.question, "options": list(node.children)}
    return {**vector, "least": left.least, "most": left.most, "nodes": len(left.nodes)}


def _vector(
    replies: Mapping[str, str], leaf: Leaf, raw: Mapping[str, str] | None = None
) -> dict[str, Json]:
    vector: dict[str, Json] = {"replies": dict(replies)}
    if raw:
        vector["raw"] = dict(raw)
    return {**vector, "answer": leaf.answer, "advice": sorted(leaf.advice)}


def _raw_values(project: Project, variable: Variable) -> Iterator[tuple[str, str]]:
    """Option and raw value, for every edge of the variable's bands."""
    if variable.kind == "date":
        yield from _dates(project, variable)
        return
    numbers = [band for band in variable.bands if isinstance(band, NumberBand)]
    edges = sorted({edge for band in numbers for edge in (band.low, band.high) if edge is not None})
    for edge in edges:
        for value in (edge - variable.step, edge, edge + variable.step):
            if in_range(variable, value):
                yield band_of_number(variable, value), plain(value)


def _dates(project: Project, variable: Variable) -> Iterator[tuple[str, str]]:
    bands = [band if isinstance(band, DateBand) else None for band in variable.bands]

    def band_on(start: date) -> int | None:
        return band_of_date(bands, project.calendars, start, project.as_of)

    days = [project.as_of - ONE_DAY * back for back in range(DAYS_BACK)]
    found = {day: band_on(day) for day in days}
    wanted: set[date] = set()
    for later, earlier in pairwise(days):
        if found[later] != found[earlier]:
            wanted |= {later + ONE_DAY, later, earlier, earlier - ONE_DAY}
    for day in sorted(wanted & found.keys()):
        index = found[day]
        if index is not None:
            yield variable.options[index], day.isoformat()
