"""Plain data for the contract: texts as blocks of runs, and the one way to write JSON."""

import base64
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from generator.render.addresses import page, relative
from generator.resolve.entities import Edition
from generator.resolve.prose import ListBlock, Prose, Run

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

SCHEMA_VERSION = "1.4"


def published(data: Json) -> str:
    """JSON as it is published: compact, UTF-8 as it is, keys in the order of the contract."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def content_hash(data: Json) -> str:
    """A version that changes with the content and with nothing else."""
    return hashlib.sha256(published(data).encode()).hexdigest()[:16]


def file_facts(content: bytes) -> dict[str, Json]:
    """Size and hashes of a file: SHA-256, and SHA-384 as Subresource Integrity (W3C) writes it."""
    digest = base64.b64encode(hashlib.sha384(content).digest()).decode()
    return {
        "bytes": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "integrity": f"sha384-{digest}",
    }


class Encoder:
    """Encodes texts for one file: links are relative to where it stands."""

    def __init__(self, edition: Edition, base: str) -> None:
        self.edition = edition
        self.base = base

    def text(self, prose: Prose) -> Json:
        """`{blocks, plain}`; a block is `{runs}` or `{list, items}`."""
        blocks: list[Json] = []
        for block in prose.blocks:
            if isinstance(block, ListBlock):
                items: list[Json] = [self.runs(item) for item in block.items]
                blocks.append({"list": "ordered" if block.ordered else "plain", "items": items})
            else:
                blocks.append({"runs": self.runs(block.runs)})
        return {"blocks": blocks, "plain": prose.plain}

    def runs(self, runs: Iterable[Run]) -> list[Json]:
        return [self.run(run) for run in runs]

    def run(self, run: Run) -> Json:
        href = run.href
        if run.target is not None:
            href = relative(page(self.edition.locale, run.target), self.base)
        return without_none({"t": run.text, "em": True if run.em else None, "href": href})

    def texts(self, items: Iterable[Prose]) -> list[Json]:
        return [self.text(item) for item in items]

    def sources(self, names: Iterable[str]) -> list[Json]:
        """What rules and answers rest on, written out."""
        found = [self.edition.sources[name] for name in names]
        return [
            without_none(
                {
                    "id": source.id,
                    "title": self.text(source.title),
                    "url": source.url,
                    "checked_on": source.checked_on.isoformat(),
                }
            )
            for source in found
        ]


def without_none(data: Mapping[str, Json]) -> dict[str, Json]:
    """The same map without keys that have nothing to say."""
    return {key: value for key, value in data.items() if value is not None}
