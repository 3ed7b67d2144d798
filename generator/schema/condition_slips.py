"""What stands in a condition's place and is none: what it is, and what was probably meant."""

import re

from generator.source import Data

_ONE_OPTION = re.compile(r"[^\s,;，、；【】［］“”‘’\"']*")
_ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def no_condition(data: Data) -> tuple[str, str]:
    """What stands where a condition should, and what to do."""
    if isinstance(data, list) and data:
        return (
            "A list stands where one condition should.",
            "Write `any:` (one of them) or `all:` (each of them) above the list.",
        )
    if isinstance(data, str) and data.strip():
        return (
            f"“{' '.join(data.split())[:60]}” is not a condition.",
            "Write `question: option` with a plain colon and a space, or `question: {gt: 100}`.",
        )
    return "A condition is missing here.", "Write a map, such as `question-id: option-id`."


def runs_on(value: Data) -> bool:
    """Whether one entry holds more than an option: spaces, commas, brackets or quotes."""
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, str) and not _ONE_OPTION.fullmatch(item) for item in items)


def several_options(key: str, value: Data) -> tuple[str, str]:
    """What runs together there, and the list that was probably meant."""
    items = [str(item) for item in value] if isinstance(value, list) else [str(value)]
    odd = next(item for item in items if not _ONE_OPTION.fullmatch(item))
    options = [name for item in items for name in _ID.findall(item) if name not in {"or", "and"}]
    written = options[0] if len(options) == 1 else f"[{', '.join(options)}]"
    return (
        f"“{' '.join(odd.split())[:60]}” is not one option.",
        f"Write `{key}: {written[:80]}`, with plain brackets and commas."
        if options
        else f"Write option ids as in `{key}: [a, b]`.",
    )
