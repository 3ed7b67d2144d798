"""A new rule for a guide that is there."""

from collections.abc import Mapping
from dataclasses import dataclass

import click

from generator.cli.new import skeletons
from generator.cli.new.desk import Desk, commonest, known, near, well_formed
from generator.cli.new.insertion import NoPlace, inserted
from generator.cli.new.told import change
from generator.diagram import Diagrams, diagram
from generator.resolve import Logic
from generator.resolve.logic import NumberBand
from generator.schema import GuideEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """Where a rule goes and what it says."""

    guide: str
    answer: str
    when: tuple[str, ...]
    """As the author gave it: `question=option,option`."""
    before: str | None


def add_rule(desk: Desk, name: str, placing: Placing) -> None:
    """Put a rule into its guide's file. Raises `UsageError` where it cannot be."""
    entry = desk.catalogue.guides[placing.guide]
    ids = _free(entry, name)
    when = dict(_condition(entry, part) for part in placing.when) or _example(desk, entry)
    source = commonest(
        (source for each in entry.model.rules for source in each.sources), desk.catalogue.sources
    )

    def text_of(indent: int) -> str:
        return skeletons.rule(
            name, when, placing.answer, known(desk, "source", source or ""), indent=indent
        )

    file = entry.document.file
    old = (desk.root / file).read_bytes().decode()
    try:
        new = inserted(entry.document, old, text_of, before=_index(ids, placing.before))
    except NoPlace as error:
        raise click.UsageError(
            f"Nothing was written, for in {file} {error}. Put this where it belongs:\n{text_of(2)}"
        ) from None
    then = "" if placing.when else "Its condition is a mere example: write the one that you mean. "
    then += f"Add a journey that leads there to tests/journeys/{placing.guide}.yml."
    where = f"above {placing.before}" if placing.before else "as the last of its rules"
    change(desk, file, (old, new), told=f'Wrote the rule "{name}" in {file}, {where}.', then=then)


def _free(entry: GuideEntry, name: str) -> list[str]:
    """The ids of the guide's rules, if a new one may be called so."""
    well_formed(name)
    model = entry.model
    rules = [rule.id for rule in model.rules]
    if name in {*rules, *(rule.id for rule in model.advice), "otherwise"}:
        raise click.UsageError(f'The id "{name}" is taken already in the guide "{entry.id}".')
    return rules


def _index(ids: list[str], before: str | None) -> int:
    if before is None:
        return len(ids)
    if before not in ids:
        raise click.UsageError(f'No rule of this guide is called "{before}". {near(before, ids)}')
    return ids.index(before)


def _condition(entry: GuideEntry, part: str) -> tuple[str, list[str]]:
    question, _, options = part.partition("=")
    asked = [each.id for each in entry.model.questions]
    if question not in asked:
        raise click.UsageError(
            f'The guide "{entry.id}" asks no question "{question}". {near(question, asked)}'
        )
    if not all(options.split(",")):
        raise click.UsageError(f'"{part}" is not of the form QUESTION=OPTION or QUESTION=A,B.')
    return question, options.split(",")


def _example(desk: Desk, entry: GuideEntry) -> Mapping[str, list[str]]:
    """A condition: the first option that the rules leave open, else the first option of all."""
    logic = desk.project.guides.get(entry.id) if desk.project else None
    if logic is None:
        raise click.UsageError(
            f'The guide "{entry.id}" does not load as it is, so no example of a condition can be '
            "found: give one by --when."
        )
    diagrams, _ = diagram(logic)
    pairs = [
        (index, option)
        for index, variable in enumerate(logic.variables)
        for option, band in enumerate(variable.bands)
        if not isinstance(band, NumberBand)
    ]
    if not pairs:
        raise click.UsageError("This guide has no options to name: give a condition by --when.")
    left = (pair for pair in pairs if diagrams and _leaves(diagrams, *pair, logic))
    index, option = next(left, pairs[0])
    return {logic.variables[index].question: [logic.variables[index].options[option]]}


def _leaves(diagrams: Diagrams, variable: int, option: int, logic: Logic) -> bool:
    """Whether the rules, but for `otherwise`, leave something over where this is replied."""
    graph = diagrams.graph
    rest = graph.both(diagrams.relevance[variable], graph.literal(variable, (option,)))
    decided = diagrams.conditions[:-1] if logic.has_otherwise else diagrams.conditions
    for condition in decided:
        rest = graph.both(rest, graph.negate(condition))
    return rest != graph.false
