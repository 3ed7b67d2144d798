"""From issues, questions, answers and rules in YAML to proved guides, a help centre and JSON."""

__version__ = "0.1.0"
