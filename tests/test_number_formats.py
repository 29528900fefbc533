"""Numbers of a workbook as somebody sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.readers.xlsx.number_formats import number_format, number_text


@pytest.mark.parametrize(
    ("stored", "code", "expected"),
    [
        ("8799", "General", "8799"),
        ("8799.0", "General", "8799"),
        ("8.799E3", "General", "8799"),
        ("-3", "General", "-3"),
        ("0.30000000000000004", "General", "0.3"),
        ("1234567.891234", "General", "1234567.891"),
        ("0.000012345", "General", "1.2345E-05"),
        ("12345678901234567890", "General", "1.23456789E+19"),
        ("12", "0000", "0012"),
        ("12.0", "0000", "0012"),
        ("-12", "0000", "-0012"),
        ("12345", "0000", "12345"),
        ("8799", "@", "8799"),
        ("7", '"JC-"0000', "JC-0007"),
        ("7", "\\A0000", "A0007"),
        ("7", "[$-409]0000", "0007"),
        ("7", "[Red]0000", "0007"),
        ("5551234", "000-0000", "555-1234"),
        ("1234567.891", "#,##0.00", "1,234,567.89"),
        ("1234", "#,##0", "1,234"),
        ("123456", "#,##0,", "123"),
        ("12.5", "0.##", "12.5"),
        ("12.5", "0.0,", "12.5"),
        ("12", "0.##", "12"),
        ("0.5", "#.00", ".50"),
        ("2.5", "0", "3"),
        ("0.155", "0.0%", "15.5%"),
        ("5", "[$\u20ac-2] 0.00", "\u20ac 5.00"),
        ("2", '0 "yrs"', "2 yrs"),
        ("-5", "0;(0)", "(5)"),
        ("0", '0;-0;"none"', "none"),
        ("0", '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', "-"),
        ("0", "#", "0"),
        ("7", ";;;", "7"),
        ("-0.2", "0", "0"),
        ("0.5", "# ?/?", "0.5"),
        ("12000", "0.00E+00", "12000"),
        ("5551234", "[<=9999999]###-####;(###) ###-####", "5551234"),
        ("7", f'"{"x" * 300}"0', "7"),
        ("46000", "dd/mm/yyyy", "2025-12-09"),
        ("46000.5", "yyyy-mm-dd hh:mm", "2025-12-09 12:00"),
        ("46000.75", "yyyy-mm-dd", "2025-12-09"),
        ("46000", "mmm", "2025-12-09"),
        ("46000.99999999", "d/m/yy h:mm:ss", "2025-12-10 00:00"),
        ("46000.500011574", "d/m/yy h:mm:ss", "2025-12-09 12:00:01"),
        ("1", "d", "1900-01-01"),
        ("59", "d", "1900-02-28"),
        ("61", "d", "1900-03-01"),
        ("0.5", "hh:mm AM/PM", "12:00"),
        ("1.25", "[h]:mm", "30:00"),
        ("-1", "yyyy", "-1"),
        ("2958466", "yyyy", "2958466"),
        ("2958465.9999999", "yyyy h:mm", "2958466"),
        ("abc", "0000", "abc"),
        ("", "0000", ""),
        ("1_000", "0", "1_000"),
        ("nan", "0", "nan"),
        ("1e999", "0000", "1e999"),
        ("1e-999", "0.0", "0.0"),
        (" 12 ", "0000", "0012"),
    ],
)
def test_a_number_is_shown_by_its_format(stored: str, code: str, expected: str) -> None:
    """Zeros, literals, groups, signs, dates as ISO text; what is not understood as under General."""
    assert number_text(stored, number_format(code)) == expected


def test_days_may_be_counted_from_1904() -> None:
    """As workbooks of old Macs do."""
    assert number_text("0", number_format("d"), from_1904=True) == "1904-01-01"
    assert number_text("44538", number_format("d"), from_1904=True) == "2025-12-09"


@given(st.integers(0, 10**15 - 1), st.integers(1, 20))
def test_a_code_keeps_its_zeros(number: int, width: int) -> None:
    """Under a format of zeros a whole number is filled up with zeros, and never cut."""
    assert number_text(str(number), number_format("0" * width)) == str(number).zfill(width)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_has_no_point(number: int) -> None:
    """However it is stored."""
    assert number_text(f"{number}.0", number_format("General")) == str(number)


@given(
    st.one_of(st.text(), st.floats().map(str), st.from_regex(r"-?\d{0,5}\.?\d{0,5}(e-?\d{1,3})?", fullmatch=True)),
    st.one_of(st.text(), st.text('0#?.,%;"\\_*[]$-ymdhs@E/ ')),
    st.booleans(),
)
def test_any_number_under_any_format_has_a_text(stored: str, code: str, from_1904: bool) -> None:  # noqa: FBT001
    """No format code and no stored value make trouble, and nothing that was there is lost."""
    assert bool(number_text(stored, number_format(code), from_1904=from_1904).strip()) >= bool(stored.strip())
