"""The tools: a page for each that serves without scripts, and what its module needs; their list."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.guide import Question
from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.reading import reckoned
from generator.render.pages.tool_words import LETTER, SAID
from generator.render.tool_modules import versioned_module
from generator.resolve import DateCalculator, FeeCalculator
from generator.resolve.entities import Parameter
from generator.resolve.prose import Prose
from generator.resolve.toolkit import Evidence, Recipient, Toolkit
from generator.schema import EditionLocale

Values = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One thing to keep, in this locale and in all; `told` stands for it where scripts read it."""

    text: Prose
    told: str


def tools(book: Book) -> Iterator[Sheet]:
    """The list of tools and a sheet for each, where there is a toolkit."""
    toolkit = book.edition.toolkit
    if toolkit is None:
        return
    locale, words = book.edition.locale, book.words
    yield Sheet(
        address=addresses.tools(locale),
        title=words("tools-title"),
        description=words("tools-summary"),
        template="tools.html",
        values={"tools": [tool[1:] for tool in listed(book)]},
    )
    for name, values_of in _TOOLS.items():
        key = _KEYS.get(name, name)
        yield Sheet(
            address=addresses.tool(locale, name),
            title=words(f"{key}-title"),
            description=words(f"{key}-summary"),
            template=f"tools/{name}.html",
            module=versioned_module(name),
            values={
                "tool": name,
                "key": key,
                "said": said(book, SAID[name]),
                "kit": toolkit,
                **values_of(book, toolkit),
            },
        )


def said(book: Book, keys: Iterable[str]) -> str:
    """Words as JSON, for a module; figures stay to be filled in."""
    return json.dumps({key: book.words(key) for key in keys}, ensure_ascii=False)


def listed(book: Book) -> list[tuple[str, str, str, str]]:
    """Name, address, title and summary of each tool."""
    locale, words = book.edition.locale, book.words
    named = [(name, _KEYS.get(name, name)) for name in _TOOLS]
    if book.edition.library.chooser:
        named.append(("wallet-chooser", "chooser"))
    return [
        (name, addresses.tool(locale, name), words(f"{key}-title"), words(f"{key}-summary"))
        for name, key in named
    ]


def _date(book: Book, name: str) -> DateCalculator:
    calculator = book.project.calculators[name]
    if not isinstance(calculator, DateCalculator):
        raise TypeError(f"{name} reckons no day")
    return calculator


def _window(book: Book, calculator: str) -> Parameter:
    """The figure that says how long a window is."""
    return book.edition.parameters[_date(book, calculator).within]


def _asked(book: Book, calculator: str) -> Prose:
    """The day from which a calculator counts."""
    return book.edition.questions[_date(book, calculator).counts_from]


def _arrival(book: Book, toolkit: Toolkit) -> Values:
    regions = groupby(toolkit.arrivals, key=lambda each: each.region)
    make_up = {
        name: sorted(day for day in calendar.working_days if day.year == book.project.as_of.year)
        for name, calendar in book.project.calendars.items()
    }
    return {
        "regions": [(region, list(found)) for region, found in regions],
        "window": {each.id: _window(book, each.calculator) for each in toolkit.arrivals},
        "asked": {each.id: _asked(book, each.calculator) for each in toolkit.arrivals},
        "past": {each.id: book.title_of(each.past).plain for each in toolkit.arrivals},
        "make_up": [day for days in make_up.values() for day in days],
    }


def _fee(book: Book, toolkit: Toolkit) -> Values:
    calculator = book.project.calculators[toolkit.fee.calculator]
    if not isinstance(calculator, FeeCalculator):
        raise TypeError(f"{calculator.id} reckons no fee")
    return {
        "calculator": calculator,
        "shown": {name: book.edition.questions[name] for name in calculator.inputs},
        "reckoned": reckoned(book, toolkit.fee),
    }


def _deadlines(book: Book, toolkit: Toolkit) -> Values:
    by_region = {
        region: [each for each in toolkit.periods if each.region == region]
        for region in toolkit.regions
    }
    kinds = {each.id: _date(book, each.calculator).kind for each in toolkit.periods}
    return {
        "regions": {region: found for region, found in by_region.items() if found},
        "window": {each.id: _window(book, each.calculator) for each in toolkit.periods},
        "asked": {each.id: _asked(book, each.calculator) for each in toolkit.periods},
        "mine": {name: kind == "deadline" for name, kind in kinds.items()},
    }


def _letter(book: Book, toolkit: Toolkit) -> Values:
    editions = book.project.editions
    kits = {locale: each.toolkit for locale, each in editions.items() if each.toolkit}
    frames = {locale: {key: each.words[key] for key in LETTER} for locale, each in editions.items()}
    return {
        "frames": _told(frames),
        "languages": [(locale, editions[locale].words["language-name"]) for locale in kits],
        "demands": [
            (demand, _told({locale: kit.demands[at].text.plain for locale, kit in kits.items()}))
            for at, demand in enumerate(toolkit.demands)
        ],
        "recipients": [
            (to, _told({locale: _addressing(kit.recipients[at]) for locale, kit in kits.items()}))
            for at, to in enumerate(toolkit.recipients)
        ],
        "clues": {each.id: clues(book, each) for each in toolkit.evidence},
    }


def _addressing(to: Recipient) -> list[str]:
    """What a letter says to whom it goes."""
    return [to.name.plain, to.opening.plain, to.closing.plain]


def _told(by_locale: Mapping[EditionLocale, object]) -> str:
    return json.dumps(by_locale, ensure_ascii=False)


def clues(book: Book, evidence: Evidence) -> list[Clue]:
    """What is to be kept in a kind of trouble, once each, in the order of its answers."""
    found: dict[str, Clue] = {}
    for name in evidence.answers:
        for at, text in enumerate(book.edition.answers[name].evidence):
            told: dict[EditionLocale, object] = {
                locale: edition.answers[name].evidence[at].plain
                for locale, edition in book.project.editions.items()
            }
            found.setdefault(text.plain, Clue(text=text, told=_told(told)))
    return list(found.values())


def _evidence(book: Book, toolkit: Toolkit) -> Values:
    return {"clues": {each.id: clues(book, each) for each in toolkit.evidence}}


def _check_up(book: Book, toolkit: Toolkit) -> Values:
    issue = book.edition.issues[toolkit.check_up]
    guide = book.guides[issue.guide]
    offered: dict[str, list[str]] = {}
    for node in guide.guide.nodes.values():
        if isinstance(node, Question):
            options = offered.setdefault(node.question, [])
            options += [option for option in node.children if option not in options]
    points = sorted(toolkit.points.items(), key=lambda pair: (-pair[1], pair[0]))
    return {
        "issue": issue,
        "questions": [
            (text, [name for name in text.options if name in offered[text.id]])
            for text in book.edition.guides[issue.guide].questions.values()
            if text.id in offered
        ],
        "gaps": [(book.edition.advice[name], lost) for name, lost in points],
    }


_KEYS = {"complaint-writer": "letter"}
"""Where a tool's words begin with another name than its own."""
_TOOLS: Mapping[str, Callable[[Book, Toolkit], Values]] = {
    "arrival": _arrival,
    "fee": _fee,
    "deadlines": _deadlines,
    "complaint-writer": _letter,
    "evidence": _evidence,
    "check-up": _check_up,
}
"""What the template of each tool needs; the wallet chooser has a module of its own."""
