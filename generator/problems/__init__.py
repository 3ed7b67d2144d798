"""Problems: an author's mistakes as data, with a place, a code, what is wrong and how to mend it.

Nothing here prints or raises. Stages return their result together with a list of problems.
"""

from generator.problems.codes import CODES, Code
from generator.problems.problem import Place, Problem, Related, Severity, has_errors, in_order
from generator.problems.suggest import did_you_mean, nearest

__all__ = [
    "CODES",
    "Code",
    "Place",
    "Problem",
    "Related",
    "Severity",
    "did_you_mean",
    "has_errors",
    "in_order",
    "nearest",
]
