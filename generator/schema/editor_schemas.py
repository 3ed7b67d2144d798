"""JSON Schemas for authors' editors, made from the models.

`python -m generator.schema.editor_schemas` writes them to `generator/schema/editor/`; a test holds
that they are current. Editors read `3` as a number and `2026-10-01` as text, we read all scalars as
text: a scalar in these schemas may be either.
"""

import json
from pathlib import Path
from typing import Any

from generator.schema.catalogue import KINDS
from generator.schema.conditions import OPERATORS
from generator.schema.rules import CONDITION, Journeys
from generator.schema.text import Authored

FOLDER = Path(__file__).parent / "editor"
_PLURAL = {
    kind.name: kind.plural for kind in KINDS if kind.collection and not kind.name.endswith("words")
}
_SCALAR: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_DESCRIPTION = "Several entries mean all of them."


def editor_schemas() -> dict[str, str]:
    """File name → JSON text, for each kind of authored file."""
    models: dict[str, type[Authored]] = {
        _PLURAL.get(kind.name, kind.name): kind.model for kind in KINDS
    }
    models["journeys"] = Journeys
    return {f"{name}.schema.json": _schema(model) for name, model in models.items()}


def _schema(model: type[Authored]) -> str:
    schema = _relaxed(model.model_json_schema())
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    if '"#/$defs/condition"' in json.dumps(schema):
        schema.setdefault("$defs", {})["condition"] = _condition()
    return json.dumps(schema, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _condition() -> dict[str, Any]:
    """A condition, written by hand: the models leave it to `conditions`."""
    again = {"$ref": "#/$defs/condition"}
    several = {"type": "array", "minItems": 1, "items": again}
    parameter = {
        "type": "object",
        "required": ["parameter"],
        "properties": {"parameter": {"type": "string"}},
        "additionalProperties": False,
    }
    bound = {"anyOf": [_SCALAR, parameter]}
    comparisons: dict[str, Any] = {
        name: {"type": "array", "minItems": 2, "maxItems": 2, "items": bound}
        if name == "between"
        else bound
        for name in OPERATORS
    }
    comparison = {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "properties": comparisons,
        "additionalProperties": False,
    }
    options = {"type": "array", "minItems": 1, "items": _SCALAR}
    return {
        "description": _DESCRIPTION,
        "type": "object",
        "minProperties": 1,
        "properties": {"all": several, "any": several, "not": again},
        "additionalProperties": {"anyOf": [_SCALAR, options, comparison]},
    }


def _relaxed(node: Any) -> Any:  # noqa: ANN401 - a JSON Schema is any JSON
    """The schema with scalars that an editor may read as text, number or truth value."""
    if isinstance(node, list):
        return [_relaxed(item) for item in node]
    if not isinstance(node, dict):
        return node
    if CONDITION in node:
        return {"$ref": "#/$defs/condition"}
    made = {key: _relaxed(value) for key, value in node.items() if key != "title"}
    if "title" in node and not isinstance(node["title"], str):
        made["title"] = _relaxed(node["title"])
    if made.get("type") in ("string", "number", "integer", "boolean") and "enum" not in made:
        made["type"] = _SCALAR["type"]
        made.pop("format", None)
    return made


def main() -> None:
    """Write the schemas."""
    for name, text in editor_schemas().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
