"""A text as it is compared: what escapes it taken away, then its Han characters, and its words."""

import html
import re
from urllib.parse import unquote_to_bytes

HAN = re.compile("[^\u3400-\u9fff\U00020000-\U0003ffff]+")
"""All but Han characters."""
WORD = re.compile(r"[a-z0-9]+(?:[-'’][a-z0-9]+)*|[.!?;:](?=\s|$)")
"""A word, or the end of a sentence, lest two public sentences in a row look like an agents' one."""
TAG = re.compile(r"<[^<>]*>")

_UNICODE = re.compile(r"\\u([0-9a-fA-F]{4})|\\u\{([0-9a-fA-F]{1,6})\}|\\x([0-9a-fA-F]{2})")
_CONTROL = re.compile(r"\\+[nrtbf/\"]")
_PERCENT = re.compile("(?:%[0-9a-fA-F]{2})+")
_ROUNDS = 4
"""HTML in JSON in an attribute in a script is three."""


def unescaped(text: str) -> str:
    """A text as programs show it, whatever JSON, JavaScript, HTML and addresses escape in it."""
    for _ in range(_ROUNDS):
        before = text
        if "\\" in text:
            text = _CONTROL.sub(" ", _UNICODE.sub(_character, text))
        if "&" in text:
            text = html.unescape(text)
        if "%" in text:
            text = _PERCENT.sub(_decoded, text)
        if text == before:
            break
    return text


def _character(found: re.Match[str]) -> str:
    number = int(found[1] or found[2] or found[3], 16)
    return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else " "


def _decoded(found: re.Match[str]) -> str:
    return unquote_to_bytes(found[0]).decode("utf-8", "replace")


def han_of(text: str) -> str:
    """Its Han characters alone: no markup, no digits, no punctuation between them."""
    return HAN.sub("", text)


def words_of(text: str) -> list[str]:
    """Its words in Latin letters, and the ends of its sentences; ids stay whole."""
    return WORD.findall(text.lower())


def streams_of(text: str) -> list[list[str]]:
    """The words between tags, and the words inside them, each as they follow each other."""
    if "<" not in text:
        return [words_of(text)]
    return [words_of(TAG.sub("\n", text)), words_of("\n".join(TAG.findall(text)))]
