"""Whether parameters are used where their unit makes sense."""

from collections.abc import Iterator, Mapping

from generator.problems import Place, Problem, Related
from generator.resolve.references import table
from generator.schema import Catalogue, Entry
from generator.schema.entities import Channel, Parameter


def unit_problems(
    catalogue: Catalogue, parameters: Mapping[str, Entry[Parameter]]
) -> Iterator[Problem]:
    """Telephone numbers that are figures."""
    for channel in table(catalogue, "channel").values():
        assert isinstance(channel.model, Channel)
        parameter = parameters.get(channel.model.phone or "")
        if parameter is not None and parameter.model.unit != "phone":
            place = channel.place("phone")
            yield _wrong_unit(place, parameter, "a telephone number is wanted here")


def _wrong_unit(place: Place, parameter: Entry[Parameter], wanted: str) -> Problem:
    return Problem(
        code="R308",
        place=place,
        what=f'The unit of "{parameter.id}" is {parameter.model.unit}; {wanted}.',
        mend="Name another parameter, or correct its unit.",
        related=(Related(parameter.place("unit"), "its unit"),),
    )
