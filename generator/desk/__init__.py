"""The agents' desk: a page for each locale, its module, its stylesheet, and all that it knows.

`desk/` holds no file that the public site has. Nothing of it may be published there: the data name
notes, macros and playbooks.
"""

from collections.abc import Mapping
from importlib import resources

from generator.desk.data import desk_json, guides_json, search_json
from generator.desk.page import page, stylesheet
from generator.desk.places import (
    ICON,
    MODULE,
    STYLESHEET,
    TRANSCRIPT_SCHEMA,
    data_file,
    desk,
    guides_file,
    search_file,
)
from generator.desk.replies import replies_json
from generator.desk.words import NEEDED
from generator.prove import Proved
from generator.render.contract.encode import published
from generator.render.modules import joined
from generator.render.player import TEMPLATES
from generator.resolve import Project

__all__ = ["NEEDED", "render_desk"]


def render_desk(project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """Every file of the desk by path, relative to the root of the agents' site."""
    files = {
        MODULE: joined(TEMPLATES / "desk" / "desk.js"),
        STYLESHEET: stylesheet(),
        ICON: (TEMPLATES / "theme" / "assets" / "mark.svg").read_text("utf-8"),
        TRANSCRIPT_SCHEMA: _schema(),
    }
    for locale in project.agents:
        files |= {
            data_file(locale): published(
                {**desk_json(project, locale), "replies": replies_json(project, guides)}
            ),
            guides_file(locale): published(guides_json(project, guides, locale)),
            search_file(locale): published(search_json(project, locale)),
        }
        files[f"{desk(locale)}index.html"] = page(project, locale, files)
    return files


def _schema() -> str:
    return resources.files(__package__).joinpath("transcript.schema.json").read_text("utf-8")
