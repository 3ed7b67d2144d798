"""What was proved is found again; what is damaged or foreign is passed over."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from benchmarks.sound import sound
from benchmarks.synthetic import Shape
from generator.compiler import Cache, Workshop, compile_guide
from generator.compiler.entry import NotAnEntry, decoded, encoded
from generator.engine import RuleEngine
from generator.guide import Leaf, Node, Question
from generator.pipeline import silent
from generator.problems import Problem
from generator.prove import Proved
from generator.resolve import Logic
from generator.resolve.logic import Score
from tests.conftest import ROOT

SHAPE = Shape(questions=5, rules=8, advice=2, facts=1)


@pytest.fixture(scope="module")
def made() -> tuple[Proved, list[Problem]]:
    with RuleEngine() as engine:
        proved, problems = compile_guide(sound(3, SHAPE), engine)
    assert proved is not None
    assert problems, "a guide with warnings shows that they are kept, too"
    return proved, problems


@pytest.fixture
def kept(made: tuple[Proved, list[Problem]], tmp_path: Path) -> Cache:
    cache = Cache(tmp_path)
    cache.keep(*made)
    return Cache(tmp_path)


def entry(cache: Cache) -> Path:
    assert cache.folder is not None
    (path,) = cache.folder.iterdir()
    return path


def test_what_was_kept_is_found_with_its_warnings(
    made: tuple[Proved, list[Problem]], kept: Cache
) -> None:
    assert kept.find(made[0].logic) == made


def test_another_logic_is_not_found(made: tuple[Proved, list[Problem]], kept: Cache) -> None:
    logic = made[0].logic
    moved = replace(logic.rules[0], place=replace(logic.rules[0].place, line=99))
    assert kept.find(replace(logic, depth=29)) is None
    assert kept.find(replace(logic, rules=(moved, *logic.rules[1:]))) is None


def test_the_key_is_the_same_in_every_process() -> None:
    """Sets of words would be written in another order each time."""
    code = (
        "from benchmarks.sound import sound\n"
        "from tests.unit.test_compiler_cache import SHAPE, scored\n"
        "from generator.compiler.cache import key_of\n"
        "print(key_of(scored(sound(3, SHAPE))))"
    )
    keys = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(keys) == 1


def scored(logic: Logic) -> Logic:
    score = Score(start=1, points=(("tip0", 1), ("tip1", 2)), answers=("answer0", "answer1"))
    return replace(logic, score=score)


def test_a_change_of_the_compiler_finds_nothing(
    made: tuple[Proved, list[Problem]], kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.compiler.cache._code", lambda: "another")
    assert kept.find(made[0].logic) is None


def _cut(text: str) -> str:
    return text[: len(text) // 2]


def _flipped(text: str) -> str:
    return text.replace("optimal", "optimum")


@pytest.mark.parametrize("damage", [_cut, _flipped, lambda _: "", lambda _: "\0\n{}"])
def test_a_damaged_entry_is_passed_over(
    made: tuple[Proved, list[Problem]], kept: Cache, damage: object
) -> None:
    assert callable(damage)
    path = entry(kept)
    path.write_text(damage(path.read_text("utf-8")), "utf-8")
    assert kept.find(made[0].logic) is None


def test_bytes_that_are_no_text_are_passed_over(
    made: tuple[Proved, list[Problem]], kept: Cache
) -> None:
    entry(kept).write_bytes(b"\xff\xfe\x00")
    assert kept.find(made[0].logic) is None


def test_a_folder_in_place_of_an_entry_is_passed_over(
    made: tuple[Proved, list[Problem]], kept: Cache
) -> None:
    path = entry(kept)
    path.unlink()
    path.mkdir()
    assert kept.find(made[0].logic) is None
    kept.keep(*made)


def forged(text: str, key: str, value: object) -> str:
    """An entry with a part changed and its first line made to fit."""
    data = json.loads(text.partition("\n")[2])
    data[key] = value
    body = json.dumps(data)
    return f"{sha256(body.encode()).hexdigest()}\n{body}"


def forgeries(proved: Proved) -> Iterator[tuple[str, object]]:
    nodes = json.loads(encoded("k", proved, ()).partition("\n")[2])["nodes"]
    start = proved.guide.start
    question, children, least, most = nodes[start]
    yield "key", "another"
    yield "start", "nowhere"
    yield "plan", ["best", 1.0, 1.0, 1.0, 1]
    yield "plan", ["optimal", "1", 1.0, 1.0, 1]
    yield "proof", [1, "none", 1, 1]
    yield "proof", ["1", "all", 1, 1]
    yield "nodes", {**nodes, start: [question, dict.fromkeys(children, start), least, most]}
    yield "nodes", {**nodes, start: ["unheard-of", children, least, most]}
    yield "nodes", {**nodes, start: [question, {"one": start}, least, most]}
    yield "nodes", {**nodes, "q999": nodes[start]}
    yield "nodes", {start: ["an-answer-of-nobody", [], []]}
    yield "nodes", "none"
    yield "problems", [{"code": "X999"}]
    yield "problems", [{"code": "G401", "place": ["f", 1, 1], "what": "", "mend": "", "related": [], "witness": ""}]  # fmt: skip


def test_an_entry_that_does_not_fit_its_logic_is_refused(
    made: tuple[Proved, list[Problem]],
) -> None:
    proved, problems = made
    text = encoded("k", proved, problems)
    assert decoded(text, "k", proved.logic) == made
    for key, value in forgeries(proved):
        with pytest.raises(NotAnEntry):
            decoded(forged(text, key, value), "k", proved.logic)


def test_an_entry_with_another_answer_is_noticed(
    made: tuple[Proved, list[Problem]], kept: Cache
) -> None:
    """Such an entry fits in every part; only the rules know better."""
    proved, _ = made
    answers = sorted({rule.result for rule in proved.logic.rules})
    nodes = {
        name: replace(node, answer=answers[(answers.index(node.answer) + 1) % len(answers)])
        if isinstance(node, Leaf)
        else node
        for name, node in proved.guide.nodes.items()
    }
    wrong = replace(proved, guide=replace(proved.guide, nodes=nodes))
    kept.keep(wrong, ())
    assert kept.find(proved.logic) is None


def test_one_wrong_answer_at_one_option_deep_in_a_guide_is_noticed(
    made: tuple[Proved, list[Problem]], tmp_path: Path
) -> None:
    """Each option of each question in turn leads to a leaf of another answer."""
    proved, _ = made
    nodes = proved.guide.nodes
    leaves = {node.answer: name for name, node in nodes.items() if isinstance(node, Leaf)}
    tried = 0
    questions = {name: node for name, node in nodes.items() if isinstance(node, Question)}
    for name, node in questions.items():
        for option, child in node.children.items():
            end = nodes[child]
            if not isinstance(end, Leaf):
                continue
            other = next(leaf for answer, leaf in leaves.items() if answer != end.answer)
            bent = replace(node, children={**node.children, option: other})
            guide = replace(proved.guide, nodes=reached({**nodes, name: bent}, proved.guide.start))
            cache = Cache(tmp_path)
            cache.keep(replace(proved, guide=guide), ())
            assert Cache(tmp_path).find(proved.logic) is None
            tried += 1
    assert tried > len(nodes) / 2


def reached(nodes: Mapping[str, Node], start: str) -> dict[str, Node]:
    """The nodes to which a start leads."""
    found = {start: nodes[start]}
    waiting = [start]
    while waiting:
        node = nodes[waiting.pop()]
        for child in node.children.values() if isinstance(node, Question) else ():
            if child not in found:
                found[child] = nodes[child]
                waiting.append(child)
    return {name: node for name, node in nodes.items() if name in found}


def test_beyond_the_entries_that_are_compared_wrong_answers_are_still_looked_for(
    made: tuple[Proved, list[Problem]], kept: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.compiler.cache.MOST_COMPARED", 0)
    assert kept.find(made[0].logic) == made
    monkeypatch.setattr("generator.compiler.cache.leaf_for", lambda *_: None)
    assert kept.find(made[0].logic) is None


def test_nothing_is_kept_of_a_guide_with_errors(
    made: tuple[Proved, list[Problem]], tmp_path: Path
) -> None:
    error = Problem(code="G401", place=made[0].logic.place, what="", mend="")
    Cache(tmp_path).keep(made[0], [error])
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_as_good_as_none(
    made: tuple[Proved, list[Problem]], tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")
    cache.keep(*made)
    cache.tidy()
    assert cache.find(made[0].logic) is None


def test_the_oldest_unused_entries_go_first(
    made: tuple[Proved, list[Problem]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.compiler.cache.MOST_ENTRIES", 2)
    for number in range(5):
        (tmp_path / f"{number}.json").write_text("old")
    cache = Cache(tmp_path)
    cache.keep(*made)
    cache.tidy()
    left = {path.name for path in tmp_path.iterdir()}
    assert cache.used < left
    assert len(left) == 2


def guides(count: int) -> dict[str, Logic]:
    made = (sound(seed, Shape(questions=4, rules=5)) for seed in range(count))
    return {logic.guide: logic for logic in made}


def test_processes_side_by_side_give_what_one_gives(tmp_path: Path) -> None:
    logics = guides(8)
    with Workshop(cores=1) as alone, Workshop(Cache(tmp_path), cores=3) as together:
        expected = alone.compile(logics, silent)
        assert together.compile(logics, silent) == expected
        assert together.compile(logics, silent) == expected
    assert list(expected[0]) == list(logics)


def test_a_process_that_dies_leaves_its_guides_to_the_others() -> None:
    logics = guides(8)
    with Workshop(cores=2) as workshop:
        expected = workshop.compile(logics, silent)
        (worker,) = workshop._workers
        worker._child.kill()
        worker._child.wait()
        assert workshop.compile(logics, silent) == expected
        assert workshop._workers == []
