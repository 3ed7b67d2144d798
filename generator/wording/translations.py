"""Whether English texts say what the Chinese ones, from which they were made, say now.

A ledger holds for each entry digests of the Chinese texts that the English ones were compared with.
A digest belongs to a text and not to a position: a step that is inserted leaves the others alone.
"""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping

from generator.problems import Place, Problem, Related
from generator.schema import Catalogue, Entry
from generator.schema.text import Authored, Words
from generator.schema.walk import walk_worded
from generator.source import Path
from generator.wording.passages import Wording

LEDGER = "content/translations.yml"
_HEAD = """\
# yaml-language-server: $schema=../generator/schema/editor/translations.schema.json
# Which Chinese texts the English ones were compared with. Written by `helpcenter translated`.
translations:
"""
_FEW = 4
"""Up to so many entries are named one by one."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_GLOSS = re.compile(r"[(（“「‘\"'《][^()（）“”「」‘’\"《》]*[)）”」’\"'》]")
"""What English texts quote, such as the label of a Chinese button."""
_WORD = re.compile(r"[A-Za-z]{2,}")


def digest(zh: str) -> str:
    """Eight characters for a text, whatever its width and white space."""
    plain = "".join(unicodedata.normalize("NFKC", zh).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def translated_entries(catalogue: Catalogue) -> dict[str, Entry[Authored]]:
    """Every entry that holds texts in both languages, by address such as `issues/fee-dispute`."""
    return {
        kind.address(entry.id): entry
        for kind, entry in catalogue.entries()
        if any(True for _ in _sources(entry))
    }


def record(catalogue: Catalogue, addresses: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The ledger once these entries are recorded anew, and those are gone that no longer exist."""
    entries = translated_entries(catalogue)
    kept = {name: line.model.zh for name, line in catalogue.translations.items()}
    return {
        name: _digests(entry) if name in addresses else kept[name]
        for name, entry in sorted(entries.items())
        if name in addresses or name in kept
    }


def ledger_text(recorded: Mapping[str, Collection[str]]) -> str:
    """The ledger as a file: one line an entry, by address, so that branches merge."""
    lines = (f"  {name}: {{zh: [{', '.join(zh)}]}}\n" for name, zh in sorted(recorded.items()))
    return _HEAD + "".join(lines)


def stale(wording: Wording) -> Iterator[Problem]:
    """W512: a Chinese text that was written or changed after the English one was compared.

    Without a ledger nothing is known, and nothing is said.
    """
    recorded = wording.catalogue.translations
    if not recorded:
        return
    unknown: dict[str, list[str]] = {}
    for name, entry in translated_entries(wording.catalogue).items():
        if name not in recorded:
            unknown.setdefault(entry.document.file, []).append(name)
            continue
        known = set(recorded[name].model.zh)
        for path, zh in _sources(entry):
            if digest(zh) not in known:
                yield Problem(
                    code="W512",
                    place=entry.place(*path, "zh"),
                    what="This Chinese text is newer than the English one beside it.",
                    mend=f"Compare both, then run `helpcenter translated {name}`.",
                    related=(Related(entry.place(*path, "en"), "the English text"),),
                )
    for file, names in unknown.items():
        listed = " ".join(names) if len(names) <= _FEW else f"{names[0].partition('/')[0]}/ID …"
        yield Problem(
            code="W512",
            place=Place(file),
            what="Nobody has noted yet that the English texts here were compared.",
            mend=f"Compare them, then run `helpcenter translated {listed}`.",
        )


def untranslated(wording: Wording) -> Iterator[Problem]:
    """W513: an English text that is the Chinese one, or still holds its words; or the reverse."""
    for passage in wording.passages:
        if passage.quoted:
            continue
        zh, en = (" ".join(said.lines) for said in passage.said)
        if zh == en and len(_WORD.findall(en)) > 2:
            yield Problem(
                code="W513",
                place=passage.said[0].place,
                what="The Chinese text is the English one.",
                mend="Write it in Chinese.",
            )
        elif left := [han for han in _HAN.findall(_GLOSS.sub("", en)) if han in zh]:
            yield Problem(
                code="W513",
                place=passage.said[1].place,
                what=f"Chinese is left in the English text: “{left[0][:16]}”.",
                mend="Translate it; a Chinese label that readers look for stands in quotes.",
            )


def _sources(entry: Entry[Authored]) -> Iterator[tuple[Path, str]]:
    """Every Chinese text of which the English beside it is a translation."""
    for path, worded in walk_worded(entry.model):
        if not isinstance(worded, Words):
            yield path, worded.zh


def _digests(entry: Entry[Authored]) -> tuple[str, ...]:
    return tuple(sorted({digest(zh) for _, zh in _sources(entry)}))
