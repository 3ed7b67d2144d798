"""Ids → entities, conditions → formulas, parameters → figures in force on a date.

In: `Catalogue` and a date. Out: `Project`, and problems. After this stage nothing is looked up by a
name that may not exist.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from generator.problems import Problem, Related, has_errors
from generator.resolve.business_days import BusinessDays, business_days
from generator.resolve.editions import edition, missing_words
from generator.resolve.guides import guide_logic
from generator.resolve.logic import Logic
from generator.resolve.order import cycle_in
from generator.resolve.parameters import SOON, lapsed, overlaid, value_problems
from generator.resolve.project import Project
from generator.resolve.questions import question_problems
from generator.resolve.references import LINKABLE, Reference, references, table, unknown, unused
from generator.schema import LOCALES, Catalogue, Entry
from generator.schema.conditions import Compare, leaves
from generator.schema.entities import AgentNotes, Parameter

__all__ = ["BusinessDays", "Logic", "Project", "resolve"]

LONGEST_CALENDAR = 30 * 366
DAYS_OF_A_WEEK = 7
NEEDED_WORDS = (
    "unit-cny", "unit-eur", "unit-gbp", "unit-usd", "unit-percent", "unit-times", "unit-minute",
    "unit-hour", "unit-day", "unit-business-day", "unit-month", "unit-year", "unconfirmed",
    "band-exactly", "band-from", "band-over", "band-up-to", "band-under", "band-any",
)  # fmt: skip


def resolve(catalogue: Catalogue, as_of: date) -> tuple[Project | None, list[Problem]]:
    """Resolve a catalogue as it stands on a date. No project comes back if there are errors."""
    parameters = overlaid(catalogue)
    mentions = (*references(catalogue), *_in_conditions(catalogue))
    problems = [
        *unknown(catalogue, (m for m in mentions if m.by != "condition")),
        *_shared_names(catalogue),
        *(problem for entry in parameters.values() for problem in value_problems(entry)),
        *missing_words(catalogue, NEEDED_WORDS),
        *lapsed(parameters, mentions, as_of),
        *_jump_cycles(catalogue),
        *_calendars_broken(catalogue),
    ]
    good = not has_errors(problems)
    for question in catalogue.questions.values():
        problems += question_problems(question, parameters) if good else ()
    logics: dict[str, Logic] = {}
    if not has_errors(problems):
        for name, entry in catalogue.guides.items():
            logic, found = guide_logic(catalogue, entry, parameters)
            problems += found
            if logic is not None:
                logics[name] = logic
        problems += _preset_replies(catalogue, logics)
    if has_errors(problems):
        return None, problems
    problems += unused(catalogue, mentions)
    calendars = {name: business_days(entry.model) for name, entry in catalogue.calendars.items()}
    problems += _calendars_lapse(catalogue, as_of)
    return (
        Project(
            as_of=as_of,
            editions={locale: edition(catalogue, parameters, logics, locale) for locale in LOCALES},
            guides=logics,
            calendars=calendars,
            valid_until={
                name: _valid_until(catalogue, name, parameters, mentions) for name in logics
            },
            agent_notes=_agent_notes(catalogue),
        ),
        problems,
    )


def _in_conditions(catalogue: Catalogue) -> Iterator[Reference]:
    for guide in catalogue.guides.values():
        for condition in guide.conditions.values():
            for part in leaves(condition):
                for bound in part.bounds if isinstance(part, Compare) else ():
                    if bound.parameter:
                        yield Reference("parameter", bound.parameter, bound.place, "condition")


def _shared_names(catalogue: Catalogue) -> Iterator[Problem]:
    first: dict[str, tuple[str, Entry[object]]] = {}  # type: ignore[type-var]
    for kind in LINKABLE:
        for name, entry in table(catalogue, kind).items():
            if name in first:
                other, place = first[name]
                yield Problem(
                    code="R302",
                    place=entry.place(),
                    what=f'The {kind} "{name}" and the {other} "{name}" share one id; a link could '
                    "mean either.",
                    mend="Give one of the two another id.",
                    related=(Related(place.place(), f"the {other}"),),
                )
            first.setdefault(name, (kind, entry))


def _jump_cycles(catalogue: Catalogue) -> Iterator[Problem]:
    needs: dict[str, set[str]] = {}
    for name, guide in catalogue.guides.items():
        answers = [rule.answer for rule in guide.model.rules]
        answers += [guide.model.otherwise.answer] if guide.model.otherwise else []
        jumps = (catalogue.answers[a].model.continues for a in answers if a in catalogue.answers)
        needs[name] = {jump.guide for jump in jumps if jump and not jump.returns}
    if circle := cycle_in(needs):
        guides = catalogue.guides
        yield Problem(
            code="R305",
            place=guides[circle[0]].place(),
            what=f"Guides continue in a circle: {' → '.join([*circle, circle[0]])}.",
            mend="Cut the circle, or mark the jump back with `return: true`.",
            related=tuple(Related(guides[name].place(), name) for name in circle[1:]),
        )


def _preset_replies(catalogue: Catalogue, logics: Mapping[str, Logic]) -> Iterator[Problem]:
    for issue in catalogue.issues.values():
        logic = logics.get(issue.model.guide.id)
        for question, option in issue.model.guide.replies.items():
            index = logic.index(question) if logic else None
            if logic is None or index is None or option not in logic.variables[index].options:
                yield Problem(
                    code="R301",
                    place=issue.place("guide", "replies", question),
                    what=f'The guide "{issue.model.guide.id}" has no reply {question}={option}.',
                    mend="Name a question and an option of that guide.",
                )


def _calendars_broken(catalogue: Catalogue) -> Iterator[Problem]:
    for entry in catalogue.calendars.values():
        model = entry.model
        span = (model.last_day - model.first_day).days
        backwards = [i for i, days in enumerate(model.holidays) if days.first > days.last]
        outside = [
            i
            for i, days in enumerate(model.holidays)
            if days.first < model.first_day or days.last > model.last_day
        ]
        if not 0 <= span <= LONGEST_CALENDAR or len(set(model.weekend)) == DAYS_OF_A_WEEK:
            place, what = entry.place("first_day"), "its days run backwards, or too far"
        elif backwards or outside:
            index = (backwards or outside)[0]
            place = entry.place("holidays", index)
            what = "this holiday runs backwards, or outside the known days"
        else:
            continue
        yield Problem(
            code="R313",
            place=place,
            what=f'In the calendar "{entry.id}" {what}.',
            mend="Correct the dates.",
        )


def _calendars_lapse(catalogue: Catalogue, as_of: date) -> Iterator[Problem]:
    for entry in catalogue.calendars.values():
        if entry.model.last_day <= as_of + SOON:
            yield Problem(
                code="R309",
                place=entry.place("last_day"),
                what=f'The calendar "{entry.id}" is known only up to {entry.model.last_day}.',
                mend="Add the next year's holidays as soon as they are published.",
            )


def _valid_until(
    catalogue: Catalogue,
    guide: str,
    parameters: Mapping[str, Entry[Parameter]],
    mentions: Iterable[Reference],
) -> date | None:
    """The first day on which a parameter or calendar that a guide uses lapses."""
    by: dict[str, list[Reference]] = {}
    for mention in mentions:
        by.setdefault(mention.by, []).append(mention)
    seen: set[str] = set()
    waiting = [f"guide:{guide}"]
    days: list[date] = []
    conditions = [
        bound.parameter
        for condition in catalogue.guides[guide].conditions.values()
        for part in leaves(condition)
        for bound in (part.bounds if isinstance(part, Compare) else ())
        if bound.parameter
    ]
    names = list(conditions)
    while waiting:
        user = waiting.pop()
        if user in seen:
            continue
        seen.add(user)
        for mention in by.get(user, ()):
            if mention.kind in {"question", "answer", "advice", "channel", "source"}:
                waiting.append(f"{mention.kind}:{mention.id}")
            elif mention.kind == "parameter":
                names.append(mention.id)
            elif mention.kind == "calendar":
                last = catalogue.calendars[mention.id].model.last_day
                days.append(last + timedelta(days=1))
    for name in names:
        until = parameters[name].model.valid_until
        days += [until] if until else []
    return min(days, default=None)


def _agent_notes(catalogue: Catalogue) -> dict[tuple[str, str], AgentNotes]:
    notes: dict[tuple[str, str], AgentNotes] = {}
    for kind in ("issue", "question", "answer", "advice", "channel"):
        for name, entry in table(catalogue, kind).items():
            if (note := getattr(entry.model, "agent", None)) is not None:
                notes[kind, name] = note
    return notes
