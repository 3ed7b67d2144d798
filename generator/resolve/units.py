"""Whether parameters are used where their unit makes sense."""

from collections.abc import Iterator, Mapping

from generator.problems import Place, Problem, Related
from generator.resolve.references import table
from generator.schema import Catalogue, Entry
from generator.schema.entities import Answer, Channel, Parameter, Unit

_OF_TIME: tuple[Unit, ...] = ("minute", "hour", "day", "business-day", "month", "year")


def unit_problems(
    catalogue: Catalogue, parameters: Mapping[str, Entry[Parameter]]
) -> Iterator[Problem]:
    """Telephone numbers that are figures, and deadlines that cannot be reckoned."""
    for channel in table(catalogue, "channel").values():
        assert isinstance(channel.model, Channel)
        parameter = parameters.get(channel.model.phone or "")
        if parameter is not None and parameter.model.unit != "phone":
            place = channel.place("phone")
            yield _wrong_unit(place, parameter, "a telephone number is wanted here")
    for answer in catalogue.answers.values():
        yield from _of_deadline(catalogue, parameters, answer)


def _of_deadline(
    catalogue: Catalogue, parameters: Mapping[str, Entry[Parameter]], answer: Entry[Answer]
) -> Iterator[Problem]:
    deadline = answer.model.deadline
    parameter = parameters.get(deadline.parameter or "") if deadline else None
    question = catalogue.questions.get(deadline.counts_from or "") if deadline else None
    if parameter is not None and parameter.model.unit not in _OF_TIME:
        place = answer.place("deadline", "parameter")
        yield _wrong_unit(place, parameter, "a length of time is wanted here")
    if question is not None and question.model.kind != "date":
        yield Problem(
            code="R304",
            place=answer.place("deadline", "counts_from"),
            what=f'"{question.id}" is a {question.model.kind} question; nothing counts from it.',
            mend="Name a question of `kind: date`, or remove `counts_from`.",
            related=(Related(question.place("kind"), "its kind"),),
        )


def _wrong_unit(place: Place, parameter: Entry[Parameter], wanted: str) -> Problem:
    return Problem(
        code="R308",
        place=place,
        what=f'The unit of "{parameter.id}" is {parameter.model.unit}; {wanted}.',
        mend="Name another parameter, or correct its unit.",
        related=(Related(parameter.place("unit"), "its unit"),),
    )
