"""Entries that nobody mentions, and entries that only such entries mention: no reader sees them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.problems import Problem, Related
from generator.resolve.references import LINKABLE, Reference, table
from generator.schema import Catalogue, Entry
from generator.schema.text import Authored

HOME_GUIDE = "triage"
"""The guide that stands on the home page, which no issue needs to open."""
_REACHABLE = (
    "question", "answer", "advice", "channel", "parameter", "source", "topic", "guide",
)  # fmt: skip
_ROOTS = (
    "brand", "words", "desk-words", "issue", "calculator", "calendar", "article", "term", "message",
    "notice", "drill", "chooser", "toolkit", "playbook", "macro",
)  # fmt: skip
"""Kinds that are published as they are."""

Name = tuple[str, str]
"""Kind and id."""


def never_reached(catalogue: Catalogue, mentions: Iterable[Reference]) -> Iterator[Problem]:
    """Entries to which nothing leads that a reader can open, or an app can read."""
    tables = {kind: table(catalogue, kind) for kind in (*_REACHABLE, "issue")}
    users = _users(tables, mentions)
    reached = _reached(users)
    for kind in _REACHABLE:
        for name, entry in tables[kind].items():
            if (kind, name) not in reached and (kind, name) != ("guide", HOME_GUIDE):
                yield _problem(kind, entry, users.get((kind, name), []))


def _users(
    tables: Mapping[str, Mapping[str, Entry[Authored]]], mentions: Iterable[Reference]
) -> dict[Name, list[Reference]]:
    users: dict[Name, list[Reference]] = {}
    for mention in mentions:
        kinds = LINKABLE if mention.kind == "page" else (mention.kind,)
        for kind in kinds:
            if mention.id in tables.get(kind, ()):
                users.setdefault((kind, mention.id), []).append(mention)
    return users


def _reached(users: Mapping[Name, Sequence[Reference]]) -> set[Name]:
    leads: dict[str, set[Name]] = {}
    waiting = {f"guide:{HOME_GUIDE}"}
    for name, mentions in users.items():
        for mention in mentions:
            leads.setdefault(mention.by, set()).add(name)
            if mention.by.partition(":")[0] in _ROOTS:
                waiting.add(mention.by)
    reached: set[Name] = set()
    while waiting:
        for name in leads.get(waiting.pop(), set()) - reached:
            reached.add(name)
            waiting.add(":".join(name))
    return reached


def _problem(kind: str, entry: Entry[Authored], users: Sequence[Reference]) -> Problem:
    by = dict.fromkeys(" ".join(user.by.split(":")) for user in users)
    what = f'Nothing uses the {kind} "{entry.id}".'
    if by:
        what = f'No reader comes to the {kind} "{entry.id}": only {", ".join(by)} leads there.'
    elif kind == "guide":
        what = f'No issue opens the guide "{entry.id}", and no answer continues in it.'
    return Problem(
        code="R306",
        place=entry.place(),
        what=what,
        mend="Let what readers see lead there, or delete it." if by else "Use it or delete it.",
        related=tuple(Related(user.place, "mentioned here") for user in users),
    )
