"""Rule engine, diagram, guide and plain evaluator agree on random rule sets."""

import random
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.synthetic import Shape, logic
from generator.diagram import Diagrams, diagram
from generator.engine import Engine, RuleEngine, build
from generator.engine.cubes import prime_cubes
from generator.guide import Guide, Leaf, Question, leaf_for, regions, replies_at, restrict
from generator.plan import plan
from generator.prove import Proved, evaluate, prove, region_count, sampled_paths
from generator.prove import regions as regions_module
from generator.resolve import Logic

shapes = st.builds(
    Shape,
    questions=st.integers(1, 6),
    rules=st.integers(1, 12),
    answers=st.integers(1, 6),
    advice=st.integers(1, 3),
    facts=st.integers(0, 3),
    relevance=st.sampled_from([0.0, 0.5]),
    order=st.sampled_from([0.0, 0.3]),
    costs=st.booleans(),
    shares=st.booleans(),
    ask_first=st.integers(0, 2),
    relevant_first=st.booleans(),
)
seeds = st.integers(0, 2**32)


def compiled(made: Logic, process: RuleEngine) -> tuple[Diagrams, Engine, Guide]:
    diagrams, problems = diagram(made)
    assert diagrams is not None
    assert not problems
    engine = Engine(process, made, diagrams)
    guide, problems = build(made, diagrams, plan(made, diagrams), engine)
    assert guide is not None, problems
    return diagrams, engine, guide


def proved(made: Logic, process: RuleEngine) -> Proved:
    diagrams, engine, guide = compiled(made, process)
    result, problems = prove(made, diagrams, engine, guide)
    assert result is not None, problems
    return result


@given(seed=seeds, shape=shapes)
@settings(max_examples=60, deadline=None)
def test_every_random_guide_is_proved(process: RuleEngine, seed: int, shape: Shape) -> None:
    proved(logic(seed, shape), process)


@given(seed=seeds, shape=shapes)
@settings(max_examples=40, deadline=None)
def test_the_engine_knows_exactly_which_rules_partial_replies_decide(
    process: RuleEngine, seed: int, shape: Shape
) -> None:
    made = logic(seed, shape)
    diagrams, _ = diagram(made)
    assert diagrams is not None
    engine = Engine(process, made, diagrams)
    draw = random.Random(seed)
    graph = diagrams.graph
    partial = [
        {
            variable: draw.randrange(size)
            for variable, size in enumerate(graph.sizes)
            if draw.random() < 0.5
        }
        for _ in range(20)
    ]
    for replies, report in zip(partial, engine.reports(partial), strict=True):
        for index, condition in enumerate(diagrams.conditions):
            left = condition
            for variable, option in replies.items():
                left = graph.restrict(left, variable, option)
            assert (index in report.fired) == (left == graph.true)
            assert (index in report.excluded) == (left == graph.false)


@given(seed=seeds, shape=shapes)
@settings(max_examples=40, deadline=None)
def test_restricting_a_guide_is_the_same_as_asking(
    process: RuleEngine, seed: int, shape: Shape
) -> None:
    made = logic(seed, shape)
    _, _, guide = compiled(made, process)
    draw = random.Random(seed)
    for _ in range(20):
        full = {variable.question: draw.choice(variable.options) for variable in made.variables}
        known = {question: full[question] for question in full if draw.random() < 0.4}
        left = restrict(guide, known)
        whole, rest = leaf_for(guide, full), leaf_for(left, full)
        assert whole is not None
        assert rest is not None
        assert (rest.answer, set(rest.advice)) == (whole.answer, set(whole.advice))
        asked = {node.question for node in left.nodes.values() if isinstance(node, Question)}
        assert asked.isdisjoint(known)


@given(seed=seeds, shape=shapes)
@settings(max_examples=40, deadline=None)
def test_guides_hold_no_two_equal_nodes_and_count_exactly(
    process: RuleEngine, seed: int, shape: Shape
) -> None:
    _, _, guide = compiled(logic(seed, shape), process)
    contents = [
        (node.question, tuple(node.children.items()))
        if isinstance(node, Question)
        else (node.answer, node.advice, node.because)
        for node in guide.nodes.values()
    ]
    assert len(set(contents)) == len(contents)
    lengths = [len(replies) for replies, _ in regions(guide)]
    assert (guide.least, guide.most) == (min(lengths), max(lengths))
    assert region_count(guide) == len(lengths)


@given(seed=seeds, shape=shapes)
@settings(max_examples=30, deadline=None)
def test_what_everybody_at_a_node_has_replied_is_known(
    process: RuleEngine, seed: int, shape: Shape
) -> None:
    _, _, guide = compiled(logic(seed, shape), process)
    known = replies_at(guide)
    for replies, leaf in regions(guide):
        at = next(name for name, node in guide.nodes.items() if node is leaf)
        for question, given_replies in known[at].items():
            assert replies[question] in given_replies


@given(seed=seeds, shape=shapes)
@settings(max_examples=40, deadline=None)
def test_a_question_is_asked_only_where_it_is_relevant_and_in_order(
    process: RuleEngine, seed: int, shape: Shape
) -> None:
    made = logic(seed, shape)
    diagrams, _, guide = compiled(made, process)
    graph = diagrams.graph
    for replies, _ in regions(guide):
        known: dict[int, int] = {}
        for question, option in replies.items():
            variable = made.index(question)
            assert variable is not None
            relevant = diagrams.relevance[variable]
            for before, reply in known.items():
                relevant = graph.restrict(relevant, before, reply)
            assert relevant == graph.true
            known[variable] = made.variables[variable].options.index(option)


def test_prime_cubes_are_prime_and_complete() -> None:
    for seed in range(30):
        made = logic(seed, Shape(questions=4, rules=4, most_options=3))
        diagrams, _ = diagram(made)
        assert diagrams is not None
        graph = diagrams.graph
        for condition in diagrams.conditions:
            union = graph.false
            for cube in prime_cubes(graph, condition, most=1000):
                solid = graph.true
                for variable, options in cube.items():
                    solid = graph.both(solid, graph.literal(variable, options))
                assert graph.implies(solid, condition)
                union = graph.either(union, solid)
                for variable, options in cube.items():
                    for option in set(range(graph.sizes[variable])) - options:
                        wider = graph.true
                        for other, kept in cube.items():
                            grown = kept | {option} if other == variable else kept
                            wider = graph.both(wider, graph.literal(other, grown))
                        assert not graph.implies(wider, condition)
            assert union == condition


def test_diagram_and_plain_evaluator_agree_on_all_full_replies() -> None:
    for seed in range(40):
        made = logic(
            seed, Shape(questions=4, rules=6, most_options=3, advice=2, facts=2, relevance=0.5)
        )
        diagrams, _ = diagram(made)
        assert diagrams is not None
        graph = diagrams.graph
        for replies in product(*map(range, graph.sizes)):
            at = diagrams.results
            for variable, option in enumerate(replies):
                at = graph.restrict(at, variable, option)
            assert graph.value(at) == evaluate(made, dict(enumerate(replies)))[1]


def test_a_guide_with_many_regions_is_sampled_over_every_edge(
    process: RuleEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regions_module, "MOST_REGIONS", 10)
    made = logic(10, Shape(questions=6, rules=10))
    result = proved(made, process)
    assert result.proof.sample.mode == "sampled"
    taken = set()
    for replies, leaf in sampled_paths(result.guide, result.proof.sample.mode):
        at = result.guide.start
        for option in replies.values():
            node = result.guide.nodes[at]
            assert isinstance(node, Question)
            taken.add((at, option))
            at = node.children[option]
        assert result.guide.nodes[at] == leaf
    edges = {
        (at, option)
        for at, node in result.guide.nodes.items()
        if isinstance(node, Question)
        for option in node.children
    }
    assert taken == edges


def test_a_heuristic_plan_gives_a_guide_that_is_proved_too(process: RuleEngine) -> None:
    made = logic(3, Shape(questions=8, rules=15, relevance=0.2))
    diagrams, _ = diagram(made)
    assert diagrams is not None
    engine = Engine(process, made, diagrams)
    guide, problems = build(made, diagrams, plan(made, diagrams, budget=1), engine)
    assert guide is not None, problems
    assert guide.plan.method == "heuristic"
    result, problems = prove(made, diagrams, engine, guide)
    assert result is not None, problems
    assert all(isinstance(node, Leaf | Question) for node in guide.nodes.values())
