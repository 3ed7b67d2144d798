"""`helpcenter new`: files and rules for authors to fill in, valid from the start."""

from generator.cli.new.command import new

__all__ = ["new"]
