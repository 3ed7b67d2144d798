"""Questions as one guide asks them: options, bands cut where its rules compare, shares."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Protocol

from generator.problems import Place, Related, did_you_mean
from generator.resolve.bands import Edge, band_id, cut, edges, plain
from generator.resolve.logic import UNSURE, Band, DateBand, NumberBand, Variable
from generator.schema import Catalogue, Entry, GuideEntry
from generator.schema.conditions import Compare, leaves
from generator.schema.entities import Option, Parameter, Question


class Report(Protocol):
    """Takes note of a mistake."""

    def __call__(
        self, code: str, place: Place, what: str, mend: str, *, related: Iterable[Related] = ()
    ) -> None: ...


def _say_nothing(
    code: str, place: Place, what: str, mend: str, *, related: Iterable[Related] = ()
) -> None:
    del code, place, what, mend, related


@dataclass(frozen=True, slots=True)
class VariableMaker:
    """Makes the variables of one guide."""

    catalogue: Catalogue
    entry: GuideEntry
    parameters: Mapping[str, Entry[Parameter]]
    report: Report

    def silent(self) -> "VariableMaker":
        """The same for those who come second: what does not fit has been reported already."""
        return replace(self, report=_say_nothing)

    def variable(self, index: int) -> Variable:
        """The variable of the question at an index of the guide's own list."""
        asked = self.entry.model.questions[index]
        question = self.catalogue.questions[asked.id]
        offered = self._offered(index, question)
        bands: list[Band | None]
        options: list[str]
        match question.model.kind:
            case "choice":
                options, bands = offered, [None] * len(offered)
            case "date":
                options, bands = offered, self._date_bands(question, offered)
            case "number" | "duration":
                numbers = self._number_bands(asked.id, question.model)
                sure = [option for option in offered if option == UNSURE]
                options = [*map(band_id, numbers), *sure]
                bands = [*numbers, *(None for _ in sure)]
        shares = _shares(options, question.model.options)
        return Variable(
            question=asked.id,
            kind=question.model.kind,
            options=tuple(options),
            bands=tuple(bands),
            shares=shares,
            cost=float(question.model.cost),
            after=frozenset(),
            minimum=question.model.minimum,
            maximum=question.model.maximum,
            step=question.model.step,
            place=self.entry.place("questions", index),
            alike=tuple(self._alike(index, options)),
            calculator=question.model.computed_by,
        )

    def _alike(self, index: int, options: Sequence[str]) -> Iterator[frozenset[int]]:
        asked = self.entry.model.questions[index]
        for number, group in enumerate(asked.alike):
            for position, option in enumerate(group):
                if option not in options:
                    self.report(
                        "R311",
                        self.entry.place("questions", index, "alike", number, position),
                        f'"{asked.id}" has no option "{option}" in this guide.',
                        did_you_mean(option, options) or f"Its options: {', '.join(options)}.",
                    )
            yield frozenset(options.index(option) for option in group if option in options)

    def _offered(self, index: int, question: Entry[Question]) -> list[str]:
        asked = self.entry.model.questions[index]
        known = [option.id for option in question.model.options]
        if asked.options is None:
            return known
        for position, option in enumerate(asked.options):
            place = self.entry.place("questions", index, "options", position)
            if option not in known:
                self.report(
                    "R311",
                    place,
                    f'The question "{asked.id}" has no option "{option}".',
                    did_you_mean(option, known) or f"Its options: {', '.join(known)}.",
                    related=[Related(question.place("options"), "the options")],
                )
            elif option in asked.options[:position]:
                what = f'The option "{option}" is offered twice.'
                self.report("R311", place, what, "Keep one of the two.")
        return [option for option in known if option in asked.options]

    def _date_bands(self, question: Entry[Question], offered: list[str]) -> list[Band | None]:
        model = question.model
        bands: list[Band | None] = []
        after: int | None = None
        for option in model.options:
            limit = self._days(option.until.parameter) if option.until else None
            if option.id == UNSURE:
                bands += [None] if UNSURE in offered else []
                continue
            if option.id in offered:
                unit = model.counts or "day"
                bands.append(DateBand(unit, model.calendar, after, limit))
            after = limit
        return bands

    def _days(self, parameter: str) -> int:
        return int(Decimal(self.parameters[parameter].model.value))

    def _number_bands(self, name: str, question: Question) -> list[NumberBand]:
        """The bands that the rules cut, without those outside the question's range."""
        low, high = question.minimum, question.maximum
        return [
            band
            for band in cut(self._edges(name, question), question.unit)
            if (band.high is None or band.high > low or (band.high == low and band.high_closed))
            and (
                band.low is None
                or high is None
                or band.low < high
                or (band.low == high and band.low_closed)
            )
        ]

    def _edges(self, name: str, question: Question) -> Iterator[Edge]:
        for condition in self.entry.conditions.values():
            for part in leaves(condition):
                if isinstance(part, Compare) and part.question == name:
                    values = self.values(part, question)
                    if values is not None:
                        yield from edges(part.operator, values)

    def values(self, part: Compare, question: Question) -> tuple[Decimal, ...] | None:
        """The literal values of a comparison; reports what does not fit the question."""
        values: list[Decimal] = []
        for bound in part.bounds:
            if bound.literal is not None:
                values.append(bound.literal)
                continue
            parameter = self.parameters.get(bound.parameter or "")
            if parameter is None:
                self.report(
                    "R301",
                    bound.place,
                    f'No parameter has the id "{bound.parameter}".',
                    did_you_mean(bound.parameter or "", self.parameters) or "Add the parameter.",
                )
                return None
            if parameter.model.unit != question.unit:
                self.report(
                    "R308",
                    bound.place,
                    f'The parameter "{bound.parameter}" is in {parameter.model.unit}, the question '
                    f'"{question.id}" in {question.unit or "no unit"}.',
                    "Use a parameter of the same unit.",
                    related=[Related(parameter.place("unit"), "its unit")],
                )
                return None
            values.append(Decimal(parameter.model.value))
        return tuple(values) if self._in_order(part, values, question) else None

    def _in_order(self, part: Compare, values: Sequence[Decimal], question: Question) -> bool:
        low, high = question.minimum, question.maximum
        for bound, value in zip(part.bounds, values, strict=True):
            if value < low or (high is not None and value > high):
                self.report(
                    "R307",
                    bound.place,
                    f'{plain(value)} lies outside the range of "{question.id}".',
                    f"Values go from {low} to {high if high is not None else 'any number'}.",
                )
                return False
        if sorted(values) != list(values):
            self.report(
                "R307",
                part.bounds[1].place,
                f"The comparison runs backwards, from {plain(values[0])} to {plain(values[1])}.",
                "Write the smaller value first.",
            )
            return False
        return True


def _shares(options: Sequence[str], authored: Iterable[Option]) -> tuple[float, ...]:
    given = {option.id: option.share for option in authored if option.share is not None}
    weights = [float(given.get(option, Decimal(1))) for option in options]
    total = sum(weights)
    return tuple(weight / total for weight in weights)
