"""Security headers in the form of two kinds of host: a `_headers` file, and a part for nginx."""

from collections.abc import Mapping, Sequence

OPEN_FOLDERS = ("guides", "player", "search", "schemas")
"""What apps on other origins may fetch."""
UNSERVED = ("_headers", "nginx.conf")

_BASE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    # Figures change: a copy may be kept, but is asked after each time.
    "Cache-Control": "no-cache",
}
_OPEN = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}

_NGINX = """\
# Security headers of the help centre, written anew by each build. Include it in the server block
# that names `listen`, `server_name` and, as `root`, the folder in which this file stands; then
# `nginx -s reload` after each build. With TLS, add there what this file cannot know:
#   add_header Strict-Transport-Security "max-age=31536000" always;
# and again in each location below that has headers, for nginx passes none on to those.

index index.html;
charset utf-8;
absolute_redirect off;
server_tokens off;
gzip on;
gzip_vary on;
gzip_types text/css text/javascript application/javascript application/json image/svg+xml;

{base}

error_page 404 /404.html;
{missing}
{opened}
{unserved}
"""


def headers_file(policy: str) -> str:
    """`_headers`, as several static hosts read it. A later block adds to an earlier one."""
    blocks = [_block("/*", {"Content-Security-Policy": policy, **_BASE})]
    blocks += [_block(f"/{folder}/*", _OPEN) for folder in OPEN_FOLDERS]
    return "\n".join(blocks)


def nginx_file(policy: str, locales: Sequence[str]) -> str:
    """A part of nginx's configuration, for inside a server block."""
    base = {"Content-Security-Policy": policy, **_BASE}
    missing = [
        f"location ^~ /{locale}/ {{\n    error_page 404 /{locale}/404.html;\n}}"
        for locale in locales
    ]
    opened = [
        f"location ^~ /{folder}/ {{\n{_added({**base, **_OPEN}, '    ')}\n}}"
        for folder in OPEN_FOLDERS
    ]
    unserved = [f"location = /{name} {{\n    return 404;\n}}" for name in UNSERVED]
    return _NGINX.format(
        base=_added(base), missing="\n".join(missing), opened="\n".join(opened),
        unserved="\n".join(unserved),
    )  # fmt: skip


def _block(path: str, headers: Mapping[str, str]) -> str:
    return "".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _added(headers: Mapping[str, str], indent: str = "") -> str:
    return "\n".join(
        f'{indent}add_header {name} "{value}" always;' for name, value in headers.items()
    )
