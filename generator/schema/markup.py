"""Small Markdown → blocks of runs. The one place that reads Markdown in texts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.schema.text import KEBAB
from generator.source import FORBIDDEN


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style. `parameter` and `link` hold ids until they are resolved."""

    text: str
    em: bool = False
    href: str | None = None
    link: str | None = None
    parameter: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of running text."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; each item is one line of runs."""

    items: tuple[tuple[Run, ...], ...]
    ordered: bool


Block: TypeAlias = Paragraph | ListBlock


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a text that may not stand there; the caller knows the place."""

    code: str
    what: str
    mend: str


# Without `reference` a line such as "[Note]: text" would vanish; `text_join` would mix marks behind
# a backslash with those that are left over.
_MARKDOWN = MarkdownIt("commonmark", {"html": True}).disable(["reference", "text_join"])
# Every target is looked at here, so that a refused one is told instead of left as text.
_MARKDOWN.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
_PARAMETER = re.compile(r"\{\{([^{}]*)\}\}")
_TEMPLATE = re.compile(
    r"\{\{|\}\}|\{%|\{#|\$\{|[{｛][\s{｛]{0,3}[a-z][a-z0-9-]{0,63}[\s}｝]{0,3}[}｝]"
)
"""Marks of templates, and what only lacks braces of the right kind to be a parameter."""
_LEFT_OVER = re.compile(r"\*\*|\S\*|\*\S")
_BROKEN_LINK = re.compile(r"\]\s?[(（]")
_SCHEMES = ("https://", "tel:", "mailto:")
_REFUSED = {
    "heading_open": "A heading",
    "fence": "A code block",
    "code_block": "A code block",
    "code_inline": "Code",
    "image": "An image",
    "blockquote_open": "A quotation",
    "hr": "A horizontal rule",
    "hardbreak": "A forced line break",
}


@lru_cache(maxsize=65536)
def parse_markup(text: str) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """Blocks of a text and what is wrong in it."""
    reader = _Reader()
    blocks = tuple(reader.blocks(_MARKDOWN.parse(text)))
    return blocks, tuple(reader.findings)


class _Reader:
    """Turns the parser's tokens into blocks and collects findings."""

    def __init__(self) -> None:
        self.findings: list[Finding] = []

    def refuse(self, code: str, what: str, mend: str) -> None:
        finding = Finding(code, what, mend)
        if finding not in self.findings:
            self.findings.append(finding)

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        items: list[tuple[Run, ...]] = []
        depth = 0
        before = 0
        ordered = False
        for token in tokens:
            self.check(token)
            if token.type in {"bullet_list_open", "ordered_list_open"}:
                depth += 1
                ordered = token.type == "ordered_list_open"
                if depth > 1:
                    self.refuse("S211", "A list stands inside a list.", "Write one flat list.")
            elif token.type in {"bullet_list_close", "ordered_list_close"}:
                depth -= 1
                if depth == 0:
                    yield ListBlock(tuple(items), ordered)
                    items = []
            elif token.type == "list_item_open":
                before = len(items)
            elif token.type == "list_item_close" and depth == 1:
                self.check_item(len(items) - before)
            elif token.type == "inline":
                runs = tuple(_merged(self.runs(token.children or [])))
                if depth:
                    items.append(runs)
                else:
                    yield Paragraph(runs)

    def check_item(self, lines: int) -> None:
        if lines == 0:
            self.refuse("S213", "An item of a list is empty.", "Fill it, or remove its hyphen.")
        elif lines > 1:
            self.refuse(
                "S211",
                "An item of a list has several paragraphs.",
                "Remove the empty line, or give each paragraph a hyphen of its own.",
            )

    def check(self, token: Token) -> None:
        if token.type in _REFUSED:
            self.refuse(
                "S211",
                f"{_REFUSED[token.type]} stands in a text.",
                "Use paragraphs, lists, emphasis and links only.",
            )
        known = any(finding.code == "S208" for finding in self.findings)
        if token.type in {"html_block", "html_inline"} and not known:
            self.refuse(
                "S208",
                f"HTML stands in a text: {_around(token.content.strip(), 0, 40)}",
                "Remove the tag, or put a backslash before the <.",
            )

    def runs(self, tokens: Sequence[Token]) -> Iterator[Run]:
        em = 0
        href: str | None = None
        link: str | None = None
        for token in tokens:
            self.check(token)
            match token.type:
                case "em_open" | "strong_open":
                    em += 1
                case "em_close" | "strong_close":
                    em -= 1
                case "link_open":
                    href, link = self.target(str(token.attrs.get("href", "")))
                case "link_close":
                    href = link = None
                case "softbreak":
                    yield Run("\n", em > 0, href, link)
                case "text_special":
                    yield from self.escaped(token.content, em=em > 0, href=href, link=link)
                case "text":
                    for run in self.text(token.content):
                        yield replace(run, em=em > 0, href=href, link=link)
                case _:
                    pass

    def escaped(
        self, content: str, *, em: bool, href: str | None, link: str | None
    ) -> Iterator[Run]:
        """A mark behind a backslash, or what an entity such as `&amp;` stands for."""
        if found := FORBIDDEN.search(content):
            self.refuse(
                "Y103",
                f"The text hides the character U+{ord(found.group()):04X}.",
                "Delete it.",
            )
        yield Run(content, em, href, link)

    def target(self, address: str) -> tuple[str | None, str | None]:
        if "%7B%7B" in address:
            self.refuse(
                "S210",
                "A parameter stands in the address of a link.",
                "Write the address itself; {{parameter-id}} of a phone number is a link already.",
            )
        elif address.startswith(_SCHEMES):
            return address, None
        elif re.fullmatch(KEBAB, address):
            return None, address
        else:
            self.refuse(
                "S209",
                f'The link target "{address[:60]}" is neither an id nor an allowed address.',
                "Use https:, tel:, mailto:, or the id of an issue, answer, topic or channel.",
            )
        return None, None

    def text(self, content: str) -> Iterator[Run]:
        rest = _PARAMETER.sub("", content)
        if found := _TEMPLATE.search(rest):
            self.refuse(
                "S210",
                f"The template mark {found.group()[:60]} stands in a text.",
                "Write a parameter as {{parameter-id}}, with two plain braces on either side.",
            )
        if found := _BROKEN_LINK.search(rest):
            self.refuse(
                "S209",
                f"A link does not work and shows up as it is: {_around(rest, found.start())}",
                "Write [words](id) with plain brackets, nothing between them, no space in the id.",
            )
        if found := _LEFT_OVER.search(rest):
            self.refuse(
                "S211",
                f"Emphasis is not closed, so * shows up: {_around(rest, found.start())}",
                "Put punctuation outside the emphasis, as in **word**, and a backslash before a * "
                "that means itself.",
            )
        at = 0
        for match in _PARAMETER.finditer(content):
            name = match.group(1).strip()
            if not re.fullmatch(KEBAB, name):
                self.refuse(
                    "S210",
                    f"{match.group()[:60]} does not name a parameter.",
                    "Write a parameter as {{parameter-id}}.",
                )
                continue
            if match.start() > at:
                yield Run(content[at : match.start()])
            yield Run("", parameter=name)
            at = match.end()
        if at < len(content):
            yield Run(content[at:])


def _around(text: str, at: int, reach: int = 10) -> str:
    """A few words of a text around a position, in quotes, with the sentence's full stop."""
    words = text[max(0, at - reach) : at + reach].replace("\n", " ")
    return f"“{words}”."


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        same = last is not None and replace(last, text="") == replace(run, text="")
        if last is not None and same and run.parameter is None:
            last = replace(last, text=last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last
