"""`helpcenter search`, `search-quality`, `search-gaps`: what people find, and what they do not."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from generator.cli.options import PROBLEMS, UNUSABLE, build_date, project
from generator.cli.report import Reporter
from generator.cli.translated import read_catalogue

if TYPE_CHECKING:
    from generator.schema import Locale
    from generator.search import Hit, Lookup
    from generator.search.quality import Golden, Quality

QUERIES = "tests/search/queries"
Style = Literal["text", "json"]

_locale = click.option("--locale", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
_style = click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True
)


@click.command()
@project
@_locale
@_style
@click.argument("query")
@click.option("--why", is_flag=True, help="Tell which words speak for each hit, and how much.")
@click.option("--limit", type=click.IntRange(1, 100), default=10, show_default=True)
def search(
    root: Path,
    as_of: datetime | None,
    locale: "Locale",
    style: Style,
    query: str,
    limit: int,
    *,
    why: bool,
) -> None:
    """Tell what people find who type QUERY."""
    from generator.search import search as found

    reporter = Reporter(style)
    hits = found(_known(root, as_of, reporter, locale), query, limit)
    if style == "json":
        reporter.data([_hit_as_data(hit) for hit in hits])
        return
    for hit in hits:
        click.echo(f"{hit.score:6} {hit.document.kind}s/{hit.document.id}: {hit.document.title}")
        if hit.replies:
            click.echo(f"       {', '.join(f'{q}={o}' for q, o in hit.replies.items())}")
        for part, impact in hit.ranked.evidence if why else ():
            click.echo(f"       {part.weight:3} × {impact:2}  {part.kind} {part.text}")
    if not hits:
        reporter.say("Nothing is found.")


@click.command("search-quality")
@project
@_style
def search_quality(root: Path, as_of: datetime | None, style: Style) -> None:
    """Measure the search with the golden queries of tests/search/queries/.

    The half called `measure` is never used to tune anything, so its figures are the true ones.
    """
    from generator.schema import LOCALES

    reporter = Reporter(style)
    told: dict[str, object] = {}
    for locale in LOCALES:
        golden = _golden(root, reporter, locale)
        told[locale] = _measured(_known(root, as_of, reporter, locale), golden, locale, style)
    if style == "json":
        reporter.data(told)


@click.command("search-gaps")
@project
@_locale
@_style
@click.argument("log", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def search_gaps(
    root: Path, as_of: datetime | None, locale: "Locale", style: Style, log: Path
) -> None:
    """Tell which queries of LOG find nothing or little.

    LOG holds a query a line, or a JSON object a line with the key `q` or `query`.
    """
    from generator.search.gaps import gaps
    from generator.search.quality import address

    reporter = Reporter(style)
    found = gaps(_known(root, as_of, reporter, locale), _queries_in(log))
    if style == "json":
        nearest = [address(gap.nearest) if gap.nearest else None for gap in found]
        data = [asdict(gap) for gap in found]
        reporter.data([{**each, "nearest": n} for each, n in zip(data, nearest, strict=True)])
        return
    for gap in found:
        click.echo(f"{gap.times:5} × {gap.query}")
        if gap.unknown:
            click.echo(f"        nobody has written: {', '.join(gap.unknown)}")
        if gap.nearest is None:
            click.echo("        nothing is found")
        else:
            where = address(gap.nearest)
            click.echo(f"        {gap.met} % met by {where}; if it is right, add an alias there")
    if not found:
        reporter.say("Every query finds what it says.")


def _known(root: Path, as_of: datetime | None, reporter: Reporter, locale: "Locale") -> "Lookup":
    """A locale's search, or the project's problems and the end of the program."""
    from generator.problems import has_errors
    from generator.resolve import resolve
    from generator.search import lookup, search_index

    resolved, problems = resolve(read_catalogue(root, reporter), build_date(root, as_of))
    if resolved is None or has_errors(problems):
        reporter.problems(problems)
        sys.exit(PROBLEMS)
    return lookup(search_index(resolved, locale))


def _golden(root: Path, reporter: Reporter, locale: "Locale") -> "list[Golden]":
    from generator.schema import load_queries
    from generator.search.quality import Golden

    golden: list[Golden] = []
    for path in sorted((root / QUERIES / locale).glob("*.yml")):
        model, problems = load_queries(path, path.relative_to(root).as_posix())
        if model is None:
            reporter.problems(problems)
            sys.exit(PROBLEMS)
        golden += [Golden(kind=path.stem, q=each.q, wants=each.wants) for each in model.queries]
    if not golden:
        reporter.complain(f"{QUERIES}/{locale} holds no queries.")
        sys.exit(UNUSABLE)
    return golden


def _measured(
    known: "Lookup", golden: "Sequence[Golden]", locale: "Locale", style: Style
) -> dict[str, Any]:
    from generator.search.quality import HALVES, finder, plain_finder, quality

    find, plain = finder(known), plain_finder(known.index)
    told: dict[str, Any] = {}
    for half in HALVES:
        mine = [each for each in golden if each.half == half]
        for kind in ("all", *dict.fromkeys(each.kind for each in mine)):
            some = [each for each in mine if kind in {"all", each.kind}]
            ours, theirs = quality(some, find), quality(some, plain)
            told.setdefault(half, {})[kind] = {"search": asdict(ours), "plain": asdict(theirs)}
            if style == "text":
                click.echo(f"{locale} {half:8}{kind:16}{_line(ours)}  plain: {_line(theirs)}")
    return told


def _line(quality: "Quality") -> str:
    return (
        f"{quality.queries:4}  @1 {quality.first:.3f}  @3 {quality.third:.3f}  "
        f"MRR {quality.mean_rank:.3f}  nothing {quality.nothing:.3f}"
    )


def _hit_as_data(hit: "Hit") -> dict[str, Any]:
    return {
        "kind": hit.document.kind,
        "id": hit.document.id,
        "issue": hit.document.issue,
        "title": hit.document.title,
        "score": hit.score,
        "replies": dict(hit.replies),
        "evidence": [
            {"kind": part.kind, "text": part.text, "weight": part.weight, "impact": impact}
            for part, impact in hit.ranked.evidence
        ],
    }


def _queries_in(log: Path) -> Iterator[str]:
    for line in log.read_text("utf-8", errors="replace").splitlines():
        if not line.startswith("{"):
            yield line
            continue
        try:
            data = json.loads(line)
        except ValueError:
            yield line
            continue
        yield str(data.get("q") or data.get("query") or "")
