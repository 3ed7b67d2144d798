"""Which pages and guides readers may have to hide that they read: those of private topics."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.guide import Leaf
from generator.prove import Proved
from generator.render import addresses
from generator.render.traditional import published_locales
from generator.resolve import Project
from generator.resolve.entities import Edition
from generator.resolve.prose import Target
from generator.schema import LOCALES


@dataclass(frozen=True, slots=True, kw_only=True)
class Private:
    """What stays out of the pages kept for reading offline until a reader asks for it."""

    issues: frozenset[str]
    guides: frozenset[str]
    """Those that a private issue opens."""
    answers: frozenset[str]
    """Those that such a guide may give."""


def private(edition: Edition, guides: Mapping[str, Proved]) -> Private:
    """The issues of private topics, and where they lead. Rather too much than too little."""
    topics = {topic.id for topic in edition.topics.values() if topic.private}
    issues = [issue for issue in edition.issues.values() if issue.topic in topics]
    opened = {issue.guide for issue in issues} & guides.keys()
    leaves = (node for name in opened for node in guides[name].guide.nodes.values())
    return Private(
        issues=frozenset(issue.id for issue in issues),
        guides=frozenset(opened),
        answers=frozenset(leaf.answer for leaf in leaves if isinstance(leaf, Leaf)),
    )


def private_files(project: Project, guides: Mapping[str, Proved]) -> frozenset[str]:
    """Paths in the built site of everything private, in every locale that is published."""
    hidden = private(project.editions[LOCALES[0]], guides)
    targets = [Target("issue", name) for name in hidden.issues]
    targets += [Target("answer", name) for name in hidden.answers]
    by_locale = (
        path
        for locale in published_locales(project)
        for path in (
            *(f"{addresses.page(locale, target)}index.html" for target in targets),
            *(addresses.guide_file(locale, name) for name in hidden.guides),
            *(addresses.details_file(locale, name) for name in hidden.guides),
        )
    )
    return frozenset((*by_locale, *(addresses.leaves_file(name) for name in hidden.guides)))
