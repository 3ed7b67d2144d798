"""The command line: `helpcenter check | build | serve | ask | graph | stats | new | explain`.

Exit codes: 0 good, 1 problems in the project, 2 wrong usage or missing set-up.
"""

from generator.cli.main import main

__all__ = ["main"]
