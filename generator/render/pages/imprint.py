"""`.site.json` in each docs tree: what the frame around the pages needs to know.

MkDocs passes over files whose names begin with a dot; `generator.site` reads this one.
"""

import json
from collections.abc import Iterator, Sequence

from generator.render import addresses
from generator.render.modules import joined
from generator.render.pages.book import Book
from generator.render.player import MODULES
from generator.render.traditional import TRADITIONAL
from generator.render.visit import ENTRY as VISIT_ENTRY

IMPRINT = ".site.json"


def _shelves(book: Book) -> list[tuple[str, str]]:
    """Titles and files of the lists of what there is to read, as far as there is anything."""
    edition, words = book.edition, book.words
    library = edition.library
    shelves = (
        (library.messages, "messages-title", "messages.md"),
        (library.articles, "reading-title", "articles.md"),
        (library.drills, "drills-title", "drills.md"),
        (edition.toolkit, "tools-title", "tools.md"),
        (library.chooser, "chooser-title", "tools/wallet-chooser.md"),
        (library.terms, "glossary-title", "glossary.md"),
        (library.notices, "notices-title", "notices.md"),
    )
    return [(words(title), page) for entries, title, page in shelves if entries]


def _parts() -> Iterator[tuple[str, str, bytes]]:
    """Name, address and content of the modules that every page loads."""
    yield "visit", addresses.VISIT, joined(VISIT_ENTRY).encode()
    player = MODULES / "guide-player.js"
    yield "player", f"{addresses.PLAYER}{player.name}", joined(player).encode()


def imprint(book: Book, books: Sequence[Book]) -> str:
    """Name, navigation, languages and words in one locale, as JSON."""
    edition, words = book.edition, book.words
    frame = {
        "as_of": book.project.as_of.isoformat(),
        "locale": edition.locale,
        "name": edition.name.plain,
        "tagline": edition.tagline.plain,
        "sos": bool(edition.sos),
        "offline": edition.offline,
        "parts": {name: addresses.versioned(path, text) for name, path, text in _parts()},
        "nav": [
            {words("site-home"): "index.md"},
            *({topic.title.plain: f"topics/{topic.id}.md"} for topic in book.topics),
            *({title: page} for title, page in _shelves(book)),
            {words("channels-title"): "channels.md"},
            {words("about-title"): "about.md"},
            {words("privacy-title"): "privacy.md"},
            {words("index-title"): "a-z.md"},
            {words("changes-title"): "changes.md"},
        ],
        "languages": [
            {"locale": other.edition.locale, "name": other.words("language-short")}
            for other in books
        ],
        "words": {
            "contacts": words("site-contacts"),
            "search": words("search-title"),
            "language": words("site-language"),
            "never": words("site-never"),
            "notice": words("site-notice"),
            "skip": words("site-skip"),
            "sos": words("sos-strip"),
            "keep-hint": words("keep-hint"),
            "keep-page": words("keep-page"),
            "keep-forget": words("keep-forget"),
            "keep-kept": words("keep-kept"),
            "keep-gone": words("keep-gone"),
            "keep-failed": words("keep-failed"),
            "exit-now": words("exit-now"),
            "exit-keys": words("exit-keys"),
            "topics": words("site-topics"),
            "traditional": words("site-traditional") if edition.locale == TRADITIONAL else "",
            "as-of": words("as-of", value=words.day(book.project.as_of)),
        },
    }
    return json.dumps(frame, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
