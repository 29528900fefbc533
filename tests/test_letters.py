"""Whether letters make words: what Windows-1252 makes of the bytes of other encodings is told from what it writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.readers.letters import read_otherwise, unlikely_words

WESTERN = (
    *(
        "Bäcker; Küchenchefin; Straßenwärter; MÜLLER",
        "Infirmière en chef, préposé à l\u2019accueil, cœur, naïf, CHEF DE RÉGIE",
    ),
    *("Técnico/a 1ª, Nº 5, señor, años", "Caposala, attività, perché, più", "Assistente de direção, funcionário"),
    *("Sjuksköterska; Åkeri; Fysioterapeut på død", "Hjúkrunarfræðingur; Þjónn", "Sairaanhoitaja, yöhoitaja, šefi"),
    *(
        "Staff Nurse¹; Cook² | m²; 3½ days; 20 °C; µm",
        "Café “Lead” \u2013 naïve… ® ™ €",
        "Bäcker\u00adin; O\u2019Brien's",
        "",
        "Plain",
    ),
)


@pytest.mark.parametrize("text", WESTERN)
def test_what_is_written_in_windows_1252(text: str) -> None:
    """Languages of western Europe, marks, signs and footnotes."""
    assert unlikely_words(text.encode("cp1252").decode("cp1252")) == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Kuchař; Šéfkuchař", "cp1250"),
        ("Główny księgowy; Sprzątaczka", "cp1250"),
        ("Повар; Шеф", "cp1251"),
        ("Повар; Шеф", "koi8_r"),
        ("Νοσηλευτής", "cp1253"),
        ("Hemşire; Çal\u0131şan", "cp1254"),
        ("Bäcker; Köchin", "mac_roman"),
        ("Bäcker; Köchin", "cp850"),
        ("看護師,主任看護師", "shift_jis"),
        ("护士;护士长", "gb18030"),
    ],
)
def test_what_is_written_otherwise(text: str, encoding: str) -> None:
    """Its bytes make no words, and the encoding is among those that are shown."""
    shown = text.encode(encoding).decode("cp1252", errors="replace")
    assert unlikely_words(shown)
    word = text.replace(",", ";").split(";")[0].split()[0]
    assert f"{encoding}: {word}" in read_otherwise(word.encode(encoding))


def test_a_few_names_make_no_text_that_was_read_wrongly() -> None:
    """One word in ten of those with such letters does."""
    words = [f"Köchin{letter}" for letter in "abcdefghijk"]
    assert unlikely_words(" ".join([*words, "DvoÞák"])) == ()
    assert unlikely_words(" ".join([*words[:8], "DvoÞák"])) == ("DvoÞák",)


@given(st.binary(max_size=80))
def test_any_bytes_are_looked_at(content: bytes) -> None:
    """Nothing raises, and what is in ASCII is likely."""
    assert all(not word.isascii() for word in unlikely_words(content.decode("cp1252", errors="replace")))
    assert len(read_otherwise(content)) <= 9
