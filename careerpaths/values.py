"""What a stated value means where there are several words for it: "E" is Exempt, "P1" is Entry, "S2" Supervisor 2."""

from __future__ import annotations

from careerpaths.titles import fold
from careerpaths.vocabulary import VOCABULARY, Vocabulary


def value_key(kind: str, text: str, *, vocabulary: Vocabulary = VOCABULARY) -> str:
    """What a value of a kind of row is compared by.

    >>> value_key("flsa", "NE") == value_key("flsa", "Non-Exempt"), value_key("level", "S2")
    (True, 'supervisor 2')
    """
    folded = fold(text)
    if kind == "category":
        return vocabulary.categories.get(folded, folded)
    return vocabulary.values.get(kind, {}).get(folded, folded)
