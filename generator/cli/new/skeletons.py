"""Arguments → the text of a file or rule with placeholders in both languages. Pure text."""

from collections.abc import Mapping, Sequence
from datetime import date

from generator.schema import LOCALES, Locale
from generator.schema.entities import QuestionKind

PLACEHOLDERS: Mapping[Locale, str] = {"zh": "待写", "en": "To be written"}
"""What stands where an author has something to write."""
_SURE = ("inside", "past")
"""Bands of a date question, up to its limit and behind it."""


def schema_line(kind: str, file: str) -> str:
    """The comment by which editors know what a file may hold."""
    up = "../" * file.count("/")
    return f"# yaml-language-server: $schema={up}generator/schema/editor/{kind}.schema.json\n"


def words(indent: int, what: Mapping[Locale, str] | None = None) -> str:
    """A text in each locale, on lines of its own."""
    text = {locale: f"{PLACEHOLDERS[locale]}{_tail(locale, what)}" for locale in LOCALES}
    return "".join(f'{" " * indent}{locale}: "{text[locale]}"\n' for locale in LOCALES)


def _tail(locale: Locale, what: Mapping[Locale, str] | None) -> str:
    return {"zh": "：", "en": ": "}[locale] + what[locale] if what else ""


def kept(owner: str | None, review_by: date) -> str:
    """Who keeps an entry, where a team is known, and by which day it is read again."""
    return (f"owner: {owner}\n" if owner else "") + f"review_by: {review_by}\n"


def issue(name: str, *, keeper: str, topic: str, guide: str) -> str:
    """An issue that opens a guide."""
    symptom = words(4, {"zh": "用户自己的话", "en": "in the words of those who suffer it"})
    return (
        f"id: {name}\n{keeper}"
        f"title:\n{words(2)}"
        f"topic: {topic}\n"
        f"summary:\n{words(2)}"
        f"quick_answer:\n{words(2, {'zh': '先做什么', 'en': 'what to do first'})}"
        f"symptoms:\n  - {symptom.lstrip()}"
        "aliases:\n"
        + "".join(f'  {locale}:\n    - "{PLACEHOLDERS[locale]}"\n' for locale in LOCALES)
        + f"guide:\n  id: {guide}\n"
    )


def answer(name: str, *, keeper: str, channel: str, guide: str | None, source: str) -> str:
    """An answer with all that each must have; with a guide, one that continues there."""
    step = words(4, {"zh": "先止损", "en": "stop the loss first"})
    return (
        f"id: {name}\n{keeper}"
        f"title:\n{words(2)}"
        f"summary:\n{words(2)}"
        f"today:\n  - does: stop-loss\n{step}"
        f"avoid:\n  - {words(4).lstrip()}"
        f"fallback:\n  channel: {channel}\n  text:\n{words(4)}"
        f"deadline:\n  text:\n{words(4, {'zh': '什么时候之前', 'en': 'by when'})}"
        f"sources: [{source}]\n" + (f"continue:\n  guide: {guide}\n" if guide else "")
    )


def choice(name: str, options: Sequence[str]) -> str:
    """A question with options to choose from."""
    return _question(name) + _options(options)


def number(name: str, kind: QuestionKind, unit: str) -> str:
    """A question for an amount or a duration; rules cut it into bands."""
    return f"id: {name}\nkind: {kind}\nunit: {unit}\n{_asked()}{_options(['unsure'])}"


def day(name: str, *, counts: str, calendar: str | None, until: str) -> str:
    """A question for a date, with a band up to a limit and one behind it."""
    head = f"id: {name}\nkind: date\ncounts: {counts}\n"
    head += f"calendar: {calendar}\n" if calendar else ""
    limit = f"    until:\n      parameter: {until}\n"
    inside, past = (_option(option) for option in _SURE)
    return f"{head}{_asked()}options:\n{inside}{limit}{past}{_option('unsure')}"


def _question(name: str) -> str:
    return f"id: {name}\n{_asked()}"


def _asked() -> str:
    return f"text:\n{words(2)}"


def _options(options: Sequence[str]) -> str:
    return "options:\n" + "".join(_option(option) for option in options)


def _option(option: str) -> str:
    what: dict[Locale, str] = dict.fromkeys(LOCALES, option)
    return f"  - id: {option}\n    label:\n{words(6, what)}"


def guide(name: str, *, question: str, option: str, answers: tuple[str, str], source: str) -> str:
    """Rules that tell one option of a question from all others."""
    first, otherwise = answers
    return (
        f"id: {name}\n"
        f"title:\n{words(2)}"
        f"questions:\n  - id: {question}\n"
        "rules:\n"
        + rule(f"{question}-{option}".replace(".", "-"), {question: [option]}, first, source)
        + f"otherwise:\n  answer: {otherwise}\n  because:\n{words(4)}  sources: [{source}]\n"
    )


def rule(
    name: str, when: Mapping[str, Sequence[str]], answer: str, source: str, *, indent: int = 2
) -> str:
    """One entry of `rules:`; every line is indented by at least `indent` spaces."""
    conditions = "".join(
        f"      {question}: {_one_of(options)}\n" for question, options in when.items()
    )
    text = (
        f"  - id: {name}\n"
        f"    when:\n{conditions}"
        f"    answer: {answer}\n"
        f"    because:\n{words(6)}"
        f"    sources: [{source}]\n"
    )
    return "".join(f"{' ' * indent}{line[2:]}" for line in text.splitlines(keepends=True))


def _one_of(options: Sequence[str]) -> str:
    return options[0] if len(options) == 1 else f"[{', '.join(options)}]"
