"""The page for a loss in progress: whole HTML, light enough for the poorest network, no script.

It stands outside the frame of the other pages, whose stylesheet alone weighs more.
"""

from collections.abc import Iterator, Sequence

from generator.render import addresses
from generator.render.pages.book import Book
from generator.render.pages.press import TEMPLATES, filled
from generator.resolve.entities import Answer, Channel
from generator.resolve.prose import ListBlock, Prose, Run

STYLES = TEMPLATES.parent / "theme" / "assets" / "help-centre.css"
OWN_STYLES = TEMPLATES.parent / "sos" / "sos.css"
TOKENS_END = "/* ---- Ground ---- */"
"""Up to here the shared stylesheet only names colours, sizes and fonts."""


def sos(book: Book, books: Sequence[Book]) -> dict[str, str]:
    """The page and its stylesheet; nothing where the brand names no answers for it."""
    edition = book.edition
    answers = [edition.answers[name] for name in edition.sos]
    if not answers:
        return {}
    styles = stylesheet()
    values = {
        "book": book,
        "edition": edition,
        "w": book.words,
        "answers": answers,
        "contacts": _contacts(book, answers),
        "others": [other for other in books if other is not book],
        "styles": addresses.versioned(f"{edition.locale}/assets/sos.css", styles.encode()),
    }
    folder = f"docs/{edition.locale}"
    page = filled("sos.html", addresses.sos(edition.locale), values)
    return {
        f"{folder}/sos/index.html": f"<!doctype html>\n{page}\n",
        f"{folder}/assets/sos.css": styles,
    }


def stylesheet() -> str:
    """The shared names of colours and sizes, then the page's own rules."""
    tokens, _, _ = STYLES.read_text("utf-8").partition(TOKENS_END)
    return f"{tokens.rstrip()}\n\n{OWN_STYLES.read_text('utf-8')}"


def _contacts(book: Book, answers: Sequence[Answer]) -> list[Channel]:
    """Whom the steps name, each once, in the order in which they are to be called."""
    texts = [step.text for answer in answers for step in answer.today if step.does == "stop-loss"]
    named = [run.target.id for text in texts for run in _runs(text) if run.target]
    named += [answer.channel for answer in answers]
    channels = book.edition.channels
    return [channels[name] for name in dict.fromkeys(named) if name in channels]


def _runs(text: Prose) -> Iterator[Run]:
    for block in text.blocks:
        for line in block.items if isinstance(block, ListBlock) else (block.runs,):
            yield from line
