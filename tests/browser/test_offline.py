"""Reading without a network: what is kept, in one version only, and how it is switched off."""

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as PlaywrightError

from generator.cli.build import build_project
from generator.cli.report import Reporter
from generator.schema import LOCALES
from tests.browser.running import Quiet
from tests.unit.small_folder import DAY, edit, small_folder

SECONDS = 20
VISITED, PRIVATE = "en/topics/late/", "en/issues/payout-late/"
CACHED = "async (url) => Boolean(await caches.match(url))"
CACHES = "async () => (await caches.keys()).sort()"
REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"


class Asking(Quiet):
    """Has browsers ask anew each time, as the headers of the build do."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


class Host:
    """A server of a folder that can be stopped, and started again at the same address."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self.port = 0
        self.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def start(self) -> None:
        handler = partial(Asking, directory=str(self.site))
        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, args=[0.05], daemon=True).start()

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()

    def build(self) -> None:
        """Build the project anew in whose folder the site lies."""
        build(self.site.parent)


def build(root: Path) -> None:
    assert build_project(root, date.fromisoformat(DAY), Reporter("text"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with a private topic, built already, to be copied."""
    root = small_folder(tmp_path_factory.mktemp("offline") / "project")
    with (root / "content/topics/late.yml").open("a") as topic:
        topic.write("private: true\n")
    build(root)
    return root


@pytest.fixture
def host(built: Path, tmp_path: Path) -> Iterator[Host]:
    shutil.copytree(built, tmp_path / "project")
    host = Host(tmp_path / "project/site")
    yield host
    host.stop()


@pytest.fixture
def shipped_host(site: Path) -> Iterator[Host]:
    """The shipped content."""
    host = Host(site)
    yield host
    host.stop()


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    """A page with a worker, which other tests do without."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def visit(view: Page, host: Host, path: str) -> None:
    """Open a page, and wait until a worker controls it."""
    view.goto(f"{host.address}{path}")
    view.wait_for_function("navigator.serviceWorker.controller !== null")


def is_kept(view: Page, host: Host, path: str) -> bool:
    return bool(view.evaluate(CACHED, f"{host.address}{path}"))


def wait_until_kept(view: Page, host: Host, path: str) -> None:
    until(lambda: is_kept(view, host, path))


def until(true: Callable[[], bool]) -> None:
    """Wait for what comes true by itself; the browser is asked again and again."""
    end = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < end, "it does not come true"
        time.sleep(0.05)


def ended(view: Page) -> bool:
    """Whether there is neither a cache nor a worker."""
    return not view.evaluate(CACHES) and view.evaluate(REGISTERED) == 0


def topic_is_called(host: Host, old: str, new: str) -> None:
    edit(host.site.parent / "content/topics/late.yml", old, new)


def test_one_visit_is_enough_to_read_the_page_and_the_home_page_offline(
    view: Page, host: Host
) -> None:
    visit(view, host, VISITED)
    wait_until_kept(view, host, VISITED)
    host.stop()
    for path in (VISITED, "en/", "zh/", "en/channels/", ""):
        view.goto(f"{host.address}{path}")
        assert view.locator("h1").first.is_visible()
        assert view.evaluate("document.styleSheets[0].cssRules.length") > 0


@pytest.mark.parametrize("locale", LOCALES)
def test_the_guide_on_the_home_page_works_offline(
    view: Page, shipped_host: Host, locale: str
) -> None:
    visit(view, shipped_host, f"{locale}/articles/")
    shipped_host.stop()
    view.goto(f"{shipped_host.address}{locale}/")
    option = view.locator("guide-player button.option")
    asked = option.first.inner_text()
    option.first.click()
    view.wait_for_function(
        "(asked) => document.querySelector('guide-player').innerText.indexOf(asked) === -1",
        arg=asked,
    )


def test_the_emergency_page_is_there_offline_after_any_visit(
    view: Page, shipped_host: Host
) -> None:
    visit(view, shipped_host, "zh/articles/")
    shipped_host.stop()
    for locale in LOCALES:
        view.goto(f"{shipped_host.address}{locale}/sos/")
        assert view.locator('a[href="tel:110"]').first.is_visible()
        assert view.evaluate("document.styleSheets[0].cssRules.length") > 0


def test_a_page_that_is_not_kept_gives_way_to_one_that_helps(view: Page, host: Host) -> None:
    visit(view, host, "en/")
    host.stop()
    view.goto(f"{host.address}en/answers/wait/")
    assert view.url == f"{host.address}en/offline/"
    view.locator('a[href="../"]').first.click()
    assert view.url == f"{host.address}en/"


def test_online_the_network_comes_first(view: Page, host: Host) -> None:
    visit(view, host, VISITED)
    wait_until_kept(view, host, VISITED)
    page = host.site / VISITED / "index.html"
    page.write_text(page.read_text("utf-8").replace("<h1>", "<h1>Newer "), "utf-8")
    view.reload()
    assert view.locator("h1").inner_text().startswith("Newer")


def test_a_file_of_another_version_is_shown_and_not_kept(view: Page, host: Host) -> None:
    visit(view, host, VISITED)
    wait_until_kept(view, host, VISITED)
    page = host.site / VISITED / "index.html"
    page.write_text(page.read_text("utf-8").replace("<h1>", "<h1>Newer "), "utf-8")
    view.reload(wait_until="networkidle")
    host.stop()
    view.reload()
    assert not view.locator("h1").inner_text().startswith("Newer")


def test_an_update_takes_the_new_version_of_everything_that_was_kept(
    view: Page, host: Host
) -> None:
    visit(view, host, VISITED)
    wait_until_kept(view, host, VISITED)
    before = view.evaluate(CACHES)
    topic_is_called(host, "en: Money is late", "en: Money is overdue")
    host.build()
    view.goto(f"{host.address}en/")
    until(lambda: len(found := view.evaluate(CACHES)) == 1 and found != before)
    host.stop()
    view.goto(f"{host.address}{VISITED}")
    assert view.locator("h1").inner_text() == "Money is overdue"


def test_an_update_that_is_not_whole_leaves_the_old_version(view: Page, host: Host) -> None:
    visit(view, host, VISITED)
    wait_until_kept(view, host, VISITED)
    before = view.evaluate(CACHES)
    home = (host.site / "en/index.html").read_bytes()
    topic_is_called(host, "en: Money is late", "en: Money is overdue")
    host.build()
    (host.site / "en/index.html").write_bytes(home)
    view.goto(f"{host.address}en/channels/")
    view.evaluate(
        "async () => { const r = await navigator.serviceWorker.getRegistration(); await r.update().catch(() => {});"
        " const w = r.installing; if (w) await new Promise((done) => w.addEventListener('statechange', () => w.state === 'redundant' && done())); }"
    )
    assert view.evaluate(CACHES) == before
    host.stop()
    view.goto(f"{host.address}{VISITED}")
    assert view.locator("h1").inner_text() == "Money is late"


def test_a_private_page_is_kept_only_when_asked_and_until_deleted(view: Page, host: Host) -> None:
    visit(view, host, PRIVATE)
    view.reload(wait_until="networkidle")
    keep = view.get_by_role("button", name="Keep on this device")
    keep.wait_for()
    assert not is_kept(view, host, PRIVATE)
    for kind in ("", ".details"):
        assert not is_kept(view, host, f"guides/en/payout{kind}.json")
    keep.click()
    wait_until_kept(view, host, PRIVATE)
    host.stop()
    view.reload()
    assert view.locator("h1").first.is_visible()
    view.get_by_role("button", name="Delete from this device").click()
    keep.wait_for()
    assert not is_kept(view, host, PRIVATE)


def test_a_private_page_that_was_not_kept_is_not_shown_offline(view: Page, host: Host) -> None:
    visit(view, host, PRIVATE)
    view.get_by_role("button", name="Keep on this device").wait_for()
    host.stop()
    view.goto(f"{host.address}{PRIVATE}")
    assert view.url == f"{host.address}en/offline/"


@pytest.mark.parametrize("switch", ['{"on": false}', None])
def test_the_operator_s_switch_ends_it_and_deletes_what_was_kept(
    view: Page, host: Host, switch: str | None
) -> None:
    visit(view, host, VISITED)
    file = host.site / "offline.json"
    file.unlink() if switch is None else file.write_text(switch)
    view.goto(f"{host.address}en/")
    until(lambda: ended(view))


def test_a_brand_that_does_without_it_ends_it_on_devices_that_have_it(
    view: Page, host: Host
) -> None:
    visit(view, host, VISITED)
    brand = host.site.parent / "content/brand.yml"
    brand.write_text(brand.read_text("utf-8") + "offline: false\n", "utf-8")
    host.build()
    view.goto(f"{host.address}en/")
    until(lambda: ended(view))
    view.goto(f"{host.address}{PRIVATE}", wait_until="networkidle")
    assert view.get_by_role("button", name="Keep on this device").count() == 0
    host.stop()
    with pytest.raises(PlaywrightError, match="ERR_CONNECTION_REFUSED"):
        view.goto(f"{host.address}en/")
