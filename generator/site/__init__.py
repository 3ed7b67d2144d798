"""Docs trees → HTML, by MkDocs. The only place that imports MkDocs.

In: a docs tree for each locale. Out: `<out>/<locale>/`, and what MkDocs complained of. It never
decides what stands on a page.
"""

from generator.site.builder import build_site, page_stamp

__all__ = ["build_site", "page_stamp"]
