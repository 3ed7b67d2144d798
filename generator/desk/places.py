"""Where everything of the desk stands, relative to the root of the agents' site."""

from generator.schema import Locale

FOLDER = "desk/"
MODULE = f"{FOLDER}desk.js"
ICON = f"{FOLDER}mark.svg"
STYLESHEET = f"{FOLDER}desk.css"
TRANSCRIPT_SCHEMA = "schemas/transcript.schema.json"


def desk(locale: Locale) -> str:
    """The address of the desk."""
    return f"{locale}/desk/"


def data_file(locale: Locale) -> str:
    """Words, notes, macros and playbooks."""
    return f"{FOLDER}{locale}.json"


def guides_file(locale: Locale) -> str:
    """All guides at once, so that none is waited for with a caller on the line."""
    return f"{FOLDER}guides.{locale}.json"


def search_file(locale: Locale) -> str:
    """The index of the search."""
    return f"{FOLDER}search.{locale}.json"
