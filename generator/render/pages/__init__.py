"""The pages of the help centre for the public, as a docs tree for each locale.

In: `Project` and the proved guides. Out: `docs/<locale>/….md`, what the frame around them needs,
and `site/index.html`. To add a kind of page, write a module with one function and name it in
`PAGES`.
"""

from collections.abc import Callable, Iterable, Mapping

from generator.prove import Proved
from generator.render.addresses import ENTRANCE
from generator.render.pages.about import about
from generator.render.pages.answers import answers
from generator.render.pages.book import Book, Sheet, book
from generator.render.pages.changes import changes
from generator.render.pages.channels import channels
from generator.render.pages.chooser import chooser
from generator.render.pages.drills import drills
from generator.render.pages.embed import embed, hosts
from generator.render.pages.entrance import entrance
from generator.render.pages.feed import feed
from generator.render.pages.heads import HEADS, heads
from generator.render.pages.home import home
from generator.render.pages.imprint import IMPRINT, imprint
from generator.render.pages.issues import issues
from generator.render.pages.lookup import lookup
from generator.render.pages.messages import messages
from generator.render.pages.missing import missing
from generator.render.pages.notices import notices
from generator.render.pages.offline import offline
from generator.render.pages.press import body, printed
from generator.render.pages.privacy import privacy
from generator.render.pages.reading import reading
from generator.render.pages.redirects import redirects
from generator.render.pages.search import search
from generator.render.pages.sitemap import sitemap
from generator.render.pages.sos import sos
from generator.render.pages.term_marks import marker
from generator.render.pages.tools import tools
from generator.render.pages.topics import topics
from generator.render.pages.twins import llms, twins
from generator.render.pages.volume import Volume
from generator.resolve import Project

__all__ = ["pages"]

PAGES: tuple[Callable[[Book], Iterable[Sheet]], ...] = (
    home, topics, issues, answers, channels, reading, messages, drills, chooser, notices, search,
    about, privacy, offline, tools,
    changes, lookup, embed,
)  # fmt: skip


def pages(project: Project, guides: Mapping[str, Proved]) -> dict[str, str]:
    """Every page in every locale."""
    books = [book(project, guides, locale) for locale in project.editions]
    volumes = [
        Volume(book=each, sheets=[sheet for page in PAGES for sheet in page(each)])
        for each in books
    ]
    files = {f"site/{ENTRANCE}": entrance(books), **missing(books), **dict(sitemap(volumes))}
    files.update([llms(volumes)])
    files.update(hosts(books))
    for volume in volumes:
        docs = f"docs/{volume.book.edition.locale}"
        files[f"{docs}/{IMPRINT}"] = imprint(volume.book, books)
        files.update(sos(volume.book, books))
        files[f"{docs}/{HEADS}"] = heads(volume, volumes)
        mark = marker(volume.book)
        bodies = {sheet.address: body(volume.book, sheet) for sheet in volume.sheets}
        files.update(
            printed(volume.book, sheet, mark(sheet, bodies[sheet.address]))
            for sheet in volume.sheets
        )
        files.update(twins(volume, bodies))
        files.update(redirects(volume.book))
        files.update([feed(volume.book)])
    return files
