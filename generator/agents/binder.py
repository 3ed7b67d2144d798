"""One locale's agents' site before it is written: the public book, and what stands beside it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.agents.steps import Steps, steps
from generator.prove import Proved
from generator.render import addresses
from generator.render.pages.book import Book, book
from generator.render.pages.words import Words
from generator.resolve import Project
from generator.resolve.agents import AgentEdition, Macro, Playbook
from generator.resolve.entities import RuleText
from generator.resolve.prose import Prose
from generator.schema import Locale

AT_HAND = ("verification", "escalation", "checklist")
"""Kinds of playbooks that an agent works through with a caller on the line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Binder:
    """What the templates read."""

    book: Book
    own: AgentEdition
    words: Words
    """The desk's own."""
    steps: Mapping[str, Steps]
    """For each guide its questions and endings by number."""
    files: Mapping[str, str]
    """What pages load, by path, and the desk."""

    @property
    def locale(self) -> Locale:
        return self.own.locale

    @property
    def desk(self) -> str | None:
        """The address of the desk, if there is one."""
        address = f"{self.locale}/desk/"
        return address if f"{address}index.html" in self.files else None

    def loaded(self, path: str) -> str:
        """The address of a file that changes with it."""
        return addresses.versioned(path, self.files[path].encode())

    def note(self, kind: str, name: str) -> Prose | None:
        return self.own.notes.get((kind, name))

    def guides_to(self, answer: str) -> list[str]:
        """The guides that may give an answer."""
        return [name for name, each in self.steps.items() if answer in each.answers]

    def issues_of(self, answer: str) -> list[str]:
        """The issues whose guides may give an answer."""
        return [page for page in self.book.pages_with.get(answer, ()) if page in self.issues]

    @property
    def issues(self) -> Mapping[str, object]:
        return self.book.edition.issues

    def macros_for(self, *, answer: str = "", issues: Iterable[str] = ()) -> list[Macro]:
        """Macros for an answer come before those for its issues."""
        meant = set(issues)
        several = self.own.macros.values()
        first = [each for each in several if answer in each.answers]
        return first + [each for each in several if each not in first and meant & {*each.issues}]

    def playbooks_for(self, issues: Iterable[str]) -> list[Playbook]:
        """What is worked through for some issues; a playbook without issues is for all."""
        meant = set(issues)
        return [
            each
            for each in self.own.playbooks.values()
            if each.kind in AT_HAND and (not each.issues or meant & {*each.issues})
        ]

    def reasons(self, answer: str) -> list[tuple[str, list[RuleText]]]:
        """For each guide the rules that decide for an answer."""
        found: list[tuple[str, list[RuleText]]] = []
        for guide, logic in self.book.project.guides.items():
            texts = self.book.edition.guides[guide].rules
            rules = [texts[rule.id] for rule in logic.rules if rule.result == answer]
            if rules:
                found.append((guide, rules))
        return found

    def public(self, address: str) -> str:
        """Where the public reads the same: in full where it is known where that site stands."""
        return (self.book.project.site_url or "/") + address


def binder(
    project: Project, guides: Mapping[str, Proved], locale: Locale, files: Mapping[str, str]
) -> Binder:
    """One locale's agents' site."""
    laid_out = book(project, guides, locale)
    return Binder(
        book=laid_out,
        own=project.agents[locale],
        words=Words(project.agents[locale].words),
        steps={name: steps(proved.guide, laid_out.edition) for name, proved in guides.items()},
        files=files,
    )
