"""What is wrong in a question by itself, whoever asks it."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.problems import Place, Problem, Related, did_you_mean
from generator.resolve.logic import UNSURE, Logic
from generator.schema import Catalogue, Entry
from generator.schema.entities import Parameter, Question

_NUMBERS = ("number", "duration")
_KINDS = {
    "unit": _NUMBERS,
    "minimum": _NUMBERS,
    "maximum": _NUMBERS,
    "step": _NUMBERS,
    "computed_by": _NUMBERS,
    "counts": ("date",),
    "calendar": ("date",),
}
"""Key → kinds of question that take it."""
_OF_A_DURATION = ("minute", "hour", "day")


def question_problems(
    question: Entry[Question], usable: Mapping[str, Entry[Parameter]]
) -> Iterator[Problem]:
    """What is wrong in a question by itself. `usable`: the parameters whose value is sound."""
    model = question.model
    yield from _misfits(question)
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
    match model.kind:
        case "choice" if len(model.options) < 2:
            yield Problem(
                code="R311",
                place=question.place("options"),
                what="A choice needs at least two options.",
                mend="Add options.",
            )
        case "date":
            yield from _date_problems(question, usable)
        case "number" | "duration":
            yield from _number_problems(question)
        case _:
            pass


def unused_bands(catalogue: Catalogue, logics: Mapping[str, Logic]) -> Iterator[Problem]:
    """Labels of number bands that no guide cuts, such as those of an old limit."""
    for question in catalogue.questions.values():
        variables = [v for logic in logics.values() for v in logic.variables]
        known = {o for v in variables if v.question == question.id for o in v.options}
        if question.model.kind not in _NUMBERS or not known:
            continue
        for index, option in enumerate(question.model.options):
            if option.id not in known and option.id != UNSURE:
                yield Problem(
                    code="R306",
                    place=question.place("options", index, "id"),
                    what=f'No guide cuts "{question.id}" into a band called "{option.id}".',
                    mend=did_you_mean(option.id, {*known, UNSURE})
                    or f"There are: {', '.join(sorted(known))}.",
                )


def _misfits(question: Entry[Question]) -> Iterator[Problem]:
    """Keys that a question of this kind does not take."""
    model = question.model
    keys: list[tuple[str, Place]] = [
        (key, question.key_place(key))
        for key, kinds in _KINDS.items()
        if key in model.model_fields_set and model.kind not in kinds
    ]
    if model.kind != "date":
        keys += [
            ("until", question.key_place("options", index, "until"))
            for index, option in enumerate(model.options)
            if option.until
        ]
    for key, place in keys:
        yield Problem(
            code="R304",
            place=place,
            what=f"`{key}` does not fit a {model.kind} question.",
            mend="Remove it, or change `kind`.",
        )


def _number_problems(question: Entry[Question]) -> Iterator[Problem]:
    model = question.model
    if model.unit is None:
        yield Problem(
            code="S202",
            place=question.place("kind"),
            what=f"A {model.kind} question needs a `unit`.",
            mend=f"Add `unit: {'hour' if model.kind == 'duration' else 'CNY'}` or another unit.",
        )
    elif model.kind == "duration" and model.unit not in _OF_A_DURATION:
        yield Problem(
            code="R308",
            place=question.place("unit"),
            what=f"A duration is not asked in {model.unit}.",
            mend=f"Use one of {', '.join(_OF_A_DURATION)}, or `kind: number`.",
        )
    if model.maximum is not None and model.maximum < model.minimum:
        yield Problem(
            code="R307",
            place=question.place("maximum"),
            what=f"The maximum {model.maximum} lies below the minimum {model.minimum}.",
            mend="Correct one of them; the minimum is 0 if it is not given.",
        )


def _date_problems(
    question: Entry[Question], usable: Mapping[str, Entry[Parameter]]
) -> Iterator[Problem]:
    model = question.model
    if model.counts is None:
        yield _incomplete(
            question.place("kind"), "A date question needs `counts`.", "`counts: day`"
        )
    elif model.counts == "business-day" and model.calendar is None:
        yield _incomplete(question.place("counts"), "Whose business days?", "`calendar: …`")
    sure = [index for index, option in enumerate(model.options) if option.id != UNSURE]
    if len(sure) < 2:
        yield _incomplete(question.place("options"), "There are fewer than two bands.", "options")
    before: Decimal | None = None
    for index in sure:
        until = model.options[index].until
        if (until is None) != (index == sure[-1]):
            name = model.options[index].id
            yield Problem(
                code="R310",
                place=question.place("options", index),
                what=f'The band "{name}" has no limit.'
                if until is None
                else f'The last band "{name}" has a limit, so later dates have no band.',
                mend="Give every option but the last (and `unsure`) `until: {parameter: …}`.",
            )
        parameter = usable.get(until.parameter) if until else None
        if parameter is None or model.counts is None:
            continue
        place = question.place("options", index, "until", "parameter")
        if parameter.model.unit != model.counts:
            yield Problem(
                code="R308",
                place=place,
                what=f'The limit "{parameter.id}" is in {parameter.model.unit}, but the question '
                f"counts in {model.counts}.",
                mend="Use a parameter of the unit that `counts` names.",
                related=(Related(parameter.place("unit"), "its unit"),),
            )
            continue
        limit = Decimal(parameter.model.value)
        if before is not None and limit <= before:
            yield _incomplete(
                place, f"The limit {limit} does not rise above {before}.", "a later one"
            )
        before = limit


def _incomplete(place: Place, what: str, add: str) -> Problem:
    return Problem(code="R310", place=place, what=what, mend=f"Add {add}.")
