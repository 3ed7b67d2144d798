"""An edition → what can be found in it: documents with fields of text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from generator.resolve import Logic, Project
from generator.resolve.entities import Edition, Issue, QuestionText
from generator.schema import EditionLocale

Field = Literal["title", "alias", "message", "symptom", "option", "heading"]
DocumentKind = Literal[
    "issue", "message", "answer", "article", "term", "topic", "channel", "drill",
    "guide", "playbook", "macro",
]  # fmt: skip
"""The last three stand in the agents' search alone."""
KINDS: tuple[DocumentKind, ...] = (
    "issue", "message", "answer", "article", "term", "topic", "channel", "drill",
)  # fmt: skip
"""In the order of their documents, which decides between equal scores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One thing that can be found."""

    kind: DocumentKind
    id: str
    issue: str | None
    """The issue whose guide goes on from there."""
    title: str
    snippet: str
    fields: Mapping[Field, tuple[str, ...]]
    replies: Mapping[str, str] = field(default_factory=dict)
    """What it says already to the guide of its issue."""


def documents(project: Project, locale: EditionLocale) -> tuple[Document, ...]:
    """Every document of a locale, in the order of `KINDS` and by id."""
    edition = project.editions[locale]
    found = [
        *_issues(edition, project.guides),
        *_answers(edition, _issue_of_answers(project, edition)),
        *_messages(project, edition),
        *_reading(edition),
        *_places(edition),
    ]
    return tuple(sorted(found, key=lambda each: (KINDS.index(each.kind), each.id)))


def _issues(edition: Edition, logics: Mapping[str, Logic]) -> Iterator[Document]:
    for name, issue in edition.issues.items():
        yield Document(
            kind="issue",
            id=name,
            issue=name,
            title=issue.title.plain,
            snippet=issue.summary.plain,
            fields={
                "alias": issue.aliases,
                "symptom": tuple(symptom.plain for symptom in issue.symptoms),
                "option": tuple(_asked(edition, logics[issue.guide], issue.replies)),
            },
        )


def _asked(edition: Edition, logic: Logic, known: Mapping[str, str]) -> Iterator[str]:
    """The questions of a guide that tell it from others, with their options."""
    asked = edition.guides[logic.guide].questions
    first = {logic.variables[index].question for index in logic.ask_first}
    for name, question in asked.items():
        if name not in first and name not in known:
            yield from _words_of(question)


def _words_of(question: QuestionText) -> Iterator[str]:
    yield question.text.plain
    for option in question.options.values():
        yield option.label.plain
        yield from option.aliases


def _issue_of_answers(project: Project, edition: Edition) -> dict[str, str]:
    """For each answer the issue whose guide gives it; the one named like the guide is preferred."""
    by_guide: dict[str, str] = {}
    for name, issue in edition.issues.items():
        if name == issue.guide or issue.guide not in by_guide:
            by_guide[issue.guide] = name
    owners: dict[str, str] = {}
    for guide, logic in project.guides.items():
        for rule in logic.rules:
            if guide in by_guide:
                owners.setdefault(rule.result, by_guide[guide])
    return owners


def _answers(edition: Edition, owners: Mapping[str, str]) -> Iterator[Document]:
    """Answers, but for those that only lead on to a guide: its issue is found itself."""
    for name, answer in edition.answers.items():
        if answer.continues and name not in owners:
            continue
        yield Document(
            kind="answer",
            id=name,
            issue=owners.get(name),
            title=answer.title.plain,
            snippet=answer.summary.plain,
            fields={"alias": answer.aliases},
        )


def guarded(project: Project, issue: Issue) -> set[str]:
    """Questions that no search answers: what a person's safety hangs on, and what is known."""
    logic = project.guides[issue.guide]
    return {logic.variables[at].question for at in logic.ask_first} | set(issue.replies)


def _messages(project: Project, edition: Edition) -> Iterator[Document]:
    for name, message in edition.library.messages.items():
        closed = guarded(project, edition.issues[message.issue])
        yield Document(
            kind="message",
            id=name,
            issue=message.issue,
            title=message.texts[0],
            snippet=message.meaning.plain,
            fields={"message": message.texts[1:]},
            replies={q: option for q, option in message.replies.items() if q not in closed},
        )


def _reading(edition: Edition) -> Iterator[Document]:
    library = edition.library
    for name, article in library.articles.items():
        yield Document(
            kind="article",
            id=name,
            issue=_first(article.issues),
            title=article.title.plain,
            snippet=article.summary.plain,
            fields={
                "alias": article.aliases,
                "heading": tuple(section.title.plain for section in article.sections),
            },
        )
    for name, term in library.terms.items():
        yield Document(
            kind="term",
            id=name,
            issue=_first(page for page in term.see if page in edition.issues),
            title=term.name.plain,
            snippet=term.meaning.plain,
            fields={"alias": (*term.also, *term.aliases)},
        )
    for name, drill in library.drills.items():
        yield Document(
            kind="drill",
            id=name,
            issue=_first(drill.issues),
            title=drill.title.plain,
            snippet=drill.summary.plain,
            fields={"alias": drill.aliases},
        )


def _places(edition: Edition) -> Iterator[Document]:
    for name, topic in edition.topics.items():
        yield Document(
            kind="topic",
            id=name,
            issue=None,
            title=topic.title.plain,
            snippet=topic.summary.plain,
            fields={},
        )
    for name, channel in edition.channels.items():
        yield Document(
            kind="channel",
            id=name,
            issue=None,
            title=channel.name.plain,
            snippet=channel.reach.plain,
            fields={"alias": (*channel.aliases, channel.phone or "")},
        )


def _first(names: Iterable[str]) -> str | None:
    return next(iter(names), None)
