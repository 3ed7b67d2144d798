"""Which tools serve whoever reads about an issue or an answer; the toolkit itself says so."""

from collections.abc import Collection, Iterator

from generator.render.pages.book import Book
from generator.render.pages.tools import listed
from generator.resolve.prose import Target
from generator.resolve.toolkit import Toolkit

LETTER = ("evidence", "complaint-writer")
"""What is kept goes into the letter."""


def tools_for_issue(book: Book, issue: str) -> list[tuple[str, str]]:
    """Title and address of each tool that serves an issue and what its guide may answer."""
    walk = book.walks.get(issue)
    answers = {} if walk is None else walk.answers
    return _links(book, {Target("issue", issue), *(Target("answer", name) for name in answers)})


def tools_for_answer(book: Book, answer: str) -> list[tuple[str, str]]:
    """Title and address of each tool that serves an answer."""
    return _links(book, {Target("answer", answer)})


def _links(book: Book, pages: Collection[Target]) -> list[tuple[str, str]]:
    toolkit = book.edition.toolkit
    if toolkit is None:
        return []
    serving = set(_serving(book, toolkit, pages))
    return [(title, address) for name, address, title, _ in listed(book) if name in serving]


def _serving(book: Book, toolkit: Toolkit, pages: Collection[Target]) -> Iterator[str]:
    answers = {page.id for page in pages if page.kind == "answer"}
    if any(arrival.past in pages for arrival in toolkit.arrivals):
        yield "arrival"
    if toolkit.fee_wrong in pages:
        yield "fee"
    laws = {source for period in toolkit.periods for source in period.sources}
    if any(laws.intersection(book.edition.answers[name].sources) for name in answers):
        yield "deadlines"
    if any(answers.intersection(each.answers) for each in toolkit.evidence):
        yield from LETTER
    if Target("issue", toolkit.check_up) in pages:
        yield "check-up"
