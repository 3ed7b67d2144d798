"""Project and guides → files, as {path: text}. Nothing here reads or writes a disk.

Paths that begin with `docs/<locale>/` are the docs tree that MkDocs renders; those that begin with
`site/` are published as they are. To add a kind of output, write a renderer and name it in
`RENDERERS`.
"""

from collections.abc import Callable, Mapping

from generator.prove import Proved
from generator.render.contract import contract
from generator.render.pages import pages
from generator.resolve import Project

Renderer = Callable[[Project, Mapping[str, Proved]], dict[str, str]]

RENDERERS: tuple[Renderer, ...] = (pages, contract)


def render(project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """Every file of the help centre, sorted by path."""
    files: dict[str, str] = {}
    for renderer in RENDERERS:
        made = renderer(project, guides)
        if twice := files.keys() & made.keys():
            raise ValueError(f"two renderers write {sorted(twice)}")
        files.update(made)
    return dict(sorted(files.items()))
