"""The only place that writes files: trees below `build/`, the published site, and single files.

In: {path: text} or a finished folder. Out: files on disk, each whole or absent. A tree is never
written through a link that leads out of its folder.
"""

from generator.output.errors import OutputError, writing
from generator.output.kept import is_kept, keeping
from generator.output.publish import alone, next_folder, publish, restore
from generator.output.single import change_file, create_file, write_file
from generator.output.tree import Written, add, copy, write

__all__ = [
    "OutputError",
    "Written",
    "add",
    "alone",
    "change_file",
    "copy",
    "create_file",
    "is_kept",
    "keeping",
    "next_folder",
    "publish",
    "restore",
    "write",
    "write_file",
    "writing",
]
