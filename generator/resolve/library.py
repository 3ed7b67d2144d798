"""What is wrong in articles, messages, drills, notices, chooser, toolkit, playbooks and macros."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from generator.problems import Place, Problem, Related, did_you_mean
from generator.resolve.toolkits import toolkit_problems
from generator.schema import LOCALES, Catalogue, Entry
from generator.schema.desk import Macro, Playbook
from generator.schema.entities import Question
from generator.schema.library import Article, Chooser, Drill, Notice

PLACEHOLDER = re.compile(r"\[\[([^\[\]]*)\]\]")
WHOLE_WEIGHT = 100
_REGION = "region"


def library_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """What is wrong in each entry by itself."""
    tables: tuple[tuple[Mapping[str, Entry[Any]], Callable[..., Iterator[Problem]]], ...] = (
        (catalogue.articles, _sections),
        (catalogue.playbooks, _sections),
        (catalogue.drills, _drill),
        (catalogue.macros, _placeholders),
    )
    for entries, problems_of in tables:
        for entry in entries.values():
            yield from problems_of(entry)
    for notice in catalogue.notices.values():
        yield from _notice(notice, catalogue.questions.get(_REGION))
    for chooser in catalogue.choosers.values():
        yield from _chooser(chooser, catalogue.questions)
    yield from toolkit_problems(catalogue)


def _sections(entry: Entry[Article] | Entry[Playbook]) -> Iterator[Problem]:
    names = [section.id for section in entry.model.sections]
    yield from _twice(entry, names, lambda index: ("sections", index, "id"))
    for index, section in enumerate(entry.model.sections):
        path = ("sections", index)
        if not (section.text or section.points or section.table or section.examples):
            yield Problem(
                code="S213",
                place=entry.place(*path),
                what=f'The section "{section.id}" holds nothing.',
                mend="Give it a text, points, a table or examples.",
            )
        if section.table is None:
            continue
        columns = [column.id for column in section.table.columns]
        at = (*path, "table", "columns")
        yield from _twice(entry, columns, lambda number, at=at: (*at, number, "id"))  # type: ignore[misc]
        for number, row in enumerate(section.table.rows):
            yield from _row(row, columns, entry.place(*path, "table", "rows", number))


def _row(row: Iterable[str], columns: list[str], place: Place) -> Iterator[Problem]:
    cells = set(row)
    lacking = [name for name in columns if name not in cells]
    strange = sorted(cells - set(columns))
    if lacking:
        yield Problem(
            code="R314",
            place=place,
            what=f"The row has no cell for {', '.join(lacking)}.",
            mend="Write a cell in every column; a dash says that there is nothing to say.",
        )
    for name in strange:
        yield Problem(
            code="R314",
            place=place,
            what=f'The table has no column "{name}".',
            mend=did_you_mean(name, columns) or "Add the column, or delete the cell.",
        )


def _twice(
    entry: Entry[Any], names: list[str], path: Callable[[int], tuple[str | int, ...]]
) -> Iterator[Problem]:
    for index, name in enumerate(names):
        if name in names[:index]:
            yield Problem(
                code="S215",
                place=entry.place(*path(index)),
                what=f'The id "{name}" stands twice.',
                mend="Give one of the two another id.",
                related=(Related(entry.place(*path(names.index(name))), "first"),),
            )


def _drill(entry: Entry[Drill]) -> Iterator[Problem]:
    for index, turn in enumerate(entry.model.turns):
        if len({choice.right for choice in turn.choices}) == 1:
            yield Problem(
                code="R316",
                place=entry.place("turns", index, "choices"),
                what="All choices are right, or all are wrong.",
                mend="Offer at least one right choice and one that is wrong.",
            )


def _placeholders(entry: Entry[Macro]) -> Iterator[Problem]:
    declared = list(entry.model.placeholders)
    for locale in LOCALES:
        used = PLACEHOLDER.findall(getattr(entry.model.text, locale))
        place = entry.place("text", locale)
        for name in dict.fromkeys(used):
            if name not in declared:
                mend = did_you_mean(name, declared) or "Declare it under `placeholders`."
                yield Problem(
                    code="R318", place=place, what=f"[[{name}]] is not declared.", mend=mend
                )
        for name in declared:
            if name not in used:
                yield Problem(
                    code="R318",
                    place=place,
                    what=f"[[{name}]] is declared, but does not stand in this text.",
                    mend="Use it in both languages, or delete it.",
                )


def _notice(entry: Entry[Notice], region: Entry[Question] | None) -> Iterator[Problem]:
    model = entry.model
    if model.last_day is not None and model.last_day < model.first_day:
        yield Problem(
            code="R319",
            place=entry.place("last_day"),
            what="The last day is before the first, so the notice is never shown.",
            mend="Exchange or correct the days.",
        )
    known = [option.id for option in region.model.options] if region else []
    for index, name in enumerate(model.regions):
        if name not in known:
            yield Problem(
                code="R301",
                place=entry.place("regions", index),
                what=f'The question "{_REGION}" has no option "{name}".',
                mend=did_you_mean(name, known) or "Name one of its options.",
            )


def _chooser(entry: Entry[Chooser], questions: Mapping[str, Entry[Question]]) -> Iterator[Problem]:
    model = entry.model
    total = sum(criterion.weight for criterion in model.criteria.values())
    if total != WHOLE_WEIGHT:
        yield Problem(
            code="R317",
            place=entry.place("criteria"),
            what=f"The weights add up to {total}.",
            mend=f"Let them add up to {WHOLE_WEIGHT}.",
        )
    for name, kind in model.kinds.items():
        if kind.marks.keys() != model.criteria.keys():
            yield Problem(
                code="R317",
                place=entry.place("kinds", name, "marks"),
                what=f'The kind "{name}" is not marked by the criteria.',
                mend=f"Give one mark for each of {', '.join(model.criteria)}.",
            )
    yield from _exclusions(entry, questions)


def _exclusions(
    entry: Entry[Chooser], questions: Mapping[str, Entry[Question]]
) -> Iterator[Problem]:
    names = [exclusion.id for exclusion in entry.model.exclusions]
    yield from _twice(entry, names, lambda index: ("exclusions", index, "id"))
    for index, exclusion in enumerate(entry.model.exclusions):
        for name, option in exclusion.when.items():
            question = questions.get(name)
            known = [each.id for each in question.model.options] if question else []
            if option not in known:
                yield Problem(
                    code="R301",
                    place=entry.place("exclusions", index, "when", name),
                    what=f"There is no reply {name}={option}.",
                    mend="Name a question and one of its options.",
                )
