"""Somebody who reads a page of the help centre and uses its player."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page

from generator.prove.journeys import Arrival

TIMEOUT = 10_000


@dataclass(frozen=True, slots=True)
class Reader:
    """One page in one browser."""

    page: Page
    address: str
    """Of the site."""

    def open(self, path: str, fragment: str = "") -> None:
        """Open a page, and wait until the player has taken over, at an answer with the whole of it."""
        # A page that differs in its fragment alone would not be loaded again.
        self.page.goto("about:blank")
        self.page.goto(f"{self.address}/{path}{fragment}")
        self.wait()

    def wait(self) -> None:
        self.page.locator(".player").wait_for(timeout=TIMEOUT)
        self.page.locator(".player .whole").wait_for(state="detached", timeout=TIMEOUT)

    def on(self, day: str) -> None:
        """It is noon in Shanghai on a day."""
        self.page.clock.set_fixed_time(f"{day}T12:00:00+08:00")

    # ---- What stands there ----

    def find(self, selector: str) -> Locator:
        return self.page.locator(f".player {selector}")

    @property
    def question(self) -> str | None:
        """The question that is asked; None at an answer."""
        found = self.find(".node").get_attribute("data-question")
        return str(found) if found is not None else None

    @property
    def arrival(self) -> Arrival:
        """The answer and advice that are shown."""
        advice = self.find("[data-advice]").evaluate_all("all => all.map(e => e.dataset.advice)")
        return Arrival(self.find(".leaf").get_attribute("data-answer") or "", frozenset(advice))

    @property
    def given(self) -> list[str]:
        """The questions in the list of replies."""
        found: list[str] = self.find("[data-change]").evaluate_all(
            "all => all.map(e => e.dataset.change)"
        )
        return found

    @property
    def fragment(self) -> dict[str, str]:
        """The replies in the address."""
        return dict(parse_qsl(urlsplit(self.page.url).fragment))

    @property
    def focused(self) -> Any:
        """Tag, text and attributes of the element that has the focus."""
        return self.page.evaluate(
            "() => { const e = document.activeElement;"
            " return { tag: e.tagName, text: e.textContent, ...e.dataset }; }"
        )

    # ---- What a reader does ----

    def reply(self, *options: str) -> None:
        for option in options:
            self.find(f'[data-option="{option}"]').click(timeout=TIMEOUT)

    def type(self, values: Mapping[str, str]) -> None:
        """Fill in the fields of the present question."""
        for name, value in values.items():
            self.find(f'input[name="{name}"]').fill(value)
        self.find(".field button").click()

    def change(self, question: str) -> None:
        self.find(".given summary").click()
        self.find(f'[data-change="{question}"]').click()

    def answer_with(
        self, replies: Mapping[str, str], meaning: Mapping[str, str] | None = None
    ) -> list[str]:
        """Reply until an answer is reached; the questions that were asked.

        `meaning` says which option an amount means that the question has no field for. Raises
        KeyError where a question is asked to which there is no reply.
        """
        asked = []
        while (question := self.question) is not None:
            asked.append(question)
            self._reply_to(question, replies, meaning or {})
            assert self.question not in asked, f"{question} is asked twice"
        return asked

    def _reply_to(
        self, question: str, replies: Mapping[str, str], meaning: Mapping[str, str]
    ) -> None:
        names = self.find(".field input").evaluate_all("all => all.map(e => e.name)")
        reply = replies.get(question)
        if reply is not None and self.find(f'[data-option="{reply}"]').count():
            self.reply(reply)
        elif names and replies.keys() >= set(names):
            self.type({name: replies[name] for name in names})
        else:
            self.reply(meaning[question])
