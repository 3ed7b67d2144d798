"""Every mention of an id, so that unknown ones and unused entries are found in one pass."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.problems import Place, Problem, did_you_mean
from generator.schema import Catalogue, Entry
from generator.schema.entities import Answer, Calculator, Issue, Question
from generator.schema.load import walk_texts
from generator.schema.markup import ListBlock, parse_markup
from generator.schema.rules import GuideRules
from generator.schema.text import Authored

LINKABLE = ("issue", "answer", "topic", "channel")
_FIELDS = {
    "issue": "issues", "answer": "answers", "topic": "topics", "channel": "channels",
    "question": "questions", "advice": "advice", "parameter": "parameters", "source": "sources",
    "calendar": "calendars", "guide": "guides", "calculator": "calculators",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of an id. The kind `page` stands for any of `LINKABLE`."""

    kind: str
    id: str
    place: Place
    by: str
    """Who mentions it, as `kind:id`."""


def references(catalogue: Catalogue) -> tuple[Reference, ...]:
    """All mentions of ids in a project, but for those inside conditions."""
    brand = catalogue.brand
    bare = brand.model.model_copy(update={"parameters": {}, "channels": {}})
    listed: list[tuple[str, Entry[Authored]]] = [("brand", replace(brand, model=bare))]
    for kind, field in [*_FIELDS.items(), ("words", "words")]:
        listed += [(kind, entry) for entry in getattr(catalogue, field).values()]
        listed += [(kind, entry) for entry in _of_brand(catalogue, kind).values()]
    return tuple(reference for kind, entry in listed for reference in _of_entry(kind, entry))


def table(catalogue: Catalogue, kind: str) -> Mapping[str, Entry[Authored]]:
    """The entries of a kind by id, the brand's own laid over the shared ones."""
    entries: Mapping[str, Entry[Authored]] = getattr(catalogue, _FIELDS[kind])
    return {**entries, **_of_brand(catalogue, kind)}


def _of_brand(catalogue: Catalogue, kind: str) -> dict[str, Entry[Authored]]:
    brand = catalogue.brand
    own: dict[str, Mapping[str, Authored]] = {
        "parameter": brand.model.parameters,
        "channel": brand.model.channels,
    }
    return {
        name: Entry(name, model, brand.document, (_FIELDS[kind], name))
        for name, model in own.get(kind, {}).items()
    }


def unknown(catalogue: Catalogue, mentions: Iterable[Reference]) -> Iterator[Problem]:
    """Mentions of ids that nothing defines, nor may have been meant to define."""
    tables = {kind: table(catalogue, kind) for kind in _FIELDS}
    for mention in mentions:
        kinds = LINKABLE if mention.kind == "page" else (mention.kind,)
        if any(
            mention.id in tables[kind] or catalogue.spoilt.may_hold(kind, mention.id)
            for kind in kinds
        ):
            continue
        known = [name for kind in kinds for name in tables[kind]]
        word = "issue, answer, topic or channel" if mention.kind == "page" else mention.kind
        yield Problem(
            code="R301",
            place=mention.place,
            what=f'No {word} has the id "{mention.id}".',
            mend=did_you_mean(mention.id, known) or f"Correct the id, or add the {word}.",
        )


def _of_entry(kind: str, entry: Entry[Authored]) -> Iterator[Reference]:
    by = f"{kind}:{entry.id}"
    for path, text, _ in walk_texts(entry.model):
        for block in parse_markup(text)[0]:
            lines = block.items if isinstance(block, ListBlock) else (block.runs,)
            for run in (run for line in lines for run in line):
                if run.parameter:
                    yield Reference("parameter", run.parameter, entry.place(*path), by)
                if run.link:
                    yield Reference("page", run.link, entry.place(*path), by)
    for target, name, path in _fields(entry.model):
        yield Reference(target, name, entry.place(*path), by)


Field = tuple[str, str, tuple[str | int, ...]]


def _fields(model: Authored) -> Iterator[Field]:
    match model:
        case Issue():
            yield "topic", model.topic, ("topic",)
            yield "guide", model.guide.id, ("guide", "id")
            yield from _list("issue", model.related, "related")
        case Question():
            yield from _question_fields(model)
        case Calculator():
            yield from _calculator_fields(model)
        case Answer():
            yield from _answer_fields(model)
        case GuideRules():
            yield from _guide_fields(model)
            return
        case _:
            for kind, name in (("parameter", "phone"), ("source", "source")):
                if value := getattr(model, name, None):
                    yield kind, value, (name,)
    yield from _list("source", getattr(model, "sources", ()), "sources")


def _question_fields(model: Question) -> Iterator[Field]:
    if model.calendar:
        yield "calendar", model.calendar, ("calendar",)
    if model.computed_by:
        yield "calculator", model.computed_by, ("computed_by",)
    for index, option in enumerate(model.options):
        if option.until:
            yield "parameter", option.until.parameter, ("options", index, "until", "parameter")


def _answer_fields(model: Answer) -> Iterator[Field]:
    yield "channel", model.fallback.channel, ("fallback", "channel")
    if model.continues:
        yield "guide", model.continues.guide, ("continue", "guide")
    if model.deadline and model.deadline.calculator:
        yield "calculator", model.deadline.calculator, ("deadline", "calculator")


def _calculator_fields(model: Calculator) -> Iterator[Field]:
    for key in ("amount", "charged", "counts_from"):
        if name := getattr(model, key):
            yield "question", name, (key,)
    for key in ("rate", "minimum", "maximum", "within"):
        if name := getattr(model, key):
            yield "parameter", name, (key,)
    if model.free and model.free.question:
        yield "question", model.free.question, ("free", "question")
    if model.free and model.free.parameter:
        yield "parameter", model.free.parameter, ("free", "parameter")
    if model.calendar:
        yield "calendar", model.calendar, ("calendar",)


def _guide_fields(model: GuideRules) -> Iterator[Field]:
    for index, asked in enumerate(model.questions):
        yield "question", asked.id, ("questions", index, "id")
    for index, rule in enumerate(model.rules):
        yield "answer", rule.answer, ("rules", index, "answer")
        yield from _list("source", rule.sources, "rules", index, "sources")
    for index, advice in enumerate(model.advice):
        yield "advice", advice.advice, ("advice", index, "advice")
        yield from _list("source", advice.sources, "advice", index, "sources")
    if model.otherwise:
        yield "answer", model.otherwise.answer, ("otherwise", "answer")
        yield from _list("source", model.otherwise.sources, "otherwise", "sources")


def _list(kind: str, names: Iterable[str], *path: str | int) -> Iterator[Field]:
    for index, name in enumerate(names):
        yield kind, name, (*path, index)
