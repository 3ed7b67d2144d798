"""What authors' editors are told about each kind of file."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.schema import KINDS
from generator.schema.editor_schemas import FOLDER, editor_schemas
from tests.conftest import ROOT
from tests.golden.cases import good_project

START = "# yaml-language-server: $schema="
FILES = sorted(
    path
    for folder in ("content", "rules", "tests/journeys")
    for path in (ROOT / folder).rglob("*.yml")
)


def test_the_committed_schemas_are_those_of_the_models() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    assert committed == editor_schemas(), "run `python -m generator.schema.editor_schemas`"


def test_every_schema_is_a_schema() -> None:
    for text in editor_schemas().values():
        Draft202012Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_an_editor_accepts_the_file_by_the_schema_that_its_first_line_names(path: Path) -> None:
    first, _, _ = path.read_text(encoding="utf-8").partition("\n")
    assert first.startswith(START)
    schema = (path.parent / first.removeprefix(START)).resolve()
    assert schema.parent == FOLDER
    # An editor's YAML turns bare dates into dates; JSON has none, so they come as text again.
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=_EditorLoader)  # noqa: S506
    errors = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8"))).iter_errors(data)
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def marks(kind: str, text: str) -> list[str]:
    """What an editor marks in a file of a kind."""
    schema = json.loads((FOLDER / f"{kind}.schema.json").read_text(encoding="utf-8"))
    data = yaml.load(text, Loader=_EditorLoader)  # noqa: S506
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("name", sorted(good_project()))
def test_an_editor_accepts_every_kind_of_file_of_the_good_project(name: str) -> None:
    (kind,) = (kind for kind in KINDS if name.startswith(kind.location))
    assert marks(PLURAL.get(kind.name, kind.name), good_project()[name]) == []


PLURAL = {"parameter": "parameters", "source": "sources"}
GUIDE = good_project()["rules/payout.yml"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("because:", "becuase:"),
        ("id: payout", "id: Pay_out"),
        ("id: payout", "id: payout\nhit_policy: frist"),
        ("title: {zh: 提现没到, en: A payout is late}", "title: {zh: 提现没到}"),
        ("when: {sent-on: past}", "when: {any: []}"),
        ("when: {sent-on: past}", "when: {all: {sent-on: past}}"),
        ("when: {sent-on: past}", "when: {sent-on: {not: past}}"),
        ("{gt: {parameter: allowance}}", "{above: 100}"),
        ("{gt: {parameter: allowance}}", "{between: [100]}"),
        ("{gt: {parameter: allowance}}", "{gt: 100, lt: 200}"),
    ],
)
def test_an_editor_marks_a_slip(old: str, new: str) -> None:
    assert old in GUIDE
    assert marks("guide", GUIDE.replace(old, new, 1))


@pytest.mark.parametrize(
    "condition",
    [
        "{sent-on: yes}",
        "{sent-on: [yes, no]}",
        "{overdue: true}",
        "{amount: {gt: 100}}",
        "{amount: {between: [0.5, {parameter: allowance}]}}",
        "{not: {any: [{a: b}, {all: [{c: 1}, {d: [e, f]}]}]}, g: h}",
    ],
)
def test_an_editor_accepts_conditions_of_every_form(condition: str) -> None:
    assert marks("guide", GUIDE.replace("{sent-on: past}", condition, 1)) == []


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, and `yes` and `no` are words."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in found if "timestamp" not in tag and "bool" not in tag
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
