"""The agents' site in Chromium, and behind nginx with a password."""

import base64
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.build_date import date_of_build
from generator.cli.build import build_for_agents
from generator.cli.report import Reporter
from tests.browser.accessibility import Setting
from tests.browser.running import serving
from tests.browser.test_policy import LISTEN, SECONDS, nginx
from tests.conftest import ROOT

PAGES = (
    "", "{}/", "{}/issues/", "{}/guides/", "{}/answers/", "{}/playbooks/", "{}/macros/",
    "{}/channels/", "{}/articles/", "{}/messages/", "{}/issues/account-stolen/",
    "{}/answers/account-taken-over/", "{}/guides/forgot-password/", "{}/topics/account/",
    "{}/playbooks/escalation-matrix/", "{}/sheets/forgot-password.html",
)  # fmt: skip
NAME, PASSWORD = "agent", "only for this test"


@pytest.fixture(scope="module")
def agents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("agents")
    for name in ("content", "rules"):
        shutil.copytree(ROOT / name, folder / name)
    assert build_for_agents(folder, date_of_build(ROOT, None), Reporter("text"))
    return folder / "site-agent"


@pytest.fixture(scope="module")
def served(agents: Path) -> Iterator[str]:
    with serving(agents) as address:
        yield address


@pytest.mark.parametrize("setting", [("zh", "light"), ("en", "dark")], indirect=True, ids="-".join)
def test_axe_finds_nothing(setting: Setting, served: str) -> None:
    found = []
    for path in PAGES:
        setting.page.goto(f"{served}/{path.format(setting.locale)}")
        setting.page.evaluate(
            "document.querySelectorAll('details').forEach((each) => { each.open = true; })"
        )
        found += setting.violations(path)
    assert found == []


@pytest.fixture
def view(browser: Browser, served: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{served}/zh/")
    yield page
    page.close()


@pytest.mark.parametrize(
    ("said", "to"),
    [
        ("账号被盗", "/zh/issues/account-stolen/"),
        ("升级表", "/zh/playbooks/escalation-matrix/"),
        ("账号找回来了", "/zh/macros/#account-recovered"),
    ],
)
def test_a_slash_the_words_and_enter_lead_to_the_page(view: Page, said: str, to: str) -> None:
    view.keyboard.press("/")
    view.keyboard.type(said)
    expect(view.locator(".results a").first).to_be_visible()
    view.keyboard.press("Enter")
    view.wait_for_url(f"**{to}")


def test_arrows_move_through_what_was_found_and_escape_leaves(view: Page) -> None:
    view.keyboard.press("/")
    view.keyboard.type("提现")
    expect(view.locator(".results a").nth(1)).to_be_visible()
    view.keyboard.press("ArrowDown")
    expect(view.locator(".results a").first).to_be_focused()
    view.keyboard.press("Escape")
    expect(view.locator(".results a")).to_have_count(0)


def fetched(address: str, path: str, credentials: str | None) -> tuple[int, dict[str, str]]:
    host = address.removeprefix("http://")
    headers = {}
    if credentials is not None:
        headers["Authorization"] = f"Basic {base64.b64encode(credentials.encode()).decode()}"
    with closing(HTTPConnection(host, timeout=SECONDS)) as connection:
        connection.request("GET", path, headers=headers)
        response = connection.getresponse()
        response.read()
        return response.status, {name.lower(): value for name, value in response.getheaders()}


@pytest.fixture(scope="module")
def guarded(agents: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    work = tmp_path_factory.mktemp("nginx")
    digest = subprocess.run(
        ["openssl", "passwd", "-apr1", "-stdin"],
        input=PASSWORD,
        capture_output=True,
        text=True,
        check=True,
    )
    (work / "agents.htpasswd").write_text(f"{NAME}:{digest.stdout.strip()}\n")
    with nginx(agents, work) as address:
        yield address


@pytest.mark.parametrize("path", ["/", "/zh/answers/account-taken-over/", "/find/zh.json"])
def test_nobody_reads_without_the_password(guarded: str, path: str) -> None:
    for credentials in (None, f"{NAME}:wrong", f"nobody:{PASSWORD}"):
        status, headers = fetched(guarded, path, credentials)
        assert status == 401
        assert headers["cache-control"] == "no-store"
    status, headers = fetched(guarded, path, f"{NAME}:{PASSWORD}")
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert "noindex" in headers["x-robots-tag"]


def test_the_example_itself_is_not_served(guarded: str) -> None:
    assert fetched(guarded, "/nginx.conf", f"{NAME}:{PASSWORD}")[0] == 404


def test_no_page_breaks_the_policy(browser: Browser, guarded: str) -> None:
    context = browser.new_context(http_credentials={"username": NAME, "password": PASSWORD})
    context.add_init_script(LISTEN)
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{guarded}/{path.format('zh')}", wait_until="networkidle")
        assert page.evaluate("window.violations") == [], path
    context.close()
