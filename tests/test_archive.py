"""The cheap look at zip based documents: sizes, passwords, document type declarations, damage."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.readers import archive
from careerpaths.readers.archive import (
    Relation,
    Unreadable,
    element_parser,
    main_part,
    open_package,
    parse,
    part,
    relations,
)

MAIN = "word/document.xml"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://x/officeDocument" Target="word/document.xml"/></Relationships>'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()


def refused(content: bytes) -> str:
    """Why a document is not read."""
    with pytest.raises(Unreadable) as caught:
        open_package(content)
    return str(caught.value)


def test_a_sound_package_is_opened() -> None:
    """Its main part is found by its relations, and a part is read as a whole."""
    package = open_package(zipped({"_rels/.rels": RELATIONS, MAIN: "<a/>"}))
    assert main_part(package, "elsewhere.xml") == MAIN
    assert part(package, MAIN, most=4) == b"<a/>"
    assert relations(package, "") == {"a": Relation("officeDocument", MAIN)}


def test_without_relations_the_usual_name_is_the_main_part() -> None:
    """A zip that states nothing is read where its parts have the usual names, in any case and with either slash."""
    package = open_package(zipped({"Word\\Document.xml": "<a/>"}))
    assert main_part(package, MAIN) == MAIN
    assert part(package, MAIN, most=9) == b"<a/>"


@pytest.mark.parametrize(
    ("target", "expected"),
    [("header1.xml", "word/header1.xml"), ("/word/a%20b.xml", "word/a b.xml"), ("../x.xml", "x.xml"), ("", "word")],
)
def test_targets_count_from_the_folder_of_their_part(target: str, expected: str) -> None:
    """A relative target counts from the part, one with a slash from the root; none leads out of the zip."""
    stated = RELATIONS.replace("word/document.xml", target)
    package = open_package(zipped({"word/_rels/document.xml.rels": stated}))
    assert relations(package, MAIN)["a"].target == expected


def test_a_package_without_the_document_says_what_it_holds() -> None:
    """Another kind of zip is told by the names of its files."""
    package = open_package(zipped({"content.xml": "<a/>", "mimetype": "text"}))
    with pytest.raises(
        Unreadable, match=r"a zip without word/document\.xml \(it holds content\.xml, mimetype \.\.\.\)"
    ):
        main_part(package, MAIN)


def test_a_binary_workbook_is_told() -> None:
    """An .xlsb is a zip too, whose parts are no XML."""
    stated = RELATIONS.replace(MAIN, "xl/workbook.bin")
    with pytest.raises(Unreadable, match=r"a binary workbook \(\.xlsb\), which is not read: save it as \.xlsx"):
        main_part(open_package(zipped({"_rels/.rels": stated, "xl/workbook.bin": "x"})), "xl/workbook.xml")


def test_a_missing_part_is_said() -> None:
    """A part that is named and not there."""
    with pytest.raises(Unreadable, match=r"the part a\.xml is missing"):
        part(open_package(zipped({})), "a.xml", most=1)


def test_a_part_may_be_too_large() -> None:
    """A limit of one part is named."""
    with pytest.raises(Unreadable, match=r"a\.xml has more than 3 bytes"):
        part(open_package(zipped({"a.xml": "<a/>"})), "a.xml", most=3)


BILLION_LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize("name", ["word/document.xml", "customXml/item1.XML", "_rels/.rels"])
@pytest.mark.parametrize(
    "text",
    [
        BILLION_LAUGHS.encode(),
        b"\xef\xbb\xbf" + BILLION_LAUGHS.encode(),
        f'<?xml version="1.0"?>\n<!-- {"x" * 5000} -->\n{BILLION_LAUGHS}'.encode(),
        BILLION_LAUGHS.encode("utf-16"),
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    ],
)
def test_a_document_type_is_refused_in_any_part(name: str, text: bytes) -> None:
    """Only there can entities be defined, and no office program writes one; neither comments nor encodings hide it."""
    message = refused(zipped({MAIN: "<a/>", name: text}))
    assert message.startswith(f"{name} declares a document type (<!DOCTYPE, where entities are defined): refused")


def test_a_document_type_cannot_be_pushed_out_of_sight() -> None:
    """A part must begin with an element within a limit."""
    text = f"<!--{'x' * archive.LONGEST_PROLOG}-->{BILLION_LAUGHS}"
    assert "has no element in its first 65,536 bytes: refused" in refused(zipped({MAIN: text}))


@pytest.mark.parametrize("name", ["word/media/image1.svg", "word/afchunk.htm"])
def test_pictures_and_web_pages_inside_may_have_a_document_type(name: str) -> None:
    """They are never parsed."""
    open_package(zipped({MAIN: "<a/>", name: "<!DOCTYPE svg><svg/>"}))


def test_an_unknown_encoding_is_refused() -> None:
    """What cannot be looked at is not read."""
    assert "an encoding that is not read" in refused(zipped({MAIN: '<?xml version="1.0" encoding="utf-7"?><a/>'}))


def test_too_many_files_are_refused() -> None:
    """The number of files is bounded."""
    message = refused(zipped({str(number): "" for number in range(archive.MOST_ENTRIES + 1)}))
    assert message.startswith("a zip of 20,001 files, at most 20,000 are read")


def bomb(size: int) -> bytes:
    """A zip that says of its only part that it has so many bytes."""
    content = bytearray(zipped({MAIN: "<a/>"}))
    struct.pack_into("<I", content, content.rindex(b"PK\x01\x02") + 24, size)
    return bytes(content)


def test_a_zip_bomb_is_refused_unpacked() -> None:
    """The sizes that a zip states are summed before anything is unpacked."""
    assert "become 1,500,000,000 when unpacked" in refused(bomb(1_500_000_000))
    assert "a zip bomb or empty cells without end" in refused(bomb(archive.RATIO_FROM + 1))


def test_a_zip_that_states_too_small_a_size_gives_no_more() -> None:
    """A part never gives more bytes than it states."""
    package = open_package(bomb(2))
    with pytest.raises(Unreadable, match="cannot unpack"):
        part(package, MAIN, most=10)


def test_a_small_document_may_shrink_much() -> None:
    """Below a size no ratio is too large."""
    open_package(zipped({MAIN: f"<a>{' ' * 10_000_000}</a>"}))


def test_elements_inside_each_other_are_bounded() -> None:
    """A part that is nothing but beginnings costs no memory."""
    package = open_package(zipped({MAIN: "<a>" * 5000}))
    with pytest.raises(Unreadable, match=r"deeper than 1,000"):
        parse(package, MAIN, element_parser(lambda *_: None))


def test_names_without_end_are_not_remembered() -> None:
    """Each element is still told by its name."""
    found: list[str] = []
    names = [f"a{number}" for number in range(3000)]
    package = open_package(zipped({MAIN: f"<a>{''.join(f'<{name}/>' for name in names)}</a>"}))
    parse(package, MAIN, element_parser(lambda name, _: found.append(name)))
    assert found == ["a", *names]


def test_a_document_type_behind_the_first_look_is_refused() -> None:
    """Parts of other names are looked at only while they are read."""
    package = open_package(zipped({"a.bin": BILLION_LAUGHS}))
    with pytest.raises(Unreadable, match="a part declares a document type"):
        parse(package, "a.bin", element_parser(lambda *_: None))


def test_an_encrypted_part_needs_a_password() -> None:
    """A zip with a password is told so."""
    content = bytearray(zipped({MAIN: "<a/>"}))
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(bytes(content)) == f"encrypted ({MAIN} needs a password): save it without a password"


def test_a_damaged_part_is_told_where_it_is_needed() -> None:
    """A document whose other parts are sound is opened."""
    content = zipped({MAIN: "<a/>", "docProps/app.xml": "<b/>"})
    package = open_package(content.replace(b"<b/>", b"<c/>").replace(zlib.compress(b"<b/>")[2:-4], b"?" * 6))
    assert part(package, MAIN, most=4) == b"<a/>"
    with pytest.raises(Unreadable, match=r"cannot unpack docProps/app\.xml"):
        part(package, "docProps/app.xml", most=4)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip", zipped({MAIN: "<a/>"})[:-10]])
def test_what_is_cut_off_is_said(content: bytes) -> None:
    """A zip without its end cannot be unpacked."""
    assert refused(content).startswith("cannot unpack this file (")


@given(st.binary(max_size=400))
def test_random_bytes_are_refused_or_opened(content: bytes) -> None:
    """No other exception for any content, also with the marks of a zip."""
    sound = zipped({MAIN: "<a/>"})
    for tried in (content, sound + content, content + sound, sound[: len(content)] + content):
        with suppress(Unreadable):
            package = open_package(tried)
            part(package, main_part(package, MAIN), most=100)
