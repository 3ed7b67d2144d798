"""A server on 127.0.0.1 and the system's Chromium."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.pipeline import Compiled
from tests.browser.accessibility import Setting, settings
from tests.browser.desk import serving_desk
from tests.browser.running import browser_path, chromium, serving


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The site on a port of its own; the server stops with the tests."""
    with serving(site) as found:
        yield found


@pytest.fixture(scope="session")
def desk_address(shipped: Compiled, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The agents' desk by itself on a port of its own."""
    with serving_desk(shipped, tmp_path_factory.mktemp("desk")) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = browser_path()
    if path is None:
        message = "no Chromium; `make test` installs one"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    with chromium(path) as running:
        yield running


@pytest.fixture
def view(browser: Browser) -> Iterator[Page]:
    """A page in a window as large as that of a phone."""
    # Few tests are about the worker, which else fetches much in each context anew.
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    yield context.new_page()
    context.close()


@pytest.fixture
def setting(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Setting]:
    """A locale and a scheme, by `accessibility.every_setting`."""
    yield from settings(browser, *request.param)
