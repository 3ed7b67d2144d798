"""The pictures that stand for pages where they are shared."""

import json
import struct

from generator.pipeline import Compiled
from generator.render.pages.pictures import FOLDER, HEIGHT, MADE_FROM, WIDTH, digests, pictures

MOST_BYTES = 60_000


def test_every_topic_has_a_picture_drawn_from_its_present_title(shipped: Compiled) -> None:
    """If this fails, `make pictures` draws them anew."""
    assert shipped.project is not None
    made_from = json.loads((FOLDER / MADE_FROM).read_text("utf-8"))
    assert made_from == digests(pictures(shipped.project))
    assert {path.stem for path in FOLDER.glob("*.png")} == made_from.keys()


def test_pictures_have_the_size_that_is_told_and_are_light() -> None:
    for path in FOLDER.glob("*.png"):
        content = path.read_bytes()
        assert struct.unpack(">II", content[16:24]) == (WIDTH, HEIGHT)
        assert len(content) < MOST_BYTES
