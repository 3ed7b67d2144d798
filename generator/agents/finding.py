"""The agents' search: the public one's ranking over what agents read as well."""

from collections.abc import Iterator

from generator.render.contract.encode import published
from generator.render.modules import joined
from generator.render.player import TEMPLATES
from generator.render.search import index_json, snippets_json
from generator.resolve import Project
from generator.schema import LOCALES, Locale
from generator.search import index_of
from generator.search.documents import Document, documents

FOLDER = "find/"
MODULE = f"{FOLDER}find.js"
LEFT_OUT = ("term", "drill")
"""Kinds that have no page here."""


def index_file(locale: Locale) -> str:
    """The address of a locale's index."""
    return f"{FOLDER}{locale}.json"


def snippets_file(locale: Locale) -> str:
    """The address of the sentences below its hits."""
    return f"{FOLDER}{locale}.snippets.json"


def finding(project: Project) -> dict[str, str]:
    """The module, and for each locale its index and the sentences below hits."""
    files = {MODULE: joined(TEMPLATES / "agents" / "find.js")}
    for locale in LOCALES:
        shown = [each for each in documents(project, locale) if each.kind not in LEFT_OUT]
        index = index_of((*shown, *_own(project, locale)), project, locale)
        body = index_json(index)
        snippets = snippets_json(index, body["version"])
        files[index_file(locale)] = published({k: v for k, v in body.items() if k != "$schema"})
        files[snippets_file(locale)] = published(
            {key: value for key, value in snippets.items() if key != "$schema"}
        )
    return files


def _own(project: Project, locale: Locale) -> Iterator[Document]:
    edition, own = project.editions[locale], project.agents[locale]
    for name, guide in sorted(edition.guides.items()):
        yield Document(
            kind="guide", id=name, issue=None, title=guide.title.plain,
            snippet=guide.title.plain, fields={},
        )  # fmt: skip
    for name, playbook in sorted(own.playbooks.items()):
        headings = tuple(section.title.plain for section in playbook.sections)
        yield Document(
            kind="playbook", id=name, issue=None, title=playbook.title.plain,
            snippet=playbook.summary.plain, fields={"heading": headings},
        )  # fmt: skip
    for name, macro in sorted(own.macros.items()):
        yield Document(
            kind="macro", id=name, issue=None, title=macro.title.plain,
            snippet=macro.use.plain, fields={"alias": (macro.use.plain,)},
        )  # fmt: skip
