"""A guide and its words → a drawing as text, in Mermaid or SVG. Same input, same bytes."""

from generator.render.drawing.mermaid import mermaid
from generator.render.drawing.svg import svg

__all__ = ["mermaid", "svg"]
