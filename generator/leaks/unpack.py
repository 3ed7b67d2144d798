"""A file's bytes, and what is packed inside them."""

import bz2
import gzip
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping

DEEPEST = 4
"""Packed in packed in packed: nobody publishes that by mistake, and a bomb ends here."""
LARGEST = 256 * 1024 * 1024

PACKED: Mapping[bytes, Callable[[bytes], bytes]] = {
    b"\x1f\x8b": gzip.decompress,
    b"BZh": bz2.decompress,
    b"\xfd7zXZ\x00": lzma.decompress,
}
"""How a file begins, and how it is unpacked."""
CLOSED = (".br", ".zst", ".7z", ".rar")
"""What nothing here can unpack."""
ZIP = b"PK\x03\x04"


class Unreadable(Exception):  # noqa: N818 - told as a problem
    """A file that can hold what nobody can look for."""


def unpacked(name: str, content: bytes, depth: int = 0) -> Iterator[tuple[str, bytes]]:
    """The file itself and every file inside, each with a name. Raises `Unreadable`."""
    if name.endswith(CLOSED):
        raise Unreadable("its compression is not known")
    if depth > DEEPEST or len(content) > LARGEST:
        raise Unreadable("it is packed too deeply or too large")
    yield name, content
    try:
        for inner, part in _inside(name, content):
            yield from unpacked(inner, part, depth + 1)
    except (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile) as error:
        raise Unreadable(f"it cannot be unpacked ({error})") from error


def _inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    for start, unpack in PACKED.items():
        if content.startswith(start):
            yield f"{name}!", unpack(content)
    if content.startswith(ZIP):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for each in archive.infolist():
                yield f"{name}!{each.filename}", archive.read(each)
    if content.startswith(b"\x89PNG"):
        yield from _in_picture(name, content)


def _in_picture(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The texts of a PNG, which may be compressed."""
    at = 8
    while at + 8 <= len(content):
        length = int.from_bytes(content[at : at + 4], "big")
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        if kind in {b"zTXt", b"iTXt"}:
            for start in (i for i in range(len(data)) if data[i : i + 1] == b"\x78"):
                try:
                    yield f"{name}!{kind.decode()}", zlib.decompress(data[start:])
                except zlib.error:
                    continue
        at += length + 12
