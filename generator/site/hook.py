"""What MkDocs calls while it builds: the generator for a plain `mkdocs build` or `mkdocs serve`.

`helpcenter build` has written the docs tree already and says where it is; then only the frame
around the pages is set up.
"""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from generator.build_address import NoAddress, at_address
from generator.build_date import NoDate, date_of_build
from generator.output import OutputError, write
from generator.pipeline import compile_project
from generator.problems import in_order
from generator.render import render
from generator.resolve import Project
from generator.site.frame import drop_unused, set_up

log = logging.getLogger("mkdocs.hooks.helpcenter")

PLACEHOLDER = "content"
"""`docs_dir` in mkdocs.yml. MkDocs wants a folder that exists before any hook can make one."""
BODY = "body"
"""Where a page's HTML waits while Markdown passes it by."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Generate the docs tree if nobody has, and take the frame from it."""
    root = Path(config.config_file_path).resolve().parent
    if Path(config.docs_dir).resolve() == root / PLACEHOLDER:
        config.docs_dir = str(_generated(root, str(config.extra["locale"])))
    set_up(config)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what the theme would copy for nothing."""
    del config
    drop_unused(files)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keep a page that is one block of HTML from Markdown, which would not change it.

    Markdown parses such a block twice, and that takes four fifths of the time for all pages.
    """
    del config, files
    body = markdown.strip()
    if not (body.startswith("<div") and body.endswith("</div>")) or "\n\n" in body:
        return markdown
    page.meta[BODY] = body
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give a page that was kept from Markdown its HTML."""
    del config, files
    return str(page.meta.pop(BODY, html))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Watch what authors write, not what is generated from it."""
    del builder
    server.unwatch(config.docs_dir)
    return server


def _at_address(project: Project) -> Project:
    try:
        return at_address(project)
    except NoAddress as error:
        raise Abort(str(error)) from error


def _generated(root: Path, locale: str) -> Path:
    try:
        compiled = compile_project(root, date_of_build(root, None))
    except NoDate as error:
        raise Abort(str(error)) from error
    for problem in in_order(compiled.problems):
        level = logging.ERROR if problem.severity == "error" else logging.INFO
        log.log(level, "%s: %s: %s %s", problem.place, problem.code, problem.what, problem.mend)
    if compiled.project is None or not compiled.good:
        raise Abort("The project has errors; nothing was built.")
    start = f"docs/{locale}/"
    files = render(_at_address(compiled.project), compiled.guides)
    folder = root / "build" / "docs" / locale
    try:
        write({p.removeprefix(start): t for p, t in files.items() if p.startswith(start)}, folder)
    except OutputError as error:
        raise Abort(str(error)) from error
    return folder
