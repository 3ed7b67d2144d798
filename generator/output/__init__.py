"""The only place that writes files: trees below `build/`, and the published site.

In: {path: text} or a finished folder. Out: files on disk, each whole or absent. It never follows a
link out of the folder that it writes to.
"""

from generator.output.errors import OutputError, writing
from generator.output.kept import is_kept, keeping
from generator.output.publish import alone, next_folder, publish, restore
from generator.output.tree import Written, add, copy, write

__all__ = [
    "OutputError",
    "Written",
    "add",
    "alone",
    "copy",
    "is_kept",
    "keeping",
    "next_folder",
    "publish",
    "restore",
    "write",
    "writing",
]
