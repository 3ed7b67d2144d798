"""What browser tests run on: the shipped site, a server on 127.0.0.1 and the system's Chromium."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from generator.build_date import date_of_build
from generator.cli.build import build_project
from generator.cli.report import Reporter
from tests.conftest import ROOT

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files and writes no log."""

    def log_message(self, *_: object) -> None:
        pass


def browser_path() -> str | None:
    """The browser that set-up found, else one on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


def shipped_site(folder: Path) -> Path:
    """The shipped content, built from a copy, so that nothing of the project changes."""
    for name in ("content", "rules", "site_templates"):
        shutil.copytree(ROOT / name, folder / name)
    assert build_project(folder, date_of_build(ROOT, None), Reporter("text"))
    return folder / "site"


@contextmanager
def serving(site: Path, kind: type[Quiet] = Quiet) -> Iterator[str]:
    """The address of a site on a port of its own."""
    handler = partial(kind, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join(timeout=5)


@contextmanager
def chromium(path: str) -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield running
        running.close()
