"""Runs MkDocs in this process, once for each locale, and listens to what it says."""

import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.output import writing
from generator.site.frame import as_of
from generator.site.ingredients import stamp_of

SHIPPED = Path(__file__).parents[2]
"""Where the settings stand that come with the generator."""


def build_site(
    root: Path, docs: Mapping[str, Path], out: Path, progress: Callable[[str], None]
) -> list[str]:
    """Render each locale's docs tree into `out/<locale>`; what MkDocs complained of comes back.

    A complaint means that the generator wrote a docs tree that is not sound. Raises `OutputError`.
    """
    complaints = _Complaints()
    for locale, folder in docs.items():
        progress(f"pages {locale}")
        with complaints.heard(), _dated(folder), writing(out / locale):
            config = load_config(
                config_file=str(_settings(root, locale)),
                docs_dir=str(folder.resolve()),
                site_dir=str((out / locale).resolve()),
                strict=False,
            )
            build(config)
    return complaints.texts


def page_stamp(root: Path, locale: str, docs: Path) -> str:
    """Stands for all that decides what `build_site` makes of a locale's docs tree."""
    settings = _settings(root, locale)
    return stamp_of(docs, settings.parent, settings)


def _settings(root: Path, locale: str) -> Path:
    """The settings of a locale: the project's own, else those that come with the generator."""
    home = root if (root / "mkdocs.yml").is_file() else SHIPPED
    own = home / f"mkdocs.{locale}.yml"
    return own if own.is_file() else home / "mkdocs.yml"


@contextmanager
def _dated(docs: Path) -> Iterator[None]:
    """Let MkDocs take the build's own date for today."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    midnight = datetime.combine(as_of(docs), time(), UTC)
    os.environ["SOURCE_DATE_EPOCH"] = str(int(midnight.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


class _Complaints(logging.Handler):
    """Collects warnings and errors of MkDocs, and keeps it quiet otherwise."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(record.getMessage())

    @contextmanager
    def heard(self) -> Iterator[None]:
        logger = logging.getLogger("mkdocs")
        before = logger.propagate
        logger.addHandler(self)
        logger.propagate = False
        try:
            yield
        finally:
            logger.propagate = before
            logger.removeHandler(self)
