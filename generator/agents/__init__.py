"""The site of the support agents: what the public reads and what only they may read, side by side.

In: `Project`, the proved guides, and the files of the desk. Out: {path: text} of all of
`site-agent/`. Pages are written as they are published; addresses are those of the public site.
"""

from collections.abc import Mapping

from generator.agents.binder import binder
from generator.agents.finding import finding
from generator.agents.hosts import NGINX, nginx_file
from generator.agents.pages import ICON, STYLESHEET, entrance, icon, pages, stylesheet
from generator.agents.sheets import drawings
from generator.agents.words import NEEDED
from generator.prove import Proved
from generator.resolve import Project
from generator.schema import LOCALES

__all__ = ["NEEDED", "agents_site"]


def agents_site(
    project: Project, guides: Mapping[str, Proved], desk: Mapping[str, str]
) -> dict[str, str]:
    """Every file by path, the desk's among them; without a desk no page leads to one."""
    files = {
        **finding(project),
        STYLESHEET: stylesheet(),
        ICON: icon(),
        NGINX: nginx_file(),
        **desk,
    }
    binders = [binder(project, guides, locale, files) for locale in LOCALES]
    files["index.html"] = entrance(binders)
    for each in binders:
        files |= drawings(each)
        files |= pages(each)
    return dict(sorted(files.items()))
