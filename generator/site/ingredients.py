"""What a locale's pages are made of, as one stamp: equal stamps, equal pages."""

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

MAKERS = ("mkdocs", "mkdocs-material", "jinja2", "markdown")


def stamp_of(docs: Path, home: Path, settings: Path) -> str:
    """A hash of a docs tree, of the theme and settings beside it, and of what renders them.

    `home` is the folder of `settings`, which may inherit from others there.
    """
    digest = hashlib.sha256(settings.name.encode())
    digest.update("".join(version(name) for name in MAKERS).encode())
    for folder, pattern in (
        (docs, "**/*"),
        (home, "mkdocs*.yml"),
        (home / "site_templates" / "theme", "**/*"),
        (home / "generator" / "site", "*.py"),
    ):
        for part in _parts(folder, pattern):
            digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def _parts(folder: Path, pattern: str) -> Iterator[bytes]:
    for path in sorted(folder.glob(pattern)):
        if path.is_file():
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()
