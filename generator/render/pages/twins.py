"""The Markdown twin of each page, and `llms.txt`, which lists them: for machines that read prose.

A guide would be told once for each of its ways; a twin names its JSON and all that it may answer.
"""

from collections.abc import Iterator, Mapping, Sequence

from generator.render import addresses
from generator.render.pages.book import Book, Sheet
from generator.render.pages.markdown import markdown
from generator.render.pages.press import body
from generator.render.pages.volume import Volume
from generator.render.pages.walks import Walk
from generator.resolve.prose import Target
from generator.schema import LOCALES


def twins(volume: Volume, bodies: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The path and text of the twin of each page of a volume, from the HTML by its address."""
    for sheet in (each for each in volume.sheets if each.found):
        html = bodies[sheet.address]
        yield f"site/{addresses.twin(sheet.address)}", _twin(volume.book, sheet, html)


def llms(volumes: Sequence[Volume]) -> tuple[str, str]:
    """The path and text of `llms.txt`: what the site is, and every page as it was written.

    What was made from another edition says nothing new to machines.
    """
    volumes = [volume for volume in volumes if volume.book.edition.locale in LOCALES]
    book = volumes[0].book
    parts = [f"# {' / '.join(dict.fromkeys(v.book.edition.name.plain for v in volumes))}"]
    parts += [f"> {volume.book.edition.tagline.plain}" for volume in volumes]
    index = addresses.link(addresses.GUIDE_INDEX, addresses.LLMS, book.project.site_url)
    for volume in volumes:
        parts.append(f"## {volume.book.words('language-name')}")
        parts.append("\n".join(_line(volume.book, sheet) for sheet in volume.sheets if sheet.found))
    parts += ["## JSON", f"- [guides]({index})"]
    return f"site/{addresses.LLMS}", "\n\n".join(parts) + "\n"


def _line(book: Book, sheet: Sheet) -> str:
    address = addresses.twin(sheet.address)
    link = addresses.link(address, addresses.LLMS, book.project.site_url)
    title = sheet.title.replace("[", "(").replace("]", ")")
    return f"- [{title}]({link}): {' '.join(sheet.description.split())}"


def _twin(book: Book, sheet: Sheet, html: str) -> str:
    walk = sheet.values.get("walk")
    text = markdown(body(book, sheet, walk=None) if walk else html)
    return text + ("\n" + _guide(book, sheet, walk) if isinstance(walk, Walk) else "")


def _guide(book: Book, sheet: Sheet, walk: Walk) -> str:
    """Where a guide's JSON is, and every answer that it may give."""
    edition = book.edition
    file = addresses.guide_file(edition.locale, walk.guide)
    title = edition.guides[walk.guide].title.plain
    lines = [f"## [{title}]({addresses.relative(file, sheet.address)})", ""]
    for name in sorted(walk.answers):
        address = addresses.page(edition.locale, Target("answer", name))
        answer = edition.answers[name]
        link = addresses.relative(address, sheet.address)
        lines.append(f"- [{answer.title.plain}]({link}): {answer.summary.plain}")
    return "\n".join([*lines, ""])
