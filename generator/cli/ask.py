"""A guide walked in the terminal: numbers or values as replies, back, why."""

import codecs
import sys
from collections.abc import Mapping
from datetime import date
from io import TextIOWrapper

import click

from generator.cli.why import NEEDED as IN_REASONS
from generator.cli.why import reasons, tell
from generator.guide import Guide, Leaf, Question, restrict
from generator.guide import regions as paths_of
from generator.pipeline import Compiled
from generator.prove import Proved
from generator.resolve import Project
from generator.resolve.entities import Edition
from generator.resolve.logic import UNSURE, Variable
from generator.resolve.raw_replies import NotAReply, computed_option, not_taken, option_for
from generator.schema import Locale

FIGURES = frozenset({"number", "duration"})
"""Kinds of question whose replies are typed as figures."""
NEEDED = (
    "ask-prompt", "ask-number", "ask-compute", "ask-date", "ask-remaining", "ask-remaining-exactly",
    "ask-possible", "ask-dropped", "ask-at-start", "ask-after", "ask-after-continue",
    "guide-score", "answer-today", "answer-avoid", "answer-evidence", "answer-say",
    "answer-deadline", "answer-fallback", *IN_REASONS,
)  # fmt: skip
"""Keys of `content/words.yml` that are read here."""


def ask_in_terminal(compiled: Compiled, guide: str, locale: Locale, today: date) -> None:
    """Ask until there is an answer, or until the reader leaves."""
    _speak_any_language()
    conversation = _Conversation(compiled, locale, today)
    conversation.open(guide)
    try:
        while conversation.turn():
            pass
    except (EOFError, click.Abort):
        click.echo()


def _speak_any_language() -> None:
    """Prompts go through Python's own streams, which a locale such as C would hold to ASCII."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper) and codecs.lookup(stream.encoding).name == "ascii":
            stream.reconfigure(encoding="utf-8", errors="replace")


class _Conversation:
    """Where a reader stands: replies so far, over all guides that answers led through."""

    def __init__(self, compiled: Compiled, locale: Locale, today: date) -> None:
        assert compiled.project is not None
        self.project: Project = compiled.project
        self.guides = compiled.guides
        self.today = today
        self.edition: Edition = self.project.editions[locale]
        self.words = self.edition.words
        self.replies: dict[str, str] = {}
        self.opened: list[tuple[str, int, int]] = []
        """Guides so far, each with the number of replies that were given before it, and that were
        known when it began."""

    def open(self, guide: str, presumed: Mapping[str, str] | None = None) -> None:
        given = len(self.replies)
        self.replies = {**self.replies, **(presumed or {}), **self.replies}
        self.opened.append((guide, given, len(self.replies)))
        click.secho(f"\n{self.edition.guides[guide].title.plain}", bold=True)
        variables = self.guides[guide].logic.variables
        dropped = not_taken(variables, self.replies, self.project.calendars, self.today)
        if dropped:
            told = ", ".join(f"{question}={self.replies[question]}" for question in dropped)
            click.echo(self.word("ask-dropped", told))

    def word(self, key: str, *values: object) -> str:
        text = self.words[key]
        for value in values:
            text = text.replace("[value]", str(value), 1)
        return text

    @property
    def proved(self) -> Proved:
        return self.guides[self.opened[-1][0]]

    @property
    def left(self) -> Guide:
        """What is left of the present guide."""
        return restrict(self.proved.guide, self.replies)

    def turn(self) -> bool:
        """Show where the reader stands and take one input; False ends the conversation."""
        left = self.left
        node = left.nodes[left.start]
        if isinstance(node, Leaf):
            self.show_answer(node)
            return self.after_answer(node)
        self.show_question(node)
        return self.take_reply(left, node)

    def show_question(self, node: Question) -> None:
        words = self.edition.guides[self.proved.guide.id].questions[node.question]
        click.secho(f"\n{words.text.plain}", bold=True)
        if words.help:
            click.echo(words.help.plain)
        # Where figures are typed, a bare number is one.
        mark = "#{}" if words.kind in FIGURES else "{}."
        for number, option in enumerate(node.children, 1):
            text = words.options[option]
            note = f" ({text.help.plain})" if text.help else ""
            click.echo(f"  {mark.format(number)} {text.label.plain}{note}")
        if self.variable(node).calculator:
            click.echo(self.word("ask-compute"))
        if words.kind in FIGURES:
            click.echo(self.word("ask-number"))
        elif words.kind == "date":
            click.echo(self.word("ask-date", self.today))
        remaining = (
            self.word("ask-remaining-exactly", node.most)
            if node.least == node.most
            else self.word("ask-remaining", node.least, node.most)
        )
        click.secho(remaining, dim=True)

    def take_reply(self, left: Guide, node: Question) -> bool:
        entered = click.prompt(self.word("ask-prompt"), prompt_suffix=" > ").strip()
        match entered.lower():
            case "q":
                return False
            case "b":
                self.back()
            case "w":
                answers = dict.fromkeys(leaf.answer for _, leaf in paths_of(left))
                click.echo(self.word("ask-possible", len(answers)))
                for answer in answers:
                    click.echo(f"  - {self.edition.answers[answer].title.plain}")
            case _:
                self.reply(node, entered)
        return True

    def reply(self, node: Question, entered: str) -> None:
        options = list(node.children)
        variable = self.variable(node)
        chosen = entered.removeprefix("#")
        numbered = entered != chosen or variable.kind not in FIGURES
        if numbered and chosen.isdecimal() and 1 <= int(chosen) <= len(options):
            entered = options[int(chosen) - 1]
        elif entered == "?" and UNSURE in options:
            entered = UNSURE
        try:
            option = self.option(variable, entered)
        except NotAReply as error:
            click.secho(str(error), fg="yellow")
            return
        if option != entered:
            label = self.edition.guides[self.proved.guide.id].questions[node.question]
            click.echo(f"  → {label.options[option].label.plain}")
        self.replies[node.question] = option

    def variable(self, node: Question) -> Variable:
        return next(v for v in self.proved.logic.variables if v.question == node.question)

    def option(self, variable: Variable, entered: str) -> str:
        """The option that is meant; `=` asks for what a calculator needs. Raises `NotAReply`."""
        calculator = self.project.calculators.get(variable.calculator or "")
        if entered != "=" or calculator is None:
            return option_for(variable, entered, self.project.calendars, self.today)
        amounts = {
            question: click.prompt(self.edition.questions[question].plain, prompt_suffix=" > ")
            for question in calculator.inputs
        }
        option = computed_option(variable, self.project.calculators, amounts)
        if option is None:
            raise NotAReply(f'"{entered}" is not a reply')
        return option

    def back(self) -> None:
        if not self.replies:
            click.echo(self.word("ask-at-start"))
            return
        self.replies.popitem()
        while len(self.opened) > 1 and self.opened[-1][2] > len(self.replies):
            _, given, _ = self.opened.pop()
            for question in list(self.replies)[given - 1 :]:
                del self.replies[question]

    def show_answer(self, leaf: Leaf) -> None:
        answer = self.edition.answers[leaf.answer]
        click.secho(f"\n{answer.title.plain}", bold=True, fg="green")
        click.echo(answer.summary.plain)
        score, span = self.proved.score_of(leaf), self.proved.score_range
        if score is not None and span is not None:
            shown = self.words["guide-score"].replace("[most]", str(span[1]))
            click.echo(shown.replace("[value]", str(score)))
        for name in sorted(leaf.advice, key=lambda n: self.edition.advice[n].order):
            click.secho(f"! {self.edition.advice[name].text.plain}", fg="yellow")
        self.show_list("answer-today", [step.text.plain for step in answer.today], numbered=True)
        self.show_list("answer-avoid", [text.plain for text in answer.avoid])
        self.show_list("answer-evidence", [text.plain for text in answer.evidence])
        if answer.say:
            self.show_list("answer-say", [answer.say.plain])
        if answer.deadline:
            self.show_list("answer-deadline", [answer.deadline.text.plain])
        channel = self.edition.channels[answer.channel]
        name = f"{channel.name.plain} {channel.phone or ''}".strip()
        self.show_list("answer-fallback", [name, answer.fallback.plain])

    def show_list(self, key: str, lines: list[str], *, numbered: bool = False) -> None:
        if not lines:
            return
        click.secho(f"\n{self.words[key]}", bold=True)
        for number, line in enumerate(lines, 1):
            mark = f"{number}." if numbered else "-"
            click.echo(f"  {mark} {line}")

    def after_answer(self, leaf: Leaf) -> bool:
        answer = self.edition.answers[leaf.answer]
        continues = answer.continues
        keys = self.word("ask-after-continue" if continues else "ask-after")
        while True:
            entered = click.prompt(f"\n{keys}", prompt_suffix=" > ").strip().lower()
            if entered == "w":
                self.show_why()
            elif entered == "b":
                self.back()
                return True
            elif entered == "c" and continues:
                self.open(continues, answer.presumed)
                return True
            elif entered == "q":
                return False

    def show_why(self) -> None:
        found = reasons(self.proved, self.replies)
        assert found is not None
        tell(found, self.edition, self.proved.guide.id)
        given = ", ".join(f"{question}={option}" for question, option in self.replies.items())
        click.echo(f"\n  {given}")
