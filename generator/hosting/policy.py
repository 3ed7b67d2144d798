"""The Content-Security-Policy of the site: its own files, and inline parts by their exact hash.

Source: Content Security Policy Level 3, Trusted Types (both W3C).
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from html.parser import HTMLParser

TRUSTED_TYPES = "help-centre"
"""The one policy of Trusted Types; it lets the service worker be registered."""

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)
_TYPE = re.compile(r"""\btype\s*=\s*["']?([^"'\s>]*)""", re.IGNORECASE)
_HARMLESS = "onward"
"""The player's attribute, which no browser takes for an event."""
_MAYBE = re.compile(rf"\s(?:on(?!{_HARMLESS[2:]}=)[a-z]+|style)\s*=|javascript:", re.IGNORECASE)
"""Pages without any of these need not be parsed, which would take seconds for all."""
_RUN = {"", "module", "text/javascript", "application/javascript", "importmap"}
"""Types of scripts that a browser runs; others are data, which no policy forbids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """Scripts and styles that stand in pages, as sources of a policy: `'sha256-…'`."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()


def inline_parts(page: str) -> tuple[Inline, list[str]]:
    """What stands inline in a page of HTML, and what no hash can allow."""
    scripts = {_hash(text) for head, text in _SCRIPT.findall(page) if _runs(head)}
    styles = {_hash(text) for text in _STYLE.findall(page)}
    found = Inline(scripts=frozenset(scripts), styles=frozenset(styles))
    return found, _forbidden(page) if _MAYBE.search(page) else []


def policy(inline: Inline) -> str:
    """The value of the header."""
    directives = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *sorted(inline.scripts)],
        "style-src": ["'self'", *sorted(inline.styles)],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": [TRUSTED_TYPES],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def _runs(head: str) -> bool:
    """Whether the attributes of a script's tag make it an inline one that runs."""
    if re.search(r"\bsrc\s*=", head):
        return False
    kind = _TYPE.search(head)
    return (kind.group(1).lower() if kind else "") in _RUN


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _forbidden(page: str) -> list[str]:
    parser = _Attributes()
    parser.feed(page)
    return sorted(parser.found)


class _Attributes(HTMLParser):
    """Collects attributes that hold code or style."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "style" or (name.startswith("on") and name != _HARMLESS):
                self.found.add(f"<{tag} {name}>")
            elif (value or "").strip().lower().startswith("javascript:"):
                self.found.add(f"<{tag} {name}> with a script")
