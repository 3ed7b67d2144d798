"""Ids → entities, conditions → formulas, parameters → figures in force on a date.

In: `Catalogue` and a date. Out: `Project`, and problems. After this stage nothing is looked up by a
name that may not exist.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from generator.problems import Place, Problem, Related, has_errors
from generator.resolve.agents import AgentEdition, agent_edition
from generator.resolve.agents_only import AgentsOnly, agents_only
from generator.resolve.business_days import BusinessDays, business_days
from generator.resolve.calculation import Calculator, DateCalculator, FeeCalculator
from generator.resolve.calculators import calculator_problems, calculators
from generator.resolve.calendars import calendar_problems, calendars_lapse
from generator.resolve.editions import edition, missing_words, prose_in
from generator.resolve.guides import guide_logic
from generator.resolve.library import library_problems
from generator.resolve.logic import Logic
from generator.resolve.order import cycles_in
from generator.resolve.parameters import lapsed, overlaid, value_problems
from generator.resolve.presets import example_problems, preset_replies
from generator.resolve.project import Project
from generator.resolve.published import published, vanished
from generator.resolve.questions import question_problems, unused_bands
from generator.resolve.reach import never_reached
from generator.resolve.references import LINKABLE, Reference, references, table, unknown
from generator.resolve.synonyms import Synonyms, synonyms
from generator.resolve.units import unit_problems
from generator.schema import LOCALES, Catalogue, Entry, GuideEntry
from generator.schema.conditions import Bound, Compare, leaves
from generator.schema.entities import AgentNotes, Parameter

__all__ = [
    "AgentEdition",
    "AgentsOnly",
    "BusinessDays",
    "Calculator",
    "DateCalculator",
    "FeeCalculator",
    "Logic",
    "Project",
    "Synonyms",
    "resolve",
]

NEEDED_WORDS = (
    "unit-cny", "unit-eur", "unit-gbp", "unit-usd", "unit-percent", "unit-times", "unit-second",
    "unit-minute", "unit-hour", "unit-day", "unit-business-day", "unit-month", "unit-year",
    "unconfirmed",
    "band-exactly", "band-from", "band-over", "band-up-to", "band-under", "band-any",
)  # fmt: skip


def resolve(catalogue: Catalogue, as_of: date) -> tuple[Project | None, list[Problem]]:
    """Resolve a catalogue as it stands on a date. No project comes back if there are errors."""
    parameters = overlaid(catalogue)
    usable = {name: entry for name, entry in parameters.items() if not any(value_problems(entry))}
    named = references(catalogue)
    mentions = (*named, *_in_conditions(catalogue))
    problems = [
        *unknown(catalogue, named),
        *_shared_names(catalogue),
        *(problem for entry in parameters.values() for problem in value_problems(entry)),
        *unit_problems(catalogue, parameters),
        *calculator_problems(catalogue, usable),
        *missing_words(catalogue, NEEDED_WORDS),
        *lapsed(parameters, mentions, as_of),
        *_jump_cycles(catalogue),
        *(problem for c in catalogue.calendars.values() for problem in calendar_problems(c)),
        *library_problems(catalogue),
        *vanished(catalogue),
    ]
    logics, found = _logics(catalogue, parameters, usable)
    problems += found
    if has_errors(problems) or catalogue.spoilt:
        return None, problems
    reckoned = calculators(catalogue, parameters)
    problems += example_problems(catalogue, reckoned)
    if has_errors(problems):
        return None, problems
    problems += never_reached(catalogue, mentions)
    notes = _agent_notes(catalogue)
    calendars = {name: business_days(entry.model) for name, entry in catalogue.calendars.items()}
    problems += calendars_lapse(catalogue, as_of)
    prose = {locale: prose_in(catalogue, parameters, locale) for locale in LOCALES}
    return (
        Project(
            as_of=as_of,
            editions={locale: edition(catalogue, parameters, logics, locale) for locale in LOCALES},
            guides=logics,
            calendars=calendars,
            calculators=reckoned,
            valid_until={
                name: _valid_until(catalogue, name, parameters, mentions) for name in logics
            },
            agent_notes=notes,
            agents={
                locale: agent_edition(catalogue, notes, locale, prose[locale]) for locale in LOCALES
            },
            agents_only=tuple(agents_only(catalogue, prose)),
            synonyms=synonyms(catalogue),
            traditional=catalogue.brand.model.traditional,
            site_url=catalogue.brand.model.site_url,
            published=published(catalogue),
            figures=frozenset(
                each.id for each in mentions if each.kind == "parameter" and each.public
            ),
        ),
        problems,
    )


def _logics(
    catalogue: Catalogue,
    parameters: Mapping[str, Entry[Parameter]],
    usable: Mapping[str, Entry[Parameter]],
) -> tuple[dict[str, Logic], list[Problem]]:
    """The logic of every guide of which all that it rests on is sound."""
    problems: list[Problem] = []
    sound: set[str] = set()
    for question in catalogue.questions.values():
        found = list(question_problems(question, usable))
        problems += found
        limits = {option.until.parameter for option in question.model.options if option.until}
        if not found and limits <= usable.keys():
            sound.add(question.id)
    logics: dict[str, Logic] = {}
    for name, guide in catalogue.guides.items():
        figures = {bound.parameter for bound in _bounds(guide) if bound.parameter}
        doubtful = {
            figure
            for figure in figures - usable.keys()
            if figure in parameters or catalogue.spoilt.may_hold("parameter", figure)
        }
        if doubtful or not sound.issuperset(asked.id for asked in guide.model.questions):
            continue
        logic, found = guide_logic(catalogue, guide, usable)
        problems += found
        if logic is not None and not catalogue.spoilt.may_hold("guide", name):
            logics[name] = logic
    problems += preset_replies(catalogue, logics)
    if len(logics) == len(catalogue.guides):
        problems += unused_bands(catalogue, logics)
    return logics, problems


def _bounds(guide: GuideEntry) -> Iterator[Bound]:
    for condition in guide.conditions.values():
        for part in leaves(condition):
            yield from part.bounds if isinstance(part, Compare) else ()


def _in_conditions(catalogue: Catalogue) -> Iterator[Reference]:
    for guide in catalogue.guides.values():
        for bound in _bounds(guide):
            if bound.parameter:
                yield Reference("parameter", bound.parameter, bound.place, f"guide:{guide.id}")


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
    jumps: dict[tuple[str, str], Place] = {}
    for name, guide in catalogue.guides.items():
        answers = [rule.answer for rule in guide.model.rules]
        answers += [guide.model.otherwise.answer] if guide.model.otherwise else []
        for answer in (catalogue.answers[a] for a in answers if a in catalogue.answers):
            jump = answer.model.continues
            if jump and not jump.returns:
                jumps.setdefault((name, jump.guide), answer.place("continue", "guide"))
    needs = {name: {to for start, to in jumps if start == name} for name in catalogue.guides}
    for circle in cycles_in(needs):
        steps = list(zip(circle, [*circle[1:], circle[0]], strict=True))
        yield Problem(
            code="R305",
            place=jumps[steps[-1]],
            what=f"Guides continue in a circle: {' → '.join([*circle, circle[0]])}.",
            mend="Cut the circle, or mark the jump back with `return: true`.",
            related=tuple(Related(jumps[step], f"continues in {step[1]}") for step in steps[:-1]),
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
    names: list[str] = []
    while waiting:
        user = waiting.pop()
        if user in seen:
            continue
        seen.add(user)
        for mention in by.get(user, ()):
            if mention.kind in {"question", "answer", "advice", "channel", "source", "calculator"}:
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
