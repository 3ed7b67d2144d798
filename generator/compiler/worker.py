"""A process that compiles guides: pickled `Logic` in, pickled results out, until the input ends.

Run as `python -m generator.compiler.worker`. It has a rule engine of its own, which ends with it.
"""

import gc
import pickle
import sys
from typing import IO

from generator.compiler.guide import compile_guide
from generator.compiler.workshop import seldom_collected
from generator.engine import RuleEngine


def main(requests: IO[bytes], replies: IO[bytes]) -> None:
    """Answer each `Logic` with what `compile_guide` gives for it."""
    with seldom_collected(), RuleEngine() as engine:
        while True:
            try:
                logic = pickle.load(requests)  # noqa: S301 - written by our own parent
            except EOFError:
                return
            pickle.dump(compile_guide(logic, engine), replies)
            replies.flush()
            gc.collect()


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
