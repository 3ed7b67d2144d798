"""Which ids the fields of an authored model name, and where; texts are read elsewhere."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from generator.schema.desk import Playbook
from generator.schema.entities import (
    Answer,
    Brand,
    Calculator,
    Calendar,
    Channel,
    Issue,
    Parameter,
    Question,
)
from generator.schema.library import Article, Message, Term
from generator.schema.rules import GuideRules
from generator.schema.text import Authored
from generator.schema.toolkit import Toolkit

Field = tuple[str, str, tuple[str | int, ...]]
"""Kind, id, and the path to where it stands; the kind `page` stands for all that can be linked."""


def fields(model: Authored) -> Iterator[Field]:
    """Every id that a model's fields name."""
    if (own := _OWN.get(type(model))) is not None:
        yield from own(model)
    if owner := getattr(model, "owner", None):
        yield "team", owner, ("owner",)
    for kind in ("issue", "answer", "source"):
        names = getattr(model, f"{kind}s", ())
        yield from _list(kind, names if isinstance(names, tuple) else (), f"{kind}s")


def _brand(model: Brand) -> Iterator[Field]:
    yield from _list("answer", model.sos, "sos")
    for name in model.commonest:
        yield "issue", name, ("commonest", name)


def _issue(model: Issue) -> Iterator[Field]:
    yield "topic", model.topic, ("topic",)
    yield "guide", model.guide.id, ("guide", "id")
    yield from _list("issue", model.related, "related")


def _term(model: Term) -> Iterator[Field]:
    yield from _list("page", model.see, "see")


def _message(model: Message) -> Iterator[Field]:
    yield "issue", model.issue, ("issue",)


def _sections(model: Article | Playbook) -> Iterator[Field]:
    for index, section in enumerate(model.sections):
        if section.examples:
            path = ("sections", index, "examples", "calculator")
            yield "calculator", section.examples.calculator, path


def _channel(model: Channel) -> Iterator[Field]:
    if model.phone:
        yield "parameter", model.phone, ("phone",)


def _dated(model: Parameter | Calendar) -> Iterator[Field]:
    yield "source", model.source, ("source",)


def _question(model: Question) -> Iterator[Field]:
    if model.calendar:
        yield "calendar", model.calendar, ("calendar",)
    if model.computed_by:
        yield "calculator", model.computed_by, ("computed_by",)
    for index, option in enumerate(model.options):
        if option.until:
            yield "parameter", option.until.parameter, ("options", index, "until", "parameter")


def _answer(model: Answer) -> Iterator[Field]:
    yield "channel", model.fallback.channel, ("fallback", "channel")
    if model.continues:
        yield "guide", model.continues.guide, ("continue", "guide")
    if model.deadline and model.deadline.calculator:
        yield "calculator", model.deadline.calculator, ("deadline", "calculator")


def _calculator(model: Calculator) -> Iterator[Field]:
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


def _guide(model: GuideRules) -> Iterator[Field]:
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


def _toolkit(model: Toolkit) -> Iterator[Field]:
    yield "calculator", model.fee.calculator, ("fee", "calculator")
    yield "page", model.fee_wrong, ("fee_wrong",)
    yield "issue", model.check_up.issue, ("check_up", "issue")
    for name in model.check_up.points:
        yield "advice", name, ("check_up", "points", name)
    for name, arrival in model.arrivals.items():
        yield "calculator", arrival.calculator, ("arrivals", name, "calculator")
        yield "page", arrival.past, ("arrivals", name, "past")
    for name, period in model.periods.items():
        yield "calculator", period.calculator, ("periods", name, "calculator")
        yield from _list("source", period.sources, "periods", name, "sources")
    for name, recipient in model.recipients.items():
        yield "channel", recipient.channel, ("recipients", name, "channel")
    for name, evidence in model.evidence.items():
        yield "issue", evidence.issue, ("evidence", name, "issue")
        yield from _list("answer", evidence.answers, "evidence", name, "answers")


def _list(kind: str, names: Iterable[str], *path: str | int) -> Iterator[Field]:
    for index, name in enumerate(names):
        yield kind, name, (*path, index)


_OWN: dict[type[Authored], Callable[[Any], Iterator[Field]]] = {
    Brand: _brand,
    Issue: _issue,
    Question: _question,
    Answer: _answer,
    Calculator: _calculator,
    GuideRules: _guide,
    Channel: _channel,
    Parameter: _dated,
    Calendar: _dated,
    Term: _term,
    Message: _message,
    Article: _sections,
    Playbook: _sections,
    Toolkit: _toolkit,
}
"""What each kind of model names besides owner, issues, answers and sources."""
