"""The HTTP server: the site with a script in each page, what is known about it, newer JSON."""

import errno
import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import TCPServer
from urllib.parse import urlsplit

from generator.cli.serve.board import Board
from generator.hosting import SWITCH

HOST = "127.0.0.1"
SCRIPT, STATE = "/live.js", "/problems.json"
LIVE = Path(__file__).with_name("live.js")
MISSING = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>%(code)d</title>
<body><p>There is no such page, or not yet. It will show here once it is built.</p></body></html>
"""


class CannotServe(Exception):  # noqa: N818 - the message is for the user
    """The port cannot be had."""


@contextmanager
def listening(root: Path, board: Board, port: int) -> Iterator[str]:
    """Serve in the background; the address. Raises `CannotServe`."""
    handler = partial(_Handler, root=root, board=board)
    with _server(port, handler) as server:
        threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
        try:
            yield f"http://{HOST}:{server.server_port}/"
        finally:
            server.shutdown()


def _server(port: int, handler: partial["_Handler"]) -> "_Server":
    try:
        return _Server((HOST, port), handler)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CannotServe(
                f"port {port} is in use, perhaps by another `helpcenter serve`. "
                f"Look at http://{HOST}:{port}/, end it, or choose another with --port."
            ) from error
        reason = (error.strerror or str(error)).lower()
        raise CannotServe(f"port {port}: {reason}. Choose another with --port.") from error


class _Server(ThreadingHTTPServer):
    def server_bind(self) -> None:
        # The library's own looks the host's name up, which may take seconds.
        TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        # A browser that has left a page is no error.
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(SimpleHTTPRequestHandler):
    """Answers without a line in the terminal for each file, and never from a cache."""

    def __init__(self, *arguments: object, root: Path, board: Board) -> None:
        self.site, self.shared = root.absolute() / "site", root.absolute() / "build" / "shared"
        self.board = board
        super().__init__(*arguments, directory=str(self.site))  # type: ignore[arg-type]

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        del format, args

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        if not self._own():
            super().do_GET()

    def do_HEAD(self) -> None:
        if not self._own():
            super().do_HEAD()

    def translate_path(self, path: str) -> str:
        """A file of the site, or the newer one that is not published yet."""
        found = super().translate_path(path)
        newer = self.shared / Path(found).relative_to(self.site)
        return str(newer) if self.board.json_is_newer and newer.is_file() else found

    @property
    def error_message_format(self) -> str:  # type: ignore[override]
        """A page that shows what is wrong, and then the page that was asked for."""
        return with_script(MISSING.encode(), self.board.version).decode()

    def _own(self) -> bool:
        """Answer what is not simply a file; True if that was it."""
        path = urlsplit(self.path).path
        if path == STATE:
            state = json.dumps(self.board.as_data(), ensure_ascii=False, indent=1)
            self._answer("application/json", state.encode())
        elif path == SCRIPT:
            self._answer("text/javascript", LIVE.read_bytes())
        elif path == f"/{SWITCH}":
            # Authors see their edits, never what a browser has kept.
            self._answer("application/json", b'{"on": false}')
        elif "%00" in path:
            self.send_error(HTTPStatus.NOT_FOUND)
        else:
            return self._page(f"{path}index.html" if path.endswith("/") else path)
        return True

    def _page(self, path: str) -> bool:
        if not path.endswith(".html"):
            return False
        # The version goes first: a page that is newer than it says is loaded once too often.
        version = self.board.version
        try:
            page = Path(self.translate_path(path)).read_bytes()
        except OSError:
            return False
        self._answer("text/html", with_script(page, version))
        return True

    def _answer(self, kind: str, content: bytes) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)


def with_script(page: bytes, version: str) -> bytes:
    """A page with the script that reloads it once the site is newer than `version`."""
    script = f'<script src="{SCRIPT}" data-version="{version}" defer></script>'.encode()
    head, end, rest = page.rpartition(b"</body>")
    return head + script + end + rest if end else page + script
