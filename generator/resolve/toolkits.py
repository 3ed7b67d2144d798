"""The authored toolkit → `Toolkit` in one locale, and what is wrong in it."""

from collections.abc import Callable, Iterator, Mapping

from generator.problems import Problem, did_you_mean
from generator.resolve import toolkit as public
from generator.resolve.prose import Prose, Target
from generator.resolve.shelving import ToProse, examples_of
from generator.schema import Catalogue, Entry
from generator.schema.toolkit import Toolkit

_REGION = "region"


def toolkit(
    catalogue: Catalogue, prose: ToProse, target: Callable[[str], Target]
) -> public.Toolkit | None:
    """The toolkit of a catalogue whose references are all known to hold."""
    entry = next(iter(catalogue.toolkits.values()), None)
    if entry is None:
        return None
    model = entry.model
    return public.Toolkit(
        arrivals=tuple(
            public.Arrival(
                id=name,
                region=each.region,
                what=prose(each.what),
                how=prose(each.how),
                calculator=each.calculator,
                past=target(each.past),
            )
            for name, each in model.arrivals.items()
        ),
        fee=examples_of(model.fee),
        fee_wrong=target(model.fee_wrong),
        periods=tuple(
            public.Period(
                id=name,
                region=each.region,
                title=prose(each.title),
                because=prose(each.because),
                calculator=each.calculator,
                sources=each.sources,
            )
            for name, each in model.periods.items()
        ),
        demands=tuple(
            public.Demand(id=name, label=prose(each.label), text=prose(each.text))
            for name, each in model.demands.items()
        ),
        recipients=_recipients(model, prose),
        evidence=tuple(
            public.Evidence(
                id=name, title=prose(each.title), issue=each.issue, answers=each.answers
            )
            for name, each in model.evidence.items()
        ),
        check_up=model.check_up.issue,
        points=model.check_up.points,
        regions=_regions(catalogue, prose),
    )


def _recipients(model: Toolkit, prose: ToProse) -> tuple[public.Recipient, ...]:
    return tuple(
        public.Recipient(
            id=name,
            region=each.region,
            stage=each.stage,
            name=prose(each.name),
            channel=each.channel,
            opening=prose(each.opening),
            closing=prose(each.closing),
        )
        for name, each in model.recipients.items()
    )


def _regions(catalogue: Catalogue, prose: ToProse) -> dict[str, Prose]:
    question = catalogue.questions.get(_REGION)
    options = question.model.options if question else ()
    return {option.id: prose(option.label) for option in options}


def toolkit_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Regions that nobody can choose, calculators of another kind, advice of another guide."""
    question = catalogue.questions.get(_REGION)
    regions = [option.id for option in question.model.options] if question else []
    for entry in catalogue.toolkits.values():
        yield from _strange_regions(entry, regions)
        yield from _misfits(entry, catalogue)
        yield from _strange_advice(entry, catalogue)


def _strange_regions(entry: Entry[Toolkit], regions: list[str]) -> Iterator[Problem]:
    for key in ("arrivals", "periods", "recipients"):
        for name, each in getattr(entry.model, key).items():
            if each.region not in regions:
                yield Problem(
                    code="R301",
                    place=entry.place(key, name, "region"),
                    what=f'The question "{_REGION}" has no option "{each.region}".',
                    mend=did_you_mean(each.region, regions) or "Name one of its options.",
                )


def _misfits(entry: Entry[Toolkit], catalogue: Catalogue) -> Iterator[Problem]:
    wanted: Mapping[str, tuple[str, ...]] = {
        "arrivals": ("due_date",),
        "periods": ("due_date", "deadline"),
    }
    for key, kinds in wanted.items():
        for name, each in getattr(entry.model, key).items():
            calculator = catalogue.calculators.get(each.calculator)
            if calculator is not None and calculator.model.kind not in kinds:
                yield Problem(
                    code="R304",
                    place=entry.place(key, name, "calculator"),
                    what=f'"{calculator.id}" is a calculator of kind {calculator.model.kind}.',
                    mend=f"Name one of kind {' or '.join(f'`{kind}`' for kind in kinds)}.",
                )


def _strange_advice(entry: Entry[Toolkit], catalogue: Catalogue) -> Iterator[Problem]:
    issue = catalogue.issues.get(entry.model.check_up.issue)
    guide = catalogue.guides.get(issue.model.guide.id) if issue else None
    given = [rule.advice for rule in guide.model.advice] if guide else []
    for name in entry.model.check_up.points:
        if guide is not None and name in catalogue.advice and name not in given:
            yield Problem(
                code="R301",
                place=entry.place("check_up", "points", name),
                what=f'The guide "{guide.id}" of this issue gives no advice "{name}".',
                mend=did_you_mean(name, given) or "Name advice of that guide.",
            )
