"""The site on this machine, built anew after each edit; the last good one stays."""

import threading
import time
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click
from watchfiles import watch

from generator.cli.build import build_project
from generator.cli.report import Reporter
from generator.output import OutputError

WATCHED = ("content", "rules", "site_templates")


class _Handler(SimpleHTTPRequestHandler):
    """Serves the site without a line in the terminal for each file, and never from a cache."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has
        del format, args

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def serve_project(root: Path, as_of: date, reporter: Reporter, port: int) -> None:
    """Serve `site/` on 127.0.0.1 until interrupted, and build after each change of a source."""
    _rebuild(root, as_of, reporter)
    handler = partial(_Handler, directory=str(root / "site"))
    with ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        click.echo(f"Serving http://127.0.0.1:{server.server_port}/ – Ctrl-C ends it.")
        folders = [root / name for name in WATCHED if (root / name).is_dir()]
        try:
            for _ in watch(*folders, raise_interrupt=True):
                _rebuild(root, as_of, reporter)
        except KeyboardInterrupt:
            click.echo()
        finally:
            server.shutdown()


def _rebuild(root: Path, as_of: date, reporter: Reporter) -> None:
    start = time.perf_counter()
    try:
        good = build_project(root, as_of, reporter)
    except OutputError as error:
        click.secho(str(error), fg="red", err=True)
        good = False
    if good:
        click.echo(f"Built in {time.perf_counter() - start:.1f} s.")
