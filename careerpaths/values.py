"""What a stated value means where there are several words for it: "E" is Exempt, "P1" is Entry, "S2" Supervisor 2."""

from __future__ import annotations

import re
from decimal import Decimal

from careerpaths.titles import fold, plain
from careerpaths.vocabulary import VOCABULARY, Vocabulary

# With a leading zero it is a code, with a separator between thousands no plain number.
_NUMBER = re.compile(r"[+-]?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?", re.ASCII)


def value_key(kind: str, text: str, *, vocabulary: Vocabulary = VOCABULARY) -> str:
    """What a value of a kind of row is compared by.

    >>> value_key("flsa", "NE") == value_key("flsa", "Non-Exempt"), value_key("level", "S2")
    (True, 'supervisor 2')
    """
    folded = fold(text)
    if kind == "category":
        return vocabulary.categories.get(folded, folded)
    return vocabulary.values.get(kind, {}).get(folded, folded)


def number_of(text: str) -> Decimal | None:
    """The number that a value is, where it is a plain one and nothing else; None for a range, an amount, a code.

    >>> number_of("14") == number_of("14.0"), number_of("014"), number_of("$14"), number_of("14 - 16")
    (True, None, None, None)
    """
    found = plain(text).strip()
    return Decimal(found) if _NUMBER.fullmatch(found) else None
