"""A YAML file as plain data, with the place of every key and value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.problems import Place

Data: TypeAlias = "str | list[Data] | dict[str, Data]"
Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file. All scalars are text, exactly as the author wrote them."""

    file: str
    """Path relative to the project's root."""
    data: Data
    values: Mapping[Path, Place]
    """Where the value at a path begins; `()` is the whole file."""
    keys: Mapping[Path, Place]
    """Where the key that leads to a path stands."""

    def place(self, path: Path = ()) -> Place:
        """The place of the value at `path`, or of its nearest ancestor that exists."""
        for length in range(len(path), -1, -1):
            if (found := self.values.get(path[:length])) is not None:
                return found
        return Place(self.file)

    def key_place(self, path: Path) -> Place:
        """The place of the key that leads to `path`, else of the value."""
        return self.keys.get(path) or self.place(path)
