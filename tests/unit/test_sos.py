"""The page for a loss in progress: whole, light, without scripts, and left out where not wanted."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.render.pages import pages
from generator.render.pages.book import Book, book
from generator.render.pages.sos import sos
from generator.resolve import Project
from generator.schema import LOCALES, Locale
from tests.unit.small_project import NASTY, small_guides, small_project

LIMIT = 15_000


def page_of(project: Project, locale: Locale = "zh") -> dict[str, str]:
    books = [book(project, small_guides(), each) for each in LOCALES]
    return sos(books[LOCALES.index(locale)], books)


def with_sos(names: tuple[str, ...]) -> Project:
    project = small_project()
    editions = {name: replace(each, sos=names) for name, each in project.editions.items()}
    return replace(project, editions=editions)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_shipped_page_weighs_less_than_15_kb_with_its_stylesheet(
    books: Mapping[Locale, Book], locale: Locale
) -> None:
    made = sos(books[locale], [*books.values()])
    assert len(made) == 2
    assert sum(len(text.encode()) for text in made.values()) < LIMIT


@pytest.mark.parametrize("locale", LOCALES)
def test_the_shipped_page_calls_the_wallet_then_the_bank_then_the_police(
    books: Mapping[Locale, Book], locale: Locale
) -> None:
    page = sos(books[locale], [*books.values()])[f"docs/{locale}/sos/index.html"]
    first = page.partition('class="contacts"')[2].partition("</section>")[0]
    named = re.findall(r'href="\.\./channels/#([a-z-]+)"', first)
    assert list(dict.fromkeys(named)) == ["wallet-support", "bank-support", "police"]
    assert 'href="tel:110"' in first


def test_the_page_has_every_step_of_its_answers_in_their_order() -> None:
    page = page_of(with_sos(("wait", "stop")))["docs/zh/sos/index.html"]
    assert re.findall(r'href="\.\./answers/([a-z-]+)/"', page) == ["wait", "stop"]
    assert page.count('<ol class="steps">') == 2


def test_the_page_has_no_script_and_no_style_of_its_own() -> None:
    page = page_of(small_project(NASTY))["docs/zh/sos/index.html"]
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=", page)


def test_the_stylesheet_asks_for_nothing_further() -> None:
    styles = page_of(small_project())["docs/zh/assets/sos.css"]
    assert "--alarm:" in styles
    assert not re.search(r"@import|url\(", styles)


def test_a_help_centre_that_names_no_answers_has_no_such_page() -> None:
    files = pages(with_sos(()), small_guides())
    assert not any("sos" in path for path in files)
    assert '"sos": false' in files["docs/zh/.site.json"]
