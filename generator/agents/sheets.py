"""Guides on paper: numbers for a desk whose computer is dead, and a drawing where one fits."""

import re

from generator.agents.binder import Binder
from generator.render.drawing import svg

FOLDER = "sheets"
LEAST_POINTS = 8
POINTS = 72 / 25.4
"""To a millimetre."""
SMALLEST = 12
"""Pixels of the smallest letters of a drawing."""
A3 = (400, 270)
"""Millimetres inside the margins of a page on its side, below its title."""

_SIZE = re.compile(r'width="(\d+)" height="(\d+)"')


def sheet(binder: Binder, guide: str) -> str:
    """The address of a guide's sheet."""
    return f"{binder.locale}/{FOLDER}/{guide}.html"


def drawing(binder: Binder, guide: str) -> str:
    """The address of a guide's drawing."""
    return f"{binder.locale}/{FOLDER}/{guide}.svg"


def drawings(binder: Binder) -> dict[str, str]:
    """The drawing of every guide by path."""
    return {
        drawing(binder, name): svg(proved.guide, binder.book.edition)
        for name, proved in binder.book.guides.items()
    }


def fits(picture: str) -> bool:
    """Whether a drawing can be read on A3: no letter smaller than 8 points."""
    found = _SIZE.search(picture)
    assert found is not None
    widest = LEAST_POINTS / POINTS / SMALLEST
    width, height = (int(size) * widest for size in found.groups())
    return width <= A3[0] and height <= A3[1]
