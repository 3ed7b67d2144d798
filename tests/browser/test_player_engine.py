"""The player's engine in Chromium, held to every vector that the project publishes."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

LOAD = """async (path) => { window.player = await import(path);
  window.load = async (path) => (await fetch(path)).json(); }"""

GUIDE = """async (name) => {
  const guide = await load(`/guides/zh/${name}.json`);
  const { vectors, restricted, changes, today } = await load(`/guides/${name}.vectors.json`);
  const { calendars } = await load("/guides/calendars.json");
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
  const sorted = (map) => Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
  const wrong = [];
  const expect = (vector, found, wanted) => same(found, wanted) || wrong.push({ vector, found, wanted });

  for (const vector of vectors) {
    const replies = { ...vector.replies, ...vector.raw };
    const { leaf, dropped } = player.createGuide(guide, { replies, calendars, today });
    expect(vector, [leaf && leaf.answer, leaf && [...leaf.advice].sort(), dropped],
      [vector.answer, vector.advice, []]);
  }
  for (const vector of restricted) {
    const left = player.restrict(guide, vector.known);
    const node = left.nodes[left.start];
    expect(vector,
      [node.answer, node.question, node.least || 0, node.most || 0, Object.keys(left.nodes).length],
      [vector.answer, vector.question, vector.least, vector.most, vector.nodes]);
    if (vector.question) {
      expect(vector, node.options.map(({ id }) => id), vector.options);
    } else {
      expect(vector, [...node.advice].sort(), vector.advice);
    }
    const { dropped } = player.createGuide(guide, { replies: vector.known, calendars, today });
    for (const name of vector.dropped || []) {
      expect(vector, dropped.includes(name), true);
    }
  }
  for (const vector of changes) {
    expect(vector, sorted(player.decidingReplies(guide, vector.replies)), sorted(vector.decided_by));
    const nearest = player.nearestChanges(guide, vector.replies);
    expect(vector, Object.keys(nearest).sort(), Object.keys(vector.nearest).sort());
    for (const [answer, { changed, asked }] of Object.entries(vector.nearest)) {
      expect(vector, [sorted(nearest[answer].changed), sorted(nearest[answer].asked)],
        [sorted(changed), sorted(asked)]);
    }
  }
  return [vectors.length + restricted.length + changes.length, wrong.slice(0, 3)];
}"""

CALCULATORS = """async () => {
  const { calculators } = await load("/guides/calculators.json");
  const { calendars } = await load("/guides/calendars.json");
  const { vectors } = await load("/guides/calculators.vectors.json");
  const wrong = vectors.filter(({ calculator, inputs, value, certain }) => {
    const found = calculators[calculator];
    if (found.kind === "fee") {
      return player.fee(found, inputs) !== value;
    }
    const last = player.lastDay(found, inputs[found.counts_from], calendars);
    return last.day !== value || last.certain !== certain;
  });
  return [vectors.length, wrong.slice(0, 3)];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{address}/guides/index.json")
    page.evaluate(LOAD, "/player/engine.js")
    yield page
    page.close()


def guides(site: Path) -> list[str]:
    return sorted(
        file.stem for file in (site / "guides" / "zh").glob("*.json") if ".details" not in file.name
    )


def test_the_engine_passes_every_vector_of_every_guide(page: Page, site: Path) -> None:
    for name in guides(site):
        count, wrong = page.evaluate(GUIDE, name)
        assert (wrong, count > 0) == ([], True), name


def test_the_calculators_pass_every_vector(page: Page) -> None:
    count, wrong = page.evaluate(CALCULATORS)
    assert (wrong, count > 0) == ([], True)


CONVERSATION = """async ([steps, setting]) => {
  const guide = await load("/guides/zh/fee-dispute.json");
  let talk = player.createGuide(guide, setting);
  const seen = [];
  for (const [what, ...values] of [["with", {}], ...steps]) {
    talk = what === "with" ? talk : talk[what](...values);
    seen.push({ asked: talk.asked, dropped: talk.dropped, answer: talk.leaf && talk.leaf.answer,
      question: talk.question && talk.question.question, replies: talk.replies });
  }
  return seen;
}"""


def talk(page: Page, *steps: Sequence[object], **setting: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate(CONVERSATION, [[list(s) for s in steps], setting])
    return found


PATH: list[list[Any]] = [
    ["reply", "scam-now", "no"],
    ["reply", "fee-kind", "withdrawal"],
    ["reply", "fee-shown", "yes"],
    [
        "replyWith",
        {"withdrawal-amount": "3000", "free-allowance-left": "1000", "fee-charged": "2.01"},
    ],
]


def test_a_changed_reply_keeps_the_later_ones_that_still_fit(page: Page) -> None:
    *_, last = talk(page, *PATH[:3], ["reply", "fee-kind", "card-transfer"])
    assert last["replies"]["scam-now"] == "no"
    assert last["replies"]["fee-kind"] == "card-transfer"


def test_a_reply_that_is_not_needed_any_more_is_dropped_and_told(page: Page) -> None:
    *_, last = talk(page, *PATH[:3], ["reply", "scam-now", "guided"])
    assert last["answer"] == "stop-scam"
    assert set(last["dropped"]) >= {"fee-kind"}


def test_an_unknown_reply_is_dropped_and_told(page: Page) -> None:
    (first,) = talk(page, replies={"fee-kind": "no-such-kind"})
    assert first["dropped"] == ["fee-kind"]


def test_a_reply_can_be_taken_back(page: Page) -> None:
    *_, last = talk(page, *PATH[:2], ["without", "fee-kind"])
    assert last["question"] == "fee-kind"
    assert last["replies"] == {"scam-now": "no"}


# ---- The engine without a face ----

HEADLESS = """async ([steps, setting]) => {
  const { calendars } = await load("/guides/calendars.json");
  const guide = await load("/guides/zh/withdrawal-not-arrived.json");
  const seen = [];
  const note = (talk) => seen.push({ state: talk.state.kind, id: talk.state.id, least: talk.least, most: talk.most,
    asked: [...talk.asked], dropped: [...talk.dropped], replies: talk.replies });
  try {
    let talk = player.createGuide(guide, { calendars, ...setting });
    note(talk);
    for (const [what, ...values] of steps) {
      talk = talk[what](...values);
      note(talk);
    }
    seen.push(talk.why());
  } catch (error) {
    seen.push([error instanceof player.GuideError, error.code]);
  }
  return seen;
}"""


def headless(page: Page, *steps: Sequence[object], **setting: Any) -> list[Any]:
    found: list[Any] = page.evaluate(HEADLESS, [[list(step) for step in steps], setting])
    return found


def test_the_engine_comes_to_an_answer_and_says_why(page: Page) -> None:
    first, last, why = headless(page, ["reply", "scam-now", "guided"])
    assert (first["state"], first["id"], first["least"]) == ("question", "scam-now", 1)
    assert (last["state"], last["id"], last["most"]) == ("answer", "stop-scam", 0)
    assert why["possible"] == ["stop-scam"]
    assert why["decidedBy"] == {"scam-now": "guided"}
    assert "stop-scam" not in why["others"]


def test_the_engine_goes_back_and_asks_what_it_is_told_to(page: Page) -> None:
    _, replied, back, asked, _ = headless(
        page, ["reply", "scam-now", "no"], ["back"], ["ask", "withdrawal-state"]
    )
    assert replied["replies"] == {"scam-now": "no"}
    assert (back["id"], back["asked"]) == ("scam-now", [])
    assert asked["id"] == "withdrawal-state"


def test_the_engine_takes_many_replies_in_any_order_and_amounts_and_days(page: Page) -> None:
    replies = {
        "withdrawal-submitted": "2026-11-24", "receiving-card": "own-ok", "scam-now": "no",
        "account-restricted": "no", "withdrawal-state": "processing",
    }  # fmt: skip
    _, last, _ = headless(page, ["restrict", replies], today="2026-11-25")
    assert last["replies"]["withdrawal-submitted"] == "inside"
    assert last["dropped"] == []


def test_the_engine_says_which_known_reply_does_not_fit(page: Page) -> None:
    first, _ = headless(page, replies={"scam-now": "perhaps"})
    assert first["dropped"] == ["scam-now"]


@pytest.mark.parametrize(
    ("steps", "setting", "code"),
    [
        ([["reply", "scam-now", "perhaps"]], {}, "reply"),
        ([["reply", "no-such-question", "no"]], {}, "reply"),
        ([], {"today": "2026-02-30"}, "today"),
        ([["restrict", {"withdrawal-submitted": "2026-11-24"}]], {"calendars": {}}, "calendars"),
    ],
)
def test_what_the_engine_cannot_do_is_an_error_with_a_code(
    page: Page, steps: list[list[Any]], setting: dict[str, Any], code: str
) -> None:
    assert headless(page, *steps, **setting)[-1] == [True, code]


# ---- Brief guides and their details ----

ENDING = """async ([given, spoil]) => {
  const { calendars } = await load("/guides/calendars.json");
  const brief = await load("/guides/en/withdrawal-not-arrived.json");
  const details = { ...(await load("/guides/en/withdrawal-not-arrived.details.json")), ...spoil };
  const whole = { ...brief, answers: details.answers, rules: details.rules };
  const [json, setting] = { brief: [brief, {}], whole: [whole, {}], both: [brief, { details }],
    texts: [JSON.stringify(brief), { details: JSON.stringify(details) }] }[given];
  const before = JSON.stringify(json);
  try {
    const talk = player.createGuide(json, { calendars, ...setting }).reply("scam-now", "guided");
    return { ...talk.state, why: talk.why(), untouched: before === JSON.stringify(json) };
  } catch (error) {
    return [error instanceof player.GuideError, error.code];
  }
}"""


def ending(page: Page, given: str, **spoil: Any) -> Any:
    """The answer of a guide that is begun with some of its files, of which the details are spoilt."""
    return page.evaluate(ENDING, [given, spoil])


@pytest.mark.parametrize("given", ["both", "texts", "whole"])
def test_with_its_details_a_guide_ends_with_the_whole_answer(page: Page, given: str) -> None:
    found = ending(page, given)
    assert (found["id"], found["whole"]) == ("stop-scam", True)
    assert found["answer"]["today"]
    assert all(each["because"]["plain"] for each in found["because"])
    assert found["untouched"]


def test_without_its_details_a_guide_ends_with_a_brief_answer_and_says_why(page: Page) -> None:
    found, full = ending(page, "brief"), ending(page, "both")
    assert found["whole"] is False
    assert found["answer"].keys() == {"title", "summary", "url"}
    assert found["answer"]["title"] == full["answer"]["title"]
    assert found["because"] == [{"id": each["id"]} for each in full["because"]]
    assert found["why"] == full["why"]


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        ({"version": "0" * 16}, "details"),
        ({"guide": "triage"}, "details"),
        ({"rules": None}, "malformed"),
        ({"answers": {}}, "malformed"),
    ],
)
def test_details_that_do_not_fit_the_guide_are_an_error_with_a_code(
    page: Page, spoil: dict[str, Any], code: str
) -> None:
    assert ending(page, "both", **spoil) == [True, code]


FOR_CODE = """async (known) => {
  try {
    return player.guideFor(await load("/guides/codes.json"), known);
  } catch (error) {
    return error.code;
  }
}"""


def test_an_error_code_with_an_amount_opens_the_guide_answered_that_far(page: Page) -> None:
    known = {"code": "withdrawal-processing", "amount": 3000, "date": "2026-11-24"}
    codes = page.evaluate("async () => (await load('/guides/codes.json')).codes")
    name = next(name for name, code in codes.items() if len(code["takes"]) == 2)
    found = page.evaluate(FOR_CODE, {**known, "code": name})
    takes = codes[name]["takes"]
    assert found["replies"] == {
        **codes[name]["replies"], takes["amount"]: "3000", takes["date"]: "2026-11-24"
    }  # fmt: skip
    assert found["src"] == f"guides/zh/{codes[name]['guide']}.json"
    assert found["page"].startswith(f"zh/issues/{codes[name]['issue']}/#")


def test_a_message_as_it_was_shown_is_a_code_too(page: Page) -> None:
    assert page.evaluate(FOR_CODE, {"text": " 余额不足。"})["code"] == "balance-too-low"


@pytest.mark.parametrize("known", [{"code": "constructor"}, {"text": "no such text"}, {}])
def test_an_unknown_code_is_told(page: Page, known: dict[str, str]) -> None:
    assert page.evaluate(FOR_CODE, known) == "code"


def test_the_page_of_an_error_code_opens_with_its_replies(page: Page, address: str) -> None:
    found = page.evaluate(FOR_CODE, {"code": "card-declined", "locale": "en"})
    context = page.context
    assert context.browser is not None
    view = context.browser.new_page()
    view.goto(f"{address}/{found['page']}")
    view.locator(".player").wait_for()
    replies = view.evaluate("document.querySelector('guide-player').conversation.replies")
    assert found["replies"].items() <= replies.items()
    view.close()
