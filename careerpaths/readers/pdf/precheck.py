"""A cheap look at a PDF's bytes before it is parsed: is it one, is it whole, does it swell beyond all measure.

PDFium would decode a stream of 2 GB out of 3.8 kB; here each stream is decoded up to a limit, and no further. What this
look cannot read (a damaged file, a cipher without its library) is left to PDFium, in a worker with limits of its own.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from io import BytesIO
from math import inf

import pypdf
from pypdf.errors import LimitReachedError
from pypdf.generic import IndirectObject, StreamObject

MOST_OBJECTS = 200_000
"""Objects of a file."""
MOST_STREAM_BYTES = 64_000_000
"""Bytes of one stream, decoded; the text of a page has some thousands, a large font some millions."""
MOST_DECODED_BYTES = 512_000_000
"""Bytes of all streams together, decoded; pictures do not count, they are not decoded."""
_GROWTH = {"/FlateDecode": 1032, "/Fl": 1032, "/LZWDecode": 2731, "/LZW": 2731, "/RunLengthDecode": 64, "/RL": 64}
"""How many bytes a filter makes of one at most."""
_GROWS_NOT = ("/ASCIIHexDecode", "/AHx", "/Crypt", "/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode")
"""Filters that make no more bytes, and those of pictures, which are not decoded for texts."""
_HEAD = 1024
_TAIL = 2048

CLOSED = "protected by a password: save a copy without one (print it to PDF) and read that"
CUT_OFF = "cut off: the end mark %%EOF is missing, so that pages may be missing too; get the whole file again"

# Its warnings on damaged files would reach standard error; what matters is said as a problem.
logging.getLogger("pypdf").addHandler(logging.NullHandler())
logging.getLogger("pypdf").propagate = False


def refusal(content: bytes) -> str | None:
    """Why a file is not parsed at all; None where it may be."""
    if b"%PDF-" not in content[:_HEAD]:
        begins = "it is empty" if not content else f"it begins with {content[:8]!r}"
        return f"not a PDF: {begins}, expected %PDF-; check the file"
    try:
        return _swelling(content)
    except (LimitReachedError, RecursionError, MemoryError) as error:
        return _too_much(str(error) or type(error).__name__)
    except Exception:  # noqa: BLE001 - pypdf fails in many ways on damaged files; PDFium has the last word on them
        return None


def is_cut_off(content: bytes) -> bool:
    """Whether the end mark is missing."""
    return b"%%EOF" not in content[-_TAIL:]


def _too_much(what: str) -> str:
    return (
        f"its data grow too much when decoded ({what}); at most {MOST_STREAM_BYTES:,} bytes in one stream and "
        f"{MOST_DECODED_BYTES:,} in all are read, whatever the configuration says: print it to PDF anew, or split it"
    )


def _swelling(content: bytes) -> str | None:
    """Why a file holds too much, or is closed by a password."""
    limit = MOST_STREAM_BYTES
    with pypdf.apply_configuration(
        maximum_declared_stream_length=len(content),
        zlib_maximum_output_length=limit,
        zlib_maximum_recovery_input_length=100_000,
        lzw_maximum_output_length=limit,
        run_length_maximum_output_length=limit,
        stream_decoding_work_maximum_length=4 * limit,
        jbig2dec_binary=None,
    ):
        reader = pypdf.PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return CLOSED
        return _streams_refused(reader)


def _streams_refused(reader: pypdf.PdfReader) -> str | None:
    count = sum(map(len, reader.xref.values())) + len(reader.xref_objStm)
    if count > MOST_OBJECTS:
        return f"{count:,} objects, at most {MOST_OBJECTS:,} are read: print it to PDF anew, or split the document"
    # Few bytes cannot become too many: nothing is decoded then.
    most = [_most_bytes(stream) for stream in _streams(reader)]
    if max(most, default=0) <= MOST_STREAM_BYTES and sum(most) <= MOST_DECODED_BYTES:
        return None
    decoded = 0
    for stream in _streams(reader):
        decoded += _decoded_bytes(stream)
        if decoded > MOST_DECODED_BYTES:
            return _too_much(f"more than {MOST_DECODED_BYTES:,} bytes in all")
    return None


def _most_bytes(stream: StreamObject) -> float:
    """How many bytes a stream may become when it is decoded."""
    data = stream._data  # noqa: SLF001 - the bytes before decoding, which pypdf gives by no other name
    filters = stream.get("/Filter", ())
    most = float(len(data))
    for name in [filters] if isinstance(filters, str) else filters:
        if name in ("/ASCII85Decode", "/A85"):
            # Five letters are four bytes, but a z is four of them alone.
            most = 0.8 * most + (4 * data.count(b"z") if most == len(data) else 3.2 * most)
        elif name not in _GROWS_NOT:
            most *= _GROWTH.get(name, inf)
    return most


def _streams(reader: pypdf.PdfReader) -> Iterator[StreamObject]:
    """The streams of a file but for pictures, each forgotten before the next one."""
    for generation, numbers in list(reader.xref.items()):
        for number in list(numbers):
            found = reader.get_object(IndirectObject(number, generation, reader))
            if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image":
                yield found
            reader.resolved_objects.pop((generation, number), None)


def _decoded_bytes(stream: StreamObject) -> int:
    """Bytes of a stream decoded; one that cannot be decoded has none.

    Raises:
        LimitReachedError: they are too many.
    """
    try:
        return len(stream.get_data())
    except LimitReachedError:
        raise
    except Exception:  # noqa: BLE001 - filters that pypdf does not know, broken data: nothing swells here
        return 0
