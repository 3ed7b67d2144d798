"""Terms of the glossary marked where they stand in a page's text, with what they mean.

A term that stands on every sixth page is a word that readers know by then; it is not marked.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from markupsafe import escape

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.resolve.entities import Edition
from generator.resolve.prose import Prose
from generator.resolve.reading import Term

Marker = Callable[[Sheet, str], str]

PAGES = frozenset({"issue.html", "answer.html", "article.html"})
COMMON = 6
"""A term on more than one page of so many is common."""
MOST = 6
"""So many terms are marked on a page; more would disturb reading."""
_PART = re.compile(r"<[^>]*>|[^<]+")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)([^>]*)>")
_TEXTS = frozenset({"p", "li", "dd"})
_CLOSED = frozenset(
    {"a", "blockquote", "button", "guide-player", "h1", "h2", "h3", "h4", "nav", "svg", "table"}
)
"""Where no mark belongs: other links, headings, words to be copied, and what scripts replace."""
_CLOSED_CLASSES = re.compile(r'class="[^"]*\b(?:sources|feedback|days|score)\b')
_VOID = frozenset({"br", "hr", "img", "input"})


def marker(book: Book) -> Marker:
    """What marks the terms in the HTML of a book's sheets."""
    terms = uncommon(book.edition)
    if not terms:
        return lambda _, html: html
    pattern = _pattern(terms)

    def mark(sheet: Sheet, html: str) -> str:
        if sheet.template not in PAGES:
            return html
        return _marked(html, pattern, lambda name: _link(book, sheet, terms[name]))

    return mark


def uncommon(edition: Edition) -> dict[str, Term]:
    """The terms that not every reader has met, by each of their names as HTML writes them."""
    entries = (edition.answers, edition.issues, edition.library.articles)
    texts = ["\n".join(_texts(entry)).lower() for kind in entries for entry in kind.values()]
    found: dict[str, Term] = {}
    for term in edition.library.terms.values():
        for name in (term.name.plain, *term.also):
            if sum(name.lower() in text for text in texts) * COMMON <= len(texts):
                found.setdefault(str(escape(name)).lower(), term)
    return found


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, Prose):
        yield value.plain
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _texts(getattr(value, each.name))


def _pattern(names: Mapping[str, Term]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    # Letters of the Latin alphabet make words; Han characters stand side by side.
    words = "|".join(rf"(?<![a-z]){re.escape(name)}(?![a-z])" for name in longest)
    # Most places begin no name, which one look tells.
    first = "".join(sorted({re.escape(name[0]) for name in names}))
    return re.compile(f"(?=[{first}])(?:{words})", re.IGNORECASE)


def _marked(html: str, pattern: re.Pattern[str], link: Callable[[str], tuple[str, str]]) -> str:
    """The HTML with the first mention of each term inside a text as a link."""
    seen: set[str] = set()

    def replaced(found: re.Match[str]) -> str:
        name, text = link(found[0].lower())
        if name in seen or len(seen) == MOST:
            return found[0]
        seen.add(name)
        return f"{text}{found[0]}</a>"

    open_tags: list[tuple[str, bool]] = []
    parts: list[str] = []
    for part in _PART.findall(html):
        if tag := _TAG.fullmatch(part):
            _follow(tag, open_tags)
        elif any(name in _TEXTS for name, _ in open_tags) and not any(c for _, c in open_tags):
            part = pattern.sub(replaced, part)  # noqa: PLW2901
        parts.append(part)
    return "".join(parts)


def _follow(tag: re.Match[str], open_tags: list[tuple[str, bool]]) -> None:
    """Keep the list of open elements, each with whether it is closed to marks."""
    closing, name, rest = tag.groups()
    if closing:
        while open_tags and open_tags.pop()[0] != name:
            pass
    elif name not in _VOID and not rest.endswith("/"):
        open_tags.append((name, name in _CLOSED or bool(_CLOSED_CLASSES.search(rest))))


def _link(book: Book, sheet: Sheet, term: Term) -> tuple[str, str]:
    """The id of a term, and the start of the link to it that carries its meaning."""
    address = f"{addresses.glossary(book.edition.locale)}#{term.id}"
    href = escape(addresses.relative(address, sheet.address))
    told = escape(" ".join(term.meaning.plain.split("\n")))
    return term.id, f'<a class="term" href="{href}" data-told="{told}">'
