"""All authored models of a project, each with the document it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from generator.problems import Place
from generator.schema import desk, entities, finding, ledgers, library, rules, toolkit
from generator.schema.conditions import Condition
from generator.schema.text import Authored, Line
from generator.source import Document, Path

Model_co = TypeVar("Model_co", bound=Authored, covariant=True)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Model_co]):
    """A model, and where in which document it stands."""

    id: str
    model: Model_co
    document: Document
    path: Path = ()

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` inside this model stands."""
        return self.document.place((*self.path, *path))

    def key_place(self, *path: str | int) -> Place:
        """Where the key that leads to `path` stands."""
        return self.document.key_place((*self.path, *path))


@dataclass(frozen=True, slots=True)
class GuideEntry(Entry[rules.GuideRules]):
    """A rules file with its conditions read."""

    conditions: Mapping[Path, Condition] = field(default_factory=dict)
    """By path: `("rules", 3, "when")`, `("questions", 0, "only_if")` and so on."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file: where it lies, which model it has, what its entries are called."""

    name: str
    """Word for messages and, in the plural, the field of `Catalogue`."""
    plural: str
    location: str
    """A folder, or one file."""
    model: type[Authored]
    collection: str = ""
    """The key that holds the entries, where one file defines many."""
    optional: bool = False
    """Whether a project can do without."""
    told: bool = True
    """Whether anybody but authors reads what stands there."""
    agents: bool = False
    """Whether only support agents read it."""

    def address(self, name: str) -> str:
        """What an entry is called in lists of entries of all kinds: `issues/payment-failed`."""
        place = self.location.removeprefix("content/").removesuffix(".yml")
        whole = place != self.location.removeprefix("content/") and not self.collection
        return place if whole else f"{place}/{name}"


KINDS: tuple[Kind, ...] = (
    Kind("topic", "topics", "content/topics", entities.Topic),
    Kind("issue", "issues", "content/issues", entities.Issue),
    Kind("question", "questions", "content/questions", entities.Question),
    Kind("answer", "answers", "content/answers", entities.Answer),
    Kind("advice", "advice", "content/advice", entities.Advice),
    Kind("channel", "channels", "content/channels", entities.Channel),
    Kind("calendar", "calendars", "content/calendars", entities.Calendar),
    Kind("calculator", "calculators", "content/calculators", entities.Calculator, optional=True),
    Kind("parameter", "parameters", "content/parameters", entities.Parameters, "parameters"),
    Kind("source", "sources", "content/sources", entities.Sources, "sources"),
    Kind("brand", "brands", "content/brand.yml", entities.Brand),
    Kind("words", "words", "content/words.yml", entities.InterfaceWords, "words"),
    Kind("article", "articles", "content/articles", library.Article, optional=True),
    Kind("term", "terms", "content/terms", library.Terms, "terms", optional=True),
    Kind("message", "messages", "content/messages", library.Messages, "messages", optional=True),
    Kind("notice", "notices", "content/notices.yml", library.Notices, "notices", optional=True),
    Kind("drill", "drills", "content/drills", library.Drill, optional=True),
    Kind("chooser", "choosers", "content/chooser.yml", library.Chooser, optional=True),
    Kind("toolkit", "toolkits", "content/toolkit.yml", toolkit.Toolkit, optional=True),
    Kind("playbook", "playbooks", "content/playbooks", desk.Playbook, optional=True, agents=True),
    Kind("macro", "macros", "content/macros", desk.Macro, optional=True, agents=True),
    Kind(
        "desk-words",
        "desk_words",
        "content/desk-words.yml",
        entities.InterfaceWords,
        "words",
        optional=True,
        agents=True,
    ),
    Kind("guide", "guides", "rules", rules.GuideRules),
    Kind(
        "synonyms",
        "synonyms",
        "content/synonyms.yml",
        finding.Synonyms,
        optional=True,
        told=False,
    ),
    Kind(
        "translation",
        "translations",
        "content/translations.yml",
        ledgers.Translations,
        "translations",
        optional=True,
        told=False,
    ),
    Kind(
        "subject",
        "subjects",
        "content/coverage.yml",
        ledgers.Coverage,
        "subjects",
        optional=True,
        told=False,
    ),
    Kind(
        "publication",
        "published",
        "content/published.yml",
        ledgers.Published,
        "published",
        optional=True,
        told=False,
    ),
)


@dataclass(frozen=True, slots=True)
class Spoilt:
    """What stands in files with mistakes: who mentions it is not to blame if it is not found."""

    ids: frozenset[tuple[str, str]] = frozenset()
    """Kind and id; the kind is empty for a file in a place where no kind is kept."""
    kinds: frozenset[str] = frozenset()
    """Kinds of which an unknown number of entries could not be read."""

    def __bool__(self) -> bool:
        return bool(self.ids or self.kinds)

    def may_hold(self, kind: str, name: str) -> bool:
        """Whether an entry may have been meant to be defined in a file with mistakes."""
        return kind in self.kinds or (kind, name) in self.ids or ("", name) in self.ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything authored, by kind and id."""

    topics: Mapping[str, Entry[entities.Topic]]
    issues: Mapping[str, Entry[entities.Issue]]
    questions: Mapping[str, Entry[entities.Question]]
    answers: Mapping[str, Entry[entities.Answer]]
    advice: Mapping[str, Entry[entities.Advice]]
    channels: Mapping[str, Entry[entities.Channel]]
    calendars: Mapping[str, Entry[entities.Calendar]]
    calculators: Mapping[str, Entry[entities.Calculator]]
    parameters: Mapping[str, Entry[entities.Parameter]]
    sources: Mapping[str, Entry[entities.SourceEntry]]
    words: Mapping[str, Entry[Line]]
    articles: Mapping[str, Entry[library.Article]]
    terms: Mapping[str, Entry[library.Term]]
    messages: Mapping[str, Entry[library.Message]]
    notices: Mapping[str, Entry[library.Notice]]
    drills: Mapping[str, Entry[library.Drill]]
    choosers: Mapping[str, Entry[library.Chooser]]
    """One entry, or none."""
    toolkits: Mapping[str, Entry[toolkit.Toolkit]]
    """One entry, or none."""
    playbooks: Mapping[str, Entry[desk.Playbook]]
    """For agents only."""
    macros: Mapping[str, Entry[desk.Macro]]
    """For agents only."""
    desk_words: Mapping[str, Entry[Line]]
    """Words of the agents' desk, for agents only."""
    guides: Mapping[str, GuideEntry]
    synonyms: Mapping[str, Entry[finding.Synonyms]]
    """One entry, or none."""
    translations: Mapping[str, Entry[ledgers.Translation]]
    """By address of the entry that was translated."""
    subjects: Mapping[str, Entry[ledgers.Subject]]
    """What must be covered."""
    published: Mapping[str, Entry[ledgers.PublishedEntry]]
    """By address of the entry or part that was published."""
    brand: Entry[entities.Brand]
    spoilt: Spoilt = Spoilt()

    def entries(self) -> Iterator[tuple[Kind, Entry[Authored]]]:
        """Every entry that is told to somebody with its kind, by kind and id."""
        for kind in (kind for kind in KINDS if kind.told):
            if kind.plural == "brands":
                yield kind, self.brand
            else:
                yield from ((kind, entry) for entry in getattr(self, kind.plural).values())
