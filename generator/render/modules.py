"""ES modules of ours → one published file: joined, without comments, imports and indentation.

A comment stands on lines of its own, and no two modules that are joined use one name at their top.
"""

import re
from functools import cache
from pathlib import Path

import rjsmin

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_REEXPORT = re.compile(r'^export \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async |function|class|const|let)", re.MULTILINE)
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) ([\w$]+)", re.MULTILINE)


@cache
def joined(entry: Path) -> str:
    """One module that exports what `entry` passes on from the modules beside it.

    Raises ValueError where two modules use one name, or import each other in a circle.
    """
    texts: dict[str, str] = {}
    _collect(entry.parent, entry.name, texts, ())
    owners: dict[str, str] = {}
    for name, text in texts.items():
        for top in _TOP.findall(text):
            if top in owners:
                raise ValueError(f"{name} and {owners[top]} both use the name {top}")
            owners[top] = name
    exported = _names(_REEXPORT.findall(texts[entry.name]))
    code = "\n".join(_bare(text) for text in texts.values())
    exports = f"export {{ {', '.join(exported)} }};" if exported else ""
    return f"{rjsmin.jsmin(f'{code}{exports}')}\n"


def _collect(folder: Path, name: str, texts: dict[str, str], above: tuple[str, ...]) -> None:
    """Modules by name, each behind those that it imports."""
    if name in above:
        raise ValueError(" imports ".join((*above, name)))
    if name in texts:
        return
    text = (folder / name).read_text("utf-8")
    for pattern in (_IMPORT, _REEXPORT):
        for _, other in pattern.findall(text):
            _collect(folder, other, texts, (*above, name))
    texts[name] = text


def _bare(text: str) -> str:
    return _EXPORT.sub("", _REEXPORT.sub("", _IMPORT.sub("", text)))


def _names(found: list[tuple[str, str]]) -> list[str]:
    return sorted(name.strip() for names, _ in found for name in names.split(",") if name.strip())
