"""The agents' desk by itself: its files in a folder, on a port of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from generator.desk import render_desk
from generator.output import write
from generator.pipeline import Compiled, read_journeys
from generator.prove.journeys import legs
from generator.schema.rules import Journey
from tests.browser.running import serving
from tests.conftest import ROOT

LOAD = """async (locale) => {
  window.desk = await import("/desk/desk.js");
  const load = async (name) => (await fetch(`/desk/${name}.json`)).json();
  const [known, { guides, calendars }, index] = await Promise.all(
    [locale, `guides.${locale}`, `search.${locale}`].map(load));
  window.knowledge = { ...known, guides, calendars, index };
}"""
"""Makes `desk`, the module, and `knowledge`, all that it knows, on any page of the same origin."""


@contextmanager
def serving_desk(compiled: Compiled, folder: Path) -> Iterator[str]:
    """The address of a server that has the desk's files and no others."""
    assert compiled.project is not None
    write(render_desk(compiled.project, compiled.guides), folder)
    with serving(folder) as address:
        yield address


def journeys(compiled: Compiled) -> list[dict[str, Any]]:
    """All journeys as the desk's tests take them: for each guide what is replied, and the arrival."""
    files, _ = read_journeys(ROOT)
    assert compiled.project is not None
    assert files is not None
    return [
        {
            "name": f"{entry.model.guide}: {journey.name}",
            "today": (journey.today or entry.model.today).isoformat(),
            "legs": [
                {
                    "guide": leg.guide,
                    "options": dict(leg.options),
                    "raw": raw,
                    "answer": leg.arrival.answer,
                    "advice": sorted(leg.arrival.advice),
                }
                for leg, raw in zip(
                    legs(compiled.project, compiled.guides, entry.model, journey),
                    _replies(journey),
                    strict=True,
                )
            ],
        }
        for entry in files
        for journey in entry.model.journeys
    ]


def _replies(journey: Journey) -> Iterator[dict[str, str]]:
    yield dict(journey.replies)
    onward = journey.then
    while onward:
        yield dict(onward.replies)
        onward = onward.then
