"""Two paths change places in one step of the system: nobody ever sees one of them missing."""

import ctypes
import os
from pathlib import Path

# From <fcntl.h> and <linux/fs.h>.
HERE = -100
EXCHANGE = 2


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places; False, and nothing done, where the system or the disk cannot."""
    try:
        rename = ctypes.CDLL(None).renameat2
    except AttributeError:
        return False
    done: int = rename(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE)
    return done == 0
