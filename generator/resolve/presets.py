"""Replies that an issue or message presumes, and amounts of examples: whether they fit."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.problems import Place, Problem
from generator.resolve.calculation import Calculator, FeeCalculator
from generator.resolve.logic import Logic
from generator.schema import Catalogue, Entry
from generator.schema.desk import Playbook
from generator.schema.library import Article, Examples
from generator.schema.text import FIGURE


def preset_replies(catalogue: Catalogue, logics: Mapping[str, Logic]) -> Iterator[Problem]:
    """Replies that an issue, a message or a jump presumes, and that the guide does not know."""
    for issue in catalogue.issues.values():
        logic = logics.get(issue.model.guide.id)
        if logic is not None:
            yield from _unknown_replies(
                issue, ("guide", "replies"), issue.model.guide.replies, logic
            )
    for answer in catalogue.answers.values():
        jump = answer.model.continues
        logic = logics.get(jump.guide) if jump else None
        if jump and logic is not None:
            yield from _unknown_replies(answer, ("continue", "replies"), jump.replies, logic)
    for message in catalogue.messages.values():
        known = catalogue.issues.get(message.model.issue)
        logic = logics.get(known.model.guide.id) if known else None
        if logic is not None:
            yield from _unknown_replies(message, ("replies",), message.model.replies, logic)


def example_problems(
    catalogue: Catalogue, calculators: Mapping[str, Calculator]
) -> Iterator[Problem]:
    """Examples that their calculator cannot reckon."""
    for entry, path, examples in _examples(catalogue):
        calculator = calculators.get(examples.calculator)
        if calculator is None:
            continue
        if not isinstance(calculator, FeeCalculator):
            yield _misfit(entry.place(*path, "calculator"), f'"{calculator.id}" reckons no amount.')
            continue
        for number, case in enumerate(examples.cases):
            yield from _case(case, calculator, entry.place(*path, "cases", number))


def _examples(
    catalogue: Catalogue,
) -> Iterator[tuple[Entry[Any], tuple[str | int, ...], Examples]]:
    """All examples, each with its entry and the path to it."""
    entries: tuple[Entry[Article] | Entry[Playbook], ...] = (
        *catalogue.articles.values(), *catalogue.playbooks.values(),
    )  # fmt: skip
    for entry in entries:
        for index, section in enumerate(entry.model.sections):
            if section.examples:
                yield entry, ("sections", index, "examples"), section.examples
    for toolkit in catalogue.toolkits.values():
        yield toolkit, ("fee",), toolkit.model.fee


def _case(case: Mapping[str, str], calculator: FeeCalculator, place: Place) -> Iterator[Problem]:
    needed = set(calculator.inputs)
    if case.keys() != needed:
        named = ", ".join(f"`{name}`" for name in calculator.inputs)
        yield _misfit(place, f'"{calculator.id}" needs an amount for each of {named}.')
        return
    for name, value in case.items():
        if not re.fullmatch(FIGURE, value) or Decimal(value) < 0:
            yield _misfit(place, f'"{value}" is no amount for `{name}`.')


def _misfit(place: Place, what: str) -> Problem:
    return Problem(
        code="R315",
        place=place,
        what=what,
        mend="Name a calculator of kind `fee`, and in each case an amount for every question.",
    )


def _unknown_replies(
    entry: Entry[Any], path: tuple[str, ...], replies: Mapping[str, str], logic: Logic
) -> Iterator[Problem]:
    for question, option in replies.items():
        index = logic.index(question)
        if index is None or option not in logic.variables[index].options:
            yield Problem(
                code="R301",
                place=entry.place(*path, question),
                what=f'The guide "{logic.guide}" has no reply {question}={option}.',
                mend="Name a question and an option of that guide.",
            )
