"""Project and guides → files, as {path: text}. Nothing here reads or writes a disk.

Paths that begin with `docs/<locale>/` are the docs tree that MkDocs renders; those that begin with
`site/` are published as they are. To add a kind of output, write a renderer and name it in
`RENDERERS`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.prove import Proved
from generator.render.contract import contract
from generator.render.leaves import leaves
from generator.render.package import package
from generator.render.pages import pages
from generator.render.player import player
from generator.render.search import search
from generator.render.tool_modules import tool_modules
from generator.render.traditional import with_traditional
from generator.render.visit import visit
from generator.resolve import Project

Renderer = Callable[[Project, Mapping[str, Proved]], dict[str, str]]

RENDERERS: tuple[Renderer, ...] = (
    contract, player, package, tool_modules, search, visit, leaves, pages,
)  # fmt: skip
"""In the order in which whoever waits for them wants them."""


def render(project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """Every file of the help centre, sorted by path."""
    return joined(render_in_parts(project, guides))


def render_in_parts(project: Project, guides: Mapping[str, Proved]) -> Iterator[dict[str, str]]:
    """The same files, renderer by renderer: the published JSON comes first."""
    whole = with_traditional(project)
    return (renderer(whole, guides) for renderer in RENDERERS)


def joined(parts: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """All parts' files, sorted by path."""
    files: dict[str, str] = {}
    for made in parts:
        if twice := files.keys() & made.keys():
            raise ValueError(f"two renderers write {sorted(twice)}")
        files.update(made)
    return dict(sorted(files.items()))
