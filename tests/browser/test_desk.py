"""The agents' desk on its screen: by keyboard alone, in any order, nothing kept, nothing leaked."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.browser.accessibility import Setting, every_setting

TODAY = "2026-11-25T04:00:00Z"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'"
)
CARD, CODE = "4111 1111 1111 1111", "778812"
SAID = {"zh": "提现好几天没到账", "en": "my withdrawal has not arrived"}


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 860}, permissions=["clipboard-read", "clipboard-write"]
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, desk_address: str) -> Iterator[Page]:
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    yield opened(page, desk_address)
    page.evaluate("localStorage.clear()")
    page.close()


def opened(page: Page, address: str, locale: str = "zh") -> Page:
    page.goto(f"{address}/{locale}/desk/")
    page.locator("#desk.ready").wait_for()
    return page


def pressed(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    seen(page)


def seen(page: Page) -> None:
    """Wait until all panes show what the last step has come to."""
    page.evaluate(
        "new Promise((seen) => requestAnimationFrame(() => setTimeout(() => setTimeout(seen))))"
    )


def searched(page: Page, text: str) -> None:
    pressed(page, "/")
    page.keyboard.type(text)
    pressed(page, "Enter")


def asked(page: Page) -> str:
    """The question or answer that is before the agent."""
    return page.locator("[data-present]").inner_text()


def chip(page: Page, question: str, option: str) -> Any:
    return page.locator(f'[data-focus="chip-{question}-{option}"]')


def answered(page: Page, locale: str = "zh") -> None:
    """A withdrawal that is within its time."""
    searched(page, SAID[locale])
    pressed(page, "3", "2", "1", "1", "1")
    page.locator(".arrived").wait_for()


def unquoted(text: str) -> str:
    return re.sub("[“”‘’]", "", text)


def test_from_the_callers_words_to_the_answer_by_keys_alone(page: Page) -> None:
    answered(page)
    assert page.locator(".work .answer").count() == 1
    assert page.locator(".replies li").count() == 5


def test_backspace_takes_back_the_last_step(page: Page) -> None:
    searched(page, SAID["zh"])
    first = asked(page)
    pressed(page, "3")
    assert asked(page) != first
    pressed(page, "Backspace")
    assert asked(page) == first


def test_enter_without_words_begins_with_the_first_questions(page: Page) -> None:
    pressed(page, "/", "Enter")
    assert page.locator(".guides .now").count() == 1


def test_keys_in_a_field_are_text(page: Page) -> None:
    searched(page, SAID["zh"])
    question = asked(page)
    field = page.locator(".contact textarea")
    field.focus()
    page.keyboard.type("12/?tg")
    assert field.input_value() == "12/?tg"
    assert asked(page) == question
    assert not page.locator("dialog[open]").count()


def test_enter_that_ends_the_writing_of_characters_opens_nothing(page: Page) -> None:
    pressed(page, "/")
    page.keyboard.type("提现")
    page.evaluate("""document.activeElement.dispatchEvent(new KeyboardEvent("keydown",
      { key: "Enter", isComposing: true, bubbles: true }))""")
    assert page.locator(".guides .now").count() == 0


def test_single_keys_can_be_switched_off(page: Page) -> None:
    searched(page, SAID["zh"])
    question = asked(page)
    pressed(page, "?")
    page.locator(".switch input").uncheck()
    pressed(page, "Escape", "3")
    assert asked(page) == question


def test_an_option_of_a_later_question_is_never_asked_again(page: Page) -> None:
    searched(page, SAID["zh"])
    chip(page, "withdrawal-state", "processing").click()
    seen(page)
    chip(page, "receiving-card", "own-ok").click()
    pressed(page, "3", "2", "1")
    assert page.locator(".arrived").count() == 1
    assert page.locator(".replies li").count() == 5


def test_a_chosen_option_is_let_go_by_choosing_it_once_more(page: Page) -> None:
    searched(page, SAID["zh"])
    for _ in range(2):
        chip(page, "withdrawal-state", "processing").click()
        seen(page)
    assert page.locator(".replies li").count() == 0


def test_what_cannot_both_hold_is_said_and_names_the_other_reply(page: Page) -> None:
    searched(page, SAID["zh"])
    chip(page, "support-contact", "not-yet").click()
    pressed(page, "1")
    card = page.locator('[data-question="support-contact"]')
    assert "contradiction" in str(card.get_attribute("class"))
    chosen = page.locator('[data-question="scam-now"] [aria-pressed=true]').inner_text()
    assert unquoted(chosen) in unquoted(card.locator(".clash").inner_text())


def test_any_open_question_can_be_asked_next(page: Page) -> None:
    searched(page, SAID["zh"])
    first = asked(page)
    pressed(page, "n")
    assert asked(page) != first
    pressed(page, "p")
    assert asked(page) == first


def test_two_guides_of_a_caller_share_their_replies(page: Page) -> None:
    searched(page, SAID["zh"])
    pressed(page, "3")
    searched(page, "手续费不对")
    assert page.locator(".guides li").count() == 2
    assert chip(page, "scam-now", "no").get_attribute("aria-pressed") == "true"
    before = page.locator(".guides .now").inner_text()
    pressed(page, "[")
    assert page.locator(".guides .now").inner_text() != before


def test_an_answer_that_continues_goes_on_in_its_guide(page: Page) -> None:
    pressed(page, "/", "Enter", "3")
    label = page.locator('.options [data-option="not-arrived"] kbd').inner_text()
    pressed(page, *label)
    while not page.locator(".arrived").count():
        pressed(page, "1")
    pressed(page, "g")
    assert page.locator(".guides li").count() == 2
    assert chip(page, "scam-now", "no").get_attribute("aria-pressed") == "true"


def test_a_date_is_reckoned_and_its_deadline_is_a_day(page: Page) -> None:
    searched(page, SAID["zh"])
    pressed(page, "3", "2", "1", "1", "d")
    page.keyboard.type("11242026")
    pressed(page, "Enter")
    assert page.locator(".arrived").count() == 1
    assert page.locator(".deadline time").get_attribute("datetime") == "2026-11-27"


def test_a_reply_to_the_customer_is_copied_only_when_it_is_whole(page: Page) -> None:
    answered(page)
    page.select_option("[data-macro]", "wait-until-date")
    copy = page.locator("[data-focus=macro-copy]")
    assert copy.is_disabled()
    while page.locator(".preview mark").count():
        row = page.locator(".placeholders .row", has=page.locator("input:enabled")).last
        row.locator("button").click()
        if page.locator(".placeholders input:enabled").count() == 2:
            for field in page.locator(".placeholders input:enabled").all():
                kind = field.get_attribute("type")
                field.fill("2026-12-01" if kind == "date" else "一百元")
    copy.click()
    sent = page.evaluate("navigator.clipboard.readText()")
    assert sent
    assert not set("[]{}") & set(sent)


def test_the_reply_is_in_the_customers_language(page: Page) -> None:
    answered(page)
    before = page.locator(".preview").inner_text()
    page.select_option("[data-focus=language]", "en")
    assert page.locator(".preview").get_attribute("lang") == "en"
    assert page.locator(".preview").inner_text() != before


def test_secrets_are_masked_as_they_are_typed(page: Page) -> None:
    searched(page, f"提现 {CARD}")
    for field in page.locator("textarea, .field input[type=text]").all():
        if field.is_visible():
            field.focus()
            page.keyboard.type(f"卡 {CARD} 验证码 {CODE} 。")
            assert CARD[:9] not in field.input_value()
            assert CODE not in field.input_value()
            assert field.locator("xpath=..").locator(".masked").inner_text()
    pressed(page, "Tab", "Escape")
    page.locator("[data-transcript]").click()
    for form in ("text", "markdown", "json"):
        page.locator(f"dialog input[value={form}]").check()
        text = page.locator("dialog textarea").input_value()
        assert CARD[:9] not in text
        assert CODE not in text


def test_the_transcript_holds_what_was_ticked_noted_and_promised(page: Page) -> None:
    answered(page)
    page.locator(".evidence input").first.check()
    page.fill(".contact input[type=date]", "2026-12-02")
    page.fill(".contact textarea", "已说明")
    pressed(page, "Tab")
    page.locator("[data-transcript]").click()
    page.locator("dialog input[value=json]").check()
    record = json.loads(page.locator("dialog textarea").input_value())
    assert record["next_contact"]["day"] == "2026-12-02"
    assert record["note"] == "已说明"
    assert record["evidence"][0]["ticked"]
    assert record["guides"][0]["version"]
    assert record["heard"][0]["text"] == SAID["zh"]


def test_nothing_is_kept_on_the_device_unless_asked(page: Page) -> None:
    answered(page)
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.hash]"
    assert page.evaluate(kept) == [0, 0, "", ""]


def test_a_case_that_was_kept_comes_back_and_can_be_forgotten(page: Page) -> None:
    answered(page)
    answer = asked(page)
    page.locator("[data-focus=keep]").click()
    page.reload()
    page.locator("#desk.ready").wait_for()
    page.locator(".menu summary").click()
    page.locator(".menu li button").first.click()
    assert asked(page) == answer
    page.locator(".menu summary").click()
    page.locator(".menu li button").last.click()
    assert page.evaluate("localStorage.length") == 0


def test_a_new_case_knows_nothing_of_the_last(page: Page) -> None:
    answered(page)
    page.locator(".bar nav button").first.click()
    assert page.locator(".replies li").count() == 0
    assert page.locator(".guides li").count() == 0


def test_all_goes_on_without_a_connection(context: BrowserContext, page: Page) -> None:
    asked_for: list[str] = []
    page.on("request", lambda request: asked_for.append(request.url))
    context.set_offline(True)
    try:
        answered(page)
        pressed(page, "w", "t")
    finally:
        context.set_offline(False)
    assert asked_for == []


def test_nothing_offends_a_strict_policy(browser: Browser, desk_address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 860})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def strict(route: Route) -> None:
        response = route.fetch()
        headers = {**response.headers, "content-security-policy": POLICY}
        route.fulfill(response=response, headers=headers)

    page.route("**/desk/", strict)
    opened(page, desk_address)
    answered(page)
    pressed(page, "w", "t", "Escape", "?")
    context.close()
    assert complaints == []


def hits(page: Page, locale: str) -> None:
    pressed(page, "/")
    page.keyboard.type(SAID[locale])


def guides(page: Page, locale: str) -> None:
    searched(page, SAID[locale])
    pressed(page, "3", "/", "Enter")


def clash(page: Page, locale: str) -> None:
    searched(page, SAID[locale])
    chip(page, "support-contact", "not-yet").click()
    pressed(page, "1")


def all_open(page: Page, locale: str) -> None:
    answered(page, locale)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.locator(".why .way").first.wait_for()


def transcript(page: Page, locale: str) -> None:
    answered(page, locale)
    pressed(page, "t")


STATES: dict[str, Callable[[Page, str], None]] = {
    "empty": lambda _page, _locale: None,
    "hits": hits,
    "question": lambda page, locale: searched(page, SAID[locale]),
    "guides": guides,
    "clash": clash,
    "answer": answered,
    "all open": all_open,
    "transcript": transcript,
    "keys": lambda page, _locale: pressed(page, "?"),
}
"""How a fresh desk is brought to each state."""


@every_setting
def test_axe_finds_nothing_in_any_state(setting: Setting, desk_address: str) -> None:
    found = []
    for state, bring in STATES.items():
        setting.page.set_viewport_size({"width": 1280, "height": 860})
        opened(setting.page, desk_address, setting.locale)
        bring(setting.page, setting.locale)
        found += setting.violations(state)
    assert found == []
