"""ES modules of ours → one published file: joined, without comments, imports and indentation.

A comment stands on lines of its own, and no two modules that are joined use one name at their top.
"""

import re
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import rjsmin

_FROM = r' from "(\.\.?/[\w./-]+\.js)";\n'
_IMPORT = re.compile(r"^import \{([^}]*)\}" + _FROM, re.MULTILINE)
_REEXPORT = re.compile(r"^export \{([^}]*)\}" + _FROM, re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async |function|class|const|let)", re.MULTILINE)
_NEEDLESS = re.compile(r"[;,](?=\n\s*[}\])])")
_SAID = re.compile(r'"[^"\n]*"|`[^`]*`|/[^/\n]+/')
"""Strings, templates and patterns, or more."""
_ELSEWHERE = r"(?<!\.\.)\.{0}\b|\b{0}:|[{{,]{0}[,}}]|(?:get|set|async|static) {0}\b"
"""A name as that of a property, or what may be one."""
_LINES = re.compile(r"\}\n(?=.)")
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) ([\w$]+)", re.MULTILINE)


@cache
def joined(entry: Path) -> str:
    """One module that exports what `entry` passes on from the modules that it imports.

    Raises ValueError where two modules use one name, or import each other in a circle.
    """
    texts: dict[Path, str] = {}
    _collect(entry.resolve(), texts, ())
    owners: dict[str, Path] = {}
    for path, text in texts.items():
        for top in _TOP.findall(text):
            if top in owners:
                raise ValueError(f"{path.name} and {owners[top].name} both use the name {top}")
            owners[top] = path
    exported = _names(_REEXPORT.findall(texts[entry.resolve()]))
    code = "\n".join(_bare(text) for text in texts.values())
    exports = f"export {{ {', '.join(exported)} }};" if exported else ""
    return _shortened(f"{rjsmin.jsmin(f'{code}{exports}')}\n", set(owners) - set(exported))


def _collect(path: Path, texts: dict[Path, str], above: tuple[Path, ...]) -> None:
    """Modules by path, each behind those that it imports."""
    if path in above:
        raise ValueError(" imports ".join(each.name for each in (*above, path)))
    if path in texts:
        return
    text = path.read_text("utf-8")
    for pattern in (_IMPORT, _REEXPORT):
        for _, other in pattern.findall(text):
            _collect((path.parent / other).resolve(), texts, (*above, path))
    texts[path] = text


def _bare(text: str) -> str:
    """Without imports, exports, and what needs not stand before a closing bracket."""
    return _NEEDLESS.sub("", _EXPORT.sub("", _REEXPORT.sub("", _IMPORT.sub("", text))))


def _shortened(code: str, tops: AbstractSet[str]) -> str:
    """With short names in place of long ones, where a name stands for nothing else anywhere."""
    said = " ".join(_SAID.findall(code))
    short = (f"${a}{b}" for a, b in product(("", *ascii_lowercase), ascii_lowercase))
    for name in sorted(tops):
        elsewhere = (
            rf"(?<!\.\.)\.{name}\b|\b{name}:|[{{,]{name}[,}}]|(?:get|set|async|static) {name}\b"
        )
        if not re.search(elsewhere, code) and not re.search(rf"\b{name}\b", said):
            code = re.sub(rf"(?<![\w$]){name}\b", next(short), code)
    return _LINES.sub("}", code)


def _names(found: list[tuple[str, str]]) -> list[str]:
    return sorted(name.strip() for names, _ in found for name in names.split(",") if name.strip())
