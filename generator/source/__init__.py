"""YAML text → plain data and the position of every value. The only place that reads YAML.

In: files of a project. Out: `Document`s whose scalars are all text, and problems. It never guesses
types, never follows aliases, and never raises for what an author wrote.
"""

from generator.source.document import Data, Document, Path
from generator.source.project import Source, read_source
from generator.source.strict_yaml import FORBIDDEN, read_yaml

__all__ = ["FORBIDDEN", "Data", "Document", "Path", "Source", "read_source", "read_yaml"]
