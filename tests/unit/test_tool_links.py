"""Which tools a page names, and what the home page tells of late."""

import re
from dataclasses import replace
from datetime import date

import pytest

from generator.render.pages import pages
from generator.resolve import Project
from generator.resolve.project import Change, History
from tests.unit.small_project import small_guides, small_project


def named(text: str) -> set[str]:
    found = re.findall(r'<nav class="its-tools".*?</nav>', text, re.DOTALL)
    return {name for part in found for name in re.findall(r"tools/([a-z-]+)/", part)}


@pytest.mark.parametrize(
    ("page", "tools"),
    [
        (
            "issues/payout-late",
            {"arrival", "fee", "evidence", "complaint-writer", "check-up", "deadlines"},
        ),
        ("answers/ask", {"fee", "evidence", "complaint-writer", "deadlines"}),
        ("answers/stop", {"deadlines"}),
    ],
)
def test_a_page_names_the_tools_that_serve_it(page: str, tools: set[str]) -> None:
    files = pages(small_project(), small_guides())
    assert named(files[f"docs/zh/{page}.md"]) == tools


def test_without_a_toolkit_no_page_names_one() -> None:
    project = small_project()
    editions = {
        locale: replace(edition, toolkit=None) for locale, edition in project.editions.items()
    }
    files = pages(replace(project, editions=editions), small_guides())
    assert not any(named(text) for text in files.values())


def news(project: Project) -> list[str]:
    home = pages(project, small_guides())["docs/zh/index.md"]
    found = re.findall(r'<section class="news">.*?</section>', home, re.DOTALL)
    return [link for part in found for link in re.findall(r"<a [^>]*>(.*?)</a>", part)]


def test_the_home_page_tells_the_latest_changes() -> None:
    assert news(small_project()) == []
    changes = tuple(
        Change(day=date(2026, 2, day), summary={"zh": f"change {day}", "en": "x"})
        for day in (1, 2, 3, 4)
    )
    history = History(first=date(2026, 1, 1), digest=None, parts=(), moved=None, changes=changes)
    project = replace(small_project(), published={"answers/wait": history})
    assert news(project) == ["change 4", "change 3", "change 2"]
