"""The published JSON: valid, complete, the same each time, and without agents' words."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.pipeline import Compiled
from generator.render import render
from generator.resolve import resolve
from generator.resolve.raw_replies import option_for
from generator.schema import load
from generator.source import Source, read_yaml
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def files(shipped: Compiled) -> dict[str, str]:
    assert shipped.project is not None
    return render(shipped.project, shipped.guides)


def published(files: dict[str, str]) -> dict[str, str]:
    return {p.removeprefix("site/"): t for p, t in files.items() if p.startswith("site/")}


def test_every_json_file_is_valid_against_the_schema_that_it_names(files: dict[str, str]) -> None:
    site = published(files)
    checked = 0
    for path, text in site.items():
        if not path.endswith(".json"):
            continue
        data = json.loads(text)
        if path.startswith("schemas/"):
            Draft202012Validator.check_schema(data)
            continue
        schema = (Path("/") / path).parent / data["$schema"]
        name = str(Path(*_resolved(schema)))
        validator = Draft202012Validator(json.loads(site[name]), format_checker=FormatChecker())
        errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]
        assert errors == [], path
        checked += 1
    assert checked >= 8


def test_the_order_and_folders_of_files_change_nothing(
    shipped: Compiled, files: dict[str, str]
) -> None:
    """Every file of its own in another folder, so that all are read in another order."""
    assert shipped.project is not None
    named = {
        _moved(path.relative_to(ROOT).as_posix()): path.read_bytes()
        for root in ("content", "rules")
        for path in (ROOT / root).rglob("*.yml")
    }
    documents = [read_yaml(content, name)[0] for name, content in sorted(named.items())]
    whole = tuple(document for document in documents if document is not None)
    catalogue, problems = load(Source(ROOT, whole, tuple(sorted(named))))
    assert catalogue is not None
    project, found = resolve(catalogue, shipped.project.as_of)
    assert project is not None, [*problems, *found]
    # Journeys are counted beside the sources, not among them.
    counted = replace(project, journeys=shipped.project.journeys)
    assert render(counted, shipped.guides) == files


def _moved(name: str) -> str:
    """The file in a folder whose name depends on its own: `content/answers/x3/wait.yml`."""
    folder, _, file = name.rpartition("/")
    alone = folder == "content"
    return name if alone else f"{folder}/x{sum(file.encode()) % 10}/{file}"


def _resolved(path: Path) -> list[str]:
    parts: list[str] = []
    for part in path.parts[1:]:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return parts


def test_the_index_gives_each_file_s_address_size_and_hash(files: dict[str, str]) -> None:
    site = published(files)
    index = json.loads(site["guides/index.json"])
    for guide, entry in index["guides"].items():
        assert f"guides/{entry['vectors']}" in site
        for locale, found in entry["locales"].items():
            content = site[f"guides/{found['url']}"].encode()
            assert found["bytes"] == len(content)
            assert found["sha256"] == hashlib.sha256(content).hexdigest()
            data = json.loads(content)
            assert (data["id"], data["locale"], data["version"]) == (
                guide,
                locale,
                found["version"],
            )


def test_the_vectors_hold_when_the_published_guide_is_walked(files: dict[str, str]) -> None:
    site = published(files)
    for guide in json.loads(site["guides/index.json"])["guides"]:
        data = json.loads(site[f"guides/zh/{guide}.json"])
        vectors = json.loads(site[f"guides/{guide}.vectors.json"])["vectors"]
        assert len(vectors) >= data["proof"]["paths"]
        for vector in vectors:
            node = data["nodes"][data["start"]]
            while "question" in node:
                reply = vector["replies"][node["question"]]
                chosen = next(option for option in node["options"] if option["id"] == reply)
                node = data["nodes"][chosen["next"]]
            assert (node["answer"], sorted(node["advice"])) == (vector["answer"], vector["advice"])


def outcomes(data: dict[str, Any], at: str, known: dict[str, str]) -> set[tuple[str, ...]]:
    """Every answer with its advice that a published guide may still give to known replies."""
    node = data["nodes"][at]
    if "answer" in node:
        return {(node["answer"], *sorted(node["advice"]))}
    options = {option["id"]: option["next"] for option in node["options"]}
    reply = known.get(node["question"])
    ways = [options[reply]] if reply in options else options.values()
    return {outcome for way in ways for outcome in outcomes(data, way, known)}


def test_known_replies_settle_the_answer_or_leave_a_question_that_is_not_known(
    files: dict[str, str],
) -> None:
    site = published(files)
    for guide in json.loads(site["guides/index.json"])["guides"]:
        data = json.loads(site[f"guides/zh/{guide}.json"])
        for vector in json.loads(site[f"guides/{guide}.vectors.json"])["restricted"]:
            left = outcomes(data, data["start"], vector["known"])
            if "answer" in vector:
                assert left == {(vector["answer"], *vector["advice"])}
            else:
                assert len(left) > 1
                assert vector["question"] not in vector["known"].keys() - vector.get("dropped", [])


def test_vectors_tell_each_known_reply_that_a_guide_does_not_offer(files: dict[str, str]) -> None:
    site = published(files)
    for guide in json.loads(site["guides/index.json"])["guides"]:
        nodes = json.loads(site[f"guides/zh/{guide}.json"])["nodes"].values()
        offered = {
            (node["question"], option["id"])
            for node in nodes
            if "question" in node
            for option in node["options"]
        }
        vectors = json.loads(site[f"guides/{guide}.vectors.json"])["restricted"]
        for vector in vectors:
            foreign = {pair[0] for pair in vector["known"].items() if pair not in offered}
            assert set(vector.get("dropped", [])) == foreign
        assert any("dropped" in vector for vector in vectors)


def test_raw_values_of_vectors_fall_into_the_option_that_stands_beside_them(
    shipped: Compiled, files: dict[str, str]
) -> None:
    assert shipped.project is not None
    seen = set()
    for guide, proved in shipped.guides.items():
        data = json.loads(files[f"site/guides/{guide}.vectors.json"])
        for vector in data["vectors"]:
            for question, raw in vector.get("raw", {}).items():
                variable = next(v for v in proved.logic.variables if v.question == question)
                today = shipped.project.as_of
                option = option_for(variable, raw, shipped.project.calendars, today)
                assert option == vector["replies"][question]
                seen.add((question, option))
    assert {("withdrawal-submitted", "inside"), ("withdrawal-submitted", "past")} <= seen
    assert {("withdrawal-amount", "lte-1000"), ("withdrawal-amount", "gt-1000")} <= seen


def test_rendering_twice_gives_the_same_files(shipped: Compiled, files: dict[str, str]) -> None:
    assert shipped.project is not None
    assert render(shipped.project, shipped.guides) == files


def test_no_text_for_agents_is_published(shipped: Compiled, files: dict[str, str]) -> None:
    assert shipped.project is not None
    notes = [
        line
        for note in shipped.project.agent_notes.values()
        for text in (note.notes.zh, note.notes.en)
        for line in text.splitlines()
        if len(line) > 12
    ]
    assert notes
    everything = "\n".join(files.values())
    assert [line for line in notes if line in everything] == []


def test_every_guide_and_locale_is_published(shipped: Compiled, files: dict[str, str]) -> None:
    assert shipped.project is not None
    for locale in shipped.project.editions:
        for guide in shipped.guides:
            assert f"site/guides/{locale}/{guide}.json" in files
