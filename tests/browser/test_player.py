"""The guide player on our pages: focus and keys, address and history, dates, amounts, network."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.reader import Reader

LATE = "zh/issues/withdrawal-not-arrived/"
FEE = "zh/issues/fee-dispute/"
STOLEN = "zh/issues/account-stolen/"
TOP_UP = "zh/issues/topup-problem/"
"""Opens its guide with a reply that the page presumes."""
SECURITY = (STOLEN, "zh/issues/forgot-password/", "zh/issues/phishing-suspected/")

TO_THE_DAY = ("no", "no", "processing", "own-ok")
"""Replies on the page of late withdrawals that lead to the question for the day."""

TO_THE_FIELD = (
    "#scam-now=no&account-restricted=no&withdrawal-state=processing&receiving-card=own-ok"
)

GUIDES = re.compile(r"/guides/(zh|en)/.*\.json$")
DETAILS = re.compile(r"/guides/(zh|en)/.*\.details\.json$")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        # A worker would answer for the network that the tests stand in for.
        service_workers="block",
        viewport={"width": 390, "height": 844},
        permissions=["clipboard-read", "clipboard-write"],
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(page: Page, address: str) -> Reader:
    return Reader(page, address)


def held_back(page: Page) -> list[Route]:
    """Guides do not come until somebody lets them go on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(GUIDES, hold)
    return held


# ---- Taking over ----

SHIFTS = """() => new Promise((done) => {
  const seen = [];
  new PerformanceObserver((list) => seen.push(...list.getEntries().map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(seen), 50)));
})"""

PLACES = """() => [...document.querySelectorAll(".node:not([hidden]) :is(h2, h3), .node .label, .page > *")]
  .map((element) => element.getBoundingClientRect()).filter(({ height }) => height)
  .map(({ x, y, width, height }) => [x, y, width, height])"""


@pytest.mark.parametrize("path", ["zh/", LATE, STOLEN, TOP_UP, "en/issues/fee-dispute/"])
def test_nothing_moves_when_the_player_takes_over(reader: Reader, path: str) -> None:
    page = reader.page
    held = held_back(page)
    page.goto(f"{reader.address}/{path}")
    page.evaluate(SHIFTS)
    before = page.evaluate(PLACES)
    for route in held:
        route.continue_()
    reader.wait()
    assert page.evaluate(SHIFTS) == []
    assert page.evaluate(PLACES) == before


def test_nothing_moves_at_a_question_when_the_details_come(reader: Reader) -> None:
    page = reader.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(DETAILS, hold)
    reader.open(LATE)
    reader.find('[data-option="no"]').focus()
    before = page.evaluate(PLACES)
    with page.expect_response(DETAILS):
        held[0].continue_()
    assert page.evaluate(SHIFTS) == []
    assert page.evaluate(PLACES) == before
    assert reader.focused["option"] == "no"


def test_an_answer_whose_details_do_not_come_leads_to_its_page(reader: Reader) -> None:
    reader.page.route(DETAILS, lambda route: route.abort())
    reader.page.goto(f"{reader.address}/{LATE}#scam-now=guided")
    expect(reader.find(".whole .told")).to_be_visible()
    assert reader.find(".summary").inner_text()
    reader.find(".whole a").click()
    reader.page.wait_for_url(f"{reader.address}/zh/answers/stop-scam/")


def test_focus_stays_on_the_option_where_it_was(reader: Reader) -> None:
    held = held_back(reader.page)
    reader.page.goto(f"{reader.address}/{LATE}")
    reader.page.locator('.node.start [data-option="no"]').focus()
    held[0].continue_()
    reader.wait()
    assert reader.focused["option"] == "no"


def test_whoever_is_under_way_without_the_player_goes_on_there(reader: Reader) -> None:
    held = held_back(reader.page)
    reader.page.goto(f"{reader.address}/{LATE}")
    reader.page.locator('.node.start [data-option="no"]').click()
    shown = reader.page.locator(".node:visible").get_attribute("data-question")
    with reader.page.expect_response(GUIDES):
        held[0].continue_()
    reader.page.evaluate("new Promise((done) => setTimeout(done, 100))")
    assert reader.page.locator(".node:visible").get_attribute("data-question") == shown
    assert reader.page.locator(".player").count() == 0


# ---- Keyboard, focus, roles ----


def test_a_whole_guide_can_be_walked_by_keyboard_alone(reader: Reader) -> None:
    reader.open(LATE)
    keys = reader.page.keyboard
    while reader.focused.get("option") != "guided":
        keys.press("Tab")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Enter")
    assert reader.question == "account-restricted"
    keys.press("2")
    assert reader.question == "withdrawal-state"
    keys.press("Backspace")
    assert reader.question == "account-restricted"
    keys.press("Tab")
    keys.press("2")
    keys.press("1")
    keys.press("1")
    assert reader.question == "withdrawal-submitted"
    keys.press("1")
    assert reader.arrival.answer == "wait-until-due"


def test_keys_that_are_typed_into_a_field_choose_nothing(reader: Reader) -> None:
    reader.open(FEE, "#scam-now=no&fee-kind=withdrawal&fee-shown=yes")
    field = reader.find(".field input").first
    field.focus()
    reader.page.keyboard.type("12")
    reader.page.keyboard.press("Backspace")
    assert field.input_value() == "1"
    assert reader.question == "fee-difference"


def test_keys_outside_the_guide_choose_nothing(reader: Reader) -> None:
    reader.open(LATE)
    reader.page.locator("header a").first.focus()
    reader.page.keyboard.press("3")
    assert reader.question == "scam-now"


@pytest.mark.parametrize("key", ["Control+3", "Alt+3"])
def test_keys_of_the_browser_are_left_to_it(reader: Reader, key: str) -> None:
    reader.open(LATE)
    reader.find("[data-option]").first.focus()
    reader.page.keyboard.press(key)
    assert reader.question == "scam-now"


def test_focus_goes_to_the_heading_of_what_is_asked_next(reader: Reader) -> None:
    reader.open(LATE)
    reader.reply("no")
    focused = reader.focused
    assert focused["tag"] == "H3"
    assert focused["text"] == reader.find(".node h3").first.inner_text()


def test_what_is_asked_next_is_in_sight(reader: Reader) -> None:
    reader.page.set_viewport_size({"width": 390, "height": 480})
    reader.open(LATE)
    reader.find('[data-option="unsure"]').scroll_into_view_if_needed()
    reader.reply("unsure")
    expect(reader.find(".node h3").first).to_be_in_viewport(ratio=1)


TREE = """
- region:
  - paragraph: /.+/
  - heading [level=3]
  - paragraph
  - list:
    - listitem:
      - button
    - listitem:
      - button
    - listitem:
      - button
    - listitem:
      - button
"""


def test_roles_and_names_of_a_question(reader: Reader) -> None:
    reader.open(LATE)
    region = reader.page.get_by_role("region").filter(has=reader.find(".node"))
    expect(region).to_match_aria_snapshot(TREE)
    assert region.get_attribute("aria-label")
    for button in reader.find("[data-option]").all():
        label = button.locator(".label").inner_text()
        expect(button).to_have_role("button")
        expect(button).to_have_accessible_name(re.compile(re.escape(label)))


def test_roles_and_names_of_a_field(reader: Reader) -> None:
    reader.open(LATE, TO_THE_FIELD)
    field = reader.find(".field input")
    expect(field).to_have_accessible_name(re.compile(".+"))
    expect(reader.find(".field button")).to_have_role("button")
    expect(reader.find(".wrong")).to_have_role("alert")


def test_roles_and_names_of_an_answer(reader: Reader) -> None:
    reader.open(LATE, "#scam-now=guided")
    for tick in reader.find(".steps input").all():
        expect(tick).to_have_role("checkbox")
        expect(tick).to_have_accessible_name(re.compile(".+"))
    levels = reader.find(":is(h1, h2, h3, h4, h5, h6)").evaluate_all(
        "all => all.map(e => Number(e.tagName[1]))"
    )
    assert levels[0] == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_focus_moves_in_the_order_of_reading(reader: Reader) -> None:
    reader.open(LATE, TO_THE_FIELD)
    stations = "button, input, summary, a[href]"
    tops = reader.find(f":is({stations})").evaluate_all(
        "all => all.filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().top)"
    )
    # Things on one line differ by parts of a pixel.
    assert all(after > before - 2 for before, after in pairwise(tops))
    assert not reader.page.locator("[tabindex]:not([tabindex='-1'])").count()


def test_everything_to_press_is_large_enough_for_a_finger(reader: Reader) -> None:
    for fragment in ("", "#scam-now=guided", "#scam-now=no&account-restricted=no"):
        reader.open(LATE, fragment)
        for part in reader.find("button, summary, label:has(input)").all():
            box = part.bounding_box()
            if box and box["height"]:
                assert min(box["height"], box["width"]) >= 44, part.inner_text()


# ---- Replies ----


def test_a_changed_reply_keeps_the_later_ones_that_still_fit(reader: Reader) -> None:
    reader.open(LATE)
    reader.reply(*TO_THE_DAY)
    reader.change("account-restricted")
    assert reader.question == "account-restricted"
    reader.reply("unsure")
    assert reader.question == "withdrawal-submitted"
    assert reader.given == ["scam-now", "account-restricted", "withdrawal-state", "receiving-card"]
    assert reader.find(".told").count() == 0


def test_what_no_longer_fits_is_dropped_and_told(reader: Reader) -> None:
    reader.open(LATE)
    reader.reply(*TO_THE_DAY)
    reader.change("scam-now")
    reader.reply("guided")
    assert reader.arrival.answer == "stop-scam"
    assert reader.given == ["scam-now"]
    assert reader.find(".told").inner_text()
    expect(reader.find("h3").first).to_have_accessible_description(
        reader.find(".told").inner_text()
    )


def test_a_guide_can_be_started_again_with_what_its_page_presumes(reader: Reader) -> None:
    reader.open(TOP_UP)
    first = reader.question
    reader.reply("no")
    reader.find(".restart").click()
    assert reader.question == first
    reader.reply("no")
    assert reader.question != "missing-money"


def test_a_reply_that_a_page_presumes_can_be_changed(reader: Reader) -> None:
    reader.open(TOP_UP)
    reader.reply("no")
    reader.change("missing-money")
    assert reader.question == "missing-money"
    reader.reply("refund")
    assert reader.fragment["missing-money"] == "refund"


# ---- Address and history ----


def test_back_and_forward_are_the_browser_s(reader: Reader) -> None:
    reader.open(LATE)
    reader.reply("no", "no")
    assert reader.question == "withdrawal-state"
    reader.page.go_back()
    assert reader.question == "account-restricted"
    reader.page.go_back()
    assert reader.question == "scam-now"
    reader.page.go_forward()
    reader.page.go_forward()
    assert reader.question == "withdrawal-state"


def test_the_address_holds_the_replies_by_name(reader: Reader) -> None:
    reader.open(LATE)
    reader.reply(*TO_THE_DAY)
    expected = {
        "scam-now": "no",
        "account-restricted": "no",
        "withdrawal-state": "processing",
        "receiving-card": "own-ok",
    }
    assert reader.fragment == expected
    reader.page.reload()
    reader.wait()
    assert reader.question == "withdrawal-submitted"
    assert reader.given == list(expected)


@pytest.mark.parametrize(
    ("fragment", "told"),
    [
        ("#scam-now=no&no-such-question=yes", 0),
        ("#scam-now=no&account-restricted=no-such-option", 1),
        ("#scam-now=no&account-restricted=%3Cb%3E&=&==&x", 1),
    ],
)
def test_replies_that_are_not_known_do_no_harm(reader: Reader, fragment: str, told: int) -> None:
    reader.open(LATE, fragment)
    assert reader.question == "account-restricted"
    assert reader.find(".told").count() == told


def test_an_address_may_name_the_question_to_be_asked(reader: Reader) -> None:
    reader.open(LATE, "#ask=withdrawal-state")
    assert reader.question == "withdrawal-state"
    reader.reply("processing")
    assert reader.question == "scam-now"
    assert reader.fragment == {"withdrawal-state": "processing"}


def test_a_place_on_the_page_is_no_reply(reader: Reader) -> None:
    reader.open(LATE)
    reader.reply("no")
    reader.page.evaluate("location.hash = 'content'")
    assert reader.question == "account-restricted"


@pytest.mark.parametrize("path", SECURITY)
def test_replies_about_security_leave_no_trace_in_the_history(reader: Reader, path: str) -> None:
    reader.open(path)
    before = reader.page.evaluate("history.length")
    reader.find("[data-option]").first.click()
    assert reader.fragment
    assert reader.page.evaluate("history.length") == before


def test_replies_elsewhere_add_to_the_history(reader: Reader) -> None:
    reader.open(LATE)
    before = reader.page.evaluate("history.length")
    reader.reply("no")
    assert reader.page.evaluate("history.length") == before + 1


# ---- Dates and amounts ----


def typed_day(reader: Reader, today: str, day: str) -> str:
    reader.on(today)
    reader.open(LATE)
    reader.reply(*TO_THE_DAY)
    reader.type({"withdrawal-submitted": day})
    return reader.fragment["withdrawal-submitted"]


@pytest.mark.parametrize(
    ("today", "answer"), [("2026-10-12", "wait-until-due"), ("2026-10-13", None)]
)
def test_a_day_is_reckoned_with_make_up_working_days(
    reader: Reader, today: str, answer: str | None
) -> None:
    # The third business day after 8 October 2026 is Monday the 12th, for Saturday the 10th counts.
    assert typed_day(reader, today, "2026-10-08") == "2026-10-08"
    assert (reader.arrival.answer if reader.question is None else None) == answer


def test_exactly_at_the_limit_is_inside_and_the_last_day_is_told(reader: Reader) -> None:
    typed_day(reader, "2026-11-23", "2026-11-18")
    assert reader.arrival.answer == "wait-until-due"
    assert reader.find(".deadline time").get_attribute("datetime") == "2026-11-23"


def test_one_day_after_the_limit_is_past(reader: Reader) -> None:
    typed_day(reader, "2026-11-24", "2026-11-18")
    assert reader.question == "support-contact"


def test_a_day_to_come_is_not_taken(reader: Reader) -> None:
    reader.on("2026-11-23")
    reader.open(LATE)
    reader.reply(*TO_THE_DAY)
    assert reader.find(".field input").get_attribute("max") == "2026-11-23"
    reader.find(".field").evaluate("form => { form.noValidate = true; }")
    reader.type({"withdrawal-submitted": "2026-11-24"})
    assert reader.question == "withdrawal-submitted"
    assert reader.find(".wrong").inner_text()


def test_today_can_be_set(reader: Reader) -> None:
    def dated(route: Route) -> None:
        body = route.fetch().text().replace("<guide-player ", '<guide-player today="2026-10-13" ')
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    reader.page.route(f"**/{LATE}", dated)
    typed_day(reader, "2026-10-12", "2026-10-08")
    assert reader.question == "support-contact"


def test_a_calculator_tells_the_reply_from_amounts(reader: Reader) -> None:
    amounts = {"withdrawal-amount": "3,000", "free-allowance-left": "1000", "fee-charged": "2.01"}
    reader.open(FEE)
    reader.reply("no", "withdrawal", "yes")
    reader.type({**amounts, "fee-charged": "a lot"})
    assert reader.question == "fee-difference"
    assert reader.find(".wrong").inner_text()
    reader.type(amounts)
    assert reader.question != "fee-difference"
    assert "fee-difference" in reader.given
    reader.change("fee-difference")
    assert reader.question == "fee-difference"


def test_a_typed_amount_falls_into_its_band(reader: Reader) -> None:
    reader.open(LATE, "#scam-now=no&account-restricted=no&withdrawal-amount=1000.01")
    assert reader.fragment["withdrawal-amount"] == "1000.01"
    replies = reader.page.evaluate("document.querySelector('guide-player').conversation.replies")
    assert replies["withdrawal-amount"] == "gt-1000"


# ---- Answers ----


def test_steps_can_be_ticked(reader: Reader) -> None:
    reader.open(LATE, "#scam-now=guided")
    reader.find(".steps label").first.click()
    assert reader.find(".steps input").first.is_checked()


def test_an_answer_can_be_copied(reader: Reader) -> None:
    reader.open(LATE, "#scam-now=guided")
    button = reader.find(".tools-row button").first
    before = button.inner_text()
    button.click()
    expect(button).not_to_have_text(before)
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    for step in reader.find(".steps li").all():
        assert step.inner_text().rpartition("\n")[2] in copied


def test_an_answer_can_be_printed(reader: Reader) -> None:
    reader.open(LATE, "#scam-now=guided")
    reader.page.evaluate("window.print = () => { window.printed = true; }")
    reader.find(".tools-row button").last.click()
    assert reader.page.evaluate("window.printed")


def test_in_print_an_answer_stands_without_what_cannot_be_pressed(reader: Reader) -> None:
    reader.open(LATE, "#scam-now=guided")
    reader.page.emulate_media(media="print")
    assert reader.find(".steps").is_visible()
    for selector in (".tools-row", ".restart", ".given"):
        assert not reader.find(selector).first.is_visible(), selector


def test_an_answer_says_why_and_what_would_change_it(reader: Reader) -> None:
    reader.open(LATE, "#scam-now=guided")
    reader.find(".why summary").click()
    assert reader.find(".why [data-rule]").first.is_visible()
    others = reader.find(".why .others [data-answer]").evaluate_all(
        "all => all.map(e => e.dataset.answer)"
    )
    assert others
    assert "stop-scam" not in others


def test_a_guide_past_its_last_day_says_so(reader: Reader) -> None:
    reader.on("2026-12-31")
    reader.open(LATE)
    assert reader.find(".lapsed").count() == 0
    reader.on("2027-01-01")
    for fragment in ("", "#scam-now=guided"):
        reader.open(LATE, fragment)
        assert "2027" in reader.find(".lapsed").inner_text()


# ---- On to another guide ----


def test_replies_go_along_to_the_next_guide_and_nothing_is_asked_twice(reader: Reader) -> None:
    reader.open("zh/")
    asked = reader.answer_with(
        {"scam-now": "no", "trouble": "not-arrived", "missing-money": "withdrawal"}
    )
    reader.find("[data-continue]").click()
    reader.page.wait_for_url(f"**/{LATE}#*")
    reader.wait()
    assert reader.question not in asked
    assert reader.fragment["trouble"] == "not-arrived", "a guide after that may ask it"
    assert reader.find(".told").count() == 0
    reader.page.go_back()
    reader.wait()
    assert reader.arrival.answer == "open-withdrawal-guide"


# ---- Network and readers' settings ----


def test_a_network_that_fails_keeps_the_guide_without_scripts_and_is_tried_again(
    reader: Reader,
) -> None:
    page = reader.page
    page.add_init_script(
        "window.failed = 0; addEventListener('guide-error', () => { window.failed += 1; });"
    )
    page.route(GUIDES, lambda route: route.abort(), times=1)
    page.goto(f"{reader.address}/{LATE}")
    page.wait_for_function("window.failed === 1")
    assert page.locator(".node.start a.option").first.is_visible()
    reader.wait()
    assert reader.question == "scam-now"


def test_a_network_that_stays_away_leaves_a_guide_that_works(reader: Reader) -> None:
    page = reader.page
    page.route(re.compile("/(guides|player)/"), lambda route: route.abort())
    page.goto(f"{reader.address}/{LATE}")
    page.locator('.node.start [data-option="guided"]').click()
    assert page.locator(".node:visible").get_attribute("data-answer") == "stop-scam"


def test_a_guide_of_a_version_to_come_is_not_tried(reader: Reader) -> None:
    page = reader.page
    page.add_init_script(
        "window.failed = []; addEventListener('guide-error', ({ detail }) => failed.push(detail.code));"
    )

    def newer(route: Route) -> None:
        route.fulfill(json={**route.fetch().json(), "schema_version": "2.0"})

    page.route(GUIDES, newer)
    page.goto(f"{reader.address}/{LATE}")
    page.wait_for_function("window.failed.length")
    assert page.evaluate("window.failed") == ["newer"]
    assert page.locator(".node.start a.option").first.is_visible()


def test_events_tell_what_happens(reader: Reader) -> None:
    reader.page.add_init_script(
        "window.seen = []; for (const type of ['ready', 'reply', 'answer'])"
        " addEventListener(`guide-${type}`, ({ type, detail }) => seen.push([type, detail]));"
    )
    reader.open(LATE)
    reader.reply("guided")
    seen: list[Any] = reader.page.evaluate("window.seen")
    assert [name for name, _ in seen] == ["guide-ready", "guide-reply", "guide-answer"]
    told = {name: seen[0][1][name] for name in ("guide", "version")}
    assert told["guide"] == "withdrawal-not-arrived"
    assert seen[1][1] == {
        **told,
        "question": "scam-now",
        "value": "guided",
        "replies": {"scam-now": "guided"},
    }
    assert seen[2][1]["answer"] == "stop-scam"


def test_with_reduced_motion_nothing_moves_by_itself(reader: Reader) -> None:
    reader.page.emulate_media(reduced_motion="reduce")
    reader.open(LATE)
    reader.reply("no")
    moving = reader.page.evaluate(
        "document.getAnimations().length + [...document.querySelectorAll('.player *')].filter("
        "(e) => getComputedStyle(e).transitionDuration !== '0s').length"
    )
    assert moving == 0


@pytest.mark.parametrize("fragment", ["", "#scam-now=guided", TO_THE_FIELD])
@pytest.mark.parametrize(("width", "text"), [(320, 100), (640, 200)])
def test_at_twice_the_size_nothing_is_cut_off(
    reader: Reader, fragment: str, width: int, text: int
) -> None:
    # A window of 640 px at 200 % leaves 320; or the text alone is set to 200 %.
    reader.page.set_viewport_size({"width": width, "height": 400})
    reader.open(LATE, fragment)
    reader.page.add_style_tag(content=f"html {{ font-size: {text}% !important; }}")
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= width
    for part in reader.find("button, input").all():
        box = part.bounding_box()
        if box:
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= width
