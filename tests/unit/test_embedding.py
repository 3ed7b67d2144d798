"""What app developers copy: a page-long reader in Python, and a chat bot on the plain texts."""

import json
import runpy
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import Compiled
from generator.render.contract import contract
from tests.conftest import ROOT
from tests.unit.test_contract import with_unknown_keys

EMBEDDING = ROOT / "embedding"
A_PAGE, A_HUNDRED = 60, 100


@pytest.fixture(scope="module")
def site(shipped: Compiled) -> dict[str, Any]:
    """The published JSON by its path below `guides/`, parsed."""
    assert shipped.project is not None
    files = contract(shipped.project, shipped.guides)
    folder = "site/guides/"
    return {
        path.removeprefix(folder): json.loads(text)
        for path, text in files.items()
        if path.startswith(folder)
    }


def example(name: str) -> dict[str, Any]:
    return runpy.run_path(str(EMBEDDING / name), run_name="example")


def lines(name: str) -> int:
    return len((EMBEDDING / name).read_text("utf-8").splitlines())


def test_the_readers_take_a_page_each_and_the_chat_bot_a_hundred_lines() -> None:
    assert max(lines("evaluator.py"), lines("evaluator.js")) <= A_PAGE
    assert lines("chat_bot.py") <= A_HUNDRED


@pytest.mark.parametrize("later", [False, True])
def test_the_reader_passes_every_vector_even_among_keys_that_it_does_not_know(
    site: dict[str, Any], *, later: bool
) -> None:
    walk = example("evaluator.py")["walk"]
    calendars = site["calendars.json"]["calendars"]
    for name, entry in site["index.json"]["guides"].items():
        guide = site[f"zh/{name}.json"]
        guide = with_unknown_keys({**guide, "schema_version": "1.999"}) if later else guide
        held = site[entry["vectors"]]
        for vector in held["vectors"]:
            replies = {**vector["replies"], **vector.get("raw", {})}
            leaf = walk(guide, replies, calendars, date.fromisoformat(held["today"]))
            assert (leaf["answer"], sorted(leaf["advice"])) == (vector["answer"], vector["advice"])


def test_the_reader_refuses_a_guide_of_a_later_major_version(site: dict[str, Any]) -> None:
    guide = {**site["zh/triage.json"], "schema_version": "2.0"}
    with pytest.raises(ValueError, match=r"2\.0"):
        example("evaluator.py")["walk"](guide, {}, {}, date(2026, 11, 25))


def whole(site: dict[str, Any], path: str) -> dict[str, Any]:
    """A guide made whole, as its contract says."""
    details = site[path.replace(".json", ".details.json")]
    return {**site[path], "answers": details["answers"], "rules": details["rules"]}


def test_the_reader_takes_whole_guides_too(site: dict[str, Any]) -> None:
    walk = example("evaluator.py")["walk"]
    day = date(2026, 11, 25)
    leaf = walk(whole(site, "zh/fee-dispute.json"), {"scam-now": "guided"}, {}, day)
    assert leaf["answer"] == "stop-scam"


def test_the_bot_reads_a_guide_with_its_details_and_refuses_those_of_another_version(
    site: dict[str, Any], tmp_path: Path
) -> None:
    folder = tmp_path / "zh"
    folder.mkdir()
    details = site["zh/triage.details.json"]
    (folder / "triage.json").write_text(json.dumps(site["zh/triage.json"]), "utf-8")
    load = example("chat_bot.py")["load"]
    (folder / "triage.details.json").write_text(json.dumps(details), "utf-8")
    assert load(tmp_path, "zh", "triage") == whole(site, "zh/triage.json")
    (folder / "triage.details.json").write_text(json.dumps({**details, "version": "0" * 16}))
    with pytest.raises(SystemExit):
        load(tmp_path, "zh", "triage")


def test_the_bot_reads_a_guide_that_is_whole_already(site: dict[str, Any], tmp_path: Path) -> None:
    guide = site["zh.bundle.json"]["guides"]["triage"]
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh" / "triage.json").write_text(json.dumps(guide), "utf-8")
    assert example("chat_bot.py")["load"](tmp_path, "zh", "triage") == guide


def test_the_bot_tells_where_the_whole_of_a_brief_answer_is(site: dict[str, Any]) -> None:
    told: list[str] = []
    load = lambda name: site[f"en/{name}.json"]  # noqa: E731
    example("chat_bot.py")["converse"](load, "fee-dispute", lambda: "guided", told.append)
    assert told[-1] == site["en/fee-dispute.json"]["answers"]["stop-scam"]["url"]


def talk(site: dict[str, Any], locale: str, guide: str, *said: str) -> tuple[str, list[str]]:
    """The answer that the bot comes to, and what it tells; it hears nothing after `said`."""
    told: list[str] = []
    answers = iter(said)
    bot = example("chat_bot.py")
    load = lambda name: whole(site, f"{locale}/{name}.json")  # noqa: E731
    return bot["converse"](load, guide, lambda: next(answers), told.append), told


def test_the_bot_takes_numbers(site: dict[str, Any]) -> None:
    node = site["en/fee-dispute.json"]["nodes"][site["en/fee-dispute.json"]["start"]]
    number = [option["id"] for option in node["options"]].index("guided") + 1
    answer, told = talk(site, "en", "fee-dispute", str(number))
    assert answer == "stop-scam"
    assert node["text"]["plain"] in told


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_bot_takes_words(site: dict[str, Any], locale: str) -> None:
    guide = site[f"{locale}/fee-dispute.json"]
    node = guide["nodes"][guide["start"]]
    label = next(o["label"]["plain"] for o in node["options"] if o["id"] == "guided")
    assert talk(site, locale, "fee-dispute", label)[0] == "stop-scam"
    assert talk(site, locale, "fee-dispute", label[: len(label) // 2])[0] == "stop-scam"


def test_the_bot_asks_again_where_it_does_not_understand(site: dict[str, Any]) -> None:
    _, told = talk(site, "en", "fee-dispute", "xyzzy", "99", "", "guided")
    node = site["en/fee-dispute.json"]["nodes"][site["en/fee-dispute.json"]["start"]]
    assert told.count(node["text"]["plain"]) == 4


def test_the_bot_takes_a_reply_back(site: dict[str, Any]) -> None:
    assert talk(site, "en", "fee-dispute", "no", "back", "guided")[0] == "stop-scam"


def test_the_bot_goes_on_in_another_guide_and_asks_nothing_twice(site: dict[str, Any]) -> None:
    guide = site["en/triage.json"]
    first = guide["nodes"][guide["start"]]["text"]["plain"]
    jumps = {n["answer"]: n["continue"] for n in guide["nodes"].values() if "continue" in n}
    onward = {answer: jump["guide"] for answer, jump in jumps.items() if not jump.get("return")}
    assert onward
    for answer, other in onward.items():
        told = told_until(site, path_to(guide, answer))
        texts = [
            n["text"]["plain"] for n in site[f"en/{other}.json"]["nodes"].values() if "text" in n
        ]
        titles = [
            f"== {a['title']['plain']} ==" for a in site[f"en/{other}.json"]["answers"].values()
        ]
        assert told.count(first) == 1
        assert {*texts, *titles} & {*told}


def told_until(site: dict[str, Any], way: dict[str, str]) -> list[str]:
    """What the bot tells until somebody who gives these replies to `triage` says no more."""
    told: list[str] = []
    answers = iter(way.values())
    load = lambda name: site[f"en/{name}.json"]  # noqa: E731
    with suppress(StopIteration):
        example("chat_bot.py")["converse"](load, "triage", lambda: next(answers), told.append)
    return told


def path_to(guide: dict[str, Any], answer: str) -> dict[str, str]:
    """Replies on a way to an answer, in their order."""
    waiting: list[tuple[str, dict[str, str]]] = [(guide["start"], {})]
    while waiting:
        at, way = waiting.pop()
        node = guide["nodes"][at]
        if node.get("answer") == answer:
            return way
        waiting += [
            (o["next"], {**way, node["question"]: o["id"]}) for o in node.get("options", [])
        ]
    raise KeyError(answer)


def test_every_line_that_the_bot_tells_is_a_plain_text(site: dict[str, Any]) -> None:
    _, told = talk(site, "zh", "fee-dispute", "guided")
    plain = json.dumps(whole(site, "zh/fee-dispute.json"), ensure_ascii=False)
    for line in told:
        words = line.strip().lstrip("0123456789.x-= ").rstrip("= ").split(" ")[0]
        assert json.dumps(words, ensure_ascii=False)[1:-1] in plain


def test_the_examples_import_nothing_of_ours() -> None:
    for path in (*EMBEDDING.glob("*.py"), *EMBEDDING.glob("*.js")):
        text = Path(path).read_text("utf-8")
        assert "generator" not in text
        assert "player" not in text
