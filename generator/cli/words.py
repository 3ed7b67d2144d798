"""The words of the interface that pages and the terminal need, and that nobody wrote."""

from dataclasses import replace

from generator.cli.ask import NEEDED as IN_THE_TERMINAL
from generator.pipeline import Compiled
from generator.problems import Place, Problem
from generator.render.pages.words import NEEDED as ON_PAGES
from generator.render.player import NEEDED as IN_THE_PLAYER

FILE = "content/words.yml"


def whole(compiled: Compiled) -> Compiled:
    """The same, with a problem for each word that `content/words.yml` lacks."""
    return replace(compiled, problems=(*compiled.problems, *_missing(compiled)))


def _missing(compiled: Compiled) -> list[Problem]:
    if compiled.project is None:
        return []
    written = next(iter(compiled.project.editions.values())).words
    return [
        Problem(
            code="R301",
            place=Place(FILE),
            what=f'The word "{key}" is missing.',
            mend=f"Add `{key}: {{zh: …, en: …}}` under `words`.",
        )
        for key in sorted({*ON_PAGES, *IN_THE_TERMINAL, *IN_THE_PLAYER} - written.keys())
    ]
