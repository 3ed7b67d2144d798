"""Logic → proved guides: side by side on all cores, and not again what is unchanged.

In: the `Logic` of every guide. Out: `Proved` guides, and problems. `guide` compiles one; `workshop`
spreads them over processes, each with a rule engine of its own; `cache` keeps what was proved.
"""

from generator.compiler.cache import Cache
from generator.compiler.guide import compile_guide, grow_and_prove
from generator.compiler.workshop import Workshop

__all__ = ["Cache", "Workshop", "compile_guide", "grow_and_prove"]
