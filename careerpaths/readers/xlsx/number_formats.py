"""Numbers of a workbook as somebody sees them: "0012" for 12 under the format 0000, dates as ISO text.

A workbook stores a number and, apart from it, a format code (ECMA-376, part 1, 18.8.31). What is not understood of a
code is passed over: the number is then given as under the format General, so that nothing is lost.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from types import MappingProxyType

GENERAL = "General"
BUILT_IN: MappingProxyType[int, str] = MappingProxyType(
    {
        0: GENERAL,
        1: "0",
        2: "0.00",
        3: "#,##0",
        4: "#,##0.00",
        9: "0%",
        10: "0.00%",
        37: "#,##0;-#,##0",
        38: "#,##0;-#,##0",
        39: "#,##0.00;-#,##0.00",
        40: "#,##0.00;-#,##0.00",
        41: "#,##0;-#,##0",
        42: "#,##0;-#,##0",
        43: "#,##0.00;-#,##0.00",
        44: "#,##0.00;-#,##0.00",
        **dict.fromkeys((14, 15, 16, 17, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
        **dict.fromkeys((18, 19, 20, 21, 45, 47), "hh:mm"),
        22: "yyyy-mm-dd hh:mm",
        46: "[h]:mm",
    }
)
"""The codes that a workbook names by number only; those that depend on the country, in one spelling."""

_NUMBER = re.compile(r"[+-]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][+-]?\d{1,3})?", re.ASCII)
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|[_*].?|\[\$(?P<money>[^\]-]*)[^\]]*\]?|\[[^\]]*\]?|(?P<sign>.)', re.DOTALL
)
_NOT_LETTERS = re.compile(r'"[^"]*"?|\\.|[_*].|\[(?![hms]+\])[^\]]*\]?', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"\[[<>=]")
_SECTION = re.compile(r'(?:"[^"]*"?|\\.|[^;"\\])*', re.DOTALL)
_DATES_1900, _DATES_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a sheet knows no time zone
_LEAP_DAY_1900 = 60
"""The day that a workbook counts though there was none; numbers before it are one day behind."""
_DAYS = 2_958_466
"""The first day beyond the year 9999."""
_SECONDS = 86_400
_EXACT = 10**15
"""From here on a workbook knows a number by its first 15 digits only."""
_LARGEST = 307
"""The power of ten of the largest number that a workbook knows."""
_LONGEST_CODE = 255


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A format code, taken apart.

    Attributes:
        kind: "general", "number", "date" or "elapsed".
        sections: of a number: for numbers above, below and of zero, as far as stated.
        day: of a date, whether it shows the day.
        time: of a date, whether it shows the time.
    """

    kind: str
    sections: tuple[str, ...] = ()
    day: bool = False
    time: bool = False


def number_format(code: str) -> NumberFormat:
    """A format code as what it shows."""
    letters = _NOT_LETTERS.sub("", code[:_LONGEST_CODE]).lower()
    if not letters or "general" in letters or "@" in letters.partition(";")[0]:
        return NumberFormat("general")
    if "[" in letters:
        return NumberFormat("elapsed")
    if any(letter in letters for letter in "ymdhs"):
        day = "y" in letters or "d" in letters or not ("h" in letters or "s" in letters)
        return NumberFormat("date", day=day, time="h" in letters or "s" in letters)
    if len(code) > _LONGEST_CODE or _CONDITION.search(code) or any(sign in letters for sign in "e/"):
        return NumberFormat("general")
    return NumberFormat("number", sections=_sections(code))


def _sections(code: str) -> tuple[str, ...]:
    found, start = [], 0
    while start <= len(code) and (section := _SECTION.match(code, start)):
        found.append(section.group())
        start = section.end() + 1
    return tuple(found[:3])


def number_text(stored: str, form: NumberFormat, *, from_1904: bool = False) -> str:
    """A stored number as it is seen; what is no number, as it stands.

    Args:
        stored: "8799", "8799.0", "1.2E-2".
        form: its format.
        from_1904: whether the workbook counts its days from 1904.

    >>> number_text("12", number_format("0000")), number_text("8799.0", number_format("General"))
    ('0012', '8799')
    >>> number_text("46000.5", number_format("dd/mm/yyyy")), number_text("0.155", number_format("0.0%"))
    ('2025-12-09', '15.5%')
    """
    if not _NUMBER.fullmatch(stored.strip()):
        return stored
    number = Decimal(stored.strip())
    if number.adjusted() > _LARGEST:
        return stored
    if form.kind == "number":
        return _in_sections(number, form.sections) or _general(number)
    if form.kind == "general" or not 0 <= number < _DAYS:
        return _general(number)
    return _elapsed(number) if form.kind == "elapsed" else _date(number, form, from_1904=from_1904)


def _general(number: Decimal) -> str:
    if number == number.to_integral_value() and abs(number) < _EXACT:
        return str(int(number))
    return f"{float(number):.10g}".upper()


def _elapsed(number: Decimal) -> str:
    minutes = int(number * _SECONDS + Decimal("0.5")) // 60
    return f"{minutes // 60}:{minutes % 60:02}"


def _date(number: Decimal, form: NumberFormat, *, from_1904: bool) -> str:
    days, part = divmod(number, 1)
    start = _DATES_1904 if from_1904 else _DATES_1900
    early = not from_1904 and number < _LEAP_DAY_1900
    # Decimal keeps the day apart from the time; rounding to seconds undoes the error of stored fractions.
    seconds = int(part * _SECONDS + Decimal("0.5")) if form.time else 0
    try:
        moment = start + timedelta(days=int(days) + early, seconds=seconds)
    except OverflowError:
        return _general(number)
    clock = f"{moment:%H:%M:%S}".removesuffix(":00") if form.time else ""
    day = f"{moment:%Y-%m-%d}" if form.day else ""
    return f"{day} {clock}".strip()


def _in_sections(number: Decimal, sections: tuple[str, ...]) -> str:
    """A number under the section that its sign chooses; a section of its own shows no minus."""
    count = len(sections)
    if count > 2 and not number:  # noqa: PLR2004 - above, below and zero
        return _in_section(number, sections[2])
    if count > 1 and number < 0:
        return _in_section(-number, sections[1])
    text = _in_section(abs(number), sections[0])
    return f"-{text}" if number < 0 and text.strip("0.,") else text


def _in_section(number: Decimal, section: str) -> str:
    whole, point, after = _parts(section)
    places = sum(1 for kind, sign in after if kind == "digit" and sign in "0#?")
    with localcontext() as context:
        context.prec = 800
        scaled = number * 100 ** section.count("%") / 1000 ** _thousands(whole)
        scaled = scaled.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    digits, _, fraction = f"{scaled:f}".partition(".")
    grouped = any(kind == "digit" and sign == "," for kind, sign in whole[: _last_digit(whole)])
    shown = _filled_whole(digits.lstrip("0"), whole, grouped=grouped)
    decimals = _filled_after(fraction, after)
    bare = decimals.lstrip()
    return f"{shown}{'.' if point and bare[:1].isdigit() else ''}{decimals}".strip()


_Tokens = list[tuple[str, str]]


def _parts(section: str) -> tuple[_Tokens, bool, _Tokens]:
    """The tokens before and behind the point, each as ("digit", sign) or ("text", text)."""
    whole: _Tokens = []
    after: _Tokens = []
    point = False
    for token in _TOKEN.finditer(section):
        sign = token["sign"]
        if sign == "." and not point:
            point = True
        elif sign and sign in "0#?,":
            (after if point else whole).append(("digit", sign))
        else:
            text = next((text for text in token.group("quoted", "escaped", "money", "sign") if text), "")
            (after if point else whole).append(("text", text))
    return whole, point, after


def _last_digit(tokens: _Tokens) -> int:
    return max((at for at, (kind, sign) in enumerate(tokens) if kind == "digit" and sign != ","), default=0)


def _thousands(whole: _Tokens) -> int:
    """How many commas stand behind the last digit: each divides by a thousand."""
    return sum(1 for kind, sign in whole[_last_digit(whole) :] if kind == "digit" and sign == ",")


def _filled_whole(digits: str, tokens: _Tokens, *, grouped: bool) -> str:
    """Digits put into their places from the right; the leftmost place takes all that are left."""
    tokens = [token for token in tokens if token != ("digit", ",")]
    first = next((at for at, (kind, _) in enumerate(tokens) if kind == "digit"), -1)
    shown: list[str] = []
    count = 0
    for at in range(len(tokens) - 1, -1, -1):
        kind, sign = tokens[at]
        if kind == "text":
            shown.append(sign)
            continue
        taken = digits if at == first else digits[-1:]
        digits = digits[: len(digits) - len(taken)]
        for digit in reversed(taken or ("0" if sign == "0" else "")):
            shown.append(f"{digit}," if grouped and count and count % 3 == 0 else digit)
            count += 1
    return "".join(reversed(shown))


def _filled_after(fraction: str, tokens: _Tokens) -> str:
    """Decimals put into their places; zeros at the end stand only where the code has a 0."""
    shown: list[str] = []
    needed = False
    at = len(fraction)
    for kind, sign in reversed(tokens):
        if kind == "text":
            shown.append(sign)
        elif sign != ",":
            at -= 1
            needed = needed or sign == "0" or fraction[at] != "0"
            shown.append(fraction[at] if needed else "")
    return "".join(reversed(shown))
