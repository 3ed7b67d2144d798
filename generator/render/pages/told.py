"""What pages tell, in the words of schema.org, for machines that do not read prose.

Every text stands on the page, too, letter for letter.
"""

from generator.render.contract.encode import Json
from generator.resolve.entities import Answer, Issue
from generator.resolve.reading import Article


def question(issue: Issue) -> dict[str, Json]:
    """An issue as a question with the first step as its answer."""
    answer: Json = {"@type": "Answer", "text": issue.quick_answer.plain}
    asked: Json = {"@type": "Question", "name": issue.title.plain, "acceptedAnswer": answer}
    return {"@type": "FAQPage", "mainEntity": [asked]}


def how_to(answer: Answer) -> dict[str, Json]:
    """An answer as steps in order."""
    steps: list[Json] = [
        {"@type": "HowToStep", "position": position, "text": step.text.plain}
        for position, step in enumerate(answer.today, start=1)
    ]
    return {
        "@type": "HowTo",
        "name": answer.title.plain,
        "description": answer.summary.plain,
        "step": steps,
    }


def essay(article: Article) -> dict[str, Json]:
    """An article by its title and summary."""
    return {
        "@type": "Article",
        "headline": article.title.plain,
        "description": article.summary.plain,
    }
