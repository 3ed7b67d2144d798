"""The pages of the agents' site: templates → HTML as it is published."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.agents.binder import Binder
from generator.agents.finding import MODULE, index_file, snippets_file
from generator.agents.sheets import drawing, fits, sheet
from generator.render import addresses
from generator.render.pages.press import filled
from generator.render.player import STYLESHEET as PUBLIC_SHEET
from generator.render.player import TEMPLATES
from generator.resolve.prose import Target

FOLDER = TEMPLATES / "agents"
STYLESHEET = "agents.css"
ICON = "mark.svg"
LISTS = ("issues", "guides", "answers", "playbooks", "macros", "channels", "articles", "messages")
"""What every page leads to."""

_TOKENS = re.compile(r"(:root \{.*?)(?=/\* ---- Ground ---- \*/)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page before it is written."""

    address: str
    title: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return f"{self.address}index.html" if self.address.endswith("/") else self.address


def stylesheet() -> str:
    """The tokens of the public site, and the agents' own rules."""
    found = _TOKENS.search(PUBLIC_SHEET.read_text("utf-8"))
    if found is None:
        raise ValueError(f"{PUBLIC_SHEET.name} has no tokens at its top")
    return found[1] + (FOLDER / "agents.css").read_text("utf-8")


def icon() -> str:
    """The mark of the help centre."""
    return (PUBLIC_SHEET.parent / "mark.svg").read_text("utf-8")


def entrance(binders: Sequence[Binder]) -> str:
    """The page at the root, which leads into each language."""
    values = {"binders": binders, "edition": binders[0].book.edition, "w": binders[0].book.words}
    return filled("entrance.html", "", values, FOLDER)


def pages(binder: Binder) -> dict[str, str]:
    """Every page of a locale by path."""
    several = (*_lists(binder), *_entries(binder), *_sheets(binder))
    return {page.path: _written(binder, page) for page in several}


def _written(binder: Binder, page: Page) -> str:
    book = binder.book
    values = {
        "binder": binder,
        "book": book,
        "edition": book.edition,
        "w": book.words,
        "a": binder.words,
        "own": binder.own,
        "page": page,
        "lists": LISTS,
        "styles": binder.loaded(STYLESHEET),
        "icon": ICON,
        "module": binder.loaded(MODULE),
        "index": binder.loaded(index_file(binder.locale)),
        "snippets": binder.loaded(snippets_file(binder.locale)),
        "others": [
            (name, each.words["language-name"], page.address.replace(binder.locale, name, 1))
            for name, each in book.project.editions.items()
            if name in book.project.agents and name != binder.locale
        ],
        **page.values,
    }
    return filled(page.template, page.address, values, FOLDER)


def _lists(binder: Binder) -> Iterator[Page]:
    at = binder.locale
    yield Page(address=f"{at}/", title=binder.words("agents-title"), template="home.html")
    for name in LISTS:
        title = binder.words(f"agents-{name}")
        yield Page(address=f"{at}/{name}/", title=title, template=f"list_{name}.html")


def _entries(binder: Binder) -> Iterator[Page]:
    edition, at = binder.book.edition, binder.locale
    for name, issue in edition.issues.items():
        yield Page(
            address=addresses.page(at, Target("issue", name)),
            title=issue.title.plain,
            template="issue.html",
            values={"issue": issue},
        )
    for name, answer in edition.answers.items():
        issues = binder.issues_of(name)
        yield Page(
            address=addresses.page(at, Target("answer", name)),
            title=answer.title.plain,
            template="answer.html",
            values={"answer": answer, "issues": issues},
        )
    for name, topic in edition.topics.items():
        yield Page(
            address=addresses.page(at, Target("topic", name)),
            title=topic.title.plain,
            template="topic.html",
            values={"topic": topic},
        )
    for name, article in edition.library.articles.items():
        yield Page(
            address=addresses.page(at, Target("article", name)),
            title=article.title.plain,
            template="reading.html",
            values={"reading": article, "kind": None},
        )
    for name, playbook in binder.own.playbooks.items():
        yield Page(
            address=f"{at}/playbooks/{name}/",
            title=playbook.title.plain,
            template="reading.html",
            values={"reading": playbook, "kind": playbook.kind},
        )


def _sheets(binder: Binder) -> Iterator[Page]:
    """Each guide twice: on a page with all its options in sight, and as a sheet to print."""
    for name, text in binder.book.edition.guides.items():
        picture = drawing(binder, name)
        values = {
            "guide": name,
            "steps": binder.steps[name],
            "picture": picture,
            "fits": fits(binder.files[picture]) if picture in binder.files else False,
            "paper": sheet(binder, name),
        }
        yield Page(
            address=f"{binder.locale}/guides/{name}/",
            title=text.title.plain,
            template="guide.html",
            values=values,
        )
        yield Page(
            address=sheet(binder, name),
            title=text.title.plain,
            template="sheet.html",
            values=values,
        )
