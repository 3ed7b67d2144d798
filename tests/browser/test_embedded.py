"""The guide player on other people's pages: their policies, styles, networks and mistakes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.accessibility import violations
from tests.unit.test_contract import validator, with_unknown_keys

GUIDE = "/guides/en/withdrawal-not-arrived.json"
STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
WATCH = """
window.seen = [];
window.broken = [];
for (const type of ["guide-ready", "guide-reply", "guide-answer", "guide-error"]) {
  addEventListener(type, ({ type, detail }) => seen.push({ type, detail }));
}
addEventListener("securitypolicyviolation", (event) => broken.push(event.effectiveDirective));
"""
FALLBACK = '<a id="fallback" href="/en/issues/withdrawal-not-arrived/">My withdrawal</a>'


class Host:
    """A page of somebody else's, and what its console says."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.said: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))

    def open(self, body: str, head: str = "", policy: str = "", origin: str = "") -> None:
        """Open a page with this body, and the player of the site."""
        html = (
            f"<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>{head}"
            f"<link rel=icon href=data:,>{body}"
            f'<script type=module src="{self.address}/player/guide-player.js"></script>'
        ).replace("<link rel=icon href=data:,>", "")
        headers = {"content-type": "text/html"}
        if policy:
            headers["content-security-policy"] = policy
        self.page.route("**/host", lambda route: route.fulfill(body=html, headers=headers))
        self.page.route("**/favicon.ico", lambda route: route.fulfill(body=""))
        self.page.goto(f"{origin or self.address}/host")

    def seen(self, *types: str) -> list[Any]:
        """The events of these types so far; waits for the first."""
        wait = "(types) => seen.some(({ type }) => types.includes(type))"
        self.page.evaluate(
            f"(types) => new Promise((done) => {{ const check = () => ({wait})(types) ? done() :"
            " setTimeout(check, 20); check(); })",
            list(types),
        )
        found: list[Any] = self.page.evaluate("seen")
        return [event for event in found if event["type"] in types]

    def error(self) -> dict[str, Any]:
        found: dict[str, Any] = self.seen("guide-error")[0]["detail"]
        return found

    def choose(self, option: str, player: str = "guide-player") -> None:
        self.page.locator(player).locator(f'[data-option="{option}"]').click()

    def falls_back(self) -> bool:
        return self.page.locator("#fallback").is_visible()


@pytest.fixture
def host(browser: Browser, address: str) -> Iterator[Host]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    context.add_init_script(WATCH)
    yield Host(context.new_page(), address)
    context.close()


def player(attributes: str = "", src: str = GUIDE) -> str:
    return f'<guide-player src="{src}" locale="en" {attributes}>{FALLBACK}</guide-player>'


def style(host: Host, *names: str, of: str = "h2") -> list[str]:
    found: list[str] = host.page.locator(f"guide-player {of}").first.evaluate(
        "(element, names) => names.map((name) => getComputedStyle(element)[name])", list(names)
    )
    return found


# ---- Policies and styles of the page ----


@pytest.mark.parametrize("policy", ["", STRICT])
def test_it_comes_to_an_answer_without_a_complaint_of_the_browser(host: Host, policy: str) -> None:
    host.open(player(), policy=policy)
    host.choose("guided")
    assert host.seen("guide-answer")[0]["detail"]["answer"] == "stop-scam"
    assert (host.said, host.page.evaluate("broken")) == ([], [])


def test_it_runs_on_a_page_of_another_origin(host: Host) -> None:
    def opened(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(
            response=answer, headers={**answer.headers, "access-control-allow-origin": "*"}
        )

    host.page.route("**/guides/**", opened)
    host.page.route("**/player/**", opened)
    other = host.address.replace("127.0.0.1", "localhost")
    host.open(player(src=f"{host.address}{GUIDE}"), origin=other)
    host.choose("guided")
    assert host.seen("guide-answer")
    assert host.said == []


HOSTILE = """<style>
html { font-size: 3px; }
* { color: red !important; background: lime !important; font: italic 5px/1 fantasy !important;
  text-transform: uppercase !important; letter-spacing: 1em !important; text-align: right !important;
  text-indent: 3em !important; word-spacing: 2em !important; white-space: pre !important;
  cursor: none !important; pointer-events: auto !important; list-style: square !important; }
button, h2, p, .option, .node, .player { display: none !important; }
</style>"""


def test_styles_of_the_page_do_not_reach_it(host: Host) -> None:
    names = (
        "color", "fontSize", "fontStyle", "fontFamily", "lineHeight", "textTransform", "textAlign",
        "letterSpacing", "wordSpacing", "textIndent", "whiteSpace", "cursor", "display",
    )  # fmt: skip
    drawn = []
    for head in ("", HOSTILE):
        host.open(player(), head=head)
        host.seen("guide-ready")
        drawn.append([style(host, *names, of=of) for of in ("h2", ".option", ".left")])
    assert drawn[0] == drawn[1]


def test_a_page_sets_colours_and_parts(host: Host) -> None:
    theming = "<style>guide-player { --guide-ink: rgb(1, 2, 3); } guide-player::part(option) { border-radius: 7px; }</style>"
    host.open(player(), head=theming)
    host.seen("guide-ready")
    assert style(host, "color") == ["rgb(1, 2, 3)"]
    assert style(host, "borderTopLeftRadius", of=".option") == ["7px"]


def test_the_theme_is_the_page_s_to_choose(host: Host) -> None:
    host.open(player('theme="light"') + player('theme="dark"'))
    host.page.locator("guide-player h2").nth(1).wait_for()
    inks = host.page.evaluate(
        "[...document.querySelectorAll('guide-player')].map((each) =>"
        " getComputedStyle(each.shadowRoot.querySelector('h2')).color)"
    )
    assert len(set(inks)) == 2


OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("head", ["", "<style>body { zoom: 2; }</style>"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_sticks_out_at_twice_the_size_or_from_right_to_left(
    host: Host, head: str, direction: str
) -> None:
    host.open(f"<div dir={direction}>{player()}</div>", head=head)
    host.seen("guide-ready")
    assert style(host, "direction") == [direction]
    assert host.page.evaluate(OVERFLOW) == 0
    host.choose("guided")
    assert host.page.evaluate(OVERFLOW) == 0


def test_two_players_on_a_page_know_nothing_of_each_other(host: Host) -> None:
    host.open(player("id=a") + player("id=b", src="/guides/en/fee-dispute.json"))
    host.choose("guided", "#a")
    host.choose("no", "#b")
    replies = "(id) => document.getElementById(id).conversation.replies"
    assert host.page.evaluate(replies, "a") == {"scam-now": "guided"}
    assert host.page.evaluate(replies, "b") == {"scam-now": "no"}
    told = {event["detail"]["guide"] for event in host.seen("guide-reply")}
    assert told == {"withdrawal-not-arrived", "fee-dispute"}


def test_another_src_opens_another_guide(host: Host) -> None:
    host.open(player())
    host.seen("guide-ready")
    host.page.evaluate(
        "document.querySelector('guide-player').setAttribute('src', '/guides/en/fee-dispute.json')"
    )
    host.page.wait_for_function("seen.filter(({ type }) => type === 'guide-ready').length === 2")
    assert host.seen("guide-ready")[1]["detail"]["guide"] == "fee-dispute"


# ---- Networks and files ----


def test_while_the_network_fails_what_stands_inside_is_shown_and_it_is_tried_again(
    host: Host,
) -> None:
    host.page.route(f"**{GUIDE}", lambda route: route.abort(), times=1)
    host.open(player())
    assert {"code": "network", "retry": True}.items() <= host.error().items()
    assert host.falls_back()
    host.seen("guide-ready")
    assert not host.falls_back()
    assert host.page.locator("guide-player").get_attribute("error") is None


def test_a_slow_network_leaves_what_stands_inside(host: Host) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    host.page.route(f"**{GUIDE}", hold)
    host.open(player())
    host.page.wait_for_timeout(200)
    assert host.falls_back()
    held[0].continue_()
    host.seen("guide-ready")


def fulfilled(host: Host, text: str) -> None:
    host.page.route(f"**{GUIDE}", lambda route: route.fulfill(body=text))


def guide(site: Path, **other: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / GUIDE[1:]).read_text("utf-8"))
    return {**found, **other}


@pytest.mark.parametrize(
    ("other", "code"), [({"schema_version": "2.0"}, "newer"), ({"nodes": 5}, "malformed")]
)
def test_a_guide_that_cannot_be_read_is_told_to_program_and_reader(
    host: Host, site: Path, other: dict[str, Any], code: str
) -> None:
    fulfilled(host, json.dumps(guide(site, **other)))
    host.open(player())
    assert {"code": code, "retry": False}.items() <= host.error().items()
    assert host.falls_back()
    assert host.page.locator("guide-player [role=status]").text_content()
    assert host.said == []


def test_keys_of_a_later_minor_version_are_passed_over(host: Host, site: Path) -> None:
    fulfilled(host, json.dumps(with_unknown_keys(guide(site, schema_version="1.999"))))
    host.open(player())
    host.choose("guided")
    assert host.seen("guide-answer")


def test_an_address_that_is_none_is_told(host: Host) -> None:
    host.open(player(src="http://["))
    assert host.error()["code"] == "malformed"
    assert host.said == []


def hashes(site: Path) -> str:
    """All files that the player loads for the guide."""
    index = json.loads((site / "guides/index.json").read_text("utf-8"))
    files = json.loads((site / "player/files.json").read_text("utf-8"))["files"]
    listed = index["guides"]["withdrawal-not-arrived"]["locales"]["en"]
    return " ".join(
        [
            listed["integrity"],
            listed["details"]["integrity"],
            index["files"]["calendars.json"]["integrity"],
            files["words.en.json"]["integrity"],
            files["guide-player.css"]["integrity"],
        ]
    )


def test_files_with_the_hashes_that_the_page_names_are_taken(host: Host, site: Path) -> None:
    host.open(player(f'integrity="{hashes(site)}"'))
    host.choose("guided")
    assert host.seen("guide-answer")
    host.page.locator("guide-player .steps").wait_for()
    assert host.said == []


def test_a_file_that_was_tampered_with_is_refused(host: Host, site: Path) -> None:
    fulfilled(host, json.dumps(guide(site, as_of="2000-01-01")))
    host.open(player(f'integrity="{hashes(site)}"'))
    assert {"code": "integrity", "retry": False}.items() <= host.error().items()
    assert host.falls_back()
    assert host.page.locator("guide-player .option").count() == 0


# ---- Details ----

DETAILS = GUIDE.replace(".json", ".details.json")


def details_held(host: Host) -> list[Route]:
    """Details do not come until somebody lets them go on."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    host.page.route(f"**{DETAILS}", hold)
    return held


def focused(host: Host) -> str:
    found: str = host.page.evaluate(
        "document.querySelector('guide-player').shadowRoot.activeElement.className"
        " || document.querySelector('guide-player').shadowRoot.activeElement.tagName"
    )
    return found


def spoilt(host: Host, site: Path, **other: Any) -> None:
    """Details come with other values."""
    details = json.loads((site / DETAILS[1:]).read_text("utf-8"))
    text = json.dumps({**details, **other})
    host.page.route(f"**{DETAILS}", lambda route: route.fulfill(body=text))


def stays_brief(host: Host) -> bool:
    """Whether title, summary and the way to the whole stand there, and that the rest is missing."""
    brief = [f"guide-player {part}" for part in ("h2", ".summary", ".whole a", ".whole .told")]
    host.page.locator(brief[-1]).wait_for()
    steps = host.page.locator("guide-player .steps").count()
    return steps == 0 and all(host.page.locator(part).is_visible() for part in brief)


def test_no_question_waits_for_details_and_an_answer_begins_without_them(host: Host) -> None:
    details_held(host)
    host.open(player())
    host.choose("guided")
    assert host.seen("guide-answer")[0]["detail"]["answer"] == "stop-scam"
    assert host.page.locator("guide-player .summary").is_visible()
    link = host.page.locator("guide-player .whole a").get_attribute("href")
    assert link == f"{host.address}/en/answers/stop-scam/"
    assert host.page.locator("guide-player :is(.steps, .told)").count() == 0


def test_the_rest_of_an_answer_is_put_in_and_focus_and_ways_stay_where_they_were(
    host: Host,
) -> None:
    held = details_held(host)
    host.open(player())
    host.choose("guided")
    assert focused(host) == "H2"
    host.page.locator("guide-player .given summary").click()
    host.page.locator("guide-player .change").first.focus()
    held[0].continue_()
    host.page.locator("guide-player .steps").wait_for()
    assert focused(host) == "change"
    assert host.page.locator("guide-player .given").get_attribute("open") is not None
    assert host.page.locator("guide-player .whole").count() == 0
    assert host.page.locator("guide-player .why [data-rule]").count() > 0


def test_a_link_that_has_the_focus_stays_when_the_rest_comes(host: Host) -> None:
    held = details_held(host)
    host.open(player())
    host.choose("guided")
    host.page.locator("guide-player .whole a").focus()
    held[0].continue_()
    host.page.locator("guide-player .steps").wait_for()
    assert focused(host) == "button"
    assert host.page.locator("guide-player .whole a").is_visible()


def test_details_that_do_not_come_are_said_and_tried_again_and_ticks_stay(host: Host) -> None:
    host.page.route(f"**{DETAILS}", lambda route: route.fulfill(status=404), times=1)
    host.open(player())
    expected = {"code": "network", "retry": True, "details": True}
    assert expected.items() <= host.error().items()
    host.choose("guided")
    assert stays_brief(host)
    assert host.page.locator("guide-player").get_attribute("error") is None
    tick = host.page.locator("guide-player .steps input").first
    tick.check()
    assert host.page.locator("guide-player .told").count() == 0
    host.page.evaluate("dispatchEvent(new Event('online'))")
    host.page.wait_for_timeout(200)
    assert tick.is_checked()


def test_details_are_tried_again_when_the_device_is_online_again(host: Host) -> None:
    host.page.route(f"**{DETAILS}", lambda route: route.abort(), times=3)
    host.open(player())
    host.seen("guide-error")
    host.choose("guided")
    assert stays_brief(host)
    for number in (2, 3, 4):
        host.page.evaluate("dispatchEvent(new Event('online'))")
        if number < 4:
            host.page.wait_for_function(
                "(n) => seen.filter(({ type }) => type === 'guide-error').length === n", arg=number
            )
    host.page.locator("guide-player .steps").wait_for()


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"version": "0" * 16}, "details"),
        ({"guide": "triage"}, "details"),
        ({"rules": None}, "malformed"),
        ({"answers": {}}, "malformed"),
        ({"answers": {"stop-scam": {"today": 5}}}, "malformed"),
    ],
)
@pytest.mark.parametrize("late", [True, False])
def test_details_that_do_not_fit_are_refused_and_the_answer_stays_brief(
    host: Host, site: Path, other: dict[str, Any], code: str, *, late: bool
) -> None:
    held = details_held(host) if late else []
    if not late:
        spoilt(host, site, **other)
    host.open(player())
    host.choose("guided")
    if late:
        details = json.loads((site / DETAILS[1:]).read_text("utf-8"))
        held[0].fulfill(body=json.dumps({**details, **other}))
    expected = {"code": code, "retry": False, "details": True}
    assert expected.items() <= host.error().items()
    assert stays_brief(host)
    assert host.said == []


def test_details_that_were_tampered_with_are_refused(host: Host, site: Path) -> None:
    spoilt(host, site, rules={})
    host.open(player(f'integrity="{hashes(site)}"'))
    expected = {"code": "integrity", "retry": False, "details": True}
    assert expected.items() <= host.error().items()
    host.choose("guided")
    assert stays_brief(host)


def test_an_answer_that_stays_brief_is_accessible(host: Host) -> None:
    host.page.route(f"**{DETAILS}", lambda route: route.abort())
    host.page.goto(f"{host.address}/embed/en/plain.html")
    host.choose("guided")
    assert stays_brief(host)
    assert violations(host.page) == []
    assert host.page.evaluate(OVERFLOW) == 0


def test_a_guide_that_is_whole_needs_no_details(host: Host, site: Path) -> None:
    bundle = json.loads((site / "guides/en.bundle.json").read_text("utf-8"))
    fulfilled(host, json.dumps(bundle["guides"]["withdrawal-not-arrived"]))
    asked: list[str] = []
    host.page.on("request", lambda request: asked.append(request.url))
    host.open(player())
    host.choose("guided")
    assert host.page.locator("guide-player .steps").is_visible()
    assert not [url for url in asked if url.endswith(".details.json")]


@pytest.mark.parametrize("name", ["https://localhost:1/x.json", "//localhost:1/x.json"])
def test_details_are_looked_for_nowhere_but_beside_the_guide(
    host: Host, site: Path, name: str
) -> None:
    fulfilled(host, json.dumps(guide(site, details=name)))
    asked: list[str] = []
    host.page.on("request", lambda request: asked.append(request.url))
    host.open(player())
    host.choose("guided")
    assert host.page.locator("guide-player .whole a").is_visible()
    assert not [url for url in asked if "localhost:1" in url]


def test_another_guide_is_not_filled_with_details_of_the_one_before(host: Host) -> None:
    held = details_held(host)
    host.open(player())
    host.seen("guide-ready")
    host.page.evaluate(
        "document.querySelector('guide-player').setAttribute('src', '/guides/en/fee-dispute.json')"
    )
    host.page.wait_for_function("seen.filter(({ type }) => type === 'guide-ready').length === 2")
    held[0].continue_()
    host.choose("guided")
    host.page.locator("guide-player .steps").wait_for()
    assert [event for event in host.page.evaluate("seen") if event["type"] == "guide-error"] == []


# ---- Events ----


def test_events_are_valid_against_their_schema(host: Host, site: Path) -> None:
    host.page.route("**/fee-dispute.details.json", lambda route: route.fulfill(body="{}"))
    host.open(
        player() + player(src="/guides/en/none.json") + player(src="/guides/en/fee-dispute.json")
    )
    host.page.wait_for_function("seen.some(({ detail }) => detail.details)")
    host.choose("no", "guide-player >> nth=0")
    host.page.keyboard.press("Backspace")
    host.choose("guided", "guide-player >> nth=0")
    host.page.locator("guide-player .restart").click()
    host.seen("guide-error")
    schemas = {f"schemas/{p.name}": p.read_text("utf-8") for p in (site / "schemas").iterdir()}
    checked = validator(schemas, "events.schema.json")
    seen = host.page.evaluate("seen")
    assert {event["type"][6:] for event in seen} == {"ready", "reply", "answer", "error"}
    assert [list(checked.iter_errors(event)) for event in seen] == [[] for _ in seen]


# ---- A reader of one page ----

CHECK = """async (code) => {
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  const { walk } = await import(address);
  const load = async (path) => (await fetch(`/guides/${path}`)).json();
  const { guides } = await load("index.json");
  const { calendars } = await load("calendars.json");
  let checked = 0;
  const wrong = [];
  for (const name of Object.keys(guides)) {
    const guide = await load(guides[name].locales.zh.url);
    const { vectors, today } = await load(guides[name].vectors);
    for (const vector of vectors) {
      const { answer, advice = [] } = walk(guide, { ...vector.replies, ...vector.raw }, calendars, today);
      checked += 1;
      if (answer !== vector.answer || [...advice].sort().join() !== vector.advice.join()) {
        wrong.push([name, vector]);
      }
    }
  }
  return [checked, wrong];
}"""


def test_the_reader_of_one_page_passes_every_vector(host: Host) -> None:
    host.page.goto(f"{host.address}/guides/index.json")
    code = (Path(__file__).parents[2] / "embedding/evaluator.js").read_text("utf-8")
    checked, wrong = host.page.evaluate(CHECK, code)
    assert checked > 1000
    assert wrong == []


# ---- The pages for app developers ----

DEMOS = [
    f"embed/{locale}/{name}.html"
    for locale in ("zh", "en")
    for name in ("plain", "strict", "phone")
]
PAGES = [
    f"{locale}/embed/{name}" for locale in ("zh", "en") for name in ("", "contract/", "playground/")
]


@pytest.mark.parametrize("path", [*DEMOS, *PAGES, "embed/"])
def test_a_page_for_developers_is_accessible_and_no_browser_complains(
    host: Host, path: str
) -> None:
    host.page.goto(f"{host.address}/{path}")
    if path in DEMOS:
        host.choose("guided")
        host.page.locator("#told", has_text="guide-answer").wait_for()
    for scheme in ("light", "dark"):
        host.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert [(scheme, each) for each in violations(host.page)] == []
    assert host.page.evaluate(OVERFLOW) == 0
    said = [line for line in host.said if "Service Worker" not in line]
    assert (said, host.page.evaluate("broken")) == ([], [])


def test_the_playground_runs_what_is_sound_and_shows_markup_as_text(host: Host, site: Path) -> None:
    host.page.goto(f"{host.address}/en/embed/playground/")
    bundle = json.loads((site / "guides/en.bundle.json").read_text("utf-8"))
    nasty = bundle["guides"]["withdrawal-not-arrived"]
    nasty["nodes"][nasty["start"]]["text"]["plain"] = "<img src=x onerror=alert(1)>"
    host.page.locator("#pasted").fill(json.dumps(nasty))
    host.page.locator("#run").click()
    assert host.page.locator("#stage h2").text_content() == "<img src=x onerror=alert(1)>"
    assert host.page.locator("#stage img").count() == 0
    host.page.locator("#pasted").fill(json.dumps({**nasty, "schema_version": "2.0"}))
    host.page.locator("#run").click()
    assert (host.page.locator("#verdict").text_content() or "").startswith("newer")
    assert host.page.locator("#stage *").count() == 0


@pytest.mark.parametrize("brief", [True, False])
def test_the_playground_takes_brief_guides_and_whole_ones(
    host: Host, site: Path, *, brief: bool
) -> None:
    host.page.goto(f"{host.address}/en/embed/playground/")
    if brief:
        host.page.locator("#pasted").fill(json.dumps(guide(site)))
    else:
        host.page.locator("#example").click()
        host.page.wait_for_function("document.getElementById('pasted').value")
    host.page.locator("#run").click()
    host.page.locator("#stage button").first.click()
    assert host.page.locator("#stage h2").is_visible()
    assert (host.page.locator("#stage p").count() == 1) == brief
