"""What a browser searches with: the module, and for each locale the index and its snippets.

The index is made small, not readable: keys in order, and for each the gaps between its documents
and the impacts as characters. `site_templates/search/decode.js` reads it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from generator.prove import Proved
from generator.render.addresses import (
    SEARCH,
    SEARCH_BOX,
    document,
    search_index_file,
    search_snippets_file,
    versioned,
)
from generator.render.contract.encode import SCHEMA_VERSION, Json, content_hash, published
from generator.render.modules import joined
from generator.render.traditional import TRADITIONAL
from generator.resolve import Project
from generator.schema import LOCALES, EditionLocale
from generator.search import Index, search_index
from generator.search.documents import DocumentKind, documents
from generator.search.index import Postings
from generator.search.lookup import is_latin
from generator.search.weights import ASKED, COVERAGE, UNASKED, WEIGHTS

MODULES = Path(__file__).parents[2] / "site_templates" / "search"
DIGITS = "".join(chr(code) for code in range(35, 126) if chr(code) != "\\")
"""Characters that JSON need not escape."""
HALF = len(DIGITS) // 2
"""Digits below end a number; the others say that more follow."""


def versioned_box() -> str:
    """The address of the module of search boxes, which changes with it."""
    return versioned(SEARCH_BOX, joined(MODULES / "box.js").encode())


def search(project: Project, _guides: Mapping[str, Proved]) -> dict[str, str]:
    """Everything under `site/search/`."""
    names = ("search.js", "box.js")
    files = {f"site/{SEARCH}{name}": joined(MODULES / name) for name in names}
    known = {locale: search_index(project, locale) for locale in LOCALES}
    for locale in project.editions:
        index = known[locale] if locale != TRADITIONAL else _traditional(project, known["zh"])
        core = index_json(index)
        files[f"site/{search_index_file(locale)}"] = published(core)
        files[f"site/{search_snippets_file(locale)}"] = published(
            snippets_json(index, core["version"])
        )
    return files


def _traditional(project: Project, index: Index) -> Index:
    """The Chinese index: traditional writing is folded anyway, only what is shown differs."""
    shown = tuple(
        replace(plain, title=each.title, snippet=each.snippet)
        for plain, each in zip(index.documents, documents(project, TRADITIONAL), strict=True)
    )
    return replace(index, locale=TRADITIONAL, documents=shown)


def index_json(index: Index) -> dict[str, Json]:
    """The core index of a locale."""
    body = {**_documents(index), **_keys(index), **_understanding(index)}
    return {
        "$schema": "../schemas/search-index.schema.json",
        "schema_version": SCHEMA_VERSION,
        "locale": index.locale,
        "version": content_hash(body),
        **body,
    }


def snippets_json(index: Index, version: Json) -> dict[str, Json]:
    """The sentences that stand below a locale's hits."""
    return {
        "$schema": "../schemas/search-snippets.schema.json",
        "schema_version": SCHEMA_VERSION,
        "locale": index.locale,
        "version": version,
        "snippets": [each.snippet for each in index.documents],
    }


def _documents(index: Index) -> dict[str, Json]:
    issues = [each.id for each in index.documents if each.kind == "issue"]
    return {
        "kinds": list(_kinds(index)),
        "ids": " ".join(each.id for each in index.documents),
        "titles": "\n".join(each.title for each in index.documents),
        "issues": "".join(
            _number(issues.index(each.issue) + 1 if each.issue else 0) for each in index.documents
        ),
        "replies": {
            str(number): dict(each.replies)
            for number, each in enumerate(index.documents)
            if each.replies
        },
        "sayings": {
            issue: [[each.question, each.option, *each.words] for each in several]
            for issue, several in index.sayings.items()
        },
    }


def _kinds(index: Index) -> Iterator[Json]:
    for kind, several in groupby(each.kind for each in index.documents):
        yield {"kind": kind, "count": len(list(several)), "url": _url(index.locale, kind)}


def _url(locale: EditionLocale, kind: DocumentKind) -> str:
    """The address of any document of a kind, with a star for its id, relative to the index."""
    return f"../{document(locale, kind, '*')}"


def _keys(index: Index) -> dict[str, Json]:
    han = [key for key in index.keys if not is_latin(key)]
    stems = [key for key in index.keys if is_latin(key) and key[0] != "="]
    meanings = [f"={number}" for number in range(len(index.groups))]
    postings = [index.keys.get(key, ()) for key in (*han, *stems, *meanings)]
    return {
        **_han(han),
        "stems": "\n".join(_front_coded(stems)),
        "counts": "".join(_number(len(each)) for each in postings),
        "gaps": _gaps([number for number, _ in each] for each in postings),
        "impacts": _impacts(postings),
    }


def _han(keys: Sequence[str]) -> dict[str, Json]:
    """All characters in order, and for each which others follow it; the first place means none."""
    characters = sorted({char for key in keys for char in key})
    place = {char: at for at, char in enumerate(characters, 1)}
    follow: dict[str, list[int]] = {char: [] for char in characters}
    for key in keys:
        follow[key[0]].append(place[key[1]] if len(key) > 1 else 0)
    return {
        "characters": "".join(characters),
        "followers": "".join(_number(len(each)) for each in follow.values()),
        "follow": _gaps(follow.values()),
    }


def _gaps(lists: Iterable[Sequence[int]]) -> str:
    """Rising numbers, each as what lies between it and the one before."""
    return "".join(
        _number(number - before - 1)
        for each in lists
        for before, number in zip((-1, *each), each, strict=False)
    )


def _impacts(postings: Sequence[Postings]) -> str:
    """Document by document, and there the rare keys first: like stands by like."""
    placed = (
        (number, len(each), at, impact)
        for at, each in enumerate(postings)
        for number, impact in each
    )
    return "".join(DIGITS[impact] for *_, impact in sorted(placed))


def _front_coded(stems: Sequence[str]) -> Iterator[str]:
    """How many characters are as in the stem before, as one digit, and the rest."""
    before = ""
    for stem in stems:
        same = 0
        while same < min(len(before), len(stem), 35) and before[same] == stem[same]:
            same += 1
        yield DIGITS[same] + stem[same:]
        before = stem


def _number(value: int) -> str:
    digits = ""
    while value >= HALF:
        digits += DIGITS[HALF + value % HALF]
        value //= HALF
    return digits + DIGITS[value]


def _understanding(index: Index) -> dict[str, Json]:
    return {
        "groups": "\n".join("|".join(group) for group in index.groups),
        "light": "|".join(index.light),
        "asks": "|".join(index.asks_meaning),
        "folds": "".join(f"{char}{plain}" for char, plain in index.folds.items()),
        "sounds": index.runs,
        "readings": index.readings,
        "weights": {
            **{str(kind): weight for kind, weight in WEIGHTS.items()},
            "coverage": COVERAGE,
            "asked": ASKED,
            "unasked": UNASKED,
        },
    }
