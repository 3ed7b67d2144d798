"""A finished public site → every place where it holds what only agents may read.

In: the folder of the site, and `Project`. Out: a problem for each text or name found, at the place
where its author wrote it. Every byte is looked at: packed files are unpacked, and what JSON, HTML
and addresses escape is read as a reader's program would read it. It changes nothing.
"""

from collections.abc import Iterator
from pathlib import Path

from generator.leaks.needles import Needles, needles
from generator.leaks.search import Find, finds
from generator.leaks.unpack import Unreadable, unpacked
from generator.problems import Place, Problem, Related
from generator.resolve import Project

__all__ = ["leaks"]


def leaks(folder: Path, project: Project) -> list[Problem]:
    """What has leaked into the files below a folder; an empty list proves that nothing has."""
    wanted = needles(project)
    found: dict[tuple[Place, str], Problem] = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        for problem in _in_file(name, path.read_bytes(), wanted):
            found.setdefault((problem.place, name), problem)
    return list(found.values())


def _in_file(name: str, content: bytes, wanted: Needles) -> Iterator[Problem]:
    for find in finds(name, wanted):
        yield _leaked(find, f"its name, {name}")
    try:
        for inner, raw in unpacked(name, content):
            for find in finds(raw.decode("utf-8", "replace"), wanted):
                yield _leaked(find, f"{inner}:{find.line}")
    except Unreadable as error:
        yield Problem(
            code="P604",
            place=Place(name),
            what=f"{name} cannot be searched for texts that only agents may read: {error}.",
            mend="Publish it in a form that can be unpacked, or not at all.",
        )


def _leaked(find: Find, where: str) -> Problem:
    return Problem(
        code="P603",
        place=find.place,
        what=f"For agents only, but the public site holds “{find.words}” in {where}.",
        mend="Nothing was published. Report it as a defect, with this entry.",
        related=tuple(Related(place, "the same words") for place in find.others),
    )
