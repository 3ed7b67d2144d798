"""The address at which the site of a build will stand, as far as anybody has said."""

import os
import re
from dataclasses import replace

from generator.resolve import Project

VARIABLE = "SITE_URL"


class NoAddress(Exception):  # noqa: N818 - the message is for the user
    """What `SITE_URL` holds is no address."""


def at_address(project: Project) -> Project:
    """A project whose site stands at `SITE_URL`, else where its brand says, else anywhere.

    Raises `NoAddress`.
    """
    given = given_address() or project.site_url
    return replace(project, site_url=given.rstrip("/") + "/") if given else project


def given_address() -> str | None:
    """What `SITE_URL` says. Raises `NoAddress`."""
    given = os.environ.get(VARIABLE)
    if given and not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", given):
        raise NoAddress(f"{VARIABLE} is {given[:80]!r}; it must be like https://help.example.org/.")
    return given or None
