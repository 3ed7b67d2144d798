"""A page for each answer, whole: also evidence, words to use, and the deadline."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.told import how_to
from generator.render.pages.tool_links import tools_for_answer
from generator.render.pages.walks import HOME
from generator.resolve.prose import Target


def answers(book: Book) -> Iterator[Sheet]:
    """A sheet for each answer."""
    edition = book.edition
    for answer in edition.answers.values():
        pages = book.pages_with.get(answer.id, ())
        yield Sheet(
            address=addresses.page(edition.locale, Target("answer", answer.id)),
            title=answer.title.plain,
            description=answer.summary.plain,
            template="answer.html",
            private=answer.id in book.private.answers,
            values={
                "answer": answer,
                "issues": [edition.issues[page] for page in pages if page != HOME],
                "asked_at_home": HOME in pages,
                "tools": tools_for_answer(book, answer.id),
                "onward": book.page_of(answer.continues) if answer.continues else None,
            },
            entry=f"answers/{answer.id}",
            topic=next((edition.issues[page].topic for page in pages if page != HOME), ""),
            told=how_to(answer),
        )
