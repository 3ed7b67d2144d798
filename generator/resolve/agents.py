"""What only support agents may read, in one locale. No public renderer has use for these types."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.resolve.prose import Prose
from generator.resolve.reading import Section
from generator.resolve.shelving import sections
from generator.schema import Catalogue, Entry, Locale
from generator.schema.desk import Macro as AuthoredMacro
from generator.schema.desk import Playbook as AuthoredPlaybook
from generator.schema.desk import PlaybookKind
from generator.schema.entities import AgentNotes
from generator.schema.text import Line, Text

ToProse = Callable[[Line | Text], Prose]


@dataclass(frozen=True, slots=True, kw_only=True)
class Macro:
    """A reply to a customer; `[[placeholder]]` stands in its text as it was written."""

    id: str
    title: Prose
    use: Prose
    issues: tuple[str, ...]
    answers: tuple[str, ...]
    placeholders: Mapping[str, Prose]
    text: Prose
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """How a team works."""

    id: str
    kind: PlaybookKind
    order: int
    title: Prose
    summary: Prose
    sections: tuple[Section, ...]
    issues: tuple[str, ...]
    """Beside which the desk shows it."""
    sources: tuple[str, ...]
    owner: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentEdition:
    """All that agents read beyond the public edition of the same locale."""

    locale: Locale
    notes: Mapping[tuple[str, str], Prose] = field(default_factory=dict)
    """By (kind, id) of the public entry beside which a note stands."""
    macros: Mapping[str, Macro] = field(default_factory=dict)
    playbooks: Mapping[str, Playbook] = field(default_factory=dict)
    """By kind and order."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The desk's own words, as plain text."""


def agent_edition(
    catalogue: Catalogue,
    notes: Mapping[tuple[str, str], AgentNotes],
    locale: Locale,
    prose: ToProse,
) -> AgentEdition:
    """The agents' edition of a catalogue whose references are all known to hold."""
    playbooks = [_playbook(entry, prose) for entry in catalogue.playbooks.values()]
    return AgentEdition(
        locale=locale,
        notes={name: prose(note.notes) for name, note in notes.items()},
        macros={name: _macro(entry, prose) for name, entry in catalogue.macros.items()},
        playbooks={p.id: p for p in sorted(playbooks, key=lambda p: (p.kind, p.order, p.id))},
        words={
            key: str(getattr(entry.model, locale)) for key, entry in catalogue.desk_words.items()
        },
    )


def _macro(entry: Entry[AuthoredMacro], prose: ToProse) -> Macro:
    model = entry.model
    return Macro(
        id=model.id,
        title=prose(model.title),
        use=prose(model.use),
        issues=model.issues,
        answers=model.answers,
        placeholders={name: prose(line) for name, line in model.placeholders.items()},
        text=prose(model.text),
        owner=model.owner,
    )


def _playbook(entry: Entry[AuthoredPlaybook], prose: ToProse) -> Playbook:
    model = entry.model
    return Playbook(
        id=model.id,
        kind=model.kind,
        order=model.order,
        title=prose(model.title),
        summary=prose(model.summary),
        sections=sections(model.sections, prose),
        issues=model.issues,
        sources=model.sources,
        owner=model.owner,
    )
