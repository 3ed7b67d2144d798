"""Every mention of an id, so that unknown ones and unused entries are found in one pass."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.problems import Place, Problem, did_you_mean
from generator.resolve.named import fields
from generator.schema import Catalogue, Entry
from generator.schema.markup import ListBlock, parse_markup
from generator.schema.text import Authored
from generator.schema.walk import walk_texts

LINKABLE = ("issue", "answer", "topic", "channel", "article")
_A_PAGE = "issue, answer, topic, channel or article"
_FIELDS = {
    "issue": "issues", "answer": "answers", "topic": "topics", "channel": "channels",
    "question": "questions", "advice": "advice", "parameter": "parameters", "source": "sources",
    "calendar": "calendars", "guide": "guides", "calculator": "calculators",
    "article": "articles", "term": "terms", "message": "messages", "notice": "notices",
    "drill": "drills", "chooser": "choosers", "toolkit": "toolkits", "playbook": "playbooks",
    "macro": "macros",
}  # fmt: skip
_FOR_AGENTS = ("playbook", "macro")
_OF_BRAND = {
    "parameter": "parameters", "channel": "channels", "source": "sources", "team": "teams",
}  # fmt: skip
"""Kinds of which a brand has its own."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of an id. The kind `page` stands for any of `LINKABLE`."""

    kind: str
    id: str
    place: Place
    by: str
    """Who mentions it, as `kind:id`."""
    public: bool = True
    """Whether readers may see where it is mentioned."""


def references(catalogue: Catalogue) -> tuple[Reference, ...]:
    """All mentions of ids in a project, but for those inside conditions."""
    brand = catalogue.brand
    bare = brand.model.model_copy(update={field: {} for field in _OF_BRAND.values()})
    listed: list[tuple[str, Entry[Authored]]] = [("brand", replace(brand, model=bare))]
    for kind, field in [*_FIELDS.items(), ("words", "words"), ("desk-words", "desk_words")]:
        listed += [(kind, entry) for entry in getattr(catalogue, field).values()]
        listed += [(kind, entry) for entry in _of_brand(catalogue, kind).values()]
    return tuple(reference for kind, entry in listed for reference in _of_entry(kind, entry))


def table(catalogue: Catalogue, kind: str) -> Mapping[str, Entry[Authored]]:
    """The entries of a kind by id, the brand's own laid over the shared ones."""
    shared: Mapping[str, Entry[Authored]] = (
        getattr(catalogue, _FIELDS[kind]) if kind in _FIELDS else {}
    )
    return {**shared, **_of_brand(catalogue, kind)}


def _of_brand(catalogue: Catalogue, kind: str) -> dict[str, Entry[Authored]]:
    field = _OF_BRAND.get(kind)
    if field is None:
        return {}
    brand = catalogue.brand
    own: Mapping[str, Authored] = getattr(brand.model, field)
    return {name: Entry(name, model, brand.document, (field, name)) for name, model in own.items()}


def unknown(catalogue: Catalogue, mentions: Iterable[Reference]) -> Iterator[Problem]:
    """Mentions of ids that nothing defines, nor may have been meant to define."""
    tables = {kind: table(catalogue, kind) for kind in {**_FIELDS, **_OF_BRAND}}
    for mention in mentions:
        kinds = LINKABLE if mention.kind == "page" else (mention.kind,)
        if any(
            mention.id in tables[kind] or catalogue.spoilt.may_hold(kind, mention.id)
            for kind in kinds
        ):
            continue
        known = [name for kind in kinds for name in tables[kind]]
        word = (
            "issue, answer, topic, channel or article" if mention.kind == "page" else mention.kind
        )
        yield Problem(
            code="R301",
            place=mention.place,
            what=f'No {word} has the id "{mention.id}".',
            mend=did_you_mean(mention.id, known) or f"Correct the id, or add the {word}.",
        )


def _of_entry(kind: str, entry: Entry[Authored]) -> Iterator[Reference]:
    by = f"{kind}:{entry.id}"
    for path, text, _ in walk_texts(entry.model):
        public = kind not in _FOR_AGENTS and path[:1] != ("agent",)
        for block in parse_markup(text)[0]:
            lines = block.items if isinstance(block, ListBlock) else (block.runs,)
            for run in (run for line in lines for run in line):
                if run.parameter:
                    yield Reference(
                        "parameter", run.parameter, entry.place(*path), by, public=public
                    )
                if run.link:
                    yield Reference("page", run.link, entry.place(*path), by)
    for target, name, path in fields(entry.model):
        yield Reference(target, name, entry.place(*path), by, public=kind not in _FOR_AGENTS)
