"""The words of the interface that pages and the terminal need, and that nobody wrote."""

from collections.abc import Iterable
from dataclasses import replace

from generator.agents import NEEDED as FOR_AGENTS
from generator.cli.ask import NEEDED as IN_THE_TERMINAL
from generator.desk import NEEDED as AT_THE_DESK
from generator.pipeline import Compiled
from generator.problems import Place, Problem
from generator.render.contract.words import NEEDED as IN_THE_PLAYER
from generator.render.pages.words import NEEDED as ON_PAGES

FILE = "content/words.yml"
DESK_FILE = "content/desk-words.yml"


def whole(compiled: Compiled) -> Compiled:
    """The same, with a problem for each word that the project lacks.

    A project without words for agents has no pages for them, and lacks none of these.
    """
    return _whole(compiled, for_agents=False)


def whole_for_agents(compiled: Compiled) -> Compiled:
    """The same for a project that must have all words of the agents' site."""
    return _whole(compiled, for_agents=True)


def _whole(compiled: Compiled, *, for_agents: bool) -> Compiled:
    project = compiled.project
    if project is None:
        return compiled
    public = next(iter(project.editions.values())).words
    own = next(iter(project.agents.values())).words
    missing = _missing(FILE, {*ON_PAGES, *IN_THE_TERMINAL, *IN_THE_PLAYER} - public.keys())
    if own or for_agents:
        missing += _missing(DESK_FILE, {*AT_THE_DESK, *FOR_AGENTS} - own.keys())
    return replace(compiled, problems=(*compiled.problems, *missing))


def _missing(file: str, keys: Iterable[str]) -> list[Problem]:
    return [
        Problem(
            code="R301",
            place=Place(file),
            what=f'The word "{key}" is missing.',
            mend=f"Add `{key}: {{zh: …, en: …}}` under `words`.",
        )
        for key in sorted(keys)
    ]
