"""Guides as pages show them: every node once on a page, and where answers lead on.

In: an edition and the guides. Out: a `Walk` for each page with a guide. Without scripts a page
cannot remember replies, so an answer that continues in another guide leads to the node of the other
page behind which nothing already known is asked; where the page has no such node, it gets one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.guide import Guide, Leaf, Node, Question, replies_at, restrict
from generator.prove import Proved
from generator.resolve.entities import Edition

HOME = ""
"""In place of an issue's id: the home page."""
TRIAGE = "triage"
"""The guide that stands on the home page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onward:
    """Where the conversation goes on after an answer."""

    issue: str
    """The issue on whose page, or `HOME`."""
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A node as a page shows it."""

    name: str
    """Unique on the page. The guide's own node id, with a number behind it for a further copy."""
    node: Node
    children: Mapping[str, str]
    """For each option the name of the next stop."""
    onward: Onward | None

    @property
    def anchor(self) -> str:
        return f"n-{self.name}"

    @property
    def leaf(self) -> Leaf | None:
        return self.node if isinstance(self.node, Leaf) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """A guide on one page."""

    guide: str
    start: str
    """The name of the stop with which the page opens."""
    stops: tuple[Stop, ...]
    """Questions, then leaves, those of one answer together; the start comes last."""

    def is_brief(self, stop: Stop) -> bool:
        """Whether a leaf shows what stands once on the page for all leaves with its answer."""
        return stop.leaf is not None and stop.onward is None and stop.name != self.start

    @property
    def answers(self) -> frozenset[str]:
        return frozenset(stop.leaf.answer for stop in self.stops if stop.leaf)


def walks(edition: Edition, guides: Mapping[str, Proved]) -> dict[str, Walk]:
    """The walk of every page that has a guide, by issue id or `HOME`."""
    surveyor = _Surveyor(edition, {name: proved.guide for name, proved in guides.items()})
    pages = [HOME, *edition.issues]
    for page in pages:
        if surveyor.guide_on(page) is not None:
            surveyor.open(page)
    return {page: surveyor.walk(page) for page in pages if page in surveyor.starts}


class _Surveyor:
    """Lays guides out on pages, and adds to a page what answers of other pages need there."""

    def __init__(self, edition: Edition, guides: Mapping[str, Guide]) -> None:
        self.edition = edition
        self.guides = guides
        self.starts: dict[str, str] = {}
        self.stops: dict[str, dict[object, Stop]] = {}
        self.names: dict[str, set[str]] = {}
        self.asked: dict[str, frozenset[str]] = {}

    def guide_on(self, page: str) -> str | None:
        name = TRIAGE if page == HOME else self.edition.issues[page].guide
        return name if name in self.guides else None

    def preset(self, page: str) -> Mapping[str, str]:
        return {} if page == HOME else self.edition.issues[page].replies

    def open(self, page: str) -> None:
        """Lay out a page's own walk, once, before anybody arrives from elsewhere."""
        if page not in self.stops:
            self.stops[page], self.names[page] = {}, set()
            self.starts[page] = self.lay_out(page, self.preset(page)).name

    def lay_out(self, page: str, known: Mapping[str, str]) -> Stop:
        """The stop at which a reader with these replies arrives on a page."""
        guide = restrict(self.guides[self.guide_on(page) or ""], known)
        arrived = replies_at(guide)
        made: dict[str, Stop] = {}

        def visit(at: str) -> Stop:
            if at not in made:
                node = guide.nodes[at]
                onward, children = None, {}
                if isinstance(node, Question):
                    children = {
                        option: visit(child).name for option, child in node.children.items()
                    }
                else:
                    onward = self.onward(node, {**known, **_certain(arrived[at])})
                made[at] = self.put(page, at, node=node, children=children, onward=onward)
            return made[at]

        return visit(guide.start)

    def put(
        self,
        page: str,
        at: str,
        *,
        node: Node,
        children: Mapping[str, str],
        onward: Onward | None,
    ) -> Stop:
        key = (at, tuple(children.items()), onward)
        if key not in self.stops[page]:
            names = self.names[page]
            name = next(name for name in _names(at) if name not in names)
            names.add(name)
            self.stops[page][key] = Stop(name=name, node=node, children=children, onward=onward)
        return self.stops[page][key]

    def onward(self, leaf: Leaf, known: Mapping[str, str]) -> Onward | None:
        answer = self.edition.answers[leaf.answer]
        known = {**answer.presumed, **known}
        page = self.page_for(answer.continues, known) if answer.continues else None
        if page is None or answer.continues is None:
            return None
        if answer.returns:
            # With all replies kept it would lead to the answer that sent the reader away.
            start = restrict(self.guides[answer.continues], self.preset(page)).start
            return Onward(issue=page, anchor=f"n-{start}")
        self.open(page)
        asked = self.asked_from(answer.continues)
        carried = {question: known[question] for question in known if question in asked}
        return Onward(issue=page, anchor=self.lay_out(page, carried).anchor)

    def page_for(self, guide: str, known: Mapping[str, str]) -> str | None:
        """The page of a guide that presumes most of what is known, and nothing else."""
        if guide not in self.guides:
            return None
        pages = [name for name, issue in self.edition.issues.items() if issue.guide == guide]
        if guide == TRIAGE:
            pages.insert(0, HOME)
        fits = [page for page in pages if self.preset(page).items() <= known.items()]
        return max(fits, key=lambda page: len(self.preset(page)), default=next(iter(pages), None))

    def asked_from(self, guide: str) -> frozenset[str]:
        """Questions of a guide and of all guides to which its answers lead."""
        if guide not in self.asked:
            nodes = self.guides[guide].nodes.values()
            asked = {node.question for node in nodes if isinstance(node, Question)}
            for name in {node.answer for node in nodes if isinstance(node, Leaf)}:
                answer = self.edition.answers[name]
                if answer.continues and answer.continues in self.guides and not answer.returns:
                    asked |= self.asked_from(answer.continues)
            self.asked[guide] = frozenset(asked)
        return self.asked[guide]

    def walk(self, page: str) -> Walk:
        start = self.starts[page]
        stops = sorted(
            self.stops[page].values(),
            key=lambda stop: (stop.name == start, stop.leaf.answer if stop.leaf else ""),
        )
        return Walk(guide=self.guide_on(page) or "", start=start, stops=tuple(stops))


def _names(at: str) -> Iterator[str]:
    yield at
    number = 2
    while True:
        yield f"{at}-{number}"
        number += 1


def _certain(replies: Mapping[str, frozenset[str]]) -> dict[str, str]:
    """Replies that everybody who arrives has given."""
    return {question: next(iter(few)) for question, few in replies.items() if len(few) == 1}
