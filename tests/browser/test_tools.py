"""The tools in Chromium: right results, nothing sent or kept, by keyboard, and without scripts."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.pipeline import Compiled
from generator.render.pages.chooser import merit_of
from generator.render.pages.tool_words import SAID
from generator.resolve import FeeCalculator
from generator.schema import LOCALES
from tests.browser.accessibility import Setting, every_setting

NAMES = tuple(SAID)
TODAY = "2026-11-25T04:00:00Z"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        # A worker would answer for the network that the tests stand in for.
        service_workers="block",
        viewport={"width": 390, "height": 844},
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    page.clock.set_fixed_time(TODAY)
    yield page
    page.close()


def opened(page: Page, address: str, name: str, locale: str = "zh") -> Page:
    page.goto(f"{address}/{locale}/tools/{name}/")
    page.locator(".tool.ready").wait_for()
    return page


def used(page: Page, name: str) -> None:
    """Bring a tool to where it shows all that it can."""
    match name:
        case "arrival":
            page.fill("#start", "2026-09-30")
        case "fee":
            page.fill("#withdrawal-amount", "3000")
            page.fill("#free-allowance-left", "abc")
            page.fill("#free-allowance-left", "1000")
        case "deadlines":
            page.select_option("#place", "uk")
            page.fill("#day-uk-complaint", "2026-11-20")
        case "complaint-writer":
            page.fill("#what", "卡号 6222021234567890128。")
            page.check("input[value=trace]")
        case "evidence":
            page.select_option("#trouble", "not-mine")
        case "check-up":
            replied(page, {"scam-now": "no", "access-given": "no", **GAPS})
        case "wallet-chooser":
            page.fill("#w-security", "3")
        case _:
            pytest.fail(f"nobody has said how {name} is used")


@every_setting
def test_axe_finds_nothing_on_any_tool(setting: Setting, address: str) -> None:
    found = []
    for name in NAMES:
        used(opened(setting.page, address, name, setting.locale), name)
        found += setting.violations(name)
    setting.page.goto(f"{address}/{setting.locale}/tools/")
    assert [*found, *setting.violations("list")] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_tool_goes_on_without_a_connection_and_keeps_nothing(
    context: BrowserContext, page: Page, address: str, name: str
) -> None:
    opened(page, address, name)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    context.set_offline(True)
    try:
        used(page, name)
    finally:
        context.set_offline(False)
    kept = "[localStorage.length, sessionStorage.length, document.cookie, location.search]"
    assert asked == []
    assert page.evaluate(kept) == [0, 0, "", ""]


@pytest.mark.parametrize("name", NAMES)
def test_enter_puts_nothing_into_the_address(page: Page, address: str, name: str) -> None:
    opened(page, address, name)
    for field in page.locator(".form :is(input, select):visible").all()[:3]:
        field.press("Enter")
    assert page.url == f"{address}/zh/tools/{name}/"


def test_a_tool_whose_figures_do_not_come_says_so_and_leaves_its_tables(
    page: Page, address: str
) -> None:
    page.route("**/guides/*.json", lambda route: route.abort())
    page.goto(f"{address}/zh/tools/arrival/")
    page.locator(".tool.failed").wait_for()
    assert page.get_by_role("alert").is_visible()
    assert not page.locator("[data-form]").is_visible()
    assert page.locator(".table").first.is_visible()


@pytest.mark.parametrize("name", NAMES)
def test_touch_targets_are_large(page: Page, address: str, name: str) -> None:
    used(opened(page, address, name), name)
    small = page.evaluate(
        """() => [...document.querySelectorAll(".form :is(select, textarea, input, button),"
            + " .actions :is(a, button), .check")]
          .filter((each) => each.offsetParent && !each.matches(".check input"))
          .map((each) => [each.id || each.className, each.getBoundingClientRect().height])
          .filter(([, height]) => height < 44)"""
    )
    assert small == []


@pytest.mark.parametrize("name", NAMES)
def test_a_tool_s_page_serves_without_scripts(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/zh/tools/{name}/")
    told = page.locator(".tool > section:not(.live)")
    assert sum(len(text) for text in told.all_inner_texts()) > 150
    assert page.locator(".live:visible, .form:visible").count() == 0
    context.close()


# ---- When will my money arrive ----


def arrives(page: Page, which: str, start: str) -> str | None:
    page.select_option("#which", which)
    page.fill("#start", start)
    return page.locator("[data-result] time").get_attribute("datetime")


def test_a_make_up_working_day_counts_and_holidays_do_not(page: Page, address: str) -> None:
    opened(page, address, "arrival")
    assert arrives(page, "withdrawal", "2026-09-30") == "2026-10-10"
    kinds = {"2026-10-01": "holiday", "2026-10-10": "make-up", "2026-10-11": "weekend"}
    for day, kind in kinds.items():
        assert kind in (page.locator(f'td[data-day="{day}"]').get_attribute("class") or "").split()
    assert page.locator("td.counted").count() == 3


def test_each_arrival_is_the_day_that_the_generator_reckons(
    shipped: Compiled, page: Page, address: str
) -> None:
    project = shipped.project
    assert project is not None
    kit = project.editions["zh"].toolkit
    assert kit is not None
    opened(page, address, "arrival")
    for arrival, back in product(kit.arrivals, (0, 3, 60)):
        start = date(2026, 12, 4) - timedelta(back)
        calculator = project.calculators[arrival.calculator]
        assert not isinstance(calculator, FeeCalculator)
        due, _ = calculator.last_day(start, project.calendars)
        assert arrives(page, arrival.id, start.isoformat()) == due.isoformat(), arrival.id


def test_the_last_day_itself_is_still_in_time(page: Page, address: str) -> None:
    opened(page, address, "arrival")
    arrives(page, "withdrawal", "2026-11-20")
    assert page.locator(".state.late").count() == 0
    arrives(page, "withdrawal", "2026-11-19")
    assert page.locator(".state.late a").count() == 1


def test_a_window_beyond_the_calendar_is_told_as_uncertain(page: Page, address: str) -> None:
    opened(page, address, "arrival")
    arrives(page, "withdrawal", "2026-12-31")
    assert page.locator(".doubt").count() == 1


# ---- What will it cost ----


def fees(page: Page, amount: str, free: str) -> tuple[str, list[str]]:
    page.fill("#withdrawal-amount", amount)
    page.fill("#free-allowance-left", free)
    steps = page.locator("[data-step]")
    return (
        page.locator("[data-result] strong").first.inner_text(),
        [each.get_attribute("data-step") or "" for each in steps.all()],
    )


def test_a_fee_is_right_at_its_edges_and_shows_how(page: Page, address: str) -> None:
    opened(page, address, "fee")
    assert fees(page, "1000", "1000") == ("0 元", ["amount", "free", "nothing"])
    assert fees(page, "1000.01", "1000")[0] == "0.1 元"
    assert fees(page, "1100", "1000") == ("0.1 元", ["amount", "free", "taxed", "share"])
    assert fees(page, "1124.99", "1000")[0] == "0.12 元"
    assert fees(page, "1125", "1000") == (
        "0.13 元",
        ["amount", "free", "taxed", "share", "rounded"],
    )
    assert fees(page, "1050", "1000")[1][-1] == "minimum"
    assert fees(page, "３，０００", "￥1,000")[0] == "2 元"


def test_the_working_ends_with_the_fee(page: Page, address: str) -> None:
    opened(page, address, "fee")
    wrong = page.evaluate(
        """async (address) => {
          const tool = await import(`${address}/tools/fee.js`);
          const { calculators } = await (await fetch(`${address}/guides/calculators.json`)).json();
          const { vectors } = await (await fetch(`${address}/guides/calculators.vectors.json`)).json();
          const name = document.querySelector("form").dataset.calculator;
          const found = { ...calculators[name], maximum: "25" };
          const scaled = (text) => BigInt(Math.round(Number(text) * 100)) * 10n ** 10n;
          return vectors.filter(({ calculator }) => calculator === name).filter(({ inputs }) => {
            const free = scaled(inputs[found.free.question]);
            const lines = tool.workingOf(found, scaled(inputs[found.amount]), free);
            return lines[lines.length - 1].value !== scaled(tool.fee(found, inputs));
          }).length;
        }""",
        address,
    )
    assert wrong == 0


def test_what_is_no_figure_is_told_and_reckons_nothing(page: Page, address: str) -> None:
    opened(page, address, "fee")
    page.fill("#withdrawal-amount", "三千")
    assert page.locator("[data-wrong]").inner_text() != ""
    assert page.locator("[data-result]").inner_text() == ""


# ---- Deadlines ----


def unfolded(text: str) -> list[str]:
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def test_dates_are_saved_as_a_calendar_file(page: Page, address: str, tmp_path: Path) -> None:
    opened(page, address, "deadlines")
    page.select_option("#place", "uk")
    page.fill("#day-uk-report", "2026-01-31")
    page.fill("#day-uk-complaint", "2026-11-20")
    assert page.locator("[data-dates] li time").all_inner_texts() != []
    with page.expect_download() as waiting:
        page.click("[data-download]")
    waiting.value.save_as(tmp_path / "dates.ics")
    lines = unfolded((tmp_path / "dates.ics").read_bytes().decode("utf-8"))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    starts = [line.partition(":")[2] for line in lines if line.startswith("DTSTART;VALUE=DATE:")]
    ends = [line.partition(":")[2] for line in lines if line.startswith("DTEND;VALUE=DATE:")]
    assert starts == ["20261211", "20270228"]
    assert ends == ["20261212", "20270301"]
    for name in ("BEGIN:VEVENT", "UID", "DTSTAMP", "SUMMARY", "END:VALARM", "END:VEVENT"):
        assert len([line for line in lines if line.startswith(name)]) == 2, name


def test_only_the_periods_of_the_region_are_shown(page: Page, address: str) -> None:
    opened(page, address, "deadlines")
    for region in ("cn", "eu", "uk", "us"):
        page.select_option("#place", region)
        shown = page.locator("section.region:visible")
        assert [each.get_attribute("data-region") for each in shown.all()] == [region]
    page.select_option("#place", "other")
    assert page.locator("section.region:visible").count() == 0


def test_commas_and_line_ends_do_not_break_a_calendar_file(page: Page, address: str) -> None:
    opened(page, address, "deadlines")
    text = page.evaluate(
        """async (address) => (await import(`${address}/tools/deadlines.js`)).calendarFile(
          [{ id: "a", day: "2026-12-31", title: "一, 二; 三\\\\", text: "期限\\n".repeat(40) }],
          new Date(0))""",
        address,
    )
    lines = unfolded(text)
    assert "SUMMARY:一\\, 二\\; 三\\\\" in lines
    assert "DTEND;VALUE=DATE:20270101" in lines
    assert "DESCRIPTION:" + "期限\\n" * 40 in lines


# ---- Complaint writer ----

SECRETS = [
    ("卡号6222021234567890128", "卡号***************0128", ["card"]),
    ("on 2026-11-20 4111 1111 1111 1111 was", "on 2026-11-20 **** **** **** 1111 was", ["card"]),
    ("身份证11010519491231002X", "身份证" + "*" * 18, ["identity"]),
    ("SSN 078-05-1120.", "SSN ***-**-****.", ["identity"]),
    ("验证码是123456，密码：abcd", "验证码是******，密码：****", ["code"]),
    ("我把 482913 验证码给了他", "我把 ****** 验证码给了他", ["code"]),
    ("PIN: 4711 and password hunter2", "PIN: **** and password *******", ["code"]),
    ("单号 2026112022001400001234567890", "单号 2026112022001400001234567890", []),
    ("The password was changed. Error code 500.", "The password was changed. Error code 500.", []),
    ("11 月 20 日提现 3,000 元，电话 13800138000", "11 月 20 日提现 3,000 元，电话 13800138000", []),
    ("6222021234567890127", "6222021234567890127", []),
    ("验证码是三八二九一零。", "验证码是******。", ["code"]),
    ("等了三天，少了一百二十三元", "等了三天，少了一百二十三元", []),
    ("密码：******", "密码：******", []),
]  # fmt: skip


def test_secrets_are_recognised_and_nothing_else_is(page: Page, address: str) -> None:
    opened(page, address, "complaint-writer")
    found = page.evaluate(
        """async ([address, texts]) => {
          const { masked } = await import(`${address}/tools/complaint-writer.js`);
          return texts.map((text) => [masked(text).text, masked(text).kinds]);
        }""",
        [address, [text for text, _, _ in SECRETS]],
    )
    assert found == [[text, kinds] for _, text, kinds in SECRETS]


def test_a_card_number_is_hidden_as_it_is_typed(page: Page, address: str) -> None:
    opened(page, address, "complaint-writer")
    page.locator("#what").press_sequentially("卡号 6222021234567890128")
    assert "622202" not in page.locator("[data-letter]").inner_text()
    page.locator("#what").press_sequentially("，被盗刷")
    assert page.input_value("#what") == "卡号 ***************0128，被盗刷"
    assert page.locator("[data-secret]").inner_text() != ""


def test_leaving_a_field_hides_what_is_at_its_end(page: Page, address: str) -> None:
    opened(page, address, "complaint-writer")
    page.locator("#company").press_sequentially("password: letmein1")
    page.keyboard.press("Tab")
    assert "letmein" not in page.input_value("#company")


def letter(page: Page) -> str:
    return page.locator("[data-letter]").inner_text()


@pytest.mark.parametrize("locale", LOCALES)
def test_a_letter_holds_what_was_filled_in_and_can_be_copied(
    page: Page, address: str, locale: str
) -> None:
    opened(page, address, "complaint-writer", locale)
    facts = {"company": "Acme Pay", "amount": "3000", "number": "T-20261120", "what": "First.",
             "name": "Li"}  # fmt: skip
    for name, value in facts.items():
        page.fill(f"#{name}", value)
    page.fill("#day", "2026-11-20")
    for language in LOCALES:
        page.select_option("#language", language)
        assert all(value in letter(page) for value in facts.values())
        assert page.locator(f'[data-letter] p[lang="{language}"]').count() > 5
    page.click("[data-copy]")
    page.locator("[data-status]:not(:empty)").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split() == letter(page).split()
    assert (page.locator("[data-mail]").get_attribute("href") or "").startswith("mailto:?subject=")


def test_whom_a_letter_goes_to_follows_region_and_stage(page: Page, address: str) -> None:
    opened(page, address, "complaint-writer")
    seen = set()
    for region, stage in product(("cn", "eu", "uk", "us"), ("first", "again", "outside")):
        page.select_option("#place", region)
        page.select_option("#stage", stage)
        chosen = page.locator("#to option:checked")
        assert chosen.get_attribute("data-region") == region
        assert chosen.get_attribute("data-stage") == stage
        seen.add(letter(page))
    assert len(seen) == 12


def test_the_number_of_an_earlier_complaint_is_asked_from_the_second_stage_on(
    page: Page, address: str
) -> None:
    opened(page, address, "complaint-writer")
    assert not page.locator("#before").is_visible()
    page.select_option("#stage", "again")
    page.fill("#before", "K-1")
    assert "K-1" in letter(page)
    page.select_option("#stage", "first")
    assert "K-1" not in letter(page)


def test_on_paper_stands_the_letter_alone(page: Page, address: str) -> None:
    opened(page, address, "complaint-writer")
    page.emulate_media(media="print")
    shown = page.locator(".tool.ready > *:visible")
    assert [each.get_attribute("class") for each in shown.all()] == ["live result"]
    assert not page.locator("[data-copy]").is_visible()


# ---- Evidence ----


def test_ticked_evidence_is_counted_and_copied(page: Page, address: str) -> None:
    opened(page, address, "evidence")
    page.select_option("#trouble", "fee")
    assert page.locator(".trouble:visible").count() == 1
    page.locator(".trouble:visible input").first.check()
    assert "1" in page.locator(".trouble:visible [data-count]").inner_text()
    page.click("[data-copy]")
    page.locator("[data-status]:not(:empty)").wait_for()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert [line[0] for line in lines[1:3]] == ["☑", "☐"]


# ---- Wallet chooser ----


def test_merits_are_the_same_in_python_and_in_the_browser(
    shipped: Compiled, page: Page, address: str
) -> None:
    assert shipped.project is not None
    chooser = shipped.project.editions["zh"].library.chooser
    assert chooser is not None
    names = [each.id for each in chooser.criteria]
    sets = [{each.id: each.weight for each in chooser.criteria}]
    sets += [{name: (at * step) % 11 for at, name in enumerate(names)} for step in range(1, 11)]
    vectors = [
        [weights, dict(kind.marks), merit_of(weights, kind.marks)]
        for weights, kind in product(sets, chooser.kinds)
    ]
    opened(page, address, "wallet-chooser")
    found = page.evaluate(
        """async ([address, vectors]) => {
          const { meritOf } = await import(`${address}/tools/wallet-chooser.js`);
          return vectors.map(([weights, marks]) => meritOf(weights, marks));
        }""",
        [address, vectors],
    )
    assert found == [merit for _, _, merit in vectors]


def ranked(page: Page) -> list[str | None]:
    return [each.get_attribute("data-kind") for each in page.locator(".ranking li").all()]


def test_the_suggested_weights_rank_as_the_page_does(page: Page, address: str) -> None:
    opened(page, address, "wallet-chooser")
    cards = page.locator(".kind[data-marks]")
    assert ranked(page) == [each.get_attribute("id") for each in cards.all()]


def test_the_reader_s_weights_decide(page: Page, address: str) -> None:
    opened(page, address, "wallet-chooser")
    for slider in page.locator("input[type=range]").all():
        slider.fill("0")
    assert page.locator(".ranking").count() == 0
    page.fill("#w-merchant-coverage", "10")
    best = page.locator(f"#{ranked(page)[0]}").get_attribute("data-marks")
    assert json.loads(best or "{}")["merchant-coverage"] == 3
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelector('#w-merchant-coverage').value !== '10'")
    page.locator(".ranking").wait_for()


def test_what_rules_a_wallet_out_comes_before_all_weights(page: Page, address: str) -> None:
    opened(page, address, "wallet-chooser")
    page.locator("input[name=exclusion]").first.check()
    assert page.locator(".refused").count() == 1
    assert page.locator(".ranking").count() == 0


# ---- Check-up ----

GAPS = {
    "wallet-password": "no",
    "login-checks": "yes",
    "no-pin-payments": "unsure",
    "account-review": "yes",
}


def replied(page: Page, replies: dict[str, str]) -> None:
    for question, option in replies.items():
        page.check(f'input[name="{question}"][value="{option}"]')


def test_the_check_up_sorts_the_gaps_and_tells_a_score(page: Page, address: str) -> None:
    opened(page, address, "check-up")
    replied(page, {"scam-now": "no", "access-given": "no", **GAPS})
    shown = [
        each.get_attribute("data-advice") for each in page.locator("[data-advice]:visible").all()
    ]
    assert shown == ["set-own-password", "limit-no-pin-payments"]
    assert page.locator("[data-score]").get_attribute("data-score") == "50"


def test_whoever_is_being_scammed_is_sent_to_stop_at_once(page: Page, address: str) -> None:
    opened(page, address, "check-up")
    assert page.locator("fieldset:visible").count() == 1
    replied(page, {"scam-now": "guided"})
    link = page.locator("[data-result] a")
    assert (link.get_attribute("href") or "").endswith("/zh/answers/stop-scam/")
    assert page.locator("[data-score]").count() == 0
    link.click()
    page.locator('.page[data-answer="stop-scam"]').wait_for(timeout=10_000)


def test_a_changed_reply_keeps_the_others(page: Page, address: str) -> None:
    opened(page, address, "check-up")
    replied(page, {"scam-now": "no", "access-given": "no", **GAPS})
    replied(page, {"scam-now": "guided"})
    assert page.locator("fieldset:visible").count() == 1
    replied(page, {"scam-now": "no"})
    assert page.locator("[data-score]").get_attribute("data-score") == "50"


def test_the_check_up_goes_by_keyboard_alone(page: Page, address: str) -> None:
    opened(page, address, "check-up")
    page.locator("fieldset input").first.focus()
    keys = ("ArrowDown", "ArrowDown", "Tab", "ArrowDown", "ArrowDown", "Tab", "Space", "Tab",
            "Space", "Tab", "Space", "Tab", "Space")  # fmt: skip
    for key in keys:
        page.keyboard.press(key)
    assert page.locator("[data-score]").get_attribute("data-score") == "100"
    assert page.evaluate("document.activeElement.matches(':focus-visible')")
