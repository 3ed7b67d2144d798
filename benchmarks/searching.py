"""How fast and how large the search is: its index, and queries in Chromium at a sixth of the speed.

Pages beyond the shipped ones are drawn from the words of those, with a seed.
"""

import gzip
import random
import statistics
import sys
import tempfile
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.compiling import Row, seconds
from benchmarks.content import ROOT, as_of
from generator.render.contract.encode import published
from generator.render.modules import joined
from generator.render.search import MODULES, index_json
from generator.resolve import Project, resolve
from generator.schema import LOCALES, Locale, load
from generator.search import index_of
from generator.search.documents import KINDS, Document, documents
from generator.source import read_source
from tests.browser.running import browser_path, chromium, serving
from tests.search.golden_queries import golden_queries

PAGES = 5_000
SEED = 6
SLOWDOWN = 6
QUERIES = 120
TIMES = 3
"""Each query is asked so often; the first time warms up."""
KINDS_DRAWN = ("answer", "article", "term")
MEBIBYTE = 1 << 20
ASK = """async ([name, queries, times]) => {
  const { search } = await import("/search.js");
  const index = await (await fetch(`/${name}.json`)).json();
  const start = performance.now();
  search(index, queries[0]);
  const first = performance.now() - start;
  const taken = queries.map((query) => {
    search(index, query);
    const start = performance.now();
    for (let time = 1; time < times; time += 1) search(index, query);
    return (performance.now() - start) / (times - 1);
  });
  return [first, taken];
}"""


def rows() -> Iterator[Row]:
    """The shipped pages and many, in each language."""
    project = _project()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "search.js").write_text(joined(MODULES / "search.js"), "utf-8")
        for locale in LOCALES:
            yield from _built(project, locale, folder)
        yield from _asked(folder)


def many_documents(project: Project, locale: Locale) -> tuple[Document, ...]:
    """The shipped documents and drawn ones, to `PAGES` in all; each time the same."""
    draw = random.Random(SEED)
    shipped = documents(project, locale)
    models = [each for each in shipped if each.kind in KINDS_DRAWN]
    drawn = [_drawn(draw, models, number) for number in range(PAGES - len(shipped))]
    return tuple(sorted([*shipped, *drawn], key=lambda each: (KINDS.index(each.kind), each.id)))


def _drawn(draw: random.Random, models: list[Document], number: int) -> Document:
    """One page with the title of another and with aliases of several."""
    model, other = draw.choice(models), draw.choice(models)
    said = [text for each in draw.sample(models, 4) for text in each.fields.get("alias", ())]
    aliases = tuple(draw.sample(said, min(len(said), 8)))
    return replace(model, id=f"{model.id}-x{number}", title=other.title, fields={"alias": aliases})


def _project() -> Project:
    catalogue, _ = load(read_source(ROOT)[0])
    assert catalogue is not None
    project, problems = resolve(catalogue, as_of())
    assert project is not None, problems
    return project


def _built(project: Project, locale: Locale, folder: Path) -> Iterator[Row]:
    module = len(gzip.compress((folder / "search.js").read_bytes(), 9))
    for what, found in (
        ("shipped pages", documents(project, locale)),
        (f"{PAGES:,} pages", many_documents(project, locale)),
    ):
        made: list[bytes] = []

        def build(found: tuple[Document, ...] = found, made: list[bytes] = made) -> None:
            made.append(published(index_json(index_of(found, project, locale))).encode())

        taken = seconds(build)
        tracemalloc.start()
        build()
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        (folder / f"{locale}-{len(found)}.json").write_bytes(made[0])
        same = "the same bytes twice" if made[0] == made[1] else "OTHER BYTES the second time"
        index = f"search index, {locale}, {what}"
        yield index, f"{taken:.2f} s, {same}"
        yield f"{index}, most memory of Python objects", f"{peak / MEBIBYTE:.0f} MB"
        size = (len(gzip.compress(made[0], 9)) + module) / 1024
        yield f"{index}, bytes of a first search (gzip)", f"{size:.1f} kB"


def _asked(folder: Path) -> Iterator[Row]:
    path = browser_path()
    if path is None:
        print("no Chromium: queries are not measured", file=sys.stderr)
        return
    with serving(folder) as address, chromium(path) as browser:
        for file in sorted(folder.glob("*.json")):
            locale: Locale = "zh" if file.name.startswith("zh") else "en"
            queries = [each.q for each in golden_queries(locale)][:: _step(locale)]
            page = browser.new_page()
            page.goto(f"{address}/search.js")
            session = page.context.new_cdp_session(page)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
            first, taken = page.evaluate(ASK, [file.stem, queries, TIMES])
            page.close()
            yield from _shown(locale, file.stem.split("-")[1], first, taken)


def _step(locale: Locale) -> int:
    return max(1, len(golden_queries(locale)) // QUERIES)


def _shown(locale: Locale, pages: str, first: float, taken: list[float]) -> Iterator[Row]:
    what = f"Chromium slowed {SLOWDOWN}×, {locale}, {int(pages):,} pages"
    worst, median = max(taken), statistics.median(taken)
    yield f"{what}, a warm query", f"median {median:.1f} ms, worst {worst:.1f} ms"
    yield f"{what}, the first query with all that is derived", f"{first:.0f} ms"
