"""axe-core on every kind of page and every state of the player: both locales, light and dark."""

from pathlib import Path

from tests.browser.accessibility import Setting, every_setting
from tests.browser.kinds import kinds
from tests.browser.reader import Reader

LATE = "issues/withdrawal-not-arrived/"
TO_THE_DAY = "scam-now=no&account-restricted=no&withdrawal-state=processing&receiving-card=own-ok"
STATES = {
    "a question with replies": (LATE, "#scam-now=no&account-restricted=no"),
    "a day to choose": (LATE, f"#{TO_THE_DAY}"),
    "a typed day, and the last day": (LATE, f"#{TO_THE_DAY}&withdrawal-submitted=2026-11-18"),
    "an amount to type": (LATE, "#ask=withdrawal-amount"),
    "a reply that is dropped": (LATE, "#scam-now=guided&account-restricted=no"),
    "an answer with advice": (LATE, "#scam-now=unsure&account-restricted=yes"),
    "amounts for a calculator": (
        "issues/fee-dispute/",
        "#scam-now=no&fee-kind=withdrawal&fee-shown=yes",
    ),
    "a reply that the page presumes": ("issues/topup-problem/", "#scam-now=no"),
    "a guide about security": ("issues/account-stolen/", "#scam-now=no"),
}
PRIVATE = "{locale}/issues/account-stolen/"
"""An issue of a topic that is private."""
LAPSED = "2027-02-01"
"""After the last day of the guides whose calendar ends with 2026."""


@every_setting
def test_axe_finds_nothing_on_any_kind_of_page(setting: Setting, address: str, site: Path) -> None:
    locale, page = setting.locale, setting.page
    found = []
    # `test_tools.py` looks at the tools, once they are in use.
    pages = [each for each in kinds(site, locale) if "/tools/" not in each]
    for path in [*pages, PRIVATE.format(locale=locale), "404.html", ""]:
        page.goto(f"{address}/{path}")
        found += setting.violations(path)
    assert found == []


@every_setting
def test_axe_finds_nothing_in_any_state_of_the_player(setting: Setting, address: str) -> None:
    locale, page = setting.locale, setting.page
    reader = Reader(page, address)
    reader.on("2026-11-23")
    found = []
    for state, (path, fragment) in STATES.items():
        reader.open(f"{locale}/{path}", fragment)
        page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true; })")
        found += setting.violations(state)
    assert found == []


@every_setting
def test_axe_finds_nothing_where_something_is_wrong_or_out_of_date(
    setting: Setting, address: str
) -> None:
    locale, page = setting.locale, setting.page
    reader = Reader(page, address)
    reader.on(LAPSED)
    reader.open(f"{locale}/issues/fee-dispute/", STATES["amounts for a calculator"][1])
    reader.type(dict.fromkeys(("withdrawal-amount", "free-allowance-left", "fee-charged"), "x"))
    found = setting.violations("amounts that are none")
    reader.open(f"{locale}/{LATE}", "#scam-now=guided")
    found += setting.violations("a guide past its last day")
    assert found == []
