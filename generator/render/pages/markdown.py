"""HTML of our own pages → Markdown, so that both say the same, whatever kind of page it is.

Links stay as they are: a twin stands where its page stands. What helps eyes only is left out.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"})
SILENT = frozenset({"svg", "script", "style", "template", "button", "form"})
BLOCKS = frozenset(
    {
        "article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "fieldset", "footer",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
        "section", "summary", "table", "ul",
    }
)  # fmt: skip
_MARKS = re.compile(r"([\\`*_\[\]<>])")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Node:
    """An element with its children; texts are strings."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    @property
    def silent(self) -> bool:
        """Whether it says nothing that stands elsewhere."""
        trail = "trail" in self.attributes.get("class", "").split()
        return trail or self.tag in SILENT or "hidden" in self.attributes

    def inside(self) -> Iterator["Node"]:
        """All elements below, in order."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.inside()


def markdown(html: str) -> str:
    """A page's body as Markdown."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    return "\n\n".join(_blocks(tree.root)) + "\n"


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("div", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if any(node.tag == tag for node in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def _blocks(node: Node) -> Iterator[str]:
    """The blocks inside a node; stretches of text between them are blocks of their own."""
    stretch: list[Node | str] = []
    for child in node.children:
        if isinstance(child, Node) and child.tag in BLOCKS:
            yield from _stretch(stretch)
            stretch = []
            if not child.silent:
                yield from _block(child)
        else:
            stretch.append(child)
    yield from _stretch(stretch)


def _stretch(parts: list[Node | str]) -> Iterator[str]:
    if text := _inline(parts).strip():
        yield text


def _block(node: Node) -> Iterator[str]:
    match node.tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            if text := _inline(node.children).strip():
                yield f"{'#' * int(node.tag[1])} {text}"
        case "summary" | "dt":
            yield f"**{_inline(node.children).strip().replace('**', '')}**"
        case "blockquote":
            yield _behind("> ", _blocks(node))
        case "ul" | "ol":
            if text := "\n".join(_items(node)):
                yield text
        case "table":
            yield "\n".join(_rows(node))
        case "hr":
            yield "---"
        case _:
            yield from _blocks(node)


def _items(node: Node) -> Iterator[str]:
    items = [each for each in node.children if isinstance(each, Node) and each.tag == "li"]
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if node.tag == "ol" else "- "
        text = "\n".join(_blocks(item))
        if text:
            yield mark + text.replace("\n", "\n" + " " * len(mark))


def _rows(node: Node) -> Iterator[str]:
    rows = [each for each in node.inside() if each.tag == "tr"]
    for number, row in enumerate(rows):
        cells = [each for each in row.children if isinstance(each, Node)]
        texts = [_inline(cell.children).strip().replace("|", "\\|") for cell in cells]
        yield f"| {' | '.join(texts)} |"
        if number == 0:
            yield f"|{' --- |' * len(texts)}"


def _behind(mark: str, blocks: Iterable[str]) -> str:
    return "\n".join((mark + line).rstrip() for line in "\n\n".join(blocks).split("\n"))


def _inline(parts: Iterable[Node | str]) -> str:
    return _SPACE.sub(" ", "".join(map(_run, parts)))


def _run(part: Node | str) -> str:
    if isinstance(part, str):
        return _MARKS.sub(r"\\\1", part)
    if part.silent or part.tag == "br":
        return " "
    inner = _inline(part.children)
    text = inner.strip()
    return _set(part, text) if text else inner


def _set(node: Node, text: str) -> str:
    """A stretch of text as its element has it set."""
    href = node.attributes.get("href")
    match node.tag:
        case "strong" | "b":
            return f"**{text}**"
        case "q":
            return f"“{text}”"
        case "a" if href:
            return f"[{text}]({href})"
        case "span" if "hint" in node.attributes.get("class", "").split():
            return f" – {text}"
        case _:
            return text
