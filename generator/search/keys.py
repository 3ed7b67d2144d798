"""Units → keys of the index, with how often each occurs."""

from collections import Counter
from collections.abc import Iterator

from generator.search.phrases import Phrases
from generator.search.units import Unit


def keys_of(units: list[Unit], groups: Phrases, light: Phrases, *, pairs: bool) -> Counter[str]:
    """Keys of a text: pairs of Han characters, stems, meanings, and pairs of stems if asked for."""
    lightly = {at for found in light.find(units) for at in range(found.start, found.end)}
    counts = Counter(_plain_keys(units, lightly))
    counts.update(f"={n}" for found in groups.find(units) for n in found.meanings)
    if pairs:
        counts.update(stem_pair for stem_pair in stem_pairs(units, lightly))
    return counts


def _plain_keys(units: list[Unit], lightly: set[int]) -> Iterator[str]:
    for at, unit in enumerate(units):
        if unit.word:
            if at not in lightly:
                yield unit.text
            continue
        before = at > 0 and unit.glued and units[at - 1].han
        after = at + 1 < len(units) and units[at + 1].glued and units[at + 1].han
        if after:
            yield unit.text + units[at + 1].text
        elif not before:
            yield unit.text


def stem_pairs(units: list[Unit], lightly: set[int]) -> Iterator[str]:
    """Neighbouring stems, with words of little weight passed over."""
    last = ""
    for at, unit in enumerate(units):
        if unit.han or not unit.glued:
            last = ""
        if unit.word and at not in lightly:
            if last:
                yield f"{last} {unit.text}"
            last = unit.text
