"""Telephone numbers and addresses on the net that the project vouches for, and all others."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.problems import Problem
from generator.schema import Catalogue
from generator.wording.passages import Passage, Said, Wording, around

_PHONE = re.compile(
    r"(?<![\d.,+-])(?<!第)(?<!第\s)(?:"
    r"12\d{3}|95\d{3,6}|96\d{3,4}|100\d{2}|[48]00[- ]?\d{3}[- ]?\d{4}"
    r"|\+\d[\d ()-]{6,}\d|\(\d{3}\) ?\d{3}-\d{4}|0\d{2,3}[- ]\d{3,4}[- ]?\d{4}|1[3-9]\d{9}"
    r")(?![\d.,]*\d)(?!\s*(?:元|号|%|％|年|yuan|percent))"
)
_DIALLED = re.compile(
    r"(?:拨打|拨|致电|打|\bcall|\bdial|\bphone|\bring)\s*(\+?\d[\d -]+\d)(?![,.]?\d)"
    r"(?!\s*[次遍折个小分天])",
    re.IGNORECASE,
)
_THREE_DIGITS = re.compile(r"\d[\d -]*\d[\d -]*\d")
_DOTTED = re.compile(r"\w\.[A-Za-z]{2}")
_DOMAIN = re.compile(
    r"(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+"
    r"(?:com|cn|org|net|gov|int|edu|io|uk|eu|us|hk|info|app|top|xyz|vip|cc|co|shop|site|online)\b",
    re.IGNORECASE,
)


def listed_phones(catalogue: Catalogue) -> dict[str, str]:
    """The value of every parameter that is a telephone number → its id."""
    own = catalogue.brand.model.parameters
    shared = {name: entry.model for name, entry in catalogue.parameters.items()}
    return {p.value: name for name, p in {**shared, **own}.items() if p.unit == "phone"}


def listed_hosts(wording: Wording) -> frozenset[str]:
    """Hosts of sources, and of links in the texts of channels."""
    sources = (entry.model.url for entry in wording.catalogue.sources.values())
    linked = (
        target
        for passage in wording.passages
        if passage.kind == "channel" or (passage.kind == "brand" and passage.path[0] == "channels")
        for said in passage.said
        for target in said.targets
        if target.startswith("https://")
    )
    return frozenset(_host(address) for address in (*sources, *linked) if address)


def _host(address: str) -> str:
    name = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    return name.removeprefix("www.")


def unlisted(wording: Wording) -> Iterator[Problem]:
    """W506: a telephone number or a domain that no parameter, source or channel names."""
    phones = {_bare(digits) for digits in listed_phones(wording.catalogue)}
    hosts = listed_hosts(wording)
    for passage in wording.passages:
        yield from _phones(passage, phones)
        yield from _domains(passage, hosts)


def _bare(number: str) -> str:
    return re.sub(r"\D", "", number)


def _phones(passage: Passage, listed: set[str]) -> Iterator[Problem]:
    for said in passage.said:
        for shown in dict(each for each in _numbers(said) if each[0] not in listed).values():
            yield Problem(
                code="W506",
                place=said.place,
                what=f"This telephone number is in no list: {shown}.",
                mend="Confirm it and make it a parameter of unit `phone`, or leave it out.",
            )


def _numbers(said: Said) -> Iterator[tuple[str, str]]:
    """The digits of each telephone number in a text, and the number as it is shown."""
    yield from ((_bare(link), link) for link in said.targets if link.startswith("tel:"))
    for line in said.lines:
        for pattern in (_PHONE, _DIALLED) if _THREE_DIGITS.search(line) else ():
            for found in pattern.finditer(line):
                number = found.group(found.lastindex or 0)
                yield _bare(number), around(line, *found.span())


def _domains(passage: Passage, listed: frozenset[str]) -> Iterator[Problem]:
    for said in passage.said:
        dotted = (line for line in said.lines if _DOTTED.search(line))
        named = {match.group().lower() for line in dotted for match in _DOMAIN.finditer(line)}
        linked = {
            target.replace("mailto:", "//")
            for target in said.targets
            if target.startswith(("https:", "mailto:"))
        }
        for host in sorted({_host(address) for address in (*named, *linked)} - listed - {""}):
            yield Problem(
                code="W506",
                place=said.place,
                what=f"No source or channel has an address at {host}.",
                mend="Name the address in a source or channel first, or leave it out.",
            )
