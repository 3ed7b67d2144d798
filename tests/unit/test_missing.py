"""404 pages: links from the root of the host, so that they hold wherever the page is shown."""

import re
from dataclasses import replace

import pytest

from generator.render.pages import pages
from generator.schema import LOCALES
from tests.unit.small_project import small_guides, small_project

PLACES = {
    "site/404.html": list(LOCALES),
    **{f"docs/{locale}/404.html": [locale] for locale in LOCALES},
}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return pages(small_project(), small_guides())


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page)


@pytest.mark.parametrize("path", PLACES)
def test_every_link_begins_at_the_root_and_leads_to_a_page(
    files: dict[str, str], path: str
) -> None:
    for link in links(files[path]):
        assert link.startswith("/")
        name = link.strip("/")
        if not name.partition("/")[2].startswith("assets/"):
            ends = (f"{name}.md", f"{name}/index.md", f"{name}/index.html")
            assert any(f"docs/{end}" in files for end in ends), link


@pytest.mark.parametrize(("path", "locales"), PLACES.items())
def test_it_leads_to_the_guide_the_topics_and_help_in_an_emergency(
    files: dict[str, str], path: str, locales: list[str]
) -> None:
    found = links(files[path])
    for locale in locales:
        for address in ("", "topics/late/", "channels/", "sos/"):
            assert f"/{locale}/{address}" in found


def test_it_does_not_lead_to_an_emergency_page_that_is_not_there() -> None:
    project = small_project()
    editions = {name: replace(each, sos=()) for name, each in project.editions.items()}
    files = pages(replace(project, editions=editions), small_guides())
    assert not any("/sos/" in link for path in PLACES for link in links(files[path]))
