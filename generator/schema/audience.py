"""Which parts of what authors write only support agents read: found by walking the models.

A field is for agents if it is marked `FOR_AGENTS`, if it holds `AgentNotes`, or if its kind is for
agents as a whole. Whoever adds such a field has nothing else to do: the leak proof finds it here.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from pydantic import BaseModel

from generator.schema.catalogue import Entry, Kind
from generator.schema.entities import AgentNotes
from generator.schema.text import FOR_AGENTS, Authored, Line, Text

Path: TypeAlias = tuple[str | int, ...]
Part: TypeAlias = Line | Text | str


def parts_for_agents(kind: Kind, entry: Entry[Authored]) -> Iterator[tuple[Path, Part]]:
    """Texts in both languages, and names, that only agents read, each with where it stands.

    Inside a kind for agents the id alone is a name, where each entry has a file: what else is no
    text names public things.
    """
    if not kind.agents:
        yield from _parts(entry.model, (), mine=False)
        return
    if not kind.collection:
        yield ("id",), entry.id
    for path, part in _parts(entry.model, (), mine=True):
        if not isinstance(part, str):
            yield path, part


def _parts(value: object, path: Path, *, mine: bool) -> Iterator[tuple[Path, Part]]:
    mine = mine or isinstance(value, AgentNotes)
    if mine and isinstance(value, Line | Text | str):
        yield path, value
    elif isinstance(value, BaseModel):
        for name, field in type(value).model_fields.items():
            own = mine or FOR_AGENTS in field.metadata
            yield from _parts(getattr(value, name), (*path, field.alias or name), mine=own)
    elif isinstance(value, Mapping):
        for key, each in value.items():
            if mine:
                yield (*path, key), key
            yield from _parts(each, (*path, key), mine=mine)
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from _parts(each, (*path, at), mine=mine)
