"""Articles, a page for each; the list of all that there is to read; the glossary."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from generator.render import addresses
from generator.render.collation import in_order
from generator.render.pages.book import Book, Sheet
from generator.render.pages.told import essay
from generator.resolve import FeeCalculator
from generator.resolve.parameters import in_words
from generator.resolve.prose import Target
from generator.resolve.reading import Article, Examples
from generator.schema.library import ArticleGroup

GROUPS: tuple[ArticleGroup, ...] = get_args(ArticleGroup)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """Examples with their results: column titles, and rows of amounts in words."""

    titles: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def reading(book: Book) -> Iterator[Sheet]:
    """The list of articles, a sheet for each, and the glossary, as far as there are any."""
    library, locale = book.edition.library, book.edition.locale
    for article in library.articles.values():
        yield Sheet(
            address=addresses.page(locale, Target("article", article.id)),
            title=article.title.plain,
            description=article.summary.plain,
            template="article.html",
            values={"article": article, "reckoned": _reckoned_by_section(book, article)},
            trail=((book.words("reading-title"), addresses.reading(locale)),),
            entry=f"articles/{article.id}",
            told=essay(article),
        )
    if library.articles:
        yield Sheet(
            address=addresses.reading(locale),
            title=book.words("reading-title"),
            description=book.words("reading-summary"),
            template="reading.html",
            values={"groups": _groups(book)},
        )
    if library.terms:
        yield Sheet(
            address=addresses.glossary(locale),
            title=book.words("glossary-title"),
            description=book.words("glossary-summary"),
            template="glossary.html",
            values={
                "see": {name: _pages(book, term.see) for name, term in library.terms.items()},
                "terms": in_order(library.terms.values(), lambda term: term.name.plain, locale),
            },
        )


def _groups(book: Book) -> list[tuple[ArticleGroup, list[Article]]]:
    articles = sorted(
        book.edition.library.articles.values(), key=lambda each: (each.order, each.id)
    )
    by_group = {group: [each for each in articles if each.group == group] for group in GROUPS}
    return [(group, found) for group, found in by_group.items() if found]


def _pages(book: Book, names: tuple[str, ...]) -> list[tuple[str, Target]]:
    """Titles and targets of the pages that ids name."""
    edition = book.edition
    found: list[tuple[str, Target]] = []
    for name in names:
        if name in edition.issues:
            found.append((edition.issues[name].title.plain, Target("issue", name)))
        elif name in edition.library.articles:
            title = edition.library.articles[name].title.plain
            found.append((title, Target("article", name)))
        elif name in edition.answers:
            found.append((edition.answers[name].title.plain, Target("answer", name)))
        elif name in edition.topics:
            found.append((edition.topics[name].title.plain, Target("topic", name)))
        else:
            found.append((edition.channels[name].name.plain, Target("channel", name)))
    return found


def _reckoned_by_section(book: Book, article: Article) -> dict[str, Reckoned]:
    return {
        section.id: reckoned(book, section.examples)
        for section in article.sections
        if section.examples
    }


def reckoned(book: Book, examples: Examples) -> Reckoned:
    """Examples with what their calculator makes of them, in words."""
    calculator = book.project.calculators[examples.calculator]
    if not isinstance(calculator, FeeCalculator):
        raise TypeError(f"{calculator.id} reckons no amount")
    rows = [
        (*(case[name] for name in calculator.inputs), calculator.value(case))
        for case in examples.cases
    ]
    titles = (book.edition.questions[name].plain for name in calculator.inputs)
    return Reckoned(
        titles=(*titles, book.edition.calculators[calculator.id].plain),
        rows=tuple(
            tuple(
                in_words(format(value, "f"), calculator.unit, book.edition.words) for value in row
            )
            for row in rows
        ),
    )
