"""How guides are made and proved, with the figures of this build, and what nobody has proved."""

from collections.abc import Iterator

from generator.render import addresses
from generator.render.pages.book import Book, Sheet


def about(book: Book) -> Iterator[Sheet]:
    """One sheet."""
    words = book.words
    yield Sheet(
        address=addresses.about(book.edition.locale),
        title=words("about-title"),
        description=words("about-summary"),
        template="about.html",
        values={"figures": list(_figures(book))},
    )


def _figures(book: Book) -> Iterator[tuple[str, str]]:
    """What is counted, and how much of it there is."""
    words, guides = book.words, book.guides.values()
    yield words("about-count-issues"), _whole(len(book.edition.issues))
    yield words("about-count-answers"), _whole(len(book.edition.answers))
    yield words("about-count-guides"), _whole(len(guides))
    yield words("about-count-regions"), _whole(sum(each.proof.regions for each in guides))
    yield words("about-count-asked"), _whole(sum(each.proof.sample.paths for each in guides))
    if guides:
        expected = [each.guide.plan.expected_questions for each in guides]
        yield words("about-count-expected"), f"{sum(expected) / len(expected):.1f}"
        least = sum(each.guide.plan.method == "optimal" for each in guides)
        yield words("about-count-least"), f"{least} / {len(guides)}"
    if book.project.journeys:
        yield words("about-count-journeys"), _whole(book.project.journeys)


def _whole(count: int) -> str:
    return f"{count:,}"
