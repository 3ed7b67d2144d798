"""ES modules of ours → one published file: joined, and made small.

No two modules that are joined use one name at their top.
"""

import re
from functools import cache
from pathlib import Path

import minify

_FROM = r' from "(\.\.?/[\w./-]+\.js)";\n'
_IMPORT = re.compile(r"^import \{([^}]*)\}" + _FROM, re.MULTILINE)
_REEXPORT = re.compile(r"^export \{([^}]*)\}" + _FROM, re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async |function|class|const|let)", re.MULTILINE)
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) ([\w$]+)", re.MULTILINE)

# No syntax newer than this year's standard, to which the tests hold the published files.
minify.config({"js-version": 2020})


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
    return made_small(f"{code}{exports}")


def made_small(code: str) -> str:
    """JavaScript without comments and blanks, its inner names shortened.

    Raises ValueError where it is none.
    """
    return f"{minify.string('application/javascript', code)}\n"


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
    return _EXPORT.sub("", _REEXPORT.sub("", _IMPORT.sub("", text)))


def _names(found: list[tuple[str, str]]) -> list[str]:
    return sorted(name.strip() for names, _ in found for name in names.split(",") if name.strip())
