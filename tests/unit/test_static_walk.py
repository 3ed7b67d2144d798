"""Every option of every guide as it stands on its page without scripts, held to the rule engine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest

from generator.diagram import diagram
from generator.engine import Engine, RuleEngine
from generator.guide import Leaf, Question
from generator.pipeline import Compiled
from generator.prove.journeys import Arrival, on_engine
from generator.render.pages.book import Book
from generator.schema import LOCALES, Locale
from tests.conftest import ROOT

GUIDES = sorted(path.stem for path in (ROOT / "rules").glob("*.yml"))


@dataclass
class Shown:
    """A node as a page shows it."""

    node: str
    question: str | None
    arrival: Arrival | None
    options: dict[str, str] = field(default_factory=dict)
    """Option → the anchor to which it leads."""


class Nodes(HTMLParser):
    """All nodes of a page by anchor, and the anchor with which it opens."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.all: dict[str, Shown] = {}
        self.start = ""
        self.present: Shown | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        classes = found.get("class", "").split()
        if tag == "section" and "node" in classes:
            answer = found.get("data-answer")
            arrival = (
                Arrival(answer, frozenset(found.get("data-advice", "").split())) if answer else None
            )
            self.present = Shown(found["data-node"], found.get("data-question"), arrival)
            self.all[found["id"]] = self.present
            self.start = found["id"] if "start" in classes else self.start
        elif "data-option" in found and self.present is not None:
            self.present.options[found["data-option"]] = found["href"].removeprefix("#")


@pytest.fixture(scope="module")
def files(shipped_files: Mapping[str, str]) -> dict[str, str]:
    return dict(shipped_files)


@pytest.fixture(scope="module")
def engines(shipped: Compiled) -> Iterator[dict[str, Engine]]:
    with RuleEngine() as process:
        made = {}
        for name, proved in shipped.guides.items():
            diagrams, _ = diagram(proved.logic)
            assert diagrams is not None
            made[name] = Engine(process, proved.logic, diagrams)
        yield made


def page_with_all_of(found: Book, guide: str) -> str:
    """The page that opens a guide and presumes nothing."""
    name = found.page_of(guide)
    assert name is not None
    assert not name or not found.edition.issues[name].replies
    address = found.address_of(name).strip("/")
    return f"docs/{address}.md" if "/" in address else f"docs/{address}/index.md"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("guide", GUIDES)
def test_every_option_leads_to_the_engine_s_answer(
    shipped: Compiled,
    books: Mapping[Locale, Book],
    engines: Mapping[str, Engine],
    files: Mapping[str, str],
    guide: str,
    locale: Locale,
) -> None:
    proved = shipped.guides[guide]
    nodes = Nodes(files[page_with_all_of(books[locale], guide)])
    seen: set[str] = set()
    arrivals: list[tuple[dict[str, str], Arrival]] = []

    def walk(at: str, anchor: str, replies: dict[str, str]) -> None:
        shown, expected = nodes.all[anchor], proved.guide.nodes[at]
        assert shown.node == at
        if isinstance(expected, Leaf):
            assert shown.arrival is not None
            arrivals.append((replies, shown.arrival))
            return
        assert (shown.question, list(shown.options)) == (
            expected.question,
            list(expected.children),
        )
        if at not in seen:
            seen.add(at)
            for option, child in expected.children.items():
                walk(child, shown.options[option], {**replies, expected.question: option})

    walk(proved.guide.start, nodes.start, {})
    assert seen == {at for at, node in proved.guide.nodes.items() if isinstance(node, Question)}
    for replies, reached in arrivals:
        assert reached == on_engine(proved.logic, engines[guide], replies)
