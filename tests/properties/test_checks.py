"""What the checks find on random rule sets, against trying every set of replies."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import Shape, logic
from generator.checks import check
from generator.diagram import diagram
from generator.problems import Place, Problem
from generator.prove import evaluate
from generator.prove.plain import _Person
from generator.resolve import Logic
from generator.resolve.logic import UNSURE, LogicRule

shapes = st.builds(
    Shape,
    questions=st.integers(1, 4),
    rules=st.integers(1, 7),
    most_options=st.just(3),
    answers=st.integers(1, 4),
    advice=st.integers(0, 2),
    facts=st.integers(0, 2),
    relevance=st.sampled_from([0.0, 0.6]),
    shares=st.booleans(),
    ask_first=st.integers(0, 1),
)


@st.composite
def rule_sets(draw: st.DrawFn) -> Logic:
    """Rules with gaps, conflicts, `unsure` and broken promises, each part with a line of its own."""
    made = logic(draw(st.integers(0, 2**32)), draw(shapes))
    chance = random.Random(draw(st.integers(0, 2**32)))
    otherwise = draw(st.booleans())
    variables = tuple(
        replace(
            variable,
            place=Place("questions.yml", line),
            options=(*variable.options[:-1], UNSURE if chance.random() < 0.5 else "last"),
            alike=(frozenset(chance.sample(range(len(variable.options)), 2)),)
            if chance.random() < 0.5
            else (),
        )
        for line, variable in enumerate(made.variables, start=1)
    )
    return replace(
        made,
        hit_policy=draw(st.sampled_from(["first", "unique"])),
        variables=variables,
        rules=made.rules if otherwise else made.rules[:-1],
        has_otherwise=otherwise,
        otherwise_at_most=draw(st.sampled_from([0.0, 0.3])),
    )


def findings(made: Logic) -> list[Problem]:
    diagrams, _ = diagram(made)
    assert diagrams is not None
    return check(made, diagrams)


def completed(made: Logic, witness: str, seed: int) -> dict[int, int]:
    """A reply to everything, the witness's among them."""
    draw = random.Random(seed)
    given_replies = dict(pair.split("=") for pair in witness.split(", ") if pair)
    return {
        index: variable.options.index(given_replies[variable.question])
        if variable.question in given_replies
        else draw.randrange(len(variable.options))
        for index, variable in enumerate(made.variables)
    }


def shows(made: Logic, problem: Problem, replies: dict[int, int]) -> bool:
    """Whether these replies show what the problem claims, as the rules are literally read."""
    person = _Person(made, replies)
    decides, _ = evaluate(made, replies)
    by_id = {rule.id: rule for rule in (*made.rules, *made.advice)}
    named = [by_id[name] for name in re.findall(r'"([a-z]+\d*)"', problem.what) if name in by_id]
    last = len(made.rules) - 1
    claims: dict[str, Callable[[], bool]] = {
        "G401": lambda: decides is None,
        "G402": lambda: person.holds(named[0].when) and taken(made, named[0], person),
        "G404": lambda: (
            all(person.holds(rule.when) for rule in named[:2])
            and named[0].result != named[1].result
        ),
        "G412": lambda: decides == last,
        "G413": lambda: (
            person.holds(named[0].when)
            and person.is_asked(question_of(made, problem))
            and (named[0] in made.advice or decides == made.rules.index(named[0]))
        ),
        "G416": lambda: tells_apart(made, problem, replies),
    }
    return claims.get(problem.code, lambda: True)()


def question_of(made: Logic, problem: Problem) -> int:
    (question,) = re.findall(rf"(\w+)={UNSURE}", problem.what)
    index = made.index(question)
    assert index is not None
    return index


def taken(made: Logic, dead: LogicRule, person: _Person) -> bool:
    """Whether another rule has already given what this one would give."""
    if dead in made.rules:
        return any(person.holds(rule.when) for rule in made.rules[: made.rules.index(dead)])
    others = (rule for rule in made.advice if rule != dead and person.holds(rule.when))
    return any(rule.result == dead.result for rule in others)


def tells_apart(made: Logic, problem: Problem, replies: dict[int, int]) -> bool:
    index = problem.place.line - 1
    options = made.variables[index].options
    pair = [name for name in options if re.search(rf"\b{name}\b", problem.what)]
    left, right = (evaluate(made, {**replies, index: options.index(name)})[1] for name in pair)
    return left != right


@given(made=rule_sets(), seed=st.integers(0, 2**32))
@settings(max_examples=300, deadline=None)
def test_every_witness_shows_what_is_claimed_however_it_is_completed(
    made: Logic, seed: int
) -> None:
    for problem in findings(made):
        for offset in range(5):
            assert shows(made, problem, completed(made, problem.witness, seed + offset)), problem


def everybody(made: Logic) -> list[dict[int, int]]:
    spans = [range(len(variable.options)) for variable in made.variables]
    return [dict(enumerate(replies)) for replies in product(*spans)]


def true_findings(made: Logic) -> Iterator[tuple[str, str]]:
    """Code and subject of what is wrong, by trying all replies on the rules as they are read."""
    people = everybody(made)
    reached = [evaluate(made, replies)[0] for replies in people]
    holding = [
        [i for i, rule in enumerate(made.rules) if _Person(made, replies).holds(rule.when)]
        for replies in people
    ]
    last = len(made.rules) - 1 if made.has_otherwise else len(made.rules)
    if None in reached:
        yield "G401", ""
    if made.has_otherwise and last not in reached:
        yield "G408", ""
    for i, rule in enumerate(made.rules[:last]):
        if not any(i in held for held in holding):
            yield "G403", rule.id
        elif i not in reached:
            yield "G402", rule.id
    if made.hit_policy == "unique":
        for i, j in combinations(range(last), 2):
            together = any(i in held and j in held for held in holding)
            if together and made.rules[i].result != made.rules[j].result:
                yield "G404", f"{made.rules[i].id} {made.rules[j].id}"


def told(made: Logic) -> Iterator[tuple[str, str]]:
    ids = {rule.id for rule in made.rules}
    for problem in findings(made):
        names = [name for name in re.findall(r'"([a-z]+\d*)"', problem.what) if name in ids]
        match problem.code:
            case "G401" | "G408":
                yield problem.code, ""
            case "G402" | "G403" if names:
                yield problem.code, names[0]
            case "G404":
                yield problem.code, " ".join(names[:2])
            case _:
                pass


@given(made=rule_sets())
@settings(max_examples=300, deadline=None)
def test_rules_and_gaps_are_told_exactly_where_trying_everything_finds_them(made: Logic) -> None:
    assert sorted(told(made)) == sorted(true_findings(made))


@given(made=rule_sets())
@settings(max_examples=200, deadline=None)
def test_options_are_alike_exactly_where_no_reply_tells_them_apart(made: Logic) -> None:
    found = {(p.code, p.place.line) for p in findings(made) if p.code in {"G405", "G411", "G416"}}
    expected = set()
    for index, variable in enumerate(made.variables):
        results = [
            tuple(evaluate(made, {**replies, index: option})[1] for replies in everybody(made))
            for option in range(len(variable.options))
        ]
        if len(set(results)) == 1:
            # Of a question that makes no difference only that is told.
            expected |= {("G405", index + 1)} if index not in made.ask_first else set()
            continue
        alike = {
            frozenset((a, b))
            for a, b in combinations(range(len(variable.options)), 2)
            if results[a] == results[b]
        }
        unsure = variable.options.index(UNSURE) if UNSURE in variable.options else None
        meant = set(variable.alike)
        expected |= {("G416", index + 1)} if not meant <= alike else set()
        unmeant = {pair for pair in alike - meant if unsure not in pair}
        expected |= {("G411", index + 1)} if unmeant else set()
    assert found == expected


@given(made=rule_sets())
@settings(max_examples=200, deadline=None)
def test_the_share_of_otherwise_is_that_of_all_who_end_there(made: Logic) -> None:
    share = 0.0
    for replies in everybody(made):
        if made.has_otherwise and evaluate(made, replies)[0] == len(made.rules) - 1:
            weight = 1.0
            for index, option in replies.items():
                weight *= made.variables[index].shares[option]
            share += weight
    codes = [problem.code for problem in findings(made)]
    if abs(share - made.otherwise_at_most) > 1e-6:
        assert ("G412" in codes) == (share > made.otherwise_at_most)
