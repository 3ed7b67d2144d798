"""What is known about the site that is being served; threads write and read it."""

import threading
from collections.abc import Sequence

from generator.cli.serve.news import ENDS, News


class Board:
    """The state of the last build and of the one at work."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._building = False
        self._version = ""
        self._json_is_newer = False
        self._state = "none"
        self._words = ""
        self._problems: Sequence[object] = ()

    def begin(self) -> None:
        """A build has been ordered."""
        with self._lock:
            self._building = True

    def hear(self, news: News) -> None:
        """Take in what the builder tells."""
        with self._lock:
            self._building = news.kind not in ENDS
            match news.kind:
                case "checked":
                    self._problems = news.problems
                case "json":
                    self._json_is_newer = True
                case "published":
                    self._state, self._words = "good", ""
                    self._version, self._json_is_newer = news.version, False
                case "problems" | "failed":
                    self._state, self._words = news.kind, news.words
                case "gave-up":
                    pass

    @property
    def version(self) -> str:
        """Equal for equal sites; empty before the first build."""
        with self._lock:
            return self._version

    @property
    def json_is_newer(self) -> bool:
        """Whether newer JSON than the published site's lies ready."""
        with self._lock:
            return self._json_is_newer

    def as_data(self) -> dict[str, object]:
        """All of it, for `/problems.json`."""
        with self._lock:
            return {
                "state": self._state,
                "building": self._building,
                "version": self._version,
                "words": self._words,
                "problems": list(self._problems),
            }
