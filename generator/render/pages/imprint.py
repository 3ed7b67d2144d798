"""`.site.json` in each docs tree: what the frame around the pages needs to know.

MkDocs passes over files whose names begin with a dot; `generator.site` reads this one.
"""

import json
from collections.abc import Sequence

from generator.render.pages.book import Book

IMPRINT = ".site.json"


def imprint(book: Book, books: Sequence[Book]) -> str:
    """Name, navigation, languages and words in one locale, as JSON."""
    edition, words = book.edition, book.words
    topics = sorted(edition.topics.values(), key=lambda topic: (topic.order, topic.id))
    frame = {
        "as_of": book.project.as_of.isoformat(),
        "locale": edition.locale,
        "name": edition.name.plain,
        "tagline": edition.tagline.plain,
        "nav": [
            {words("site-home"): "index.md"},
            *({topic.title.plain: f"topics/{topic.id}.md"} for topic in topics),
            {words("channels-title"): "channels.md"},
        ],
        "languages": [
            {"locale": other.edition.locale, "name": other.words("language-name")}
            for other in books
        ],
        "words": {
            "contacts": words("site-contacts"),
            "language": words("site-language"),
            "never": words("site-never"),
            "notice": words("site-notice"),
            "skip": words("site-skip"),
            "topics": words("site-topics"),
            "as-of": words("as-of", value=words.day(book.project.as_of)),
        },
    }
    return json.dumps(frame, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
