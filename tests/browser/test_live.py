"""What `helpcenter serve` adds to a page: it reloads, and it shows what keeps it from being new."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from benchmarks.served import Served, served
from tests.unit.small_folder import DAY, edit, small_folder

ANSWER = "content/answers/wait.yml"
BANNER = "body > [role=status]"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    with served(small_folder(folder / "project"), folder / "terminal", DAY) as server:
        server.settled("good")
        yield server


@pytest.fixture
def page(browser: Browser, server: Served) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{server.address}en/answers/wait/")
    yield page
    context.close()


def test_an_open_page_reloads_once_it_is_newer(page: Page, server: Served) -> None:
    edit(server.root / ANSWER, "Wait a little", "Wait a day")
    page.wait_for_function("document.title.includes('Wait a day')")
    assert page.locator(BANNER).count() == 0


def test_an_open_page_shows_a_mistake_until_it_is_mended(page: Page, server: Served) -> None:
    edit(server.root / ANSWER, "channel: support", "channel: suport")
    banner = page.locator(BANNER)
    banner.get_by_text(f"{ANSWER}:").wait_for()
    edit(server.root / ANSWER, "channel: suport", "channel: support")
    banner.wait_for(state="detached")


def test_a_page_that_was_missing_shows_once_it_is_built(page: Page, server: Served) -> None:
    (server.root / "content/topics/early.yml").write_text(
        "id: early\norder: 2\ntitle: {zh: 早, en: Early}\nsummary: {zh: 早, en: Early}\n", "utf-8"
    )
    page.goto(f"{server.address}en/topics/early/")
    page.get_by_role("heading", name="Early").wait_for()
