"""Everything into `site/` or `site-agent/`: compile, render, swap the finished site in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.agents import agents_site
from generator.build_address import at_address
from generator.cli.report import Reporter
from generator.cli.words import whole, whole_for_agents
from generator.desk import render_desk
from generator.hosting import hosting
from generator.leaks import leaks
from generator.output import add, alone, copy, keeping, next_folder, publish, restore, write
from generator.output import is_kept as kept
from generator.pipeline import Compiled, Progress, compile_project
from generator.problems import Problem
from generator.render import joined, render_in_parts
from generator.render.pages.pictures import FOLDER as PICTURES
from generator.render.privacy import private_files
from generator.render.traditional import published_locales
from generator.site import build_site, page_stamp

AGENTS_SITE = "site-agent"


class UnsoundPages(Exception):  # noqa: N818 - a defect of the generator, told in full
    """MkDocs complained of pages that the generator wrote."""


class Leaked(Exception):  # noqa: N818 - told as problems
    """The finished site holds what only agents may read; it was not put in its place."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} texts for agents")
        self.problems = tuple(problems)


def build_project(root: Path, as_of: date, reporter: Reporter) -> bool:
    """Build the site; False if problems kept it from being built, and the old one stands.

    Raises `OutputError` where the file system refuses.
    """
    with alone(root, reporter.wait), reporter.progress() as progress:
        restore(root)
        compiled = whole(compile_project(root, as_of, progress))
        pages = 0
        try:
            pages = publish_site(root, compiled, progress) if compiled.good else 0
        except Leaked as leaked:
            compiled = replace(compiled, problems=(*compiled.problems, *leaked.problems))
    reporter.problems(compiled.problems)
    if not compiled.good:
        reporter.say("Nothing was built; the site is as it was.")
        return False
    reporter.guides(compiled.guides)
    reporter.say(
        f"Built {pages} pages as of {as_of} into site/. To look at it: `make serve`, or open "
        f"{(root / 'site' / 'index.html').resolve()} in a browser."
    )
    return True


def build_for_agents(root: Path, as_of: date, reporter: Reporter) -> bool:
    """Build the site of the support agents; False as for `build_project`.

    Raises `OutputError` where the file system refuses.
    """
    with alone(root, reporter.wait), reporter.progress() as progress:
        restore(root, AGENTS_SITE)
        compiled = whole_for_agents(whole(compile_project(root, as_of, progress)))
        pages = publish_for_agents(root, compiled, progress) if compiled.good else 0
    reporter.problems(compiled.problems)
    if not compiled.good:
        reporter.say("Nothing was built; the agents' site is as it was.")
        return False
    reporter.say(
        f"Built {pages} pages for agents as of {as_of} into {AGENTS_SITE}/. Serve it behind a "
        f"password: {AGENTS_SITE}/nginx.conf shows how."
    )
    return True


def publish_for_agents(root: Path, compiled: Compiled, progress: Progress) -> int:
    """Render the agents' site and put it in the place of the old one; the number of pages.

    Raises `OutputError`.
    """
    assert compiled.project is not None
    progress("rendering for agents")
    project = at_address(compiled.project)
    desk = render_desk(project, compiled.guides)
    files = agents_site(project, compiled.guides, desk=desk)
    write(files, root / "build" / "agents")
    progress("publishing for agents")
    copy(root / "build" / "agents", next_folder(root, AGENTS_SITE))
    publish(root, AGENTS_SITE)
    return sum(path.endswith(".html") for path in files)


def publish_site(
    root: Path,
    compiled: Compiled,
    progress: Progress,
    *,
    reuse: bool = False,
    json_ready: Callable[[], None] = lambda: None,
) -> int:
    """Render a compiled project and put it in the place of the old site; the number of pages.

    `json_ready` is called once `shared_folder` holds the published JSON, well before the pages.
    With `reuse`, pages of a locale of which nothing has changed are not rendered again, and nobody
    searches for agents' texts: this is for looking at. Raises `OutputError`, and `Leaked`.
    """
    progress("rendering")
    files = joined(_rendered(root, compiled, json_ready))
    write(below(files, "site/"), shared_folder(root))
    assert compiled.project is not None
    locales = published_locales(compiled.project)
    for locale in locales:
        write(below(files, f"docs/{locale}/"), root / "build" / "docs" / locale)
        _render_pages(root, locale, progress, reuse=reuse)
    progress("publishing")
    out = next_folder(root)
    for locale in locales:
        copy(root / "build" / "pages" / locale, out / locale)
    copy(shared_folder(root), out)
    copy(PICTURES, out / "pictures")
    _tell_hosts(compiled, out)
    if not reuse:
        progress("searching for agents' texts")
        _prove_tight(compiled, out)
    publish(root)
    return sum(path.startswith("docs/") and path.endswith(".md") for path in files)


def shared_folder(root: Path) -> Path:
    """Where what all locales share is written before it is published."""
    return root / "build" / "shared"


def below(files: Mapping[str, str], folder: str) -> dict[str, str]:
    """The files below a folder, by path from there."""
    return {
        path.removeprefix(folder): text for path, text in files.items() if path.startswith(folder)
    }


def _rendered(
    root: Path, compiled: Compiled, json_ready: Callable[[], None]
) -> Iterator[dict[str, str]]:
    assert compiled.project is not None
    parts = render_in_parts(at_address(compiled.project), compiled.guides)
    first = next(parts)
    add(below(first, "site/"), shared_folder(root))
    json_ready()
    yield first
    yield from parts


def _tell_hosts(compiled: Compiled, site: Path) -> None:
    """Add to a finished site what hosts and browsers must know about it."""
    project = compiled.project
    assert project is not None
    private = private_files(project, compiled.guides)
    offline = all(edition.offline for edition in project.editions.values())
    files, complaints = hosting(site, private, offline=offline)
    if complaints:
        raise UnsoundPages("\n".join(complaints))
    add(files, site)


def _prove_tight(compiled: Compiled, site: Path) -> None:
    assert compiled.project is not None
    if found := leaks(site, compiled.project):
        raise Leaked(found)


def _render_pages(root: Path, locale: str, progress: Progress, *, reuse: bool) -> None:
    docs, pages = root / "build" / "docs" / locale, root / "build" / "pages" / locale
    stamp = page_stamp(root, locale, docs)
    if reuse and kept(pages, stamp):
        return
    with keeping(pages, stamp):
        if complaints := build_site(root, {locale: docs}, pages.parent, progress):
            raise UnsoundPages("\n".join(complaints))
