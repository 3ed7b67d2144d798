"""Which words searches take for one another, for all locales at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.schema import LOCALES, Catalogue, Locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Synonyms:
    """Words of one meaning, words of little weight, characters written for others."""

    groups: tuple[Mapping[Locale, tuple[str, ...]], ...] = ()
    light: Mapping[Locale, tuple[str, ...]] = field(default_factory=dict)
    asks_meaning: Mapping[Locale, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, str] = field(default_factory=dict)
    emergency: tuple[str, ...] = ()
    """Words of all locales: whoever types them mixes languages."""
    never_kept: tuple[str, ...] = ()
    """Those of an emergency among them."""


def synonyms(catalogue: Catalogue) -> Synonyms:
    """The synonyms of a catalogue; empty where nobody wrote any."""
    entry = next(iter(catalogue.synonyms.values()), None)
    if entry is None:
        return Synonyms()
    model = entry.model
    danger = model.danger
    emergency = (*danger.emergency.zh, *danger.emergency.en) if danger else ()
    further = (*danger.never_kept.zh, *danger.never_kept.en) if danger else ()
    return Synonyms(
        groups=tuple({"zh": group.zh, "en": group.en} for group in model.groups),
        light={locale: getattr(model.light, locale) for locale in LOCALES},
        asks_meaning={locale: getattr(model.asks_meaning, locale) for locale in LOCALES},
        alike=dict(model.alike),
        emergency=emergency,
        never_kept=(*emergency, *further),
    )
