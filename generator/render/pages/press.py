"""Jinja2 templates → Markdown files whose body is one block of HTML.

Python-Markdown passes such a block through as it is. Everything is escaped by Jinja2; nothing is
ever marked safe.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from generator.render import addresses
from generator.render.leaves import versioned_leaves
from generator.render.pages.book import Book, Sheet
from generator.resolve.prose import Run, Target

TEMPLATES = Path(__file__).parents[3] / "site_templates" / "pages"


def printed(book: Book, sheet: Sheet, html: str) -> tuple[str, str]:
    """The path of a sheet's Markdown file, and its text around its HTML."""
    front = {
        "title": sheet.title,
        "description": sheet.description,
        "hide": ["navigation", "toc"],
        **({"private": True} if sheet.private else {}),
        **({"leaves": versioned_leaves(book.guides, sheet.guide)} if sheet.guide else {}),
        **({"module": sheet.module} if sheet.module else {}),
    }
    # A text in JSON is one in YAML, too; astral characters stay as they are.
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items()]
    return _path(sheet.address), "\n".join(["---", *lines, "---", "", html, ""])


def body(book: Book, sheet: Sheet, **others: object) -> str:
    """The HTML of a sheet, perhaps with other values than its own."""
    values = {"book": book, "edition": book.edition, "w": book.words, **sheet.values, **others}
    return filled(sheet.template, sheet.address, values)


def filled(
    template: str, address: str, values: Mapping[str, object], folder: Path = TEMPLATES
) -> str:
    """A template's HTML for the page at an address: no blank lines, no indentation.

    A template of another folder may import from those of the pages.
    """
    html = _environment(folder).get_template(template).render({**values, "here": address})
    lines = (line.strip(" \t") for line in html.split("\n"))
    return "\n".join(line for line in lines if line)


def _path(address: str) -> str:
    locale, _, rest = address.strip("/").partition("/")
    return f"docs/{locale}/{rest or 'index'}.md"


@cache
def _environment(folder: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader([folder, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["to"] = _to
    environment.filters["link"] = _link
    environment.filters["href"] = _href
    environment.filters["from_root"] = "/{}".format
    environment.filters["iso"] = date.isoformat
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.globals["target"] = Target
    environment.globals["addresses"] = addresses
    return environment


@pass_context
def _to(context: Context, address: str | Target) -> str:
    """A link from the present page to an address or to a page of this help centre."""
    if isinstance(address, Target):
        address = addresses.page(context["edition"].locale, address)
    return addresses.relative(address, context["here"])


@pass_context
def _link(context: Context, address: str) -> str:
    """The same in full where it is known where the site stands."""
    return addresses.link(address, context["here"], context["book"].project.site_url)


@pass_context
def _href(context: Context, run: Run) -> str | None:
    """Where a run of text leads."""
    return run.href if run.target is None else _to(context, run.target)
