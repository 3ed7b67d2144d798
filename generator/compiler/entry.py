"""A proved guide as text and back. Reading back checks every part against the guide's logic."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.guide import Guide, Leaf, Node, PlanRecord, Question
from generator.problems import CODES, Place, Problem, Related, has_errors
from generator.prove import Proof, Proved, Sample
from generator.resolve import Logic

PARTS_OF_A_LEAF = 3


class NotAnEntry(Exception):  # noqa: N818 - an outcome that the caller expects
    """The text is damaged, or belongs to another guide."""


def encoded(key: str, proved: Proved, problems: Iterable[Problem]) -> str:
    """The text of an entry; its first line stands for all that follow."""
    guide, proof = proved.guide, proved.proof
    plan = guide.plan
    body = json.dumps(
        {
            "key": key,
            "start": guide.start,
            "nodes": {name: _node(node) for name, node in guide.nodes.items()},
            "plan": [
                plan.method, plan.expected_questions, plan.expected_cost, plan.lower_bound,
                plan.states,
            ],
            "proof": [proof.regions, proof.sample.mode, proof.sample.paths, proof.sample.random],
            "problems": [_problem(problem) for problem in problems],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )  # fmt: skip
    return f"{_digest(body)}\n{body}"


def decoded(text: str, key: str, logic: Logic) -> tuple[Proved, list[Problem]]:
    """The proved guide and its warnings. Raises `NotAnEntry` unless everything fits."""
    digest, _, body = text.partition("\n")
    if digest != _digest(body):
        raise NotAnEntry("damaged")
    try:
        data: dict[str, Any] = json.loads(body)
        if data["key"] != key:
            raise NotAnEntry("another guide's")
        return _proved(data, logic), [_read_problem(problem) for problem in data["problems"]]
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise NotAnEntry(str(error)) from error


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _node(node: Node) -> Sequence[object]:
    if isinstance(node, Leaf):
        return [node.answer, node.advice, node.because]
    return [node.question, node.children, node.least, node.most]


def _proved(data: Mapping[str, Any], logic: Logic) -> Proved:
    method, questions, cost, bound, states = data["plan"]
    regions, mode, paths, random = data["proof"]
    figures = (questions, cost, bound)
    if method not in {"optimal", "heuristic"} or mode not in {"all", "sampled"}:
        raise NotAnEntry("words that no entry has")
    if not all(isinstance(figure, float) for figure in figures):
        raise NotAnEntry("figures that are none")
    if not all(isinstance(count, int) for count in (states, regions, paths, random)):
        raise NotAnEntry("counts that are none")
    guide = Guide(
        id=logic.guide,
        start=data["start"],
        nodes=_nodes(data["nodes"], data["start"], logic),
        plan=PlanRecord(
            method=method,
            expected_questions=questions,
            expected_cost=cost,
            lower_bound=bound,
            states=states,
        ),
    )
    proof = Proof(regions=regions, sample=Sample(mode, paths, random))
    return Proved(logic=logic, guide=guide, proof=proof)


def _nodes(data: Mapping[str, Any], start: str, logic: Logic) -> dict[str, Node]:
    """The nodes, of which each asks what the logic asks, and leads on to a later one."""
    offered = {variable.question: list(variable.options) for variable in logic.variables}
    answers = {rule.result for rule in logic.rules}
    additions = {
        *(("advice", rule.result) for rule in logic.advice),
        *(("rule", rule.id) for rule in (*logic.rules, *logic.advice)),
    }
    nodes: dict[str, Node] = {}
    for name, parts in data.items():
        if len(parts) == PARTS_OF_A_LEAF:
            answer, advice, because = parts
            mentions = {*(("advice", a) for a in advice), *(("rule", r) for r in because)}
            if answer not in answers or not mentions <= additions:
                raise NotAnEntry("a leaf that these rules do not have")
            nodes[name] = Leaf(answer=answer, advice=tuple(advice), because=tuple(because))
        else:
            question, children, least, most = parts
            counted = isinstance(least, int) and isinstance(most, int)
            if list(children) != offered[question] or not counted:
                raise NotAnEntry("a question that this guide does not ask")
            nodes[name] = Question(question=question, children=children, least=least, most=most)
    _check_links(nodes, start)
    return nodes


def _check_links(nodes: Mapping[str, Node], start: str) -> None:
    """Everything is reached from the start, and nothing leads back."""
    state: dict[str, bool] = {}

    def visit(at: str) -> None:
        if at in state:
            if not state[at]:
                raise NotAnEntry("a circle")
            return
        state[at] = False
        node = nodes[at]
        if isinstance(node, Question):
            for child in node.children.values():
                visit(child)
        state[at] = True

    visit(start)
    if len(state) != len(nodes):
        raise NotAnEntry("nodes that nothing leads to")


def _problem(problem: Problem) -> Mapping[str, object]:
    return {
        "code": problem.code,
        "place": _place(problem.place),
        "what": problem.what,
        "mend": problem.mend,
        "related": [[_place(related.place), related.note] for related in problem.related],
        "witness": problem.witness,
    }


def _place(place: Place) -> Sequence[object]:
    return [place.file, place.line, place.column]


def _read_problem(data: Mapping[str, Any]) -> Problem:
    if data["code"] not in CODES:
        raise NotAnEntry("a code that is none")
    problem = Problem(
        code=data["code"],
        place=Place(*data["place"]),
        what=data["what"],
        mend=data["mend"],
        related=tuple(Related(Place(*place), note) for place, note in data["related"]),
        witness=data["witness"],
    )
    if has_errors([problem]):
        raise NotAnEntry("an error, which is never kept")
    return problem
