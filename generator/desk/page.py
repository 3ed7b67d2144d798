"""The desk's page and its stylesheet."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.desk.places import (
    ICON,
    MODULE,
    STYLESHEET,
    data_file,
    desk,
    guides_file,
    search_file,
)
from generator.render.addresses import relative, versioned
from generator.render.player import STYLESHEET as PUBLIC_SHEET
from generator.render.player import TEMPLATES
from generator.resolve import Project
from generator.schema import LOCALES, Locale

FOLDER: Path = TEMPLATES / "desk"

_TOKENS = re.compile(r"(:root \{.*?)(?=/\* ---- Ground ---- \*/)", re.DOTALL)


def stylesheet() -> str:
    """The public site's tokens, and the desk's own rules."""
    found = _TOKENS.search(PUBLIC_SHEET.read_text("utf-8"))
    if found is None:
        raise ValueError(f"{PUBLIC_SHEET.name} has no tokens at its top")
    return found[1] + (FOLDER / "desk.css").read_text("utf-8")


def page(project: Project, locale: Locale, files: Mapping[str, str]) -> str:
    """The HTML of a locale's desk; `files` are those that it loads."""
    here = desk(locale)

    def to(path: str) -> str:
        return relative(versioned(path, files[path].encode()), here)

    return (
        _environment()
        .get_template("desk.html")
        .render(
            locale=locale,
            words=project.agents[locale].words,
            name=project.editions[locale].name.plain,
            icon=to(ICON),
            sheet=to(STYLESHEET),
            module=to(MODULE),
            data=to(data_file(locale)),
            guides=to(guides_file(locale)),
            index=to(search_file(locale)),
            others={
                other: (project.editions[other].words["language-name"], relative(desk(other), here))
                for other in LOCALES
                if other != locale
            },
        )
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
