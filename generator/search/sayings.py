"""What words of a query surely say to the guide of an issue.

Only authored words are taken: aliases of options, and messages with their replies. Questions that
guard a person's safety are never answered for them, and what is denied is not said.
"""

from collections.abc import Mapping, Sequence

from generator.resolve import Project
from generator.schema import Locale
from generator.search.documents import guarded
from generator.search.fold import folded
from generator.search.index import Saying
from generator.search.lookup import Lookup
from generator.search.units import Unit, units_of

DENIALS = frozenset("不没非未无别") | {"not", "no", "without", "never", "isnt", "wasnt", "dont"}


def sayings(
    project: Project, locale: Locale, folds: Mapping[str, str]
) -> dict[str, tuple[Saying, ...]]:
    """For each issue the words that reply to a question of its guide."""

    def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(folded(word, folds) for word in words)

    edition = project.editions[locale]
    found: dict[str, tuple[Saying, ...]] = {}
    for name, issue in edition.issues.items():
        closed = guarded(project, issue)
        several = [
            Saying(question=question.id, option=option, words=_folded(text.aliases))
            for question in edition.guides[issue.guide].questions.values()
            for option, text in question.options.items()
            if text.aliases and question.id not in closed
        ]
        several += [
            Saying(question=question, option=option, words=_folded(message.texts))
            for message in edition.library.messages.values()
            if message.issue == name
            for question, option in message.replies.items()
            if question not in closed
        ]
        if several:
            found[name] = tuple(several)
    return found


def said(known: Lookup, issue: str, units: Sequence[Unit]) -> dict[str, str]:
    """Replies that a query gives to the guide of an issue; none to a question it answers twice."""
    replies: dict[str, set[str]] = {}
    for saying in known.index.sayings.get(issue, ()):
        if any(_says(word, units) for word in saying.words):
            replies.setdefault(saying.question, set()).add(saying.option)
    return {name: min(options) for name, options in replies.items() if len(options) == 1}


def _says(word: str, units: Sequence[Unit]) -> bool:
    wanted = [unit.text for unit in units_of(word)]
    for start in range(len(units) - len(wanted) + 1):
        here = units[start : start + len(wanted)]
        together = all(unit.glued for unit in here[1:])
        if together and [unit.text for unit in here] == wanted:
            return start == 0 or units[start - 1].text not in DENIALS
    return False
