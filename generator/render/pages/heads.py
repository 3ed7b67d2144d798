"""What stands in the head of each page: canonical address, languages, sharing, structured data.

In: a volume among all. Out: `.heads.json` in its docs tree, {address below the home page: HTML}.
MkDocs passes over files whose names begin with a dot; the theme prints what this one holds.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache

from generator.render import addresses
from generator.render.contract.encode import Json
from generator.render.pages.book import Book, Sheet
from generator.render.pages.pictures import ANY_TOPIC, FOLDER, HEIGHT, WIDTH
from generator.render.pages.press import filled
from generator.render.pages.volume import Volume, counterparts
from generator.schema import EditionLocale

HEADS = ".heads.json"
REGIONS: Mapping[EditionLocale, str] = {"zh": "zh_CN", "en": "en_GB", "zh-Hant": "zh_TW"}
"""Locales as Open Graph writes them."""


def heads(volume: Volume, volumes: Sequence[Volume]) -> str:
    """The heads of all pages of a volume, as JSON."""
    found = {
        addresses.within(sheet.address): head(volume.book, sheet, volumes)
        for sheet in volume.sheets
    }
    return json.dumps(found, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def head(book: Book, sheet: Sheet, volumes: Sequence[Volume]) -> str:
    """HTML for the head of one page."""
    here, site_url = sheet.address, book.project.site_url

    def to(address: str) -> str:
        return addresses.link(address, here, site_url)

    values = {
        "book": book,
        "sheet": sheet,
        "canonical": to(here),
        "absolute": site_url is not None,
        "languages": [(locale, to(address)) for locale, address in counterparts(here, volumes)],
        "anybody": to(addresses.ENTRANCE),
        "regions": REGIONS,
        "picture": to(addresses.shared_picture(picture_of(sheet))),
        "size": (WIDTH, HEIGHT),
        "data": structured(book, sheet),
    }
    return filled("head.html", here, values)


def structured(book: Book, sheet: Sheet) -> dict[str, Json]:
    """A page in the words of schema.org: what it tells, and the way to it."""
    here, site_url = sheet.address, book.project.site_url
    told: dict[str, Json] = dict(sheet.told) or {"@type": "WebPage", "name": sheet.title}
    told |= {"inLanguage": book.edition.locale, "url": addresses.link(here, here, site_url)}
    if days := book.project.days_of(sheet.entry):
        told |= {"datePublished": days[0].isoformat(), "dateModified": days[1].isoformat()}
    graph: list[Json] = [told]
    home = addresses.home(book.edition.locale)
    if here != home and sheet.found:
        steps = [(book.words("site-home"), home), *sheet.trail, (sheet.title, here)]
        items: list[Json] = [
            {
                "@type": "ListItem",
                "position": position,
                "name": title,
                "item": addresses.link(address, here, site_url),
            }
            for position, (title, address) in enumerate(steps, start=1)
        ]
        graph.append({"@type": "BreadcrumbList", "itemListElement": items})
    return {"@context": "https://schema.org", "@graph": graph}


def picture_of(sheet: Sheet) -> str:
    """The name of the picture that stands for a page."""
    return sheet.topic if sheet.topic in _drawn() else ANY_TOPIC


@cache
def _drawn() -> frozenset[str]:
    return frozenset(path.stem for path in FOLDER.glob("*.png"))
