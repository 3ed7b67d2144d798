"""What may stand nowhere in the public site: every text and name that only agents read."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.problems import Place
from generator.resolve.prose import ListBlock, Prose, Run
from generator.schema import Catalogue, Locale, parts_for_agents
from generator.schema.text import Line, Text

ToProse = Mapping[Locale, Callable[[Line | Text], Prose]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentsOnly:
    """A text in all its forms, or a name, and where its author wrote it."""

    place: Place
    texts: Mapping[Locale, tuple[str, ...]]
    """The whole text, and each stretch of it between two marks of markup; empty for a name."""
    name: str | None = None
    """An id."""


def agents_only(catalogue: Catalogue, prose: ToProse) -> Iterator[AgentsOnly]:
    """Everything for agents in a catalogue whose references are all known to hold."""
    for kind, entry in catalogue.entries():
        for path, part in parts_for_agents(kind, entry):
            if isinstance(part, str):
                yield AgentsOnly(place=entry.place(), texts={}, name=part)
            else:
                texts = {locale: _forms(fill(part)) for locale, fill in prose.items()}
                yield AgentsOnly(place=entry.place(*path), texts=texts)


def _forms(prose: Prose) -> tuple[str, ...]:
    lines = ("".join(run.text for run in line) for line in _lines(prose))
    runs = (run.text for line in _lines(prose) for run in line)
    return tuple(dict.fromkeys(("\n".join(lines), *runs)))


def _lines(prose: Prose) -> Iterator[tuple[Run, ...]]:
    for block in prose.blocks:
        yield from block.items if isinstance(block, ListBlock) else (block.runs,)
