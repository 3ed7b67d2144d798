"""How to serve the agents' site: an example for nginx, with a password."""

NGINX = "nginx.conf"
UNSERVED = (NGINX,)

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # Nothing of this may stay on a machine that somebody else uses next.
    "Cache-Control": "no-store",
}

_FILE = """\
# The agents' site of the help centre, written anew by each build. Include it in a server block of
# its own, with TLS, that names `listen`, `server_name` and, as `root`, the folder in which this
# file stands. The passwords stand outside that folder, beside nginx's own configuration:
#   htpasswd -cB /etc/nginx/agents.htpasswd NAME
# With TLS, add: add_header Strict-Transport-Security "max-age=31536000" always;
# Without TLS a password can be read on its way.

auth_basic "Agents";
auth_basic_user_file agents.htpasswd;

index index.html;
charset utf-8;
absolute_redirect off;
server_tokens off;
gzip on;
gzip_vary on;
gzip_types text/css text/javascript application/javascript application/json image/svg+xml;

{headers}

{unserved}
"""


def nginx_file() -> str:
    """A part of nginx's configuration."""
    headers = "\n".join(f'add_header {name} "{value}" always;' for name, value in HEADERS.items())
    unserved = "\n".join(f"location = /{name} {{\n    return 404;\n}}" for name in UNSERVED)
    return _FILE.format(headers=headers, unserved=unserved)
