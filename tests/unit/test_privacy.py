"""Which pages may have to be hidden: those of private topics, and what their guides lead to."""

from dataclasses import replace

from generator.render.pages import pages
from generator.render.privacy import private_files
from generator.resolve import Project
from generator.schema import LOCALES
from tests.unit.small_project import small_guides, small_project

FRONT = "private: true\n"
PRIVATE = {"issues/payout-late", "answers/wait", "answers/ask"}


def private_project() -> Project:
    project = small_project()
    editions = {
        name: replace(each, topics={"late": replace(each.topics["late"], private=True)})
        for name, each in project.editions.items()
    }
    return replace(project, editions=editions)


def test_an_open_topic_makes_nothing_private() -> None:
    assert private_files(small_project(), small_guides()) == set()
    assert not any(FRONT in text for text in pages(small_project(), small_guides()).values())


def test_the_issues_of_a_private_topic_their_guides_and_answers_are_private() -> None:
    found = private_files(private_project(), small_guides())
    assert found == {
        *(f"{locale}/{page}/index.html" for locale in LOCALES for page in PRIVATE),
        *(f"guides/{locale}/payout.json" for locale in LOCALES),
        *(f"guides/{locale}/payout.details.json" for locale in LOCALES),
        "leaves/payout.css",
    }


def test_exactly_these_pages_say_so() -> None:
    files = pages(private_project(), small_guides())
    told = {path for path, text in files.items() if FRONT in text.partition("\n---\n")[0] + "\n"}
    assert told == {f"docs/{locale}/{page}.md" for locale in LOCALES for page in PRIVATE}


def test_the_edition_in_traditional_characters_hides_the_same() -> None:
    found = private_files(replace(private_project(), traditional=True), small_guides())
    assert {path for path in found if "zh-Hant/" in path} == {
        path.replace("zh/", "zh-Hant/", 1) for path in found if "zh/" in path
    }
    assert {"guides/zh-Hant/payout.json", "guides/zh-Hant/payout.details.json"} <= found
