"""Terms marked in texts: the uncommon ones, once each, never inside a link or a heading."""

import re
from dataclasses import replace
from html import unescape

from generator.render.pages import pages
from generator.render.pages.term_marks import MOST, uncommon
from generator.resolve import Project
from generator.resolve.reading import Term
from tests.unit.small_project import rich, small_guides, small_project, text

ANSWER = "docs/en/answers/wait.md"
MARK = re.compile(r'<a class="term" href="([^"]*)" data-told="([^"]*)">([^<]*)</a>')


def explaining(names: dict[str, str], said: str) -> Project:
    """A project whose glossary has these names and meanings, and one answer that says something."""
    project = small_project()
    edition = project.editions["en"]
    terms = {
        f"t{at}": Term(id=f"t{at}", name=text(name), also=(), meaning=text(meaning), see=())
        for at, (name, meaning) in enumerate(names.items())
    }
    answers = {
        name: replace(answer, avoid=(rich("Nothing."),)) for name, answer in edition.answers.items()
    }
    answers["wait"] = replace(answers["wait"], avoid=(rich(said),))
    library = replace(edition.library, terms=terms)
    editions = {**project.editions, "en": replace(edition, answers=answers, library=library)}
    return replace(project, editions=editions)


def marks(names: dict[str, str], said: str) -> list[tuple[str, str, str]]:
    return MARK.findall(pages(explaining(names, said), small_guides())[ANSWER])


def test_a_term_is_marked_once_with_its_meaning_and_its_place_in_the_glossary() -> None:
    found = marks({"Clearing": "Sums are set off."}, "Wait for clearing. After clearing, look.")
    assert found == [("../../glossary/#t0", "Sums are set off.", "clearing")]


def test_a_part_of_a_word_is_no_term() -> None:
    assert marks({"ring": "A thing."}, "During the clearing nothing happens.") == []


def test_the_longest_name_wins() -> None:
    found = marks({"Bank": "One.", "Bank statement": "Two."}, "Keep the bank statement.")
    assert [name for _, _, name in found] == ["bank statement"]


def test_what_a_term_means_cannot_break_out_of_its_page() -> None:
    nasty = '"><script>alert(1)</script>'
    found = marks({"<b>": nasty}, "Not <b> but 5 < 6.")
    assert [(unescape(told), unescape(name)) for _, told, name in found] == [(nasty, "<b>")]


def test_a_page_is_not_strewn_with_marks() -> None:
    names = {f"word{chr(97 + at)}": "Something." for at in range(MOST + 3)}
    assert len(marks(names, " ".join(names))) == MOST


def test_a_term_that_stands_everywhere_is_not_marked() -> None:
    project = explaining({"Nothing": "Not a thing."}, "Nothing.")
    assert uncommon(project.editions["en"]) == {}


def test_headings_and_other_links_stay_as_they_are() -> None:
    files = pages(explaining({"ask": "To say."}, "Do not ask."), small_guides())
    assert MARK.search(files[ANSWER])
    for page in files.values():
        for outer in re.findall(r"<(?:h[1-4]|button)[ >].*?</(?:h[1-4]|button)>", page):
            assert "data-told" not in outer
        assert not re.search(r"<a [^>]*>[^<]*<a ", page)
