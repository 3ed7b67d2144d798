"""A finished site → what hosts and browsers must be told about it.

In: the folder of the site, and which of its files are private. Out: `sw.js` and `offline.json` for
reading without a network, `_headers` and `nginx.conf` for hosts, and complaints about pages that no
strict policy allows. It changes no page.
"""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from generator.hosting.headers import headers_file, nginx_file
from generator.hosting.offline import SWITCH, offline_files
from generator.hosting.policy import Inline, inline_parts, policy

__all__ = ["SWITCH", "hosting"]


def hosting(
    folder: Path, private: AbstractSet[str], *, offline: bool
) -> tuple[dict[str, str], list[str]]:
    """Files to be added to the site, by path below it, and complaints.

    `private` holds paths below the site. Without `offline` the service worker removes itself.
    """
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    inline, complaints = _inline(files)
    rules = policy(inline)
    locales = sorted(path.partition("/")[0] for path in files if path.endswith("/404.html"))
    made = {
        "_headers": headers_file(rules),
        "nginx.conf": nginx_file(rules, locales),
        **offline_files(files, private & files.keys(), on=offline),
    }
    return made, complaints


def _inline(files: Mapping[str, bytes]) -> tuple[Inline, list[str]]:
    """All inline parts of all pages, and what cannot be allowed by a hash."""
    scripts: set[str] = set()
    styles: set[str] = set()
    complaints: list[str] = []
    for path, content in files.items():
        if path.endswith(".html"):
            found, forbidden = inline_parts(content.decode())
            scripts |= found.scripts
            styles |= found.styles
            complaints += [
                f"{path}: {what} is forbidden by the site's policy" for what in forbidden
            ]
    return Inline(scripts=frozenset(scripts), styles=frozenset(styles)), complaints
