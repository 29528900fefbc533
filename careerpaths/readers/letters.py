"""Whether the letters of a text make words, as those of a text read in the wrong encoding do not.

Nothing is guessed: what makes no words is told, with how other encodings would read it, and a person says which it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# The letters beside a to z of languages that are written in Windows-1252, in small letters.
_ALPHABETS = tuple(
    frozenset(letters)
    for letters in (
        "äöüßé",  # German
        "àâäæçèéêëîïíôöóùûüúÿœ",  # French, Dutch
        "àèéìíòóùúïüç",  # Italian, Catalan
        "àáâãçéêíñóôõúü",  # Spanish, Portuguese
        "äåæéöøôóòü",  # Danish, Norwegian, Swedish
        "äåõöüšž",  # Finnish, Estonian
        "áæéíðóöúýþø",  # Icelandic, Faroese
    )
)
# A word, with what may stand for a letter in it: any sign but those that part or join words.
_PARTING = r"\s\w,;:/|(){}\[\]\"'‘’´`.–—•·…&+*=<>!?@#%~^\\®™©«»€\u00ad-"  # noqa: RUF001 - as they are written
_WORD = re.compile(rf"[^\W\d_]+(?:[^{_PARTING}]++[^\W\d_]+)*")
_RAISED, _FRACTIONS, _MICRO = "¹²³ªº", "¼½¾", "µ"
_MOST_FOREIGN = 0.6
"""Of the letters of a word: in no language that is written so are more of them beside a to z."""
_LEAST = 3
"""Letters of a word of which that can be said."""
_MANY = 10
"""One word in so many that is none makes a text that was read wrongly."""
_OTHERS = ("cp1250", "cp1251", "cp1253", "cp1254", "mac_roman", "cp850", "shift_jis", "gb18030", "koi8_r")
_WIDE = "\uff00"
"""From here on characters are forms of others that no word needs."""


def unlikely_words(text: str) -> tuple[str, ...]:
    """Words of no language that is written in Windows-1252; empty where they are few among those with such letters.

    >>> unlikely_words("Ïîâàð; Bäcker"), unlikely_words("Bäcker; Köchin")
    (('Ïîâàð',), ())
    """
    beyond = [word.rstrip(_RAISED) for word in dict.fromkeys(_WORD.findall(text)) if not word.isascii()]
    beyond = [word for word in beyond if not word.isascii() and word.strip(_FRACTIONS)]
    bad = [word for word in beyond if not _is_likely(word)]
    return tuple(bad) if bad and len(bad) * _MANY >= len(beyond) else ()


def _is_likely(word: str) -> bool:
    foreign = [letter for letter in word if not letter.isascii() and letter != _MICRO]
    if not word.isalpha() or _is_mixed(word, foreign):
        return False
    if len(word) >= _LEAST and len(foreign) > _MOST_FOREIGN * len(word):
        return False
    small = {letter.lower() for letter in foreign}
    return any(small <= alphabet for alphabet in _ALPHABETS)


def _is_mixed(word: str, letters: Sequence[str]) -> bool:
    """Whether one of some letters is a capital inside a word that is not in capitals."""
    return not word.isupper() and any(letter in letters and letter.isupper() for letter in word[1:])


def read_otherwise(word: bytes) -> tuple[str, ...]:
    """How other encodings read the bytes of a word, as `name: word`, where they make letters in sensible cases."""
    found = []
    for encoding in _OTHERS:
        try:
            shown = word.decode(encoding)
        except UnicodeDecodeError:
            continue
        if shown.isalpha() and not _is_mixed(shown, shown) and max(shown) < _WIDE:
            found.append(f"{encoding}: {shown}")
    return tuple(found)
