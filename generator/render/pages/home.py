"""The home page: one question, the guide that finds the right page, and all topics."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.walks import HOME


def home(book: Book) -> Iterator[Sheet]:
    """One sheet."""
    edition = book.edition
    topics = sorted(edition.topics.values(), key=lambda topic: (topic.order, topic.id))
    yield Sheet(
        address=addresses.home(edition.locale),
        title=edition.name.plain,
        description=edition.tagline.plain,
        template="home.html",
        values={
            "walk": book.walks.get(HOME),
            "topics": [(topic, book.issues_of(topic.id)) for topic in topics],
            "regions": sum(proved.proof.regions for proved in book.guides.values()),
        },
    )
