"""Strict YAML: text in, one `Document` or problems out.

The events of libyaml's parser are read with an explicit stack, so depth is bounded, and each
refused feature is reported where it stands. Plain `safe_load` would turn `no` into False, `12:30`
into 750, and let a repeated key win in silence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

import yaml

from generator.problems import Place, Problem
from generator.source.document import Data, Document, Path
from generator.source.syntax import Complaint, Spot, not_yaml

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 50

# C0 and C1 controls but tab and line feed (a carriage return alone may hide a line); soft hyphens,
# zero-width and direction marks; BOM inside the text; tag characters. Lone surrogates cannot occur
# in decoded UTF-8.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\uffff\U000e0000-\U000e007f]"
)
_RUNNING = re.compile(r"\s|[^\x00-\x7f]")
"""What tells a text from a single word, behind which a comment may stand."""
LINE_ENDS = "Save the file with one kind of line end, LF or CRLF."
RETYPE = "Delete it; retype the passage if you cannot see it."


def read_yaml(content: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one file's bytes; `file` is the name that problems show.

    A byte order mark at the start and CRLF line ends are accepted.
    """
    text, problems = _decode(content, file)
    if text is None:
        return None, problems
    composer = _Composer(file, text.split("\n"))
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            composer.take(event)
            if composer.stopped:
                break
    except yaml.MarkedYAMLError as error:
        composer.problems.append(not_yaml(_complaint(error), file, text))
    except yaml.YAMLError as error:
        composer.report("Y102", Place(file), f"The file is not YAML: {error}.", "Mend the syntax.")
    problems += composer.problems
    if problems:
        return None, problems
    if composer.document is None or composer.document.data == "":
        return None, [
            Problem(
                code="Y111",
                place=Place(file),
                what="The file is empty.",
                mend="Fill it or delete it.",
            )
        ]
    return composer.document, []


def _decode(content: bytes, file: str) -> tuple[str | None, list[Problem]]:
    def refuse(code: str, place: Place, what: str, mend: str) -> tuple[None, list[Problem]]:
        return None, [Problem(code=code, place=place, what=what, mend=mend)]

    if len(content) > MAX_BYTES:
        return refuse(
            "Y104",
            Place(file),
            f"The file has more than {MAX_BYTES:,} bytes.",
            "Split it into several files.",
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode().split("\n")
        return refuse(
            "Y101",
            Place(file, len(before), len(before[-1]) + 1),
            f"Byte 0x{content[error.start]:02x} is not UTF-8.",
            "Save the file as UTF-8.",
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    hidden = [
        Problem(
            code="Y103",
            place=Place(file, line, found.start() + 1),
            what=what,
            mend=LINE_ENDS if found.group() == "\r" else RETYPE,
        )
        for line, words in enumerate(text.split("\n"), start=1)
        if (found := FORBIDDEN.search(words))
        and (what := f"The invisible character U+{ord(found.group()):04X} stands here.")
    ]
    return (None if hidden else text), hidden


def _complaint(error: yaml.MarkedYAMLError) -> Complaint:
    def spot(mark: yaml.Mark | None) -> Spot | None:
        return (mark.line, mark.column) if mark else None

    return Complaint(
        context=str(error.context),
        problem=str(error.problem),
        shows=spot(error.problem_mark or error.context_mark),
        begins=spot(error.context_mark),
    )


@dataclass(slots=True)
class _Open:
    """A map or list whose end has not come yet."""

    data: dict[str, Data] | list[Data]
    path: Path
    key: str | None = None
    lacks_hyphen: bool = False
    """Whether two entries of a list have run together, so that every key may be there twice."""


@dataclass(slots=True)
class _Composer:
    """Builds a document from parser events, one `take` for each."""

    file: str
    lines: Sequence[str]
    problems: list[Problem] = field(default_factory=list)
    document: Document | None = None
    stopped: bool = False
    _stack: list[_Open] = field(default_factory=list)
    _values: dict[Path, Place] = field(default_factory=dict)
    _keys: dict[Path, Place] = field(default_factory=dict)
    _documents: int = 0

    def report(self, code: str, place: Place, what: str, mend: str) -> None:
        self.problems.append(Problem(code=code, place=place, what=what, mend=mend))

    def take(self, event: yaml.Event) -> None:
        mark = event.start_mark
        place = Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
        match event:
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents == 2:
                    self.report("Y108", place, "A second document begins here.", "Split the file.")
                    self.stopped = True
            case yaml.AliasEvent():
                self.report(
                    "Y106",
                    place,
                    f"The alias *{event.anchor} stands here.",
                    "Write the value itself, or put the text in quotes.",
                )
                self._scalar("", place)
            case yaml.ScalarEvent():
                self._refuse_extras(event, place)
                self._refuse_cut(event)
                self._scalar(event.value, place)
            case yaml.MappingStartEvent():
                self._refuse_extras(event, place)
                self._open({}, place)
            case yaml.SequenceStartEvent():
                self._refuse_extras(event, place)
                self._open([], place)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._stack.pop()
            case _:
                pass

    def _refuse_extras(
        self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place
    ) -> None:
        if event.anchor is not None:
            self.report(
                "Y106",
                place,
                f"The anchor &{event.anchor} stands here.",
                "Remove it and write the value wherever it is needed, or put the text in quotes.",
            )
        if event.tag is not None:
            self.report(
                "Y107",
                place,
                f"The tag {event.tag} stands here.",
                "Remove it, or put the text in quotes.",
            )

    def _refuse_cut(self, event: yaml.ScalarEvent) -> None:
        """A text whose end would be lost behind a number sign."""
        if event.style or event.end_mark is None or self._awaits_key():
            return
        line, column = event.end_mark.line, event.end_mark.column
        behind = self.lines[line][column:] if line < len(self.lines) else ""
        if (found := re.match(r" *#", behind)) and (
            _RUNNING.search(event.value) or re.match(r" *#\S", behind)
        ):
            self.report(
                "Y114",
                Place(self.file, line + 1, column + found.end()),
                "Behind # nothing is read any more, so the end of this text is lost.",
                "Put the whole text in double quotes; a comment has a line of its own.",
            )

    def _awaits_key(self) -> bool:
        return (
            bool(self._stack)
            and isinstance(self._stack[-1].data, dict)
            and (self._stack[-1].key is None)
        )

    def _scalar(self, value: str, place: Place) -> None:
        if found := FORBIDDEN.search(value):
            code = f"U+{ord(found.group()):04X}"
            self.report("Y103", place, f"The text hides the character {code} here.", RETYPE)
        if not self._awaits_key():
            self._put(value, place)
            return
        top = self._stack[-1]
        path = (*top.path, value)
        if value == "<<":
            self.report("Y110", place, "A merge key stands here.", "Write the values out.")
        elif path in self._keys:
            self._twice(top, path, place)
            # What stands inside the second is no repetition of what stands inside the first.
            value = f"{value} {place}"
        else:
            self._keys[path] = place
        top.key = value

    def _twice(self, top: _Open, path: Path, place: Place) -> None:
        mend = "Keep one of them."
        if top.path:
            mend += f" Where both are meant, write a list: `{path[-1]}: [a, b]`."
        in_list = bool(top.path) and isinstance(top.path[-1], int)
        if in_list and isinstance(top.data, dict) and path[-1] == next(iter(top.data)):
            mend = "Keep one of them, or begin a new entry of the list with `- `."
        if not top.lacks_hyphen:
            what = f'The key "{path[-1]}" stands here a second time; the first is on line '
            self.report("Y109", place, f"{what}{self._keys[path].line}.", mend)
        top.lacks_hyphen = top.lacks_hyphen or mend.endswith("`- `.")

    def _open(self, data: dict[str, Data] | list[Data], place: Place) -> None:
        if self._awaits_key():
            self.report(
                "Y113",
                place,
                "A list or map stands as a key.",
                "Use one plain word; put a text that begins with { or [ in double quotes.",
            )
            self.stopped = True
            return
        path = self._put(data, place)
        self._stack.append(_Open(data, path))
        if len(self._stack) > MAX_DEPTH:
            self.report(
                "Y105",
                place,
                f"Values are nested more than {MAX_DEPTH} levels deep here.",
                "Give the inner part a name of its own.",
            )
            self.stopped = True

    def _put(self, value: Data, place: Place) -> Path:
        if not self._stack:
            self._values[()] = place
            self.document = Document(self.file, value, self._values, self._keys)
            return ()
        top = self._stack[-1]
        if isinstance(top.data, list):
            path: Path = (*top.path, len(top.data))
            top.data.append(value)
        else:
            assert top.key is not None
            path = (*top.path, top.key)
            top.data[top.key] = value
            top.key = None
        self._values[path] = place
        return path
