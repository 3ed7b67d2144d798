"""What words of a query surely say to the guide of an issue.

Only authored words are taken: aliases of options, and messages with their replies. Questions that
guard a person's safety are never answered for them.
"""

from generator.resolve import Project
from generator.schema import Locale
from generator.search.index import Saying


def sayings(project: Project, locale: Locale) -> dict[str, tuple[Saying, ...]]:
    """For each issue the words that reply to a question of its guide."""
    edition = project.editions[locale]
    found: dict[str, tuple[Saying, ...]] = {}
    for name, issue in edition.issues.items():
        logic = project.guides[issue.guide]
        guarded = {logic.variables[at].question for at in logic.ask_first} | set(issue.replies)
        several = [
            Saying(question=question.id, option=option, words=text.aliases)
            for question in edition.guides[issue.guide].questions.values()
            for option, text in question.options.items()
            if text.aliases and question.id not in guarded
        ]
        for message in edition.library.messages.values():
            if message.issue == name:
                several += [
                    Saying(question=question, option=option, words=message.texts)
                    for question, option in message.replies.items()
                    if question not in guarded
                ]
        if several:
            found[name] = tuple(several)
    return found
