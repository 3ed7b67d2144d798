"""Everything into `site/`: compile, render, run MkDocs, swap the finished site in."""

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.cli.report import Reporter
from generator.cli.words import whole
from generator.output import Written, alone, next_folder, publish, restore, write, writing
from generator.pipeline import Compiled, Progress, compile_project
from generator.render import render
from generator.schema import LOCALES
from generator.site import build_site


class UnsoundPages(Exception):  # noqa: N818 - a defect of the generator, told in full
    """MkDocs complained of pages that the generator wrote."""


def build_project(root: Path, as_of: date, reporter: Reporter) -> bool:
    """Build the site; False if problems kept it from being built, and the old one stands.

    Raises `OutputError` where the file system refuses.
    """
    with alone(root):
        restore(root)
        with reporter.progress() as progress:
            compiled = whole(compile_project(root, as_of, progress))
            pages = publish_site(root, compiled, progress) if compiled.good else 0
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


def publish_site(root: Path, compiled: Compiled, progress: Progress) -> int:
    """Render a compiled project and put it in the place of the old site; the number of pages."""
    assert compiled.project is not None
    progress("rendering")
    files = render(compiled.project, compiled.guides)
    docs: dict[str, Path] = {name: root / "build" / "docs" / name for name in LOCALES}
    for locale, folder in docs.items():
        write(below(files, f"docs/{locale}/"), folder)
    out = next_folder(root)
    if complaints := build_site(root, docs, out, progress):
        raise UnsoundPages("\n".join(complaints))
    _add_shared(below(files, "site/"), root / "build" / "shared", out)
    progress("publishing")
    publish(root)
    return sum(path.endswith(".md") for path in files)


def below(files: Mapping[str, str], folder: str) -> dict[str, str]:
    """The files below a folder, by path from there."""
    return {
        path.removeprefix(folder): text for path, text in files.items() if path.startswith(folder)
    }


def _add_shared(files: Mapping[str, str], folder: Path, out: Path) -> Written:
    written = write(files, folder)
    with writing(out):
        shutil.copytree(folder, out, dirs_exist_ok=True)
    return written
