"""What a docs tree says about its site → MkDocs' settings."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from generator.render.addresses import versioned
from generator.render.pages.heads import HEADS
from generator.render.pages.imprint import IMPRINT

UNUSED = ("assets/images/", "assets/javascripts/", "assets/stylesheets/", "sitemap.xml")
"""What Material and MkDocs would copy, and no page uses."""


def frame_of(docs: Path) -> dict[str, object]:
    """What the generator wrote into a docs tree for the frame around its pages."""
    frame: dict[str, object] = json.loads((docs / IMPRINT).read_text(encoding="utf-8"))
    return frame


def heads_of(docs: Path) -> dict[str, str]:
    """HTML for the head of each page of a docs tree, by its address below the home page."""
    heads: dict[str, str] = json.loads((docs / HEADS).read_text(encoding="utf-8"))
    return heads


def as_of(docs: Path) -> date:
    """The date of the build that wrote a docs tree."""
    return date.fromisoformat(str(frame_of(docs)["as_of"]))


def set_up(config: MkDocsConfig) -> None:
    """Fill in name, navigation and words from the docs tree."""
    frame = frame_of(Path(config.docs_dir))
    nav = frame["nav"]
    assert isinstance(nav, list)
    config.site_name = str(frame["name"])
    config.site_description = str(frame["tagline"])
    config.nav = nav
    config.extra["frame"] = frame
    config.extra["versioned"] = _versioned(config.theme.dirs)
    config.extra["heads"] = heads_of(Path(config.docs_dir))
    # Without an absolute address a sitemap is empty, and an error page cannot find its stylesheet.
    config.theme.static_templates -= {"sitemap.xml", "404.html"}


def _versioned(folders: Sequence[str]) -> dict[str, str]:
    """The theme's own stylesheets and pictures, each with an address that changes with it."""
    found: dict[str, str] = {}
    for folder in map(Path, reversed(folders)):
        for path in sorted((folder / "assets").glob("*.*")):
            name = path.relative_to(folder).as_posix()
            found[name] = versioned(name, path.read_bytes())
    return found


def drop_unused(files: Files) -> None:
    """Take out what the theme would copy for nothing."""
    for file in list(files):
        if file.src_uri.startswith(UNUSED):
            files.remove(file)
