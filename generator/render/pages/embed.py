"""Pages for app developers: embedding, formats, a playground, and pages of others to try it on."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from generator.render import addresses
from generator.render.modules import joined
from generator.render.pages.book import Book, Sheet
from generator.render.pages.press import filled

ROOT = Path(__file__).parents[3]
SHOWN = ROOT / "embedding"
"""Examples, published as they are."""
PARTS = ROOT / "site_templates" / "embed"
PLAYGROUND = "embed/playground.js"
GUIDE, OTHER = "withdrawal-not-arrived", "payment-failed"
HOSTS = ("plain", "strict", "phone")
EXAMPLES = ("evaluator.py", "evaluator.js", "chat_bot.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One key of a format."""

    name: str
    kind: str
    always: bool
    meaning: str


def embed(book: Book) -> Iterator[Sheet]:
    """The page on embedding, the one on formats, and the playground."""
    locale, words = book.edition.locale, book.words
    guide = GUIDE if GUIDE in book.guides else next(iter(book.guides), GUIDE)
    yield Sheet(
        address=addresses.embed(locale),
        title=words("embed-title"),
        description=words("embed-summary"),
        template="embed/embed.html",
        values={
            "guide": guide, "hosts": HOSTS, "examples": EXAMPLES,
            "events": _formats()["events"][1],
        },
    )  # fmt: skip
    yield Sheet(
        address=addresses.embed(locale, "contract/"),
        title=words("embed-contract"),
        description=words("embed-contract-summary"),
        template="embed/contract.html",
        values={"formats": _formats()},
    )
    playground = joined(PARTS / "playground.js").encode()
    yield Sheet(
        address=addresses.embed(locale, "playground/"),
        title=words("embed-playground"),
        description=words("embed-playground-summary"),
        template="embed/playground.html",
        module=addresses.versioned(PLAYGROUND, playground),
        values={"guide": guide},
        found=False,
    )


def hosts(books: Sequence[Book]) -> Iterator[tuple[str, str]]:
    """Pages as somebody else's would be, with their parts and the examples."""
    for book in books:
        locale = book.edition.locale
        for name in HOSTS:
            address = addresses.embed_host(locale, name)
            values = {"book": book, "edition": book.edition, "w": book.words, "guide": GUIDE}
            values |= {"name": name, "other": OTHER}
            yield f"site/{address}", filled("embed/host.html", address, values) + "\n"
    entrance = f"{addresses.EMBED}index.html"
    values = {"book": books[0], "edition": books[0].edition, "books": books}
    yield f"site/{entrance}", filled("embed/entrance.html", entrance, values) + "\n"
    yield f"site/{PLAYGROUND}", joined(PARTS / "playground.js")
    for name in ("host.js", "host.css"):
        yield f"site/{addresses.EMBED}{name}", (PARTS / name).read_text("utf-8")
    for name in EXAMPLES:
        yield f"site/{addresses.EMBED}{name}", (SHOWN / name).read_text("utf-8")


def _formats() -> dict[str, tuple[Mapping[str, Any], list[tuple[str, str, list[Field]]]]]:
    """Each schema by name, with its tables: a name, what it is, and its keys."""
    folder = resources.files("generator.render.contract").joinpath("schemas")
    found: dict[str, tuple[Mapping[str, Any], list[tuple[str, str, list[Field]]]]] = {}
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        schema = json.loads(file.read_text("utf-8"))
        parts = {"": schema, **schema.get("$defs", {})}
        tables = [
            (name, part.get("description", "") if name else "", fields)
            for name, part in parts.items()
            if (fields := list(_fields(part)))
        ]
        found[file.name.removesuffix(".schema.json")] = (schema, tables)
    return found


def _fields(part: Mapping[str, Any]) -> Iterator[Field]:
    """The keys of an object; of an event those of its detail."""
    detail = part.get("properties", {}).get("detail", part)
    required = detail.get("required", ())
    for name, value in detail.get("properties", {}).items():
        yield Field(
            name=name,
            kind=_kind(value),
            always=name in required,
            meaning=value.get("description", ""),
        )


def _kind(value: Mapping[str, Any]) -> str:
    """The type of a value in a few words."""
    if "$ref" in value:
        return str(value["$ref"]).rpartition("/")[2].removesuffix(".schema.json")
    for key in ("anyOf", "oneOf"):
        if key in value:
            return " | ".join(_kind(each) for each in value[key])
    if "const" in value:
        return json.dumps(value["const"])
    if "enum" in value:
        return " | ".join(json.dumps(each) for each in value["enum"])
    kind = value.get("type", "")
    if kind == "array":
        return f"{_kind(value.get('items', {}))}[]"
    return " | ".join(kind) if isinstance(kind, list) else str(kind)
