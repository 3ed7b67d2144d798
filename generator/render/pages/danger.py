"""Words of danger for the search box: what it puts first, and what it never keeps."""

from collections.abc import Sequence

from generator.render.pages.book import Book
from generator.render.traditional import in_traditional


def words_of_danger(book: Book) -> dict[str, list[str]]:
    """Words by what they do, in small letters, in traditional characters, too."""
    known = book.project.synonyms
    return {
        "emergency": _also_traditional(known.emergency),
        "never_kept": _also_traditional(known.never_kept),
    }


def _also_traditional(words: Sequence[str]) -> list[str]:
    lower = [word.lower() for word in words]
    return list(dict.fromkeys([*lower, *map(in_traditional, lower)]))
