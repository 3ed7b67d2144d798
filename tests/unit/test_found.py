"""What machines read of pages: heads, structured data, the map, twins, the feed, redirects."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from posixpath import normpath
from xml.etree import ElementTree as ET

import pytest

from generator.render.pages import pages
from generator.render.pages.pictures import FOLDER
from generator.resolve import Project
from generator.resolve.project import Change, History
from tests.unit.small_project import NASTY, small_guides, small_project
from tests.unit.test_pages import Elements

SITE = "https://help.example.org/wallets/"
NOT_FOUND = '<meta name="robots" content="noindex">'
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"
START = date(2026, 1, 1)
ISSUE = "zh/issues/payout-late/"


def history(first: date = START, moved: str | None = None, *changes: Change) -> History:
    return History(first=first, digest=None, parts=(), moved=moved, changes=changes)


def with_history(**histories: History) -> Project:
    published = {name.replace("__", "/").replace("_", "-"): h for name, h in histories.items()}
    return replace(small_project(), published=published)


def rendered(project: Project) -> dict[str, str]:
    return pages(project, small_guides())


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Of a project that does not know where it will stand."""
    return rendered(small_project())


@pytest.fixture(scope="module")
def placed() -> dict[str, str]:
    """Of one that does."""
    return rendered(replace(small_project(), site_url=SITE))


def heads(files: Mapping[str, str], locale: str = "zh") -> dict[str, str]:
    found: dict[str, str] = json.loads(files[f"docs/{locale}/.heads.json"])
    return found


def listed(files: Mapping[str, str], locale: str = "zh") -> dict[str, str]:
    """The heads of all pages that anybody may look for."""
    return {path: head for path, head in heads(files, locale).items() if NOT_FOUND not in head}


def links(head: str, rel: str) -> list[str]:
    found = (e.attributes for e in Elements(head).all if e.tag == "link")
    return [each["href"] for each in found if each["rel"] == rel]


def data_of(head: str) -> list[dict[str, object]]:
    """The structured data of a page; each node, by what it is about."""
    text = re.findall(r'<script type="application/ld\+json">(.*)</script>', head)
    (data,) = map(json.loads, text)
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, object]] = data["@graph"]
    return graph


def texts_in(value: object) -> list[str]:
    """Every text that a reader would be told."""
    if isinstance(value, dict):
        told = ("name", "text", "headline", "description")
        own = [text for key, text in value.items() if key in told and isinstance(text, str)]
        return own + [text for each in value.values() for text in texts_in(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts_in(each)]
    return []


def squeezed(text: str) -> str:
    return "".join(text.split())


# ---- Heads ----


def test_every_page_has_a_head(files: dict[str, str]) -> None:
    for locale in ("zh", "en"):
        start = f"docs/{locale}/"
        made = {
            p.removeprefix(start)[:-3] for p in files if p.startswith(start) and p[-3:] == ".md"
        }
        assert {name.rstrip("/") or "index" for name in heads(files, locale)} == made


def test_addresses_in_heads_are_whole_where_the_site_s_own_is_known(
    placed: dict[str, str],
) -> None:
    head = heads(placed)["issues/payout-late/"]
    assert links(head, "canonical") == [f"{SITE}{ISSUE}"]
    assert links(head, "alternate")[:3] == [
        f"{SITE}{ISSUE}",
        f"{SITE}en/issues/payout-late/",
        f"{SITE}index.html",
    ]
    assert f'property="og:url" content="{SITE}{ISSUE}"' in head
    assert f'property="og:image" content="{SITE}pictures/help-centre.png"' in head


def test_addresses_in_heads_are_relative_where_it_is_not(files: dict[str, str]) -> None:
    for path, head in heads(files).items():
        for link in links(head, "canonical") + links(head, "alternate"):
            assert not re.match(r"[a-z]+:|/", link)
            assert not normpath(f"zh/{path}{link}").startswith("..")
        assert "og:url" not in head


def test_a_page_s_twin_and_feed_are_there(files: dict[str, str]) -> None:
    for path, head in listed(files).items():
        twin, feed = links(head, "alternate")[3:]
        assert normpath(f"site/zh/{path}{twin}") in files
        assert normpath(f"site/zh/{path}{feed}") in files


def test_heads_escape_every_text() -> None:
    for head in heads(rendered(small_project(NASTY))).values():
        assert head.count("<script") == head.count("</script>") == 1
    assert NASTY in texts_in(data_of(heads(rendered(small_project(NASTY)))["answers/wait/"]))


def test_a_page_shows_the_picture_of_its_topic() -> None:
    drawn = {path.stem for path in FOLDER.glob("*.png")}
    topic = min(drawn - {"help-centre"})
    project = small_project()
    editions = {}
    for name, each in project.editions.items():
        issues = {"payout-late": replace(each.issues["payout-late"], topic=topic)}
        topics = {topic: replace(each.topics["late"], id=topic)}
        editions[name] = replace(each, issues=issues, topics={**each.topics, **topics})
    found = heads(rendered(replace(project, editions=editions)))
    for path in ("issues/payout-late/", "answers/wait/", f"topics/{topic}/"):
        assert f"pictures/{topic}.png" in found[path]


# ---- Structured data ----


def test_structured_data_have_the_shape_that_schema_org_asks_for(files: dict[str, str]) -> None:
    issue, _ = data_of(heads(files)["issues/payout-late/"])
    assert issue["@type"] == "FAQPage"
    assert isinstance(issue["mainEntity"], list)
    (question,) = issue["mainEntity"]
    assert question.keys() == {"@type", "name", "acceptedAnswer"}
    assert question["acceptedAnswer"].keys() == {"@type", "text"}
    answer, _ = data_of(heads(files)["answers/wait/"])
    assert answer["@type"] == "HowTo"
    assert isinstance(answer["step"], list)
    assert [step["position"] for step in answer["step"]] == [1, 2]
    assert all(step["@type"] == "HowToStep" and step["text"] for step in answer["step"])


def test_every_page_but_the_first_says_where_it_stands(files: dict[str, str]) -> None:
    for path, head in listed(files).items():
        trails = [each for each in data_of(head) if each["@type"] == "BreadcrumbList"]
        assert len(trails) == (1 if path else 0)
        for trail in trails:
            items = trail["itemListElement"]
            assert isinstance(items, list)
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))
            assert [normpath(f"zh/{path}{item['item']}") for item in items][:: len(items) - 1] == [
                "zh",
                normpath(f"zh/{path}"),
            ]


def test_structured_data_say_what_the_page_says(files: dict[str, str]) -> None:
    for path, head in heads(files).items():
        page = files[f"docs/zh/{path.rstrip('/') or 'index'}.md"]
        title = json.loads(re.findall(r"^title: (.*)$", page, re.MULTILINE)[0])
        shown = squeezed(re.sub(r"<[^>]*>", "", page.partition("\n---\n\n")[2]))
        for text in texts_in(data_of(head)):
            parts = [part.removeprefix("- ") for part in text.split("\n")]
            assert text == title or all(squeezed(part) in shown for part in parts), (path, text)


def test_days_of_publication_come_from_the_ledger() -> None:
    changed = Change(day=date(2026, 3, 1), summary={})
    project = with_history(issues__payout_late=history(START, None, changed))
    issue, *_ = data_of(heads(rendered(project))["issues/payout-late/"])
    assert (issue["datePublished"], issue["dateModified"]) == ("2026-01-01", "2026-03-01")


def test_the_page_in_place_of_one_that_is_not_there_is_not_looked_for(
    files: dict[str, str],
) -> None:
    assert heads(files).keys() - listed(files).keys() == {"offline/", "embed/playground/"}
    assert "offline/" not in files["site/sitemap.xml"] + files["site/llms.txt"]
    assert "site/zh/offline/index.md" not in files


# ---- The map of the site, and robots ----


def test_the_map_has_every_page_in_every_language(placed: dict[str, str]) -> None:
    rows = ET.fromstring(placed["site/sitemap.xml"]).findall(f"{MAP}url")  # noqa: S314 - ours
    found = [row.findtext(f"{MAP}loc") for row in rows]
    wanted = [
        f"{SITE}{locale}/{path}"
        for locale in ("zh", "en")
        for path in (*listed(placed, locale), "sos/")
    ]
    assert sorted(map(str, found)) == sorted(wanted)
    for row in rows:
        others = {link.get("hreflang"): link.get("href") for link in row.findall(f"{XHTML}link")}
        assert others.keys() == {"zh", "en"}
        assert row.findtext(f"{MAP}loc") in others.values()


def test_robots_are_sent_to_the_map_where_it_has_an_address(
    files: dict[str, str], placed: dict[str, str]
) -> None:
    assert f"Sitemap: {SITE}sitemap.xml" in placed["site/robots.txt"]
    assert "Sitemap" not in files["site/robots.txt"]


# ---- Twins ----


def test_every_page_has_a_twin_that_llms_txt_lists(files: dict[str, str]) -> None:
    listed = re.findall(r"\]\(([^)]*index\.md)\)", files["site/llms.txt"])
    twins = [path.removeprefix("site/") for path in files if path.endswith("/index.md")]
    assert sorted(listed) == sorted(twin for twin in twins if not twin.startswith("docs/"))


def test_a_twin_of_an_issue_names_every_answer_of_its_guide(files: dict[str, str]) -> None:
    twin = files[f"site/{ISSUE}index.md"]
    assert "(../../../guides/zh/payout.json)" in twin
    assert re.findall(r"\(../../answers/([a-z-]+)/\):", twin) == ["ask", "wait"]


# ---- What changed ----


def changes_page(project: Project) -> str:
    return rendered(project)["docs/zh/changes.md"]


def test_what_was_there_from_the_start_is_not_told_as_new() -> None:
    project = with_history(issues__payout_late=history(), answers__wait=history(date(2026, 2, 1)))
    page = changes_page(project)
    assert 'href="../answers/wait/"' in page
    assert 'href="../issues/payout-late/"' not in page


def test_a_change_is_told_in_the_language_of_the_reader_and_a_correction_is_not() -> None:
    said = Change(day=date(2026, 2, 1), summary={"zh": "改了期限", "en": "New deadline"})
    silent = Change(day=date(2026, 3, 1), summary={})
    project = with_history(
        answers__wait=history(START, None, said), answers__stop=history(START, None, silent)
    )
    files = rendered(project)
    assert "改了期限" in files["docs/zh/changes.md"]
    assert "New deadline" in files["docs/en/changes.md"]
    assert "answers/stop/" not in files["docs/zh/changes.md"]


def test_pages_that_changed_for_one_reason_stand_together() -> None:
    said = Change(day=date(2026, 2, 1), summary={"zh": "改了期限", "en": "New deadline"})
    both = {"answers__wait": said, "answers__stop": said}
    project = with_history(**{name: history(START, None, each) for name, each in both.items()})
    assert changes_page(project).count("改了期限") == 1


def test_the_feed_is_atom_and_tells_what_the_page_tells() -> None:
    said = Change(day=date(2026, 2, 1), summary={"zh": "<改了>期限", "en": "New"})
    project = replace(
        with_history(answers__wait=history(START, None, said), terms__payout=history(said.day)),
        site_url=SITE,
    )
    feed = ET.fromstring(rendered(project)["site/zh/changes.xml"])  # noqa: S314 - ours
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == 2
    assert "<改了>期限" in [entry.findtext(f"{ATOM}title") for entry in entries]
    assert len({each.findtext(f"{ATOM}id") for each in (feed, *entries)}) == 3
    for part in (feed, *entries):
        assert part.findtext(f"{ATOM}updated") == "2026-02-01T00:00:00Z"
        assert all(str(link.get("href")).startswith(SITE) for link in part.findall(f"{ATOM}link"))


def test_the_feed_of_a_help_centre_that_never_published_is_empty(files: dict[str, str]) -> None:
    feed = ET.fromstring(files["site/en/changes.xml"])  # noqa: S314 - ours
    assert feed.findall(f"{ATOM}entry") == []


# ---- Redirects ----


def test_what_has_moved_leads_to_where_it_is() -> None:
    project = with_history(
        issues__old=history(moved="issues/payout-late"), terms__old=history(moved="terms/payout")
    )
    files = rendered(project)
    page = Elements(files["site/zh/issues/old/index.html"])
    (refresh,) = page.having("http-equiv")
    assert refresh.attributes["content"] == "0; url=../payout-late/"
    assert [e.attributes["href"] for e in page.all if e.tag == "a"] == ["../payout-late/"]
    assert links(files["site/zh/issues/old/index.html"], "canonical") == ["../payout-late/"]
    assert "site/en/issues/old/index.html" in files
    assert not any("terms/old" in path for path in files)
