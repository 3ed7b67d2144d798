"""The agents' desk: how many keys lead to an answer, and how soon each one shows."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Page

from benchmarks.compiling import Row
from benchmarks.content import ROOT, as_of
from generator.pipeline import compile_project
from tests.browser.desk import LOAD, journeys, serving_desk
from tests.browser.running import browser_path, chromium
from tests.browser.test_desk_journeys import KEYS, SHUFFLED

SLOWER = 6
"""How many times slower the processor is made."""
EVERY = 16
"""Of the journeys, one in so many is walked on the screen."""
ORDERS = 20
"""How many orders of replies each journey is tried in."""

BETWEEN = 250
"""Milliseconds between two keys: a fast hand with a caller on the line."""

WATCH = """() => {
  window.shown = { question: [], all: [] };
  const painted = (done) => requestAnimationFrame(() => {
    const after = new MessageChannel();
    after.port1.onmessage = done;
    after.port2.postMessage(null);
  });
  document.addEventListener("keydown", (event) => {
    const pressed = event.timeStamp;
    painted(() => {
      window.shown.question.push(performance.now() - pressed);
      setTimeout(() => painted(() => window.shown.all.push(performance.now() - pressed)));
    });
  }, { capture: true });
}"""


def rows() -> Iterator[Row]:
    """Keys, orders of replies, and times; nothing without a browser."""
    path = browser_path()
    if path is None:
        return
    compiled = compile_project(ROOT, as_of())
    walks = journeys(compiled)
    with (
        tempfile.TemporaryDirectory() as folder,
        serving_desk(compiled, Path(folder)) as address,
        chromium(path) as browser,
    ):
        page = browser.new_page(viewport={"width": 1280, "height": 860})
        page.goto(f"{address}/desk/zh.json")
        page.evaluate(LOAD, "zh")
        keys = page.evaluate(KEYS, walks)
        counted = [each["keys"] for each in keys]
        yield f"desk: keys after the search text, {len(walks)} journeys", _spread(counted)
        wrong = sum(len(page.evaluate(SHUFFLED, [walks, seed])) for seed in range(ORDERS))
        yield f"desk: journeys in {ORDERS} random orders of replies", f"{wrong} astray"
        for what, times in _times(page, address, walks).items():
            yield f"desk: key to {what}, {SLOWER}× slower processor", _late(times)


def _late(times: list[float]) -> str:
    late = quantiles(times, n=20)[-1]
    return f"{len(times)} keys, median {median(times):.0f} ms, 95th percentile {late:.0f} ms"


def _spread(counted: list[int]) -> str:
    most = max(counted)
    return f"median {median(counted):.0f}, mean {sum(counted) / len(counted):.1f}, at most {most}"


def _times(page: Page, address: str, walks: list[dict[str, Any]]) -> dict[str, list[float]]:
    page.goto(f"{address}/zh/desk/")
    page.locator("#desk.ready").wait_for()
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.evaluate(WATCH)

    def press(key: str) -> None:
        _struck(page, key)
        page.wait_for_timeout(BETWEEN)

    for walk in walks[::EVERY]:
        page.locator(".bar nav button").first.click()
        _walk(page, walk["legs"][0], press)
    found: dict[str, list[float]] = page.evaluate("shown")
    return {"the question": found["question"], "all panes": found["all"]}


def _struck(page: Page, key: str) -> None:
    """A key, or a character that no key writes."""
    if len(key) == 1:
        page.keyboard.type(key)
    else:
        page.keyboard.press(key)


def _walk(page: Page, leg: dict[str, Any], press: Callable[[str], None]) -> None:
    """One guide by keys alone; the search is asked for its title."""
    title = page.locator(f'[data-guide="{leg["guide"]}"]').text_content() or ""
    for key in ("/", *title[:6], "Enter"):
        press(key)
    for _ in range(len(leg["options"])):
        if page.locator(".arrived").count():
            return
        options = page.locator(".present .options button")
        wanted = page.locator(".present .options [data-option]")
        names = wanted.evaluate_all("(all) => all.map((each) => each.dataset.option)")
        chosen = next((n for n in names if n in leg["options"].values()), names[-1])
        label = options.nth(names.index(chosen)).locator("kbd").inner_text()
        for key in label:
            press(key)
