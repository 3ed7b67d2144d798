"""One page of each kind, found in the built site, so that no new kind can be forgotten."""

from pathlib import Path

MANY = 3
"""So many pages beside each other are of one kind."""
TOOLS = "tools"
"""Here each page is a kind of its own."""


def kinds(site: Path, locale: str) -> list[str]:
    """The address of the largest page of each kind, such as `zh/issues/withdrawal-not-arrived/`."""
    by_folder: dict[Path, list[Path]] = {}
    for page in sorted((site / locale).rglob("*.html")):
        by_folder.setdefault(page.parent.parent, []).append(page)
    found: list[Path] = []
    for folder, pages in by_folder.items():
        alike = folder.name != TOOLS and folder != site / locale and len(pages) >= MANY
        found += [max(pages, key=lambda page: page.stat().st_size)] if alike else pages
    return sorted(page.relative_to(site).as_posix().removesuffix("index.html") for page in found)
