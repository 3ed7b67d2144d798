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
from generator.guide.why import Change, deciding_replies, nearest_changes

__all__ = [
    "Change",
    "Guide",
    "Leaf",
    "Node",
    "PlanRecord",
    "Question",
    "deciding_replies",
    "leaf_for",
    "nearest_changes",
    "regions",
    "replies_at",
    "restrict",
    "share",
    "steps",
]
