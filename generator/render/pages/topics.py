"""A page for each topic, with its issues."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.resolve.prose import Target


def topics(book: Book) -> Iterator[Sheet]:
    """A sheet for each topic."""
    for topic in book.edition.topics.values():
        yield Sheet(
            address=addresses.page(book.edition.locale, Target("topic", topic.id)),
            title=topic.title.plain,
            description=topic.summary.plain,
            template="topic.html",
            values={"topic": topic, "issues": book.issues_of(topic.id)},
            entry=f"topics/{topic.id}",
            topic=topic.id,
        )
