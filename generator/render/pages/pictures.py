"""The pictures that stand for pages where they are shared, as HTML for a browser to draw.

One a topic serves all locales: its title stands there in Chinese and in English. What is drawn is
kept with the templates, for no browser is needed to build the site.
"""

import hashlib
from collections.abc import Mapping

from generator.render import addresses
from generator.render.pages.press import TEMPLATES, filled
from generator.resolve import Project
from generator.schema import LOCALES

FOLDER = TEMPLATES.parent / "pictures"
MADE_FROM = "made-from.json"
"""Beside the pictures: the digest of the HTML that each was drawn from."""
ANY_TOPIC = "help-centre"
"""The picture of pages without a topic, or with one that has no picture."""
WIDTH, HEIGHT = 1200, 630
"""Of each picture, in pixels."""
_LARGE, _LONG = 112, 8
"""Pixels of a title of up to so many characters; longer ones are smaller."""


def pictures(project: Project) -> dict[str, str]:
    """HTML by the name of the picture: a topic, or `ANY_TOPIC`."""
    editions = [project.editions[locale] for locale in LOCALES]
    names = [edition.name.plain for edition in editions]
    taglines = [edition.tagline.plain for edition in editions]
    titles = {ANY_TOPIC: taglines} | {
        topic: [edition.topics[topic].title.plain for edition in editions]
        for topic in editions[0].topics
    }
    return {
        name: filled(
            "picture.html",
            addresses.shared_picture(name),
            {
                "names": names,
                "titles": both,
                "taglines": taglines if both is not taglines else ["", ""],
                "size": round(_LARGE * min(1, _LONG / len(both[0]))),
            },
        )
        for name, both in titles.items()
    }


def digests(drawn_from: Mapping[str, str]) -> dict[str, str]:
    """Sixteen characters for the HTML of each picture."""
    return {
        name: hashlib.sha256(html.encode()).hexdigest()[:16] for name, html in drawn_from.items()
    }
