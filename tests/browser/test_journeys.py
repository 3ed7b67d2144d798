"""A sample of the journeys through the player; `make journeys` walks all."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser

from generator.pipeline import Compiled
from generator.render.pages.book import Book
from generator.schema import Locale
from generator.schema.rules import Journey, Journeys
from tests.browser.journeys import Wanderer, all_journeys, sample

SAMPLE = sample(all_journeys(), 20)


@pytest.mark.parametrize(
    ("file", "journey"), SAMPLE, ids=[f"{file.guide}: {journey.name}" for file, journey in SAMPLE]
)
def test_the_player_leads_where_the_journey_says(
    browser: Browser,
    address: str,
    shipped: Compiled,
    books: Mapping[Locale, Book],
    file: Journeys,
    journey: Journey,
) -> None:
    Wanderer(browser, address, shipped, books["zh"]).walk(file, journey)
