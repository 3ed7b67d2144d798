"""What kinds of evidence weigh, found on the tuning half of the golden queries. Whole numbers."""

from collections.abc import Mapping
from typing import Literal

Kind = Literal[
    "pair", "edge", "light", "single", "word", "words", "meaning", "sound", "heard", "initials",
    "said",
]  # fmt: skip
"""How a piece of a query meets a key: two characters, two of which one says little, both say
little, one character, a stem, two stems, a word of one meaning, two characters by their sound, a
word by its sound, a word by its initials, one syllable."""

WEIGHTS: Mapping[Kind, int] = {
    "pair": 4, "edge": 3, "light": 3, "single": 2, "word": 4, "words": 3, "meaning": 8,
    "sound": 2, "heard": 4, "initials": 5, "said": 2,
}  # fmt: skip
COVERAGE = 1
"""By how many sixteenths of its score a page gains that matches the whole query."""
ASKED, UNASKED = 3, 2
"""What a term's score is multiplied by where somebody asks what a thing is, and any other."""
