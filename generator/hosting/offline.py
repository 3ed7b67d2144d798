"""What the service worker must know: each file by its hash, which come first, which are private.

The worker is a template in `site_templates/offline/`. Its text changes whenever a file of the site
does, so browsers fetch a new one for each new version, and nothing of two versions lies together.
"""

import json
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.render.addresses import HASH_DIGITS, PACKAGE, VISIT, short_hash
from generator.render.modules import made_small

WORKER, SWITCH = "sw.js", "offline.json"
TEMPLATES = Path(__file__).parents[2] / "site_templates" / "offline"

_KEPT = (".html", ".css", ".js", ".svg", ".json")
_NOT_KEPT = (".vectors.json", ".schema.json", ".bundle.json")
_FIRST = (
    "index.html", "*/index.html", "*/sos/index.html", "*/channels/index.html",
    "*/offline/index.html", "*/assets/sos.css", "*/assets/help-centre.css", "*/assets/mark.svg",
    "*/assets/pictures.svg",
    VISIT, "player/guide-player.js", "player/words.*.json", "guides/index.json",
    "guides/calendars.json", "guides/*/triage.json", "guides/*/triage.details.json",
)  # fmt: skip
"""What is there without a network after one visit; `*` is a locale."""


def offline_files(
    files: Mapping[str, bytes], private: AbstractSet[str], *, on: bool
) -> dict[str, str]:
    """The worker and the switch, by path. `files` holds the whole site, and `private` parts of it.

    If not `on`, the worker that takes the place of an earlier one removes itself and what was kept.
    """
    switch = json.dumps({"on": on}) + "\n"
    if not on:
        return {WORKER: _worker("off.js"), SWITCH: switch}
    kept = {path: content for path, content in files.items() if _is_kept(path)}
    locales = {path.partition("/")[0] for path in kept if path.endswith("/assets/help-centre.css")}
    known = {
        "files": _by_folder({path: short_hash(content) for path, content in kept.items()}),
        "first": sorted(kept.keys() & set(_first(locales))),
        "private": sorted(private & kept.keys()),
    }
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    version = short_hash(text.encode())
    return {
        WORKER: _worker("on.js", version=version, known=text, digits=HASH_DIGITS),
        SWITCH: switch,
    }


def _is_kept(path: str) -> bool:
    left_out = (path.endswith(_NOT_KEPT), path.endswith("404.html"), path.startswith(PACKAGE))
    return path.endswith(_KEPT) and not any(left_out)


def _first(locales: Iterable[str]) -> Iterable[str]:
    for locale in locales:
        yield from (path.replace("*", locale) for path in _FIRST)


def _by_folder(hashes: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Folder → name → hash: half the text of whole paths."""
    folders: dict[str, dict[str, str]] = {}
    for path, known in hashes.items():
        folder, _, name = path.removesuffix("/index.html").rpartition("/")
        # A page is named by its folder, as its address is.
        name += "/" if path.endswith("/index.html") else ""
        folders.setdefault(folder, {})[name] = known
    return folders


def _worker(template: str, **values: str | int) -> str:
    text = made_small((TEMPLATES / template).read_text("utf-8"))
    for name, value in values.items():
        text = text.replace(f'"@{name}@"', str(value) if name == "known" else json.dumps(value))
    return text
