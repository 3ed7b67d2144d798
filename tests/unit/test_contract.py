"""The published JSON: valid, complete, the same each time, and without agents' words."""

import base64
import gzip
import hashlib
import json
import re
import statistics
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from generator.pipeline import Compiled
from generator.render import render
from generator.resolve import resolve
from generator.resolve.raw_replies import option_for
from generator.schema import load
from generator.source import Source, read_yaml
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def files(shipped_files: Mapping[str, str]) -> dict[str, str]:
    return dict(shipped_files)


def published(files: dict[str, str]) -> dict[str, str]:
    return {p.removeprefix("site/"): t for p, t in files.items() if p.startswith("site/")}


def validator(site: dict[str, str], name: str) -> Draft202012Validator:
    """A schema of the site, which may name others beside it."""
    schemas = {
        Path(path).name: Resource.from_contents(json.loads(text))
        for path, text in site.items()
        if path.startswith("schemas/")
    }
    registry: Registry[Any] = Registry().with_resources(schemas.items())
    schema = schemas[name].contents
    return Draft202012Validator(schema, registry=registry, format_checker=FormatChecker())


def faults(site: dict[str, str], path: str, data: Any) -> list[str]:
    """What is wrong with data published at an address, by the schema that it names."""
    schema = "/".join(_resolved((Path("/") / path).parent / data["$schema"]))
    folder, _, name = schema.rpartition("/")
    assert folder == "schemas"
    return [f"{e.json_path}: {e.message}" for e in validator(site, name).iter_errors(data)]


def test_every_json_file_is_valid_against_the_schema_that_it_names(files: dict[str, str]) -> None:
    site = published(files)
    checked = set()
    for path, text in site.items():
        # The package of the player is npm's, not ours.
        if not path.endswith(".json") or path == "player/package/package.json":
            continue
        data = json.loads(text)
        if path.startswith("schemas/"):
            Draft202012Validator.check_schema(data)
            continue
        assert faults(site, path, data) == [], path
        checked.add(Path(data["$schema"]).name)
    # Events are told in a browser, and the switch is added to the finished site: both are tested there.
    schemas = {Path(path).name for path in site if path.startswith("schemas/")}
    assert checked == schemas - {"events.schema.json", "offline.schema.json"}


def test_a_schema_passes_over_keys_that_it_does_not_know(files: dict[str, str]) -> None:
    site = published(files)
    for path in ("guides/index.json", "guides/codes.json", "guides/zh/triage.json"):
        assert faults(site, path, with_unknown_keys(json.loads(site[path]))) == [], path


def with_unknown_keys(data: Any) -> Any:
    """As a later version of the contract may write it; maps whose keys are ids stay as they are."""
    if isinstance(data, list):
        return [with_unknown_keys(each) for each in data]
    if not isinstance(data, dict):
        return data
    filled = {key: with_unknown_keys(value) for key, value in data.items()}
    fixed = {"schema_version", "id", "label", "blocks", "question", "answer", "integrity", "family"}
    return {**filled, "x-later": {"of": 1}} if fixed & data.keys() else filled


def test_each_file_of_the_player_is_listed_with_its_hashes(files: dict[str, str]) -> None:
    site = published(files)
    listed = json.loads(site["player/files.json"])["files"]
    there = {path.removeprefix("player/") for path in site if path.startswith("player/")}
    assert listed.keys() == {n for n in there if "/" not in n} - {"files.json"}
    for name, facts in listed.items():
        assert facts["integrity"] == sri(site[f"player/{name}"])


def sri(text: str) -> str:
    digest = hashlib.sha384(text.encode()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"


def test_a_bundle_holds_what_its_locale_s_files_hold(files: dict[str, str]) -> None:
    site = published(files)
    index = json.loads(site["guides/index.json"])
    for locale, facts in index["bundles"].items():
        text = site[f"guides/{facts['url']}"]
        bundle = json.loads(text)
        assert (facts["integrity"], facts["version"]) == (sri(text), bundle["version"])
        assert bundle["guides"].keys() == index["guides"].keys()
        for guide, data in bundle["guides"].items():
            brief = json.loads(site[f"guides/{locale}/{guide}.json"])
            assert {**data, "details": brief["details"]} == whole(site, locale, guide)
        assert bundle["calendars"] == json.loads(site["guides/calendars.json"])
        assert bundle["codes"] == json.loads(site["guides/codes.json"])
        assert bundle["words"] == json.loads(site[f"player/words.{locale}.json"])


def whole(site: dict[str, str], locale: str, guide: str) -> Any:
    """A guide made whole, as its contract says."""
    brief = json.loads(site[f"guides/{locale}/{guide}.json"])
    details = json.loads(site[f"guides/{locale}/{brief['details']}"])
    assert (details["guide"], details["version"]) == (brief["id"], brief["version"])
    return {**brief, "answers": details["answers"], "rules": details["rules"]}


def each_guide(site: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Locale and id of every guide."""
    for guide, entry in json.loads(site["guides/index.json"])["guides"].items():
        yield from ((locale, guide) for locale in entry["locales"])


def test_a_guide_holds_of_each_answer_its_title_its_summary_and_its_page(
    files: dict[str, str],
) -> None:
    site = published(files)
    for locale, guide in each_guide(site):
        brief, full = json.loads(site[f"guides/{locale}/{guide}.json"]), whole(site, locale, guide)
        assert "rules" not in brief
        assert brief["answers"].keys() == full["answers"].keys()
        for name, answer in brief["answers"].items():
            assert answer == {
                "title": full["answers"][name]["title"],
                "summary": full["answers"][name]["summary"],
                "url": f"../../{locale}/answers/{name}/",
            }


def test_whole_guides_are_valid_and_those_of_mixed_parts_are_not(files: dict[str, str]) -> None:
    site = published(files)
    brief, full = json.loads(site["guides/zh/triage.json"]), whole(site, "zh", "triage")
    checked = validator(site, "guide.schema.json")
    assert checked.is_valid(brief)
    assert checked.is_valid(full)
    assert checked.is_valid({key: value for key, value in full.items() if key != "details"})
    assert not checked.is_valid({**brief, "rules": full["rules"]})
    assert not checked.is_valid({**brief, "answers": full["answers"]})
    assert not checked.is_valid({key: value for key, value in brief.items() if key != "details"})


def test_in_every_locale_half_of_all_guides_weigh_at_most_8_kb(files: dict[str, str]) -> None:
    site = published(files)
    weights: dict[str, list[int]] = {}
    for locale, guide in each_guide(site):
        content = site[f"guides/{locale}/{guide}.json"].encode()
        weights.setdefault(locale, []).append(len(gzip.compress(content, 9)))
    assert weights.keys() == {"zh", "en", "zh-Hant"}
    assert max(statistics.median(each) for each in weights.values()) <= 8_000


def test_the_index_lists_every_file_beside_it(files: dict[str, str]) -> None:
    site = published(files)
    index = json.loads(site["guides/index.json"])
    for name, facts in index["files"].items():
        assert facts["integrity"] == sri(site[f"guides/{name}"])
    beside = {p.removeprefix("guides/") for p in site if p.startswith("guides/")}
    beside = {name for name in beside if "/" not in name} - {"index.json"}
    bundles = {entry["url"] for entry in index["bundles"].values()}
    vectors = {entry["vectors"] for entry in index["guides"].values()}
    assert beside == index["files"].keys() | bundles | vectors


def texts(data: Any) -> Iterator[dict[str, Any]]:
    """Every text of a guide, as blocks with its plain twin."""
    if isinstance(data, dict):
        if "blocks" in data:
            yield data
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


def said_by(block: dict[str, Any]) -> str:
    """The text of a paragraph, or of a list with its numbers."""
    lines = ["".join(run["t"] for run in line) for line in block.get("items", [block.get("runs")])]
    if block.get("list") == "ordered":
        lines = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    return "".join(lines)


def bare(text: str) -> str:
    """Without what stands between blocks."""
    return re.sub(r"[\s·-]", "", text)


def test_plain_twins_alone_say_all_that_a_guide_says(files: dict[str, str]) -> None:
    site = published(files)
    for path in (path for path in site if re.match(r"guides/(zh|en)/", path)):
        found = list(texts(json.loads(site[path])))
        assert len(found) > 50
        for text in found:
            said = "".join(said_by(block) for block in text["blocks"])
            assert bare(said) == bare(text["plain"])


def test_an_error_code_opens_a_guide_that_offers_its_replies(files: dict[str, str]) -> None:
    site = published(files)
    codes = json.loads(site["guides/codes.json"])["codes"]
    index = json.loads(site["guides/index.json"])
    assert len(codes) > 40
    for code in codes.values():
        assert index["issues"][code["issue"]]["guide"] == code["guide"]
        nodes = json.loads(site[f"guides/zh/{code['guide']}.json"])["nodes"].values()
        asked = {node["question"]: node for node in nodes if "question" in node}
        for question, option in code["replies"].items():
            assert option in [each["id"] for each in asked[question]["options"]]
        for what, question in code["takes"].items():
            assert asked[question]["kind"] == {"amount": "number", "date": "date"}[what]
            assert question not in code["replies"]
    assert {what for code in codes.values() for what in code["takes"]} == {"amount", "date"}


def test_figures_that_only_agents_read_of_are_not_published(
    shipped: Compiled, files: dict[str, str]
) -> None:
    assert shipped.project is not None
    named = json.loads(published(files)["guides/parameters.json"])["parameters"].keys()
    everywhere = next(iter(shipped.project.editions.values())).parameters.keys()
    assert named == shipped.project.figures
    assert named < everywhere


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
            details = site[f"guides/{found['details']['url']}"].encode()
            for facts, described in ((found, content), (found["details"], details)):
                assert facts["bytes"] == len(described)
                assert facts["sha256"] == hashlib.sha256(described).hexdigest()
                assert facts["version"] == json.loads(described)["version"]
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


def test_every_guide_and_locale_is_published(shipped: Compiled, files: dict[str, str]) -> None:
    assert shipped.project is not None
    for locale in shipped.project.editions:
        for guide in shipped.guides:
            assert f"site/guides/{locale}/{guide}.json" in files
            assert f"site/guides/{locale}/{guide}.details.json" in files
