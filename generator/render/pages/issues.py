"""A page for each issue: what to do first, its guide, then what there is to know."""

from collections.abc import Iterator
from urllib.parse import urlencode

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.told import question
from generator.render.pages.tool_links import tools_for_issue
from generator.resolve.prose import Target


def issues(book: Book) -> Iterator[Sheet]:
    """A sheet for each issue."""
    edition = book.edition
    for issue in edition.issues.values():
        yield Sheet(
            address=addresses.page(edition.locale, Target("issue", issue.id)),
            title=issue.title.plain,
            description=issue.summary.plain,
            template="issue.html",
            guide=issue.guide if issue.id in book.walks else "",
            private=issue.id in book.private.issues,
            values={
                "issue": issue,
                "topic": edition.topics[issue.topic],
                "walk": book.walks.get(issue.id),
                "preset": urlencode(issue.replies),
                "quiet": issue.id in book.private.issues,
                "tools": tools_for_issue(book, issue.id),
                "valid_until": book.project.valid_until.get(issue.guide),
            },
            trail=(topic_step(book, issue.topic),),
            entry=f"issues/{issue.id}",
            topic=issue.topic,
            told=question(issue),
        )


def topic_step(book: Book, topic: str) -> tuple[str, str]:
    """The title and address of a topic's page, as a step on the way to another."""
    title = book.edition.topics[topic].title.plain
    return title, addresses.page(book.edition.locale, Target("topic", topic))
