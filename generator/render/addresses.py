"""Where everything stands in the built site. Page addresses never die, so they are made here only.

All addresses are relative to the site's root, such as `zh/issues/withdrawal-not-arrived/`.
"""

from hashlib import sha256
from posixpath import relpath

from generator.resolve.prose import Target
from generator.schema import EditionLocale

GUIDE_INDEX = "guides/index.json"
CALENDARS_FILE = "guides/calendars.json"
CALCULATORS_FILE = "guides/calculators.json"
CALCULATOR_VECTORS = "guides/calculators.vectors.json"
PARAMETERS_FILE = "guides/parameters.json"
CODES_FILE = "guides/codes.json"
EMBED = "embed/"
PLAYER = "player/"
PACKAGE = "player/package/"
VISIT = "visit.js"
HASH_DIGITS = 12
"""Of SHA-256, in hexadecimal: enough against mistakes; an attacker would have the host itself."""
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
LLMS = "llms.txt"
ENTRANCE = "index.html"

SEARCH = "search/"
SEARCH_BOX = "search/box.js"


def home(locale: EditionLocale) -> str:
    """The address of the home page."""
    return f"{locale}/"


def page(locale: EditionLocale, target: Target) -> str:
    """The address of an issue, answer, topic, channel or article."""
    if target.kind == "channel":
        return f"{locale}/channels/#{target.id}"
    return f"{locale}/{target.kind}s/{target.id}/"


def search(locale: EditionLocale) -> str:
    """The address of the search page; `?q=` names what is looked for."""
    return f"{locale}/search/"


def picture(locale: EditionLocale, name: str) -> str:
    """The address of a drawing of the theme."""
    return f"{locale}/assets/pictures.svg#{name}"


def reading(locale: EditionLocale) -> str:
    """The address of the list of articles."""
    return f"{locale}/articles/"


def glossary(locale: EditionLocale) -> str:
    """The address of the glossary; a term's id is its anchor."""
    return f"{locale}/glossary/"


def messages(locale: EditionLocale) -> str:
    """The address of the error messages; a message's id is its anchor."""
    return f"{locale}/messages/"


def drills(locale: EditionLocale) -> str:
    """The address of the list of drills."""
    return f"{locale}/drills/"


def drill(locale: EditionLocale, name: str) -> str:
    """The address of a drill."""
    return f"{locale}/drills/{name}/"


def notices(locale: EditionLocale) -> str:
    """The address of the notices."""
    return f"{locale}/notices/"


def chooser(locale: EditionLocale) -> str:
    """The address of the wallet chooser."""
    return f"{locale}/tools/wallet-chooser/"


def sos(locale: EditionLocale) -> str:
    """The address of the page for a loss in progress."""
    return f"{locale}/sos/"


def about(locale: EditionLocale) -> str:
    """The address of the page on how guides are proved."""
    return f"{locale}/about/"


def privacy(locale: EditionLocale) -> str:
    """The address of the page on what is kept of a visit."""
    return f"{locale}/privacy/"


def missing(locale: EditionLocale) -> str:
    """The address of the page that is shown in place of one that is missing."""
    return f"{locale}/404.html"


def tools(locale: EditionLocale) -> str:
    """The address of the list of tools."""
    return f"{locale}/tools/"


def tool(locale: EditionLocale, name: str) -> str:
    """The address of a tool."""
    return f"{locale}/tools/{name}/"


def tool_module(name: str) -> str:
    """The address of the module that makes a tool live."""
    return f"tools/{name}.js"


def document(locale: EditionLocale, kind: str, name: str) -> str:
    """The address of anything that a search finds."""
    match kind:
        case "term":
            return f"{glossary(locale)}#{name}"
        case "message":
            return f"{messages(locale)}#{name}"
        case "channel":
            return f"{locale}/channels/#{name}"
        case "macro":
            return f"{locale}/macros/#{name}"
        case _:
            return f"{locale}/{kind}s/{name}/"


def search_index_file(locale: EditionLocale) -> str:
    """The address of a locale's search index."""
    return f"{SEARCH}{locale}.json"


def search_snippets_file(locale: EditionLocale) -> str:
    """The address of the sentences that stand below a locale's hits."""
    return f"{SEARCH}{locale}.snippets.json"


def offline(locale: EditionLocale) -> str:
    """The address of the page in place of one that is not there without a network."""
    return f"{locale}/offline/"


def short_hash(content: bytes) -> str:
    """The hash by which a published file is known."""
    return sha256(content).hexdigest()[:HASH_DIGITS]


def versioned(address: str, content: bytes) -> str:
    """An address that changes with the file, so that no page is shown with another one's parts."""
    return f"{address}?v={short_hash(content)}"


def guide_file(locale: EditionLocale, guide: str) -> str:
    """The address of a guide's JSON."""
    return f"guides/{locale}/{guide}.json"


def details_file(locale: EditionLocale, guide: str) -> str:
    """The address of the whole answers of a guide, and of its reasons."""
    return f"guides/{locale}/{guide}.details.json"


def leaves_file(guide: str) -> str:
    """The address of the stylesheet that says what a guide's leaves show without scripts."""
    return f"leaves/{guide}.css"


def embed(locale: EditionLocale, page: str = "") -> str:
    """The address of the pages for app developers."""
    return f"{locale}/embed/{page}"


def embed_host(locale: EditionLocale, name: str) -> str:
    """The address of a page as somebody else's would be."""
    return f"{EMBED}{locale}/{name}.html"


def bundle_file(locale: EditionLocale) -> str:
    """The address of all that an app needs of a locale without a network."""
    return f"guides/{locale}.bundle.json"


def words_file(locale: EditionLocale) -> str:
    """The address of the words of the player."""
    return f"{PLAYER}words.{locale}.json"


def vectors_file(guide: str) -> str:
    """The address of a guide's test vectors."""
    return f"guides/{guide}.vectors.json"


def topics(locale: EditionLocale) -> str:
    """The address of the list of topics."""
    return f"{locale}/topics/"


def index(locale: EditionLocale) -> str:
    """The address of the index from A to Z."""
    return f"{locale}/a-z/"


def changes(locale: EditionLocale) -> str:
    """The address of the page that tells what changed."""
    return f"{locale}/changes/"


def feed(locale: EditionLocale) -> str:
    """The address of the feed of changes."""
    return f"{locale}/changes.xml"


def twin(address: str) -> str:
    """The address of the Markdown twin of a page."""
    return f"{address}index.md"


def shared_picture(name: str) -> str:
    """The address of the picture that stands for pages where they are shared."""
    return f"pictures/{name}.png"


def within(address: str) -> str:
    """A page's address as seen from its locale's home."""
    return address.partition("/")[2]


def link(address: str, here: str, site_url: str | None) -> str:
    """An address in full where it is known where the site stands, else as seen from `here`."""
    return site_url + address if site_url else relative(address, here)


def relative(address: str, base: str) -> str:
    """An address as seen from a page or file whose own address is `base`."""
    path, hash_mark, fragment = address.partition("#")
    folder = base if base.endswith("/") else base.rpartition("/")[0]
    link = relpath(path or ".", folder or ".")
    slash = "/" if path.endswith("/") and not link.endswith("/") else ""
    return f"{link}{slash}{hash_mark}{fragment}"
