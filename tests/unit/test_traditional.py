"""The edition in traditional characters."""

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date

from generator.pipeline import Compiled
from generator.render.pages import pages
from generator.render.traditional import traditional, with_traditional
from generator.resolve.project import Change, History
from tests.unit.small_project import small_guides, small_project

MEANT = {
    "髮": "頭髮",
    "隻": "",
    "齣": "",
    "里": "州里 公里",
    "瞭": "瞭解 明瞭",
    "衝": "衝著",
    "纔": "",
    "閤": "",
    "迴": "迴音",
    "乾": "乾淨 擦乾 乾等",
    "佔": "佔用 佔了 不佔 佔住 多佔 佔線",
}
"""Characters that the converter takes too often, with the words in which they are right."""


def test_texts_are_converted_and_ids_are_not() -> None:
    edition = traditional(small_project("软件里的账户 payout-late").editions["zh"])
    assert edition.locale == "zh-Hant"
    assert edition.issues["payout-late"].title.plain == "軟件裡的賬戶 payout-late"
    assert edition.answers["wait"].today[0].text.plain.startswith("軟件裡的賬戶 payout-late")
    assert edition.issues["payout-late"].related == ("payout-late",)


def test_an_edition_more_has_pages_of_its_own_that_others_name() -> None:
    project = with_traditional(replace(small_project(), traditional=True))
    files = pages(project, small_guides())
    assert "docs/zh-Hant/issues/payout-late.md" in files
    assert 'hreflang=\\"zh-Hant\\"' in files["docs/zh/.heads.json"]
    assert "zh-Hant/" in files["site/index.html"]


def test_only_the_edition_that_was_converted_says_so() -> None:
    project = with_traditional(replace(small_project(), traditional=True))
    files = pages(project, small_guides())
    said = {
        locale: bool(json.loads(files[f"docs/{locale}/.site.json"])["words"]["traditional"])
        for locale in project.editions
    }
    assert said == {"zh": False, "en": False, "zh-Hant": True}


def test_changes_are_told_in_traditional_characters() -> None:
    change = Change(day=date(2026, 2, 1), summary={"zh": "账户", "en": "Accounts"})
    wait = History(first=date(2026, 1, 1), digest=None, parts=(), moved=None, changes=(change,))
    project = replace(small_project(), traditional=True, published={"answers/wait": wait})
    files = pages(with_traditional(project), small_guides())
    assert "賬戶" in files["docs/zh-Hant/changes.md"]
    assert "账户" in files["docs/zh/changes.md"]


def test_a_project_can_do_without_it() -> None:
    assert with_traditional(small_project()).editions.keys() == {"zh", "en"}


def test_no_character_of_the_shipped_edition_is_of_a_wrong_word(shipped: Compiled) -> None:
    """If this fails, put the word into `MISTAKEN` beside the converter, or here if it is right."""
    assert shipped.project is not None
    text = repr(with_traditional(shipped.project).editions["zh-Hant"])
    found: Counter[str] = Counter()
    for character, words in MEANT.items():
        for match in re.finditer(character, text):
            around = text[max(0, match.start() - 1) : match.end() + 1]
            if not any(word in around for word in words.split()):
                found[around] += 1
    assert found == Counter()
