"""Compiled guides as data, and the operations on them that every reader shares.

A guide is a directed graph without cycles: subtrees that are equal are one. Nothing here knows how
it was compiled.
"""

from generator.guide.graph import (
    Guide,
    Leaf,
    Node,
    PlanRecord,
    Question,
    leaf_for,
    regions,
    steps,
)
from generator.guide.known import replies_at, restrict
from generator.guide.share import share

__all__ = [
    "Guide",
    "Leaf",
    "Node",
    "PlanRecord",
    "Question",
    "leaf_for",
    "regions",
    "replies_at",
    "restrict",
    "share",
    "steps",
]
