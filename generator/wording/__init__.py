"""What is wrong with wording: languages that differ, figures, secrets, promises, long sentences.

In: `Catalogue` and a date. Out: problems, each at the text that it is about. It judges what authors
have written and looks nothing up. To add a check, write a function and name it in `CHECKS`.
"""

from collections.abc import Callable, Iterator
from datetime import date

from generator.problems import Problem
from generator.schema import Catalogue
from generator.wording.aliases import claimed_twice, told_apart_by_synonyms_only
from generator.wording.answers import incomplete
from generator.wording.contacts import unlisted
from generator.wording.figures import bare_figures
from generator.wording.keepers import unkept
from generator.wording.languages import different, unlike
from generator.wording.passages import Wording, passages
from generator.wording.promises import promises_recovery
from generator.wording.secrets import asks_for_secrets
from generator.wording.sentences import long_sentences
from generator.wording.translations import stale, untranslated

Check = Callable[[Wording], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    different,
    unlike,
    bare_figures,
    asks_for_secrets,
    promises_recovery,
    unlisted,
    long_sentences,
    incomplete,
    claimed_twice,
    told_apart_by_synonyms_only,
    unkept,
    untranslated,
    stale,
)


def wording(catalogue: Catalogue, as_of: date) -> list[Problem]:
    """All that is wrong with a catalogue's wording as it stands on a date."""
    said = Wording(catalogue=catalogue, as_of=as_of, passages=tuple(passages(catalogue)))
    return [problem for check in CHECKS for problem in check(said)]
