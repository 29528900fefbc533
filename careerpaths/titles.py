"""The grammar of titles: words, folding, abbreviations, level numbers, suffixes.

Two titles are the same when their keys are equal: Unicode compatibility forms, case, spaces and punctuation folded,
abbreviations spelt out, the level number in digits. Nothing here compares by similarity.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from careerpaths.vocabulary import VOCABULARY, Vocabulary

# A word of letters and digits, with an inner apostrophe ("Children's") and the signs of "C++" and "C#".
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*(?:\+\+|\#)?|&")
# What is written for the apostrophe of "Bachelor's".
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])[\u2018\u2019\u02bc\u00b4`\u2032](?=[^\W\d_])")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
LONGEST_TITLE = 14
"""Words; a longer cell that cannot be cut reads as a sentence, and no title is longer."""
_LONG = 4
_LONGEST = 9
"""Digits of a number that count where numbers are compared as such; a longer one is no level."""
_REMEMBERED = 1 << 16
_LIKE_A_TITLE = 100
"""Characters of a text that comes again and again: it is taken apart once."""
"""Texts whose folding is remembered: a set of standards says the same words again and again."""
_JOINING = frozenset("-\u2010\u2011&/'+#_")
_GLUED = re.compile(r"([^\W\d_]{3,})(\d{1,2})")


@dataclass(slots=True, eq=False)
class Word:
    """A word of a title and where it stands.

    Attributes:
        text: the folded word.
        start: offset of its first character.
        end: offset behind its last character.
        number: its value where it is a number (digits, or a Roman numeral in capitals that stands free), else None.
        closing: its value as the level number that closes a title, where a Roman numeral may be written small; inside a
            title "i" and "v" are words.
    """

    text: str
    start: int
    end: int
    number: int | None
    closing: int | None


def plain(text: str) -> str:
    """`text` in Unicode NFKC without invisible format characters (zero-width, direction marks, soft hyphens).

    A reader shows such characters as U+FFFD; that is passed over as well.
    """
    if text.isascii():
        return _APOSTROPHE.sub("'", text) if "`" in text else text
    text = _APOSTROPHE.sub("'", text)
    kept = "".join(c for c in text if c != "\ufffd" and unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", kept)


# The mark of a footnote: a superscript number behind a word, or a sign behind the whole title.
_RAISED = re.compile(r"(?<=\w)[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+(?![^\W_])")
_SIGNS = re.compile(r"(?<=[\w)])\s*[*\u2020\u2021\u00a7]+(?=\s*(?:[\n;,|/]|$))")


def without_marks(text: str) -> str:
    """A text without the marks of footnotes.

    >>> without_marks("Staff Nurse\u00b9; Cook*")
    'Staff Nurse; Cook'
    """
    return text if text.isascii() and "*" not in text else _SIGNS.sub("", _RAISED.sub("", text))


def words(text: str) -> tuple[Word, ...]:
    """The words of an already `plain` text, with their places.

    >>> [word.text for word in words("R&D Mgr II")]
    ['r', 'and', 'd', 'mgr', 'ii']
    """
    return _words_of_title(text) if len(text) <= _LIKE_A_TITLE else _words(text)


def _words(text: str) -> tuple[Word, ...]:
    return tuple([_word(match, text) for match in _WORD.finditer(text)])


_words_of_title = lru_cache(maxsize=_REMEMBERED)(_words)


def _word(match: re.Match[str], text: str) -> Word:
    raw = match.group()
    start, end = match.span()
    upper = raw.upper()
    if raw.isalpha() and upper not in _ROMAN:
        return Word(raw.casefold(), start, end, None, None)
    if raw == "&":
        return Word("and", start, end, None, None)
    if raw.isdecimal():
        # Level numbers are the same with and without a leading zero; longer ones ("2019", "0012") stay as they are.
        return Word(str(int(raw)) if len(raw) < _LONG else raw, start, end, int(raw[:_LONGEST]), int(raw[:_LONGEST]))
    folded = raw.casefold().replace("'", "")
    value = _ROMAN.get(upper) if _stands_free(text, start, end) else None
    return Word(folded, start, end, value if raw == upper else None, value)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether no mark joins a word to another: the X of "X-Ray" and the I of "I&C" are no numerals."""
    before, after, behind = text[start - 1 : start], text[end : end + 1], text[end + 1 : end + 2]
    return before not in _JOINING and after not in _JOINING and not (after == "." and behind.isalnum())


@lru_cache(maxsize=_REMEMBERED)
def fold(text: str) -> str:
    """Lower-case words apart by one space: the key for labels, levels, categories and functions.

    >>> fold("  Per. Program ")
    'per program'
    """
    return " ".join(word.text for word in words(plain(text)))


@lru_cache(maxsize=_REMEMBERED)
def title_key(text: str, *, vocabulary: Vocabulary = VOCABULARY) -> str:
    """The key of a title: equal for two spellings of one title.

    >>> title_key("Clin Imaging IT Spec 1") == title_key("clinical imaging IT Specialist I")
    True
    """
    return " ".join(spelt_out(words(plain(without_marks(text))), vocabulary=vocabulary))


def spelt_out(parts: Sequence[Word], *, vocabulary: Vocabulary = VOCABULARY) -> tuple[str, ...]:
    """The words of one title with abbreviations spelt out and the level number in digits."""
    texts = [word.text for word in parts]
    level = level_position(parts, vocabulary=vocabulary)
    if level is not None:
        texts[level] = (texts[level].lstrip("0") or "0") if texts[level].isdecimal() else str(parts[level].closing)
    elif texts and (glued := _GLUED.fullmatch(texts[-1])) and _is_noun(glued[1], vocabulary):
        texts[-1:] = [glued[1], str(int(glued[2]))]
        level = len(texts) - 1
    out: list[str] = []
    position = 0
    while position < len(texts):
        taken, spelt = _spell(texts, position, level, vocabulary)
        out.extend(spelt)
        position += taken
    return tuple(out)


def _spell(texts: list[str], at: int, level: int | None, vocabulary: Vocabulary) -> tuple[int, Sequence[str]]:
    """How many words an abbreviation at a place takes, and what they stand for."""
    for phrase, meaning in vocabulary.phrases.items():
        if texts[at] == phrase[0] and tuple(texts[at : at + len(phrase)]) == phrase:
            return len(phrase), meaning
    meanings = vocabulary.abbreviations.get(texts[at])
    if meanings is None or at == level:
        return 1, (texts[at],)
    is_head = at + 1 in (len(texts), level)
    return 1, meanings[0 if is_head else 1].split(" ")


def _is_noun(text: str, vocabulary: Vocabulary) -> bool:
    return text in vocabulary.abbreviations or text in vocabulary.track_nouns


def level_position(parts: Sequence[Word], *, vocabulary: Vocabulary = VOCABULARY) -> int | None:
    """The place of the level number: the last word, or the last but one before a suffix; None where there is none."""
    last = len(parts) - 1
    if last >= 1 and parts[last].text in vocabulary.suffixes and parts[last - 1].closing is not None:
        return last - 1
    if last >= 0 and parts[last].closing is not None:
        return last
    return None


def ends_with_its_only_number(parts: Sequence[Word], *, vocabulary: Vocabulary = VOCABULARY) -> bool:
    """Whether a title has words, then its one number, then at most a suffix.

    >>> ends_with_its_only_number(words("Clin Imaging IT Supv 2")), ends_with_its_only_number(words("Tier 2 Anl 3"))
    (True, False)
    """
    level = level_position(parts, vocabulary=vocabulary)
    return level is not None and level > 0 and all(word.number is None for word in parts[:level])


def level_number(title: str, *, vocabulary: Vocabulary = VOCABULARY) -> int | None:
    """The level number of a title, None where it has none."""
    parts = words(plain(title))
    level = level_position(parts, vocabulary=vocabulary)
    return None if level is None else parts[level].closing


def stem_and_noun(title: str, *, vocabulary: Vocabulary = VOCABULARY) -> tuple[tuple[str, ...], str | None]:
    """A title without its number and suffix, cut into the stem and the last word ("specialist", "manager").

    >>> stem_and_noun("Clin Imaging IT Mgr 1")
    (('clinical', 'imaging', 'information', 'technology'), 'manager')
    """
    parts = words(plain(title))
    level = level_position(parts, vocabulary=vocabulary)
    spelt = spelt_out(parts[:level] if level is not None else parts, vocabulary=vocabulary)
    return (spelt[:-1], spelt[-1]) if spelt else ((), None)


_SHEET_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!"})
_DASHES = frozenset(" -\u2010\u2011\u2012\u2013\u2014._*/")
_NOTHING = frozenset(
    {
        *("not required", "none required", "not needed", "none needed", "not necessary", "none necessary"),
        *("no requirement", "no requirements", "nothing required", "no license required", "no licence required"),
        *("no certification required", "no certificate required", "no experience required"),
    }
)
_LEVEL_NOUN = "(?:(?:job|pay|salary|career) )?(?:level|grade|band|tier|rank|scale|stage)s?"
_LEVEL_NAME = re.compile(
    rf"{_LEVEL_NOUN}(?: (?:(?:and|or|to)(?= )|{_LEVEL_NOUN}(?= )|[a-z]{{0,2}}\d{{1,2}}[a-z]?|[ivx]{{1,4}}|[a-z]))+"
)


def says_nothing(text: str, *, vocabulary: Vocabulary = VOCABULARY) -> bool:
    """Whether a cell of requirements or duties asks nothing: a placeholder, or that nothing is required.

    >>> says_nothing("N/A"), says_nothing("Not required."), says_nothing("Yes")
    (True, True, False)
    """
    folded = fold(text)
    if not folded:
        return _DASHES.issuperset(text)
    return folded in _NOTHING or (folded != "yes" and is_placeholder(text, vocabulary=vocabulary))


_TO_FILL_IN = re.compile(r"\s*(?:\[[^\[\]]*\]|<[^<>]*>|\{[^{}]*\}|X{3,}|_{2,})\s*")
"""What stands in a form where somebody is to write: "[insert title]", "<Job title>", "XXXX"."""


def is_placeholder(text: str, *, vocabulary: Vocabulary = VOCABULARY) -> bool:
    """Whether a cell says that there is no title: empty, marks only, N/A, TBD, an error of a spreadsheet, or several.

    >>> is_placeholder("N/A; TBD"), is_placeholder("N/A Analyst")
    (True, False)
    """
    if text.strip().upper() in _SHEET_ERRORS or _TO_FILL_IN.fullmatch(text):
        return True
    left = fold(text).split()
    longest = _longest_placeholder(vocabulary)
    at = 0
    while at < len(left):
        reach = range(min(len(left), at + longest), at, -1)
        stop = next((stop for stop in reach if " ".join(left[at:stop]) in vocabulary.placeholders), None)
        if stop is None:
            return False
        at = stop
    return True


def is_level(text: str, *, vocabulary: Vocabulary = VOCABULARY) -> bool:
    """Whether a text is the name of a level and no title: a word for levels with a number, or a known name of one.

    >>> is_level("Level 3"), is_level("Band 7 Nurse"), is_level("Expert")
    (True, False, True)
    """
    folded = fold(text)
    is_name = folded in vocabulary.levels or folded in vocabulary.values.get("level", {})
    return is_name or _LEVEL_NAME.fullmatch(folded) is not None


@lru_cache(maxsize=8)
def _longest_placeholder(vocabulary: Vocabulary) -> int:
    """In words."""
    return max((one.count(" ") + 1 for one in vocabulary.placeholders), default=0)
