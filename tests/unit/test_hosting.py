"""What is written for hosts and browsers beside a finished site."""

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.hosting import hosting
from generator.hosting.policy import inline_parts

PAGE = "<!doctype html><title>t</title><h1>h</h1>"
SITE = {
    "index.html": PAGE,
    "404.html": PAGE,
    "zh/index.html": f"{PAGE}<p>zh",
    "zh/404.html": PAGE,
    "zh/issues/theft/index.html": f"{PAGE}<p>theft",
    "zh/assets/help-centre.css": "p{}",
    "guides/index.json": "{}",
    "guides/zh/theft.json": '{"a":1}',
    "guides/zh/theft.details.json": '{"b":1}',
    "guides/zh/triage.json": "{}",
    "guides/zh/triage.details.json": "{}",
    "guides/theft.vectors.json": "[]",
}
PRIVATE = frozenset(
    {
        "zh/issues/theft/index.html", "guides/zh/theft.json", "guides/zh/theft.details.json",
        "zh/gone/index.html",
    }
)  # fmt: skip


def laid_down(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def made(folder: Path, *, offline: bool = True, **changed: str) -> dict[str, str]:
    files = {**SITE, "zh/index.html": changed.get("home", SITE["zh/index.html"])}
    found, complaints = hosting(laid_down(folder, files), PRIVATE, offline=offline)
    assert complaints == []
    return found


def known(worker: str) -> dict[str, object]:
    found = re.search(r"\bKNOWN=(\{.*?\}),ROOT\b", worker, re.DOTALL)
    assert found
    data: dict[str, object] = json.loads(found.group(1))
    return data


# ---- The policy ----


def test_inline_parts_that_run_are_named_by_their_hash() -> None:
    script, style = "let a = 1;", "p { color: red }"
    found, forbidden = inline_parts(f"<script>{script}</script><style>{style}</style>")
    expected = [
        frozenset({f"'sha256-{base64.b64encode(hashlib.sha256(t.encode()).digest()).decode()}'"})
        for t in (script, style)
    ]
    assert ([found.scripts, found.styles], forbidden) == (expected, [])


@pytest.mark.parametrize(
    "page",
    [
        '<script type="application/ld+json">{"a": 1}</script>',
        '<script type="module" src="a.js"></script>',
        "<p>style=none &lt;script&gt;</p>",
        '<a title="now style=1">a</a>',
        '<guide-player onward="{}"></guide-player>',
    ],
)
def test_data_files_and_words_need_no_hash(page: str) -> None:
    found, forbidden = inline_parts(page)
    assert (found.scripts, found.styles, forbidden) == (frozenset(), frozenset(), [])


@pytest.mark.parametrize(
    ("page", "what"),
    [
        ('<p style="color:red">', "<p style>"),
        ('<a href="#" onclick="go()">', "<a onclick>"),
        ('<a href=" JavaScript:go()">', "<a href> with a script"),
    ],
)
def test_what_no_hash_can_allow_is_told_with_its_page(tmp_path: Path, page: str, what: str) -> None:
    _, complaints = hosting(laid_down(tmp_path, {"zh/a.html": page}), frozenset(), offline=True)
    (complaint,) = complaints
    assert complaint.startswith(f"zh/a.html: {what}")


def test_headers_of_both_kinds_hold_the_same_policy_without_anything_unsafe(
    tmp_path: Path,
) -> None:
    files = made(tmp_path, home=f"{PAGE}<script>a()</script>")
    (policy,) = re.findall("Content-Security-Policy: (.*)", files["_headers"])
    in_nginx = set(re.findall('Content-Security-Policy "(.*)" always', files["nginx.conf"]))
    assert in_nginx == {policy}
    assert "'sha256-" in policy
    assert "unsafe" not in policy
    assert "*" not in policy


def test_every_location_of_nginx_that_has_headers_has_all_of_them(tmp_path: Path) -> None:
    config = made(tmp_path)["nginx.conf"]
    whole, *locations = re.split(r"^location ", config, flags=re.MULTILINE)
    base = set(re.findall("add_header ([A-Za-z-]+)", whole.partition("index index.html")[2]))
    with_headers = [part for part in locations if "add_header" in part]
    assert with_headers
    for part in with_headers:
        assert base <= set(re.findall("add_header ([A-Za-z-]+)", part))


def test_each_language_has_its_own_page_for_what_is_missing(tmp_path: Path) -> None:
    found = re.findall("error_page 404 (.*);", made(tmp_path)["nginx.conf"])
    assert found == ["/404.html", "/zh/404.html"]


# ---- The worker ----


def test_the_worker_knows_every_page_and_guide_and_no_vectors(tmp_path: Path) -> None:
    files = known(made(tmp_path)["sw.js"])["files"]
    assert isinstance(files, dict)
    paths = {f"{folder}/{name}".lstrip("/") for folder, names in files.items() for name in names}
    assert paths == {
        "index.html", "zh/", "zh/issues/theft/", "zh/assets/help-centre.css",
        "guides/index.json", "guides/zh/theft.json", "guides/zh/theft.details.json",
        "guides/zh/triage.json", "guides/zh/triage.details.json",
    }  # fmt: skip


def test_the_worker_knows_what_is_private_and_is_there(tmp_path: Path) -> None:
    assert known(made(tmp_path)["sw.js"])["private"] == sorted(PRIVATE - {"zh/gone/index.html"})


def test_nothing_private_is_fetched_beforehand(tmp_path: Path) -> None:
    first = known(made(tmp_path)["sw.js"])["first"]
    assert isinstance(first, list)
    triage = {"guides/zh/triage.json", "guides/zh/triage.details.json"}
    assert {"index.html", "zh/index.html", "guides/index.json", *triage} <= set(first)
    assert not PRIVATE & set(first)


def test_the_worker_changes_with_any_file_and_with_nothing_else(tmp_path: Path) -> None:
    before = made(tmp_path / "a")["sw.js"]
    assert made(tmp_path / "b")["sw.js"] == before
    assert made(tmp_path / "c", home=f"{PAGE}<p>new")["sw.js"] != before


def test_a_worker_that_is_switched_off_holds_no_page_and_the_switch_says_so(
    tmp_path: Path,
) -> None:
    files = made(tmp_path, offline=False)
    assert json.loads(files["offline.json"]) == {"on": False}
    assert "theft" not in files["sw.js"]
    assert "unregister" in files["sw.js"]


@pytest.mark.parametrize("offline", [True, False])
def test_the_switch_is_as_its_schema_says(tmp_path: Path, offline: bool) -> None:
    schema = resources.files("generator.render.contract").joinpath("schemas/offline.schema.json")
    Draft202012Validator(json.loads(schema.read_text("utf-8"))).validate(
        json.loads(made(tmp_path, offline=offline)["offline.json"])
    )


@pytest.mark.parametrize("offline", [True, False])
def test_no_placeholder_is_left(tmp_path: Path, offline: bool) -> None:
    assert not re.search('"@[a-z]+@"', made(tmp_path, offline=offline)["sw.js"])
