"""What the desk knows, as plain data: the published guides, and what only agents read."""

from collections.abc import Iterable, Iterator, Mapping

from generator.desk.places import TRANSCRIPT_SCHEMA, data_file, desk
from generator.desk.relevance import relevance
from generator.desk.words import SHARED
from generator.prove import Proved
from generator.render.addresses import relative
from generator.render.contract.calendars import calendars_json
from generator.render.contract.encode import Encoder, Json, without_none
from generator.render.contract.guides import whole_guide
from generator.render.search import index_json
from generator.resolve import Project
from generator.resolve.agents import Macro, Playbook
from generator.resolve.prose import Prose
from generator.resolve.reading import Section
from generator.schema import Locale
from generator.search import search_index


def desk_json(project: Project, locale: Locale) -> dict[str, Json]:
    """Words, issues, relevance, notes, macros and playbooks; links as seen from the desk's page."""
    edition, own = project.editions[locale], project.agents[locale]
    encode = Encoder(edition, desk(locale))
    notes: dict[str, dict[str, Json]] = {}
    for (kind, name), note in own.notes.items():
        notes.setdefault(kind, {})[name] = encode.text(note)
    return {
        "locale": locale,
        "as_of": project.as_of.isoformat(),
        "transcript_schema": relative(TRANSCRIPT_SCHEMA, data_file(locale)),
        "words": {**{key: edition.words[key] for key in SHARED}, **own.words},
        "issues": {
            name: {
                "title": issue.title.plain,
                "guide": issue.guide,
                "replies": dict(issue.replies),
            }
            for name, issue in edition.issues.items()
        },
        "relevance": {name: relevance(logic) for name, logic in project.guides.items()},
        "notes": notes,
        "macros": [_macro(project, macro) for macro in own.macros.values()],
        "playbooks": [_playbook(encode, playbook) for playbook in own.playbooks.values()],
    }


def guides_json(project: Project, guides: Mapping[str, Proved], locale: Locale) -> dict[str, Json]:
    """Every guide whole, with the version in which it is published, and the calendars."""
    return {
        "guides": {name: whole_guide(project, proved, locale) for name, proved in guides.items()},
        "calendars": calendars_json(project)["calendars"],
    }


def search_json(project: Project, locale: Locale) -> dict[str, Json]:
    """The index of the public search."""
    return index_json(search_index(project, locale))


def _macro(project: Project, macro: Macro) -> Json:
    texts: dict[str, Json] = {
        locale: _message(agents.macros[macro.id].text) for locale, agents in project.agents.items()
    }
    return {
        "id": macro.id,
        "title": macro.title.plain,
        "use": macro.use.plain,
        "issues": list(macro.issues),
        "answers": list(macro.answers),
        "placeholders": {name: label.plain for name, label in macro.placeholders.items()},
        "text": texts,
    }


def _message(text: Prose) -> str:
    """As it is sent: no markup, a blank line between paragraphs."""
    return "\n\n".join(block.plain for block in text.blocks)


def _playbook(encode: Encoder, playbook: Playbook) -> Json:
    return {
        "id": playbook.id,
        "kind": playbook.kind,
        "title": playbook.title.plain,
        "summary": playbook.summary.plain,
        "issues": list(playbook.issues),
        "sections": list(_sections(encode, playbook.sections)),
    }


def _sections(encode: Encoder, sections: Iterable[Section]) -> Iterator[Json]:
    for section in sections:
        table = section.table
        yield without_none(
            {
                "id": section.id,
                "title": section.title.plain,
                "text": encode.text(section.text) if section.text else None,
                "points": encode.texts(section.points),
                "table": {
                    "titles": encode.texts(table.titles),
                    "rows": [encode.texts(row) for row in table.rows],
                }
                if table
                else None,
            }
        )
