"""What authors' editors are told about each kind of file."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.schema.editor_schemas import FOLDER, editor_schemas
from tests.conftest import ROOT

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


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: no dates, and `yes` and `no` are words."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern) for tag, pattern in found if "timestamp" not in tag and "bool" not in tag
    ]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
