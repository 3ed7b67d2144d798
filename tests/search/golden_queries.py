"""`queries/<locale>/<kind>.yml` → golden queries: what people type, and the pages that help them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.schema import Locale
from generator.source import Data, read_yaml

FOLDER = Path(__file__).parent / "queries"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenQuery:
    """One query, and every page that counts as found."""

    locale: Locale
    kind: str
    """The file's name: `typo`, `pinyin`, `sentence` and so on."""
    q: str
    wants: tuple[str, ...]
    """Addresses such as `issues/payment-failed`. Any will do; the first issue is what `q` was written for."""


def golden_queries(locale: Locale) -> tuple[GoldenQuery, ...]:
    """All queries of one locale. Raises AssertionError for a file of another shape."""
    files = sorted((FOLDER / locale).glob("*.yml"))
    return tuple(query for path in files for query in _read(locale, path))


def _read(locale: Locale, path: Path) -> Iterator[GoldenQuery]:
    document, problems = read_yaml(path.read_bytes(), path.relative_to(FOLDER).as_posix())
    assert document is not None, problems
    assert isinstance(document.data, dict)
    assert document.data.keys() == {"queries"}, path
    queries = document.data["queries"]
    assert isinstance(queries, list)
    for entry in queries:
        yield _query(locale, path.stem, entry)


def _query(locale: Locale, kind: str, entry: Data) -> GoldenQuery:
    assert isinstance(entry, dict)
    assert entry.keys() == {"q", "wants"}, entry
    q, wants = entry["q"], entry["wants"]
    assert isinstance(q, str)
    assert isinstance(wants, list)
    assert wants, entry
    addresses = tuple(want for want in wants if isinstance(want, str))
    return GoldenQuery(locale=locale, kind=kind, q=q, wants=addresses)
