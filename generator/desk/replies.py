"""Each answer as a reply to a customer, in the words that are published: nothing to fill in."""

from collections.abc import Iterable, Iterator, Mapping

from generator.guide import Leaf
from generator.prove import Proved
from generator.render.contract.encode import Json
from generator.render.privacy import private
from generator.resolve import Project
from generator.resolve.entities import Answer, Edition
from generator.resolve.prose import ListBlock, Prose
from generator.schema import LOCALES

US = "wallet-support"
"""The channel that agents are at the other end of."""
ADVICE, DAY = "[[advice]]", "[[day]]"
"""What depends on the caller's replies; the desk fills it in, or takes it out."""


def replies_json(project: Project, guides: Mapping[str, Proved]) -> dict[str, Json]:
    """Texts by answer, by advice, and around days; guides whose customers may have to hide it."""
    answers = sorted(
        {
            node.answer
            for proved in guides.values()
            for node in proved.guide.nodes.values()
            if isinstance(node, Leaf)
        }
    )
    first = project.editions[LOCALES[0]]
    return {
        "answers": {name: _both(_reply(project, name)) for name in answers},
        "advice": {
            name: {each: project.editions[each].advice[name].text.plain for each in LOCALES}
            for name in first.advice
        },
        "days": {
            word: {each: project.agents[each].words[f"own-{word}"] for each in LOCALES}
            for word in ("last-day", "last-day-at-least")
        },
        "private": sorted(private(first, guides).guides),
    }


def _both(texts: Iterable[tuple[str, str]]) -> dict[str, Json]:
    return dict(texts)


def _reply(project: Project, name: str) -> Iterator[tuple[str, str]]:
    for locale in LOCALES:
        edition, own = project.editions[locale], project.agents[locale]
        yield locale, "\n\n".join(filter(None, _parts(edition, edition.answers[name], own.words)))


def _parts(edition: Edition, answer: Answer, words: Mapping[str, str]) -> Iterator[str]:
    yield words["own-greeting"] + _gap(edition) + answer.summary.plain
    yield ADVICE
    steps = (f"{at}. {step.text.plain}" for at, step in enumerate(answer.today, 1))
    yield "\n".join((words["own-steps"], *steps))
    if answer.avoid:
        yield "\n".join((words["own-avoid"], *(f"- {each.plain}" for each in answer.avoid)))
    if answer.deadline:
        yield words["own-deadline"] + answer.deadline.text.plain + _gap(edition) + DAY
    yield words["own-fallback"] + _gap(edition) + answer.fallback.plain
    ours = words["own-ours"] + _gap(edition) if _sends_to_us(answer) else ""
    yield ours + words["own-end"]


def _sends_to_us(answer: Answer) -> bool:
    """Whether it tells readers to find support, which is whom the customer has found already."""
    texts = (answer.summary, answer.fallback, *(step.text for step in answer.today))
    return answer.channel == US or any(US in _channels(text) for text in texts)


def _channels(text: Prose) -> Iterator[str]:
    for block in text.blocks:
        lines = block.items if isinstance(block, ListBlock) else (block.runs,)
        targets = (run.target for line in lines for run in line)
        yield from (each.id for each in targets if each and each.kind == "channel")


def _gap(edition: Edition) -> str:
    return " " if edition.locale == "en" else ""
