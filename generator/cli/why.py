"""Why replies lead to their answer, and the smallest change that leads to any other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import click

from generator.guide import Change, Leaf, deciding_replies, leaf_for, nearest_changes
from generator.pipeline import Compiled
from generator.prove import Proved
from generator.prove.journeys import options_of
from generator.resolve.entities import Edition
from generator.schema import Locale

NEEDED = ("why-answer", "why-rules", "why-replies", "why-others", "why-whatever")
"""Keys of `content/words.yml` that are read here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Everything there is to say about one set of replies."""

    leaf: Leaf
    decided_by: Mapping[str, str]
    """The fewest replies that alone lead to the answer."""
    changes: Mapping[str, Change]
    """For each other answer the smallest change that leads there, nearest first."""


def reasons(proved: Proved, options: Mapping[str, str]) -> Reasons | None:
    """Why, and what else; None where the replies stop at a question."""
    leaf = leaf_for(proved.guide, options)
    if leaf is None:
        return None
    changes = nearest_changes(proved.guide, options)
    nearest = sorted(changes.items(), key=lambda item: (item[1].size, item[0]))
    return Reasons(
        leaf=leaf,
        decided_by=deciding_replies(proved.guide, options),
        changes={answer: change for answer, change in nearest if answer != leaf.answer},
    )


def reasons_for(
    compiled: Compiled, guide: str, replies: Mapping[str, str], today: date
) -> Reasons | None:
    """The same for replies as people give them, amounts and dates included. Raises `Astray`."""
    assert compiled.project is not None
    proved = compiled.guides[guide]
    return reasons(proved, options_of(compiled.project, proved.logic, replies, today))


def tell(found: Reasons, edition: Edition, guide: str) -> None:
    """All reasons in a locale's words."""
    words, text = edition.words, edition.guides[guide]

    def replied(replies: Mapping[str, str]) -> str:
        return "; ".join(
            f"{text.questions[question].text.plain} → "
            f"{text.questions[question].options[option].label.plain}"
            for question, option in replies.items()
        )

    _heading(f"{words['why-answer']} {edition.answers[found.leaf.answer].title.plain}")
    click.echo(f"  {found.leaf.answer}")
    _heading(words["why-rules"])
    for name in found.leaf.because:
        rule = text.rules[name]
        sources = "; ".join(edition.sources[source].title.plain for source in rule.sources)
        click.echo(f"  {name}: {rule.because.plain} ({sources})")
    _heading(words["why-replies"])
    click.echo(f"  {replied(found.decided_by) or words['why-whatever']}")
    _heading(words["why-others"])
    for answer, change in found.changes.items():
        click.echo(f"  {edition.answers[answer].title.plain} ({answer})")
        click.secho(f"      {replied({**change.changed, **change.asked})}", dim=True)


def as_data(found: Reasons, edition: Edition, guide: str) -> dict[str, object]:
    """The same for programs, by ids."""
    rules = edition.guides[guide].rules
    return {
        "answer": found.leaf.answer,
        "advice": list(found.leaf.advice),
        "because": [
            {"rule": name, "because": rules[name].because.plain, "sources": rules[name].sources}
            for name in found.leaf.because
        ],
        "decided_by": dict(found.decided_by),
        "changes": {
            answer: {"changed": dict(change.changed), "asked": dict(change.asked)}
            for answer, change in found.changes.items()
        },
    }


def askable(compiled: Compiled, guide: str) -> list[str]:
    """The questions of a guide, and those whose amounts its calculators need."""
    assert compiled.project is not None
    variables = compiled.guides[guide].logic.variables
    calculators = [compiled.project.calculators.get(v.calculator or "") for v in variables]
    inputs = (question for each in calculators if each for question in each.inputs)
    return list(dict.fromkeys((*(variable.question for variable in variables), *inputs)))


def edition_of(compiled: Compiled, locale: Locale) -> Edition:
    """The edition of a project that is known to be good."""
    assert compiled.project is not None
    return compiled.project.editions[locale]


def _heading(text: str) -> None:
    click.secho(f"\n{text}", bold=True)
