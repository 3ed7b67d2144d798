"""The site behind Debian's nginx with the headers of the build: nothing of ours breaks the policy."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.hosting import hosting
from generator.schema import LOCALES

SECONDS = 10
NAMES = ("nginx", "/usr/sbin/nginx")
LISTEN = """
(() => {
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => {
    window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
})();
"""
CONFIG = """
daemon off;
master_process off;
pid {work}/pid;
error_log {work}/error.log;
events {{ }}
http {{
    include {types};
    access_log off;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {site};
        include {site}/nginx.conf;
    }}
}}
"""


def nginx_path() -> Path:
    """The nginx that set-up found, else one on the path."""
    found = os.environ.get("NGINX") or next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        message = "no nginx; `make test` fetches one"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return Path(found)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def nginx(site: Path, work: Path) -> Iterator[str]:
    """The site's address behind nginx, which ends with the block."""
    program = nginx_path()
    beside = program.parents[2] / "etc/nginx/mime.types"
    types = beside if beside.is_file() else Path("/etc/nginx/mime.types")
    port = free_port()
    config = work / "nginx.conf"
    config.write_text(CONFIG.format(work=work, types=types, port=port, site=site))
    arguments = list(map(str, (program, "-p", work, "-e", work / "error.log", "-c", config)))
    with subprocess.Popen(arguments) as process:
        try:
            wait_for(port, process, work / "error.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            try:
                process.wait(SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(f"nginx does not answer: {log.read_text()}")


def fetch(address: str, path: str) -> HTTPResponse:
    host = address.removeprefix("http://")
    with closing(HTTPConnection(host, timeout=SECONDS)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        response.read()
        return response


def sample(site: Path) -> list[str]:
    """The pages at the root and in each locale, and one page of each folder of pages."""
    found = ["", "404.html"]
    for locale in LOCALES:
        found += [f"{locale}/", f"{locale}/404.html"]
        for folder in sorted(path.parent for path in (site / locale).glob("*/**/index.html")):
            if folder.parent.parent == site or folder == min(folder.parent.iterdir()):
                found.append(f"{folder.relative_to(site).as_posix()}/")
    return found


@pytest.fixture(scope="module")
def hosted(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with nginx(site, tmp_path_factory.mktemp("nginx")) as address:
        yield address


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(LISTEN)
    yield context.new_page()
    context.close()


def test_no_kind_of_page_breaks_the_policy(view: Page, site: Path, hosted: str) -> None:
    broken: dict[str, list[str]] = {}
    pages = sample(site)
    assert len(pages) > 30
    for path in pages:
        view.goto(f"{hosted}/{path}", wait_until="networkidle")
        if violations := view.evaluate("window.violations"):
            broken[path] = violations
    assert broken == {}


# Playwright's own waiting evaluates text inside the page, which the policy forbids.
CONTROLLED = """() => new Promise((done, fail) => {
  const worker = navigator.serviceWorker;
  worker.addEventListener("controllerchange", done);
  setTimeout(fail, 20000, "no worker");
  if (worker.controller) done();
}).then(() => null)"""


@pytest.mark.parametrize("locale", LOCALES)
def test_the_player_takes_over_and_the_worker_starts_under_the_policy(
    view: Page, hosted: str, locale: str
) -> None:
    view.goto(f"{hosted}/{locale}/issues/withdrawal-not-arrived/")
    view.locator("guide-player button.option").first.click()
    view.evaluate(CONTROLLED)
    assert view.evaluate("window.violations") == []


def test_an_inline_part_runs_if_the_build_knew_it_and_else_not(view: Page, tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    for folder in (site, work):
        folder.mkdir()
    page = '<!doctype html><title>t</title><style>p{color:red}</style><script>document.title="ran"</script>'
    (site / "known.html").write_text(page)
    files, complaints = hosting(site, frozenset(), offline=True)
    assert complaints == []
    for name, text in files.items():
        (site / name).write_text(text)
    (site / "later.html").write_text(page.replace("ran", "ran, too").replace("red", "blue"))
    with nginx(site, work) as address:
        view.goto(f"{address}/known.html")
        assert (view.title(), view.evaluate("window.violations")) == ("ran", [])
        view.goto(f"{address}/later.html")
        assert view.title() == "t"
        assert len(view.evaluate("window.violations")) == 2


@pytest.mark.parametrize("path", ["/", "/zh/", "/zh/none/", "/guides/index.json", "/sw.js"])
def test_every_answer_has_the_headers(hosted: str, path: str) -> None:
    answered = fetch(hosted, path)
    wanted = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
    assert {name: answered.getheader(name) for name in wanted} == wanted
    policy = answered.getheader("Content-Security-Policy") or ""
    assert "default-src 'none'" in policy
    assert "unsafe-" not in policy


@pytest.mark.parametrize(("path", "origin"), [("/guides/index.json", "*"), ("/zh/", None)])
def test_other_origins_may_read_guides_and_no_page(
    hosted: str, path: str, origin: str | None
) -> None:
    assert fetch(hosted, path).getheader("Access-Control-Allow-Origin") == origin


@pytest.mark.parametrize("path", ["/_headers", "/nginx.conf"])
def test_what_is_meant_for_the_host_is_not_served(hosted: str, path: str) -> None:
    assert fetch(hosted, path).status == 404


@pytest.mark.parametrize("locale", LOCALES)
def test_a_missing_page_is_told_in_the_language_of_its_address(
    view: Page, hosted: str, locale: str
) -> None:
    answered = view.goto(f"{hosted}/{locale}/answers/no-such-answer/")
    assert answered is not None
    assert answered.status == 404
    assert view.locator("html").get_attribute("lang") == locale
    view.locator(f'a[href="/{locale}/"]').first.click()
    assert view.url == f"{hosted}/{locale}/"


def test_no_page_can_be_framed(view: Page, hosted: str, tmp_path: Path) -> None:
    host = tmp_path / "host.html"
    host.write_text(f'<iframe src="{hosted}/zh/sos/"></iframe>')
    with view.expect_event("console", lambda message: "frame-ancestors" in message.text):
        view.goto(host.as_uri())
