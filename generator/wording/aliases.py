"""Words that people search with lead to one issue each."""

import unicodedata
from collections.abc import Iterator

from generator.problems import Place, Problem, Related
from generator.schema import LOCALES
from generator.wording.passages import Wording


def normal(alias: str) -> str:
    """An alias without differences of case, width and spaces."""
    return "".join(unicodedata.normalize("NFKC", alias).casefold().split())


def claimed_twice(wording: Wording) -> Iterator[Problem]:
    """W509: an alias that two issues have."""
    first: dict[str, tuple[str, Place]] = {}
    for entry in wording.catalogue.issues.values():
        for locale in LOCALES:
            for index, alias in enumerate(getattr(entry.model.aliases, locale)):
                place = entry.place("aliases", locale, index)
                owner, at = first.setdefault(normal(alias), (entry.id, place))
                if owner != entry.id:
                    yield Problem(
                        code="W509",
                        place=place,
                        what=f'The alias “{alias}” belongs to the issue "{owner}" already.',
                        mend="Leave it to the issue that people mean by it.",
                        related=(Related(at, f'in the issue "{owner}"'),),
                    )
