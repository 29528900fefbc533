"""The cheap look at a document that is a zip of XML parts (XLSX, DOCX), before anything is unpacked.

What is refused is told by the exception Unreadable, whose message is for the person who has the document. Nothing is
written to the disk, so that names inside the zip can do no harm.
"""

from __future__ import annotations

import io
import lzma
import posixpath
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import IO
from urllib.parse import unquote
from xml.parsers import expat
from zipfile import BadZipFile, LargeZipFile, ZipFile, ZipInfo

MOST_ENTRIES = 20_000
"""Files in one zip."""
MOST_BYTES = 512 * 1024 * 1024
"""Bytes of all files of one zip, unpacked."""
MOST_RATIO = 250
"""How many times larger a zip of more than RATIO_FROM bytes may become when it is unpacked."""
RATIO_FROM = 32 * 1024 * 1024
"""Bytes, unpacked, below which no ratio is too large: an empty sheet is small in any case."""
LONGEST_PROLOG = 64 * 1024
"""Bytes of an XML part within which its first element must begin."""
DEEPEST = 1000
"""How deep elements of a part may stand inside each other."""
_CHUNK = 64 * 1024
_NAMES = 1000
_STEP = 1024
_ENCRYPTED = 0x1
_RELATIONS_OF = "{folder}/_rels/{file}.rels"

_TROUBLE = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    OverflowError,
    LookupError,
)
"""What zipfile raises for damaged zips; NotImplementedError (an unknown compression) is a RuntimeError."""


class Unreadable(Exception):
    """A document, or a part of it, that is not read; the message says what was found and what to do."""


@dataclass(frozen=True, slots=True)
class Package:
    """A zip that was looked at and may be read.

    Attributes:
        archive: the zip.
        names: the names of its files, by the spelling in which they are sought: with slashes, in lower case.
    """

    archive: ZipFile
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def holds(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return _sought(name) in self.names


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: its kind (the last word of the type) and where it is."""

    kind: str
    target: str
    external: bool = False


def open_package(content: bytes) -> Package:
    """A zip based document, looked at.

    Raises:
        Unreadable: cut off, encrypted, too large unpacked, or with a document type declaration in an XML part.
    """
    with _trouble("this file"):
        archive = ZipFile(io.BytesIO(content))
        entries = archive.infolist()
        _check_sizes(entries, len(content))
        package = Package(archive, {_sought(entry.filename): entry.filename for entry in entries})
    for entry in entries:
        if entry.flag_bits & _ENCRYPTED:
            message = f"encrypted ({entry.filename} needs a password): save it without a password"
            raise Unreadable(message)
        if entry.filename.lower().endswith((".xml", ".rels")):
            _check_prolog(package, entry.filename)
    return package


def _sought(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _check_sizes(entries: list[ZipInfo], packed: int) -> None:
    if len(entries) > MOST_ENTRIES:
        message = f"a zip of {len(entries):,} files, at most {MOST_ENTRIES:,} are read: save it again as one document"
        raise Unreadable(message)
    size = sum(entry.file_size for entry in entries)
    if size > MOST_BYTES:
        message = (
            f"{packed:,} bytes that become {size:,} when unpacked, at most {MOST_BYTES:,} are read: "
            "a zip bomb or a damaged file; split it if it is neither"
        )
        raise Unreadable(message)
    if size > RATIO_FROM and size > packed * MOST_RATIO:
        message = (
            f"unpacked it is {size // max(packed, 1):,} times as large ({size:,} bytes), at most {MOST_RATIO} times is "
            "read: a zip bomb or empty cells without end; delete what is unused and save it again"
        )
        raise Unreadable(message)


def _check_prolog(package: Package, name: str) -> None:
    """Refuse a part that declares a document type: office documents have none, and only there stand entities."""
    head = b""
    # A damaged part is told by the reader that needs it; most do without most parts.
    with suppress(Unreadable):
        head = next(chunks(package, name, size=LONGEST_PROLOG), b"")
    found = _opening(name, head)
    if found == "declaration":
        message = (
            f"{name} declares a document type (<!DOCTYPE, where entities are defined): refused, since no office "
            "program writes one; open it in the program that made it and save it again"
        )
        raise Unreadable(message)
    if found == "nothing" and len(head) == LONGEST_PROLOG:
        message = f"{name} has no element in its first {LONGEST_PROLOG:,} bytes: refused; save the document again"
        raise Unreadable(message)


def _opening(name: str, head: bytes) -> str:
    """What an XML text begins with behind its comments: "element", "declaration" or "nothing"."""
    found: list[str] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: found.append("declaration")
    parser.StartElementHandler = lambda *_: found.append("element")
    try:
        # What is not well-formed is told by the reader that needs the part.
        with suppress(expat.ExpatError):
            for start in range(0, len(head), _STEP):
                parser.Parse(head[start : start + _STEP], False)  # noqa: FBT003 - the signature of expat
                if found:
                    break
    except (LookupError, ValueError) as error:
        message = f"{name} has an encoding that is not read ({error}), UTF-8 was expected; save the document again"
        raise Unreadable(message) from error
    return found[0] if found else "nothing"


@contextmanager
def _trouble(what: str) -> Iterator[None]:
    """Whatever zipfile has to say about a damaged zip, as one kind of trouble."""
    try:
        yield
    except _TROUBLE as error:
        why = str(error) or type(error).__name__
        message = f"cannot unpack {what} ({why}): cut off or damaged; get it again, or save it again"
        raise Unreadable(message) from error


def chunks(package: Package, name: str, *, size: int = _CHUNK) -> Iterator[bytes]:
    """A part piece by piece, each of at most `size` bytes.

    Raises:
        Unreadable: there is no such part, or it is damaged.
    """
    actual = package.names.get(_sought(name))
    if actual is None:
        message = f"the part {name} is missing: the file is damaged or no such document; save it again"
        raise Unreadable(message)
    with _trouble(name):
        stream = package.archive.open(actual)
    with stream:
        while chunk := _read(stream, name, size):
            yield chunk


def _read(stream: IO[bytes], name: str, size: int) -> bytes:
    with _trouble(name):
        return stream.read(size)


def part(package: Package, name: str, *, most: int) -> bytes:
    """A part as a whole.

    Args:
        package: where it is.
        name: which one.
        most: bytes that it may have.

    Raises:
        Unreadable: there is no such part, it is damaged or larger.
    """
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks(package, name):
        pieces.append(chunk)
        size += len(chunk)
        if size > most:
            message = f"{name} has more than {most:,} bytes, the most that is read: split the document"
            raise Unreadable(message)
    return b"".join(pieces)


def parse(package: Package, name: str, parser: expat.XMLParserType) -> None:
    """Feed a part to a parser, piece by piece; namespaces are the parser's affair.

    Raises:
        Unreadable: there is no such part, it is damaged, or no well-formed XML.
    """
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_declaration
    try:
        for chunk in chunks(package, name):
            parser.Parse(chunk, False)  # noqa: FBT003 - the signature of expat
        parser.Parse(b"", True)  # noqa: FBT003 - the signature of expat
    except expat.ExpatError as error:
        message = f"{name} is no well-formed XML ({error}): damaged; open it in its program and save it again"
        raise Unreadable(message) from error


def _refuse_declaration(*_: object) -> None:
    message = "a part declares a document type (<!DOCTYPE): refused; save the document again"
    raise Unreadable(message)


def element_parser(
    start: Callable[[str, dict[str, str]], object],
    end: Callable[[str], object] | None = None,
    text: Callable[[str], object] | None = None,
) -> expat.XMLParserType:
    """A parser that names elements without their namespaces, which differ between the dialects of a format.

    What it is fed raises Unreadable where elements stand deeper inside each other than DEEPEST.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    names = _LocalNames()
    depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            message = f"elements inside each other deeper than {DEEPEST:,}, the most that is read: save it again"
            raise Unreadable(message)
        start(names[name], attributes)

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end:
            end(names[name])

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    if text:
        parser.CharacterDataHandler = text
    return parser


class _LocalNames(dict[str, str]):
    """Local names by full ones; a part repeats a few names a million times."""

    def __missing__(self, name: str) -> str:
        if len(self) < _NAMES:
            self[name] = local(name)
        return local(name)


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(" ")[2]


def relations(package: Package, name: str) -> dict[str, Relation]:
    """The relations of a part ("" for the document as a whole) by their ids; none where none are stated.

    Raises:
        Unreadable: they are damaged.
    """
    folder, file = posixpath.split(name)
    found: dict[str, Relation] = {}

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            found[attributes.get("Id", "")] = _relation(folder, attributes)

    where = _RELATIONS_OF.format(folder=folder, file=file)
    if package.holds(where):
        parse(package, where, element_parser(start))
    return found


def _relation(folder: str, attributes: Mapping[str, str]) -> Relation:
    target = unquote(attributes.get("Target", ""))
    # A target that begins with a slash counts from the root.
    where = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = attributes.get("Type", "").rpartition("/")[2]
    return Relation(kind, where, attributes.get("TargetMode") == "External")


def main_part(package: Package, usual: str) -> str:
    """The name of the part that is the document itself.

    Args:
        package: the zip.
        usual: the name that it has nearly always, taken where none is stated.

    Raises:
        Unreadable: there is none.
    """
    stated = [relation.target for relation in relations(package, "").values() if relation.kind == "officeDocument"]
    for name in (*stated, usual):
        if package.holds(name) and name.lower().endswith(".xml"):
            return name
    if any(name.lower().endswith(".bin") and package.holds(name) for name in stated):
        message = "a binary workbook (.xlsb), which is not read: save it as .xlsx"
        raise Unreadable(message)
    some = ", ".join(sorted(package.names.values())[:3]) or "nothing"
    message = f"a zip without {usual} (it holds {some} ...): not the document that its name says; save it again as one"
    raise Unreadable(message)
