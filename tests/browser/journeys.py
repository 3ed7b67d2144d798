"""Journeys through the player in Chromium: `python -m tests.browser.journeys [GUIDE …]` walks all.

Each is walked as its reader would: options are pressed, days and amounts typed, and buttons lead on
to the next guide. Answer and advice must be the journey's own at every leg, and what an earlier guide
has asked must not be asked again.
"""

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from generator.build_date import date_of_build
from generator.compiler import Workshop
from generator.pipeline import Compiled, compile_project
from generator.prove.journeys import Leg, legs
from generator.render.pages.book import Book, book
from generator.schema import load_journeys
from generator.schema.rules import Journey, Journeys, Onward
from tests.browser.reader import Reader
from tests.browser.running import browser_path, chromium, serving
from tests.conftest import ROOT, shipped_site

JOURNEYS = ROOT / "tests" / "journeys"

Walkable = tuple[Journeys, Journey]


def all_journeys() -> list[Walkable]:
    """Every journey with the file in which it stands, by guide."""
    found = []
    for path in sorted(JOURNEYS.glob("*.yml")):
        entry, problems = load_journeys(path)
        assert entry is not None, problems
        found += [(entry.model, journey) for journey in entry.model.journeys]
    return found


def sample(journeys: Sequence[Walkable], most: int) -> list[Walkable]:
    """Of each guide as many as of any other, evenly from its first to its last, a jump before others."""
    by_guide: dict[str, list[Walkable]] = {}
    for file, journey in journeys:
        by_guide.setdefault(file.guide, []).append((file, journey))
    share = max(1, most // len(by_guide))
    chosen = []
    for found in by_guide.values():
        jump = next((walkable for walkable in found if walkable[1].then), found[0])
        others = [walkable for walkable in found if walkable is not jump]
        chosen += [jump, *others[:: max(1, len(others) // share)]][:share]
    return chosen


class Wanderer:
    """Walks journeys in a browser, on the pages of one locale."""

    def __init__(self, browser: Browser, address: str, shipped: Compiled, laid: Book) -> None:
        assert shipped.project is not None
        self.browser = browser
        self.address = address
        self.shipped = shipped
        self.project = shipped.project
        self.book = laid

    def walk(self, file: Journeys, journey: Journey) -> None:
        """Raises AssertionError where the player leads elsewhere, KeyError where it asks more."""
        expected = list(legs(self.project, self.shipped.guides, file, journey))
        context = self.browser.new_context(
            viewport={"width": 390, "height": 844}, service_workers="block"
        )
        try:
            reader = Reader(context.new_page(), self.address)
            reader.on((journey.today or file.today).isoformat())
            reader.open(self.book.address_of(self.book.page_of(file.guide) or ""))
            asked: list[str] = []
            for number, (leg, replies) in enumerate(zip(expected, said(journey), strict=True)):
                if number:
                    self.go_on(reader, leg)
                now = reader.answer_with(replies, leg.options)
                again = set(now) & set(asked) & set(leg.carried)
                assert not again, f"{leg.guide} asks again: {again}"
                assert reader.arrival == leg.arrival, leg.guide
                asked += now
        finally:
            context.close()

    def go_on(self, reader: Reader, leg: Leg) -> None:
        reader.find(f'[data-continue="{leg.guide}"]').click()
        page = self.book.address_of(self.book.page_of(leg.guide) or "")
        reader.page.wait_for_url(f"{self.address}/{page}#*")
        reader.wait()


def said(journey: Journey) -> Iterator[Mapping[str, str]]:
    """What the reader says in each guide, all that was said before included."""
    replies = dict(journey.replies)
    yield replies
    onward: Onward | None = journey.then
    while onward is not None:
        replies = {**replies, **onward.replies}
        yield replies
        onward = onward.then


def compiled() -> Compiled:
    """The shipped content, as in all tests."""
    with Workshop() as without_cache:
        return compile_project(ROOT, date_of_build(ROOT, None), workshop=without_cache)


def main(guides: Sequence[str]) -> int:
    """Walk all journeys, or those of some guides; 1 if the player leads elsewhere on any."""
    path = browser_path()
    if path is None:
        sys.stderr.write("no Chromium; `make test` installs one\n")
        return 2
    chosen = [each for each in all_journeys() if not guides or each[0].guide in guides]
    wrong = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(shipped_site(Path(folder))) as address,
        chromium(path) as browser,
    ):
        made = compiled()
        assert made.project is not None
        wanderer = Wanderer(browser, address, made, book(made.project, made.guides, "zh"))
        for file, journey in chosen:
            try:
                wanderer.walk(file, journey)
            except Exception as error:  # noqa: BLE001 - whatever keeps a reader from the answer
                wrong += 1
                what = f"{type(error).__name__}: {error}".partition("\n")[0]
                sys.stderr.write(f"{file.guide}: {journey.name}\n  {what}\n")
    sys.stdout.write(f"{len(chosen)} journeys walked in Chromium, {wrong} lead elsewhere.\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
