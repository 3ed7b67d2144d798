"""What search engines read of the whole site: every page in every locale, and where to find that.

In: all volumes. Out: `site/sitemap.xml` and `site/robots.txt`. Both want addresses in full; where
nobody has said where the site will stand, the map has relative ones, and robots are not sent to it.
"""

from collections.abc import Iterator, Sequence

from generator.render import addresses
from generator.render.pages.press import filled
from generator.render.pages.volume import Volume, counterparts


def sitemap(volumes: Sequence[Volume]) -> Iterator[tuple[str, str]]:
    """The map and what robots are told, each with its path."""
    project = volumes[0].book.project
    rows = [
        {
            "address": _full(address, project.site_url),
            "changed": (project.days_of(entry) or (None, None))[1],
            "languages": [
                (locale, _full(other, project.site_url))
                for locale, other in counterparts(address, volumes)
            ],
        }
        for volume in volumes
        for address, entry in _pages(volume)
    ]
    values = {"rows": rows}
    yield f"site/{addresses.SITEMAP}", filled("sitemap.xml", addresses.SITEMAP, values) + "\n"
    lines = ["User-agent: *", "Allow: /"]
    if project.site_url:
        lines += ["", f"Sitemap: {project.site_url}{addresses.SITEMAP}"]
    yield f"site/{addresses.ROBOTS}", "\n".join([*lines, ""])


def _pages(volume: Volume) -> Iterator[tuple[str, str]]:
    """The address of each page of a volume, and the entry that it shows."""
    edition = volume.book.edition
    if edition.sos:
        yield addresses.sos(edition.locale), ""
    yield from ((sheet.address, sheet.entry) for sheet in volume.sheets if sheet.found)


def _full(address: str, site_url: str | None) -> str:
    return addresses.link(address, addresses.SITEMAP, site_url)
