"""What is wrong in a question by itself, whoever asks it."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.problems import Place, Problem, Related
from generator.resolve.logic import UNSURE
from generator.schema import Entry
from generator.schema.entities import Option, Parameter, Question


def question_problems(
    question: Entry[Question], parameters: Mapping[str, Entry[Parameter]]
) -> Iterator[Problem]:
    """What is wrong in a question by itself, whoever asks it."""
    model = question.model
    place = question.place()
    sure = [option for option in model.options if option.id != UNSURE]
    seen: set[str] = set()
    for index, option in enumerate(model.options):
        if option.id in seen:
            yield Problem(
                code="S215",
                place=question.place("options", index, "id"),
                what=f'The option "{option.id}" stands twice.',
                mend="Keep one of the two.",
            )
        seen.add(option.id)
        if option.until and model.kind != "date":
            yield _misfit(question.place("options", index, "until"), model, "`until`")
    match model.kind:
        case "choice" if len(model.options) < 2:
            yield Problem(
                code="R311",
                place=place,
                what="A choice needs at least two options.",
                mend="Add options.",
            )
        case "date":
            yield from _date_problems(question, sure, parameters)
        case "number" | "duration" if model.unit is None:
            yield Problem(
                code="S202",
                place=place,
                what=f"A {model.kind} question needs a `unit`.",
                mend="Add `unit: CNY` or another unit.",
            )
        case _:
            pass


def _date_problems(
    question: Entry[Question], sure: Sequence[Option], parameters: Mapping[str, Entry[Parameter]]
) -> Iterator[Problem]:
    model = question.model
    limits: list[Decimal] = []
    for option in sure[:-1]:
        parameter = parameters.get(option.until.parameter) if option.until else None
        if parameter is not None and parameter.model.unit != model.counts:
            yield Problem(
                code="R308",
                place=question.place("options"),
                what=f'The limit "{parameter.id}" is in {parameter.model.unit}, but the question '
                f"counts {model.counts}.",
                mend="Use a parameter of the unit that `counts` names.",
                related=(Related(parameter.place("unit"), "its unit"),),
            )
            return
        if parameter is not None:
            limits.append(Decimal(parameter.model.value))
    good = len(sure) >= 2 and len(limits) == len(sure) - 1 and sure[-1].until is None
    if (
        not good
        or limits != sorted(set(limits))
        or model.counts is None
        or (model.counts == "business-day" and model.calendar is None)
    ):
        yield Problem(
            code="R310",
            place=question.place(),
            what="The date question lacks `counts`, `calendar` or rising limits.",
            mend="Give every option but the last (and `unsure`) `until: {parameter: …}`.",
        )


def _misfit(place: Place, model: Question, what: str) -> Problem:
    return Problem(
        code="R304",
        place=place,
        what=f"{what} does not fit a {model.kind} question.",
        mend="Remove it, or change `kind`.",
    )
