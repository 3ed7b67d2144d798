"""The one date of a build."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


class NoDate(Exception):  # noqa: N818 - the message is for the user
    """Nothing tells the date of the build."""


def date_of_build(root: Path, given: datetime | None) -> date:
    """`--as-of`, else SOURCE_DATE_EPOCH, else the date of the last commit (UTC)."""
    if given is not None:
        return given.date()
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return _day(int(epoch))
        except (ValueError, OverflowError, OSError):
            message = f"SOURCE_DATE_EPOCH is {epoch[:40]!r}; it must be a number of seconds."
            raise NoDate(message) from None
    try:
        commit = subprocess.run(  # noqa: S603 - our own words only
            ["git", "-C", str(root), "log", "-1", "--format=%ct"],  # noqa: S607 - wherever git is
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        raise NoDate("there is no commit to take the date from; give --as-of 2026-11-23.") from None
    return _day(int(commit.stdout))


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()
