"""The guide player: the modules under `site_templates/player/` joined into one published file.

Comments and imports are left out, so a comment stands on lines of its own, and no two modules may
use one name at their top.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import PLAYER_FILE
from generator.resolve import Project

MODULES = Path(__file__).parents[2] / "site_templates" / "player"
ENTRY = "index.js"

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_REEXPORT = re.compile(r'^export \{([^}]*)\} from "\./([\w-]+\.js)";\n', re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*(/\*\*?.*?\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
_TOP = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) ([\w$]+)", re.MULTILINE)


def player(_project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """The published module; the same for every project."""
    return {f"site/{PLAYER_FILE}": joined()}


@cache
def joined(folder: Path = MODULES, entry: str = ENTRY) -> str:
    """One module that exports what `entry` exports.

    Raises ValueError where two modules use one name, or import each other in a circle.
    """
    texts: dict[str, str] = {}
    _collect(folder, entry, texts, ())
    owners: dict[str, str] = {}
    for name, text in texts.items():
        for top in _TOP.findall(text):
            if top in owners:
                raise ValueError(f"{name} and {owners[top]} both use the name {top}")
            owners[top] = name
    exported = _names(_REEXPORT.findall((folder / entry).read_text("utf-8")))
    parts = [_bare(text) for text in texts.values()]
    return "\n".join(part for part in parts if part) + f"\nexport {{ {', '.join(exported)} }};\n"


def _collect(folder: Path, name: str, texts: dict[str, str], above: tuple[str, ...]) -> None:
    """Modules by name, each behind those that it imports."""
    if name in above:
        raise ValueError(f"{' imports '.join((*above, name))}")
    if name in texts:
        return
    text = (folder / name).read_text("utf-8")
    for pattern in (_IMPORT, _REEXPORT):
        for _, other in pattern.findall(text):
            _collect(folder, other, texts, (*above, name))
    texts[name] = text


def _bare(text: str) -> str:
    """A module's own code without comments, imports and exports."""
    text = _COMMENT.sub("", text)
    text = _REEXPORT.sub("", _IMPORT.sub("", text))
    text = re.sub(r"^export (?=async |function|class|const|let)", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{2,}", "\n", text).strip()


def _names(found: list[tuple[str, str]]) -> list[str]:
    return sorted(name.strip() for names, _ in found for name in names.split(",") if name.strip())
