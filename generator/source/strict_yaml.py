"""Strict YAML: text in, one `Document` or problems out.

The events of libyaml's parser are read with an explicit stack, so depth is bounded, and each
refused feature is reported where it stands. Plain `safe_load` would turn `no` into False, `12:30`
into 750, and let a repeated key win in silence.
"""

import re
from dataclasses import dataclass, field

import yaml

from generator.problems import Place, Problem
from generator.source.document import Data, Document, Path

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 50

# C0 and C1 controls but tab and line ends; zero-width and direction marks; BOM inside the text;
# lone surrogates cannot occur in decoded UTF-8.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]"
)


def read_yaml(content: bytes, file: str) -> tuple[Document | None, list[Problem]]:
    """Read one file's bytes; `file` is the name that problems show.

    A byte order mark at the start and CRLF line ends are accepted.
    """
    text, problems = _decode(content, file)
    if text is None:
        return None, problems
    composer = _Composer(file)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            composer.take(event)
            if composer.stopped:
                break
    except yaml.MarkedYAMLError as error:
        composer.problems.append(_syntax_problem(error, file, text))
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
            f"The file has {len(content):,} bytes; {MAX_BYTES:,} are allowed.",
            "Split it into several files.",
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return refuse(
            "Y101",
            Place(file, line),
            f"Byte 0x{content[error.start]:02x} on this line is not UTF-8.",
            "Save the file as UTF-8.",
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    if found := FORBIDDEN.search(text):
        return refuse(
            "Y103",
            _place_of_offset(file, text, found.start()),
            f"The invisible character U+{ord(found.group()):04X} stands here.",
            "Delete it; retype the passage if you cannot see it.",
        )
    return text, []


def _place_of_offset(file: str, text: str, offset: int) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(file, text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _syntax_problem(error: yaml.MarkedYAMLError, file: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if line.startswith("\t") or "\t" in line[: place.column]:
        mend = "Indent with spaces instead of a tab."
    elif "mapping values" in str(error.problem):
        mend = "Put a text that contains “: ” in double quotes."
    else:
        mend = "Look for an open quote, a missing space after a colon, or wrong indentation."
    return Problem(code="Y102", place=place, what=f"This is not YAML: {error.problem}.", mend=mend)


@dataclass(slots=True)
class _Open:
    """A map or list whose end has not come yet."""

    data: dict[str, Data] | list[Data]
    path: Path
    key: str | None = None


@dataclass(slots=True)
class _Composer:
    """Builds a document from parser events, one `take` for each."""

    file: str
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
                self._put("", place)
            case yaml.ScalarEvent():
                self._refuse_extras(event, place)
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

    def _awaits_key(self) -> bool:
        return (
            bool(self._stack)
            and isinstance(self._stack[-1].data, dict)
            and (self._stack[-1].key is None)
        )

    def _scalar(self, value: str, place: Place) -> None:
        if not self._awaits_key():
            self._put(value, place)
            return
        top = self._stack[-1]
        path = (*top.path, value)
        if value == "<<":
            self.report("Y110", place, "A merge key stands here.", "Write the values out.")
        elif path in self._keys:
            self.report(
                "Y109",
                place,
                f'The key "{value}" stands here a second time; the first is on line '
                f"{self._keys[path].line}.",
                "Keep one of them.",
            )
        else:
            self._keys[path] = place
        top.key = value

    def _open(self, data: dict[str, Data] | list[Data], place: Place) -> None:
        if self._awaits_key():
            self.report("Y113", place, "A list or map stands as a key.", "Use one plain word.")
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
        elif top.key is None:
            self.report("Y113", place, "An alias stands as a key.", "Use one plain word.")
            self.stopped = True
            return top.path
        else:
            path = (*top.path, top.key)
            top.data[top.key] = value
            top.key = None
        self._values[path] = place
        return path
