"""What every kind of page is made from, and what it makes."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.guide import Leaf
from generator.prove import Proved
from generator.render import addresses
from generator.render.contract.encode import Json
from generator.render.pages.walks import HOME, Walk, walks
from generator.render.pages.words import Words
from generator.render.privacy import Private, private
from generator.resolve import Project
from generator.resolve.entities import Advice, Answer, Edition, Issue, Topic
from generator.resolve.prose import Prose, Target
from generator.resolve.reading import Article, Drill, Notice
from generator.schema import EditionLocale


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One locale's help centre with its guides laid out on pages."""

    project: Project
    guides: Mapping[str, Proved]
    edition: Edition
    words: Words
    walks: Mapping[str, Walk]
    """By issue id, or `HOME`."""
    pages_with: Mapping[str, Sequence[str]]
    """For each answer the issues, or `HOME`, whose guides may give it."""
    private: Private
    """What readers may have to hide that they read."""

    @property
    def topics(self) -> list[Topic]:
        """All topics in their order."""
        return sorted(self.edition.topics.values(), key=lambda topic: (topic.order, topic.id))

    @property
    def issues_by_topic(self) -> list[tuple[Topic, list[Issue]]]:
        """Each topic with its issues, both in the order in which readers see them."""
        return [(topic, self.issues_of(topic.id)) for topic in self.topics]

    def address_of(self, issue: str) -> str:
        """The page of an issue, or the home page."""
        locale = self.edition.locale
        if issue == HOME:
            return addresses.home(locale)
        return addresses.page(locale, Target("issue", issue))

    @property
    def channels_address(self) -> str:
        """The page with every official contact."""
        anywhere = addresses.page(self.edition.locale, Target("channel", "any"))
        return anywhere.partition("#")[0]

    def page_of(self, guide: str) -> str | None:
        """The page of a guide that presumes least: an issue, or `HOME`."""
        pages = [page for page, walk in self.walks.items() if walk.guide == guide]
        presumed = {page: len(self.edition.issues[page].replies) for page in pages if page != HOME}
        return min(pages, key=lambda page: presumed.get(page, 0), default=None)

    def onward_pages(self, walk: Walk, here: str) -> str:
        """The pages of the guides in which a walk's answers continue, as JSON for the player."""
        guides = {self.edition.answers[name].continues for name in walk.answers}
        pages = {guide: self.page_of(guide) for guide in guides if guide}
        found = {
            guide: addresses.relative(self.address_of(page), here)
            for guide, page in sorted(pages.items())
            if page is not None
        }
        return json.dumps(found)

    def title_of(self, target: Target) -> Prose:
        """What a page is called."""
        edition = self.edition
        match target.kind:
            case "issue":
                return edition.issues[target.id].title
            case "answer":
                return edition.answers[target.id].title
            case "topic":
                return edition.topics[target.id].title
            case "article":
                return edition.library.articles[target.id].title
            case "channel":
                return edition.channels[target.id].name

    def advice_of(self, leaf: Leaf) -> list[Advice]:
        """A leaf's advice in the order in which it is to be read."""
        return self._in_order(leaf.advice)

    def shared(self, walk: Walk) -> tuple[list[Answer], list[Advice], list[str]]:
        """What the brief leaves of a walk have in common, each once and in the order of reading.

        Answers, advice, and the rules that may decide.
        """
        leaves = [stop.leaf for stop in walk.stops if stop.leaf and walk.is_brief(stop)]
        answers = [self.edition.answers[name] for name in sorted({leaf.answer for leaf in leaves})]
        advice = self._in_order({name for leaf in leaves for name in leaf.advice})
        because = {name for leaf in leaves for name in leaf.because}
        rules = self.edition.guides[walk.guide].rules
        return answers, advice, [name for name in rules if name in because]

    def _in_order(self, names: Iterable[str]) -> list[Advice]:
        found = (self.edition.advice[name] for name in names)
        return sorted(found, key=lambda advice: (advice.order, advice.id))

    def score_of(self, guide: str, leaf: Leaf) -> tuple[int, int] | None:
        """A leaf's score and the best one of its guide; None where the guide has no score."""
        proved = self.guides[guide]
        score, span = proved.score_of(leaf), proved.score_range
        return (score, span[1]) if score is not None and span is not None else None

    def issues_of(self, topic: str) -> list[Issue]:
        """A topic's issues, the commonest first."""
        common = list(self.edition.commonest)
        found = [issue for issue in self.edition.issues.values() if issue.topic == topic]
        return sorted(
            found, key=lambda each: common.index(each.id) if each.id in common else len(common)
        )

    def notices(self, issue: str | None = None) -> list[Notice]:
        """The notices of the build's day, newest first: all, or those for an issue's page."""
        day = self.project.as_of
        shown = [each for each in self.edition.library.notices.values() if each.shown_on(day)]
        meant = [each for each in shown if issue is None or not each.issues or issue in each.issues]
        return sorted(meant, key=lambda each: (-each.first_day.toordinal(), each.id))

    def articles_on(self, issue: str) -> list[Article]:
        """The articles that lead to an issue, in their order."""
        found = (each for each in self.edition.library.articles.values() if issue in each.issues)
        return sorted(found, key=lambda each: (each.order, each.id))

    def chooser_on(self, issue: str) -> bool:
        """Whether the guide of an issue asks what rules a wallet out."""
        chooser = self.edition.library.chooser
        asked = self.edition.guides[self.edition.issues[issue].guide].questions
        exclusions = chooser.exclusions if chooser else ()
        return bool(exclusions) and all(each.when.keys() <= asked.keys() for each in exclusions)

    def drills_on(self, issue: str) -> list[Drill]:
        """The drills for an issue, in their order."""
        found = (each for each in self.edition.library.drills.values() if issue in each.issues)
        return sorted(found, key=lambda each: (each.order, each.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page before it is printed."""

    address: str
    title: str
    description: str
    template: str
    guide: str = ""
    """The guide that stands on the page."""
    module: str = ""
    """The address of a module of the page's own, besides the player."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What the template needs besides the book."""
    private: bool = False
    """Whether it can be left at once, and is kept on the device only when asked."""
    trail: tuple[tuple[str, str], ...] = ()
    """Titles and addresses of the pages between the home page and this one."""
    entry: str = ""
    """The entry that the page shows, such as `issues/payment-failed`; none on lists."""
    topic: str = ""
    """The topic whose picture stands for the page where it is shared."""
    told: Mapping[str, Json] = field(default_factory=dict)
    """What the page tells, in the words of schema.org."""
    found: bool = True
    """Whether the map of the site, `llms.txt` and search engines may list it."""


def book(project: Project, guides: Mapping[str, Proved], locale: EditionLocale) -> Book:
    """The help centre in one locale."""
    edition = project.editions[locale]
    laid_out = walks(edition, guides)
    return Book(
        project=project,
        guides=guides,
        edition=edition,
        words=Words(edition.words),
        walks=laid_out,
        pages_with=_pages_with(laid_out),
        private=private(edition, guides),
    )


def _pages_with(walks: Mapping[str, Walk]) -> dict[str, list[str]]:
    pages: dict[str, list[str]] = {}
    for page, walk in walks.items():
        for answer in walk.answers:
            pages.setdefault(answer, []).append(page)
    return pages
