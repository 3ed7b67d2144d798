"""Twenty calls at the desk, by keys alone: the answer, the transcript, and a reply that can be sent."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

CALLS = Path(__file__).with_name("desk_calls.yml")
# What somebody would have to fill in: placeholders, figures, and what an answer leaves to its reader.
HOLES = re.compile(r"\[\[|\]\]|\{\{|\}\}|undefined|null|NaN")
HAN = re.compile(r"[一-鿿]")
MOST_QUESTIONS = 20


@dataclass(slots=True)
class Agent:
    """Somebody at the desk who has a keyboard and no mouse."""

    page: Page
    keys: int = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.keys += len(keys)
        self.page.evaluate(
            "new Promise((seen) => requestAnimationFrame(() => setTimeout(() => setTimeout(seen))))"
        )

    def hear(self, said: str, hit: int) -> None:
        self.press("/")
        self.page.keyboard.type(said)
        self.press(*["ArrowDown"] * (hit - 1), "Enter")

    @property
    def asked(self) -> str:
        return str(self.page.locator(".present").get_attribute("data-asks"))

    def bring(self, question: str) -> None:
        for _ in range(MOST_QUESTIONS):
            if self.asked == question:
                return
            self.press("n")
        raise AssertionError(question)

    def reply(self, value: str) -> None:
        option = self.page.locator(f'.present [data-option="{value}"] kbd')
        if option.count():
            self.press(*option.inner_text())
            return
        self.press("d")
        year, month, day = (*value.split("-"), "", "")[:3]
        typed = month + day + year if month else value
        self.page.keyboard.type(typed)
        self.keys += len(typed)
        self.press("Enter")

    def walk(self, part: dict[str, Any]) -> None:
        self.hear(part["said"], int(part.get("hit", 1)))
        for question in part.get("first", ()):
            self.bring(question)
            self.reply(part["replies"][question])
        slips = dict(part.get("slip", {}))
        while question := self.asked:
            if question in slips:
                self.reply(slips.pop(question))
                self.press("Backspace")
            assert question in part["replies"], (part["said"], question)
            self.reply(part["replies"][question])

    def record(self) -> Any:
        self.press("t")
        self.page.locator("dialog input[value=json]").check()
        text = self.page.locator("dialog textarea").input_value()
        self.press("Escape")
        return json.loads(text)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context.new_page()
    context.close()


def test_twenty_callers_are_answered_and_can_be_sent_a_reply_as_it_is(
    page: Page, desk_address: str
) -> None:
    data = yaml.load(CALLS.read_text("utf-8"), Loader=yaml.BaseLoader)
    page.clock.set_fixed_time(f"{data['today']}T04:00:00Z")
    for call in data["calls"]:
        page.goto(f"{desk_address}/{call['locale']}/desk/")
        page.locator("#desk.ready").wait_for()
        agent = Agent(page)
        for part in filter(None, (call, call.get("then"))):
            agent.walk(part)
            _holds(agent, part, call)


def _holds(agent: Agent, part: dict[str, Any], call: dict[str, Any]) -> None:
    page = agent.page
    agent.press("c")
    reply = page.evaluate("navigator.clipboard.readText()")
    record = agent.record()
    answers = {guide["answer"]["id"] for guide in record["guides"]}
    assert part["answer"] in answers, (part["said"], answers)
    assert record["sent"], part["said"]
    assert not HOLES.search(reply), reply
    assert bool(HAN.search(re.sub("“[^”]*”", "", reply))) == (call["locale"] == "zh"), reply
    everything = json.dumps(record, ensure_ascii=False) + reply + page.content()
    assert [each for each in call.get("secrets", ()) if each in everything] == []
    assert bool(page.locator(".reply .private").count()) or "private" not in call, part["said"]
