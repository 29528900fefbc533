"""The grammar of selectors: a text to what it names, with the place of each part, for messages.

```text
either   both, joined by "or" or a comma
both     single, joined by "and"
single   "not" single, or steps
steps    [[number] "+"] atom ["+" [number]]
atom     "(" either ")", key ":" value, or the name of a role
```

A name or value stands in double quotes, or is all words up to the next mark or word of the grammar. `"spec 3"+2` is the
role and what it reaches in at most two moves, `"spec 3"+` all that it reaches; `2+"mgr 1"` and `+"mgr 1"` are its
feeders. A number of moves has at most three digits: a longer one is a job code.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import NoReturn, TypeAlias

from careerpaths.errors import BadArgument
from careerpaths.mentions import short

KEYS = ("level", "category", "function", "family", "flsa", "program", "title", "code", "track", "defined")
DEEPEST = 50
"""How deep parentheses, and selectors that name others, may stand in one another."""
ALL = 10**9
"""Moves: all the way."""
_MOST_DIGITS = 3
_BEFORE = 20
_LONGEST = 60
"""Characters of a long selector that a message shows, and how many of them before the place that is wrong."""
_JOINING = ("and", "or", "not")
_TOKEN = re.compile(
    r"""\s*(?: (?P<mark>[(),+:])
             | ["\u201c\u201d](?P<text>[^"\u201c\u201d]*)["\u201c\u201d]
             | (?P<word>[^\s(),+:"\u201c\u201d]+)
             | (?P<end>\Z) )""",
    re.VERBOSE,
)
_GOES_ON = '"and", "or", a comma or the end'


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a selector, for messages."""

    selector: str
    at: int
    named: str | None = None
    """What the selector is called in the configuration; None: it was given."""


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    """ "mark", "text" (in quotes), "word", "joining" (and, or, not) or "end"."""
    text: str
    spot: Spot

    def is_mark(self, text: str) -> bool:
        """Whether it is this mark."""
        return self.kind == "mark" and self.text == text


@dataclass(frozen=True, slots=True)
class Value:
    """`key:value`; compared by what is asked, wherever it stands.

    Attributes:
        key: one of KEYS.
        text: the value, without the star behind it.
        is_beginning: whether there is a star.
        spot: where the value stands.
    """

    key: str
    text: str
    is_beginning: bool
    spot: Spot = field(compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a role, or, without quotes, of a selector.

    Attributes:
        text: the words.
        is_quoted: whether they stand in quotes.
        spot: where they stand.
        depth: how deep in parentheses, and in selectors that name others.
    """

    text: str
    is_quoted: bool
    spot: Spot = field(compare=False)
    depth: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Steps:
    """Roles with those around them.

    Attributes:
        of: the roles.
        back: moves backward, to feeders; 0 for none.
        ahead: moves onward.
    """

    of: Part
    back: int
    ahead: int


@dataclass(frozen=True, slots=True)
class Not:
    """All roles but these."""

    of: Part


@dataclass(frozen=True, slots=True)
class Both:
    """The roles that all parts mean."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """The roles that any part means."""

    parts: tuple[Part, ...]


Part: TypeAlias = Value | Name | Steps | Not | Both | Either


@dataclass(slots=True, eq=False, repr=False)
class _Reader:
    """The tokens of a selector and how far they are read."""

    tokens: list[_Token]
    values: Callable[[str], str]
    at: int = 0
    depth: int = 0

    @property
    def token(self) -> _Token:
        """The next one."""
        return self.tokens[self.at]

    def follows(self, *texts: str) -> bool:
        """Whether the next token is one of these marks or words of the grammar."""
        return self.token.kind in ("mark", "joining") and self.token.text in texts

    def take(self) -> _Token:
        """The next token, which is then read."""
        self.at += 1
        return self.tokens[self.at - 1]


def read(text: str, *, depth: int, values: Callable[[str], str], named: str | None = None) -> Part:
    """What a selector says, in one pass.

    Args:
        text: the selector.
        depth: how deep it stands in others that name it.
        values: for a key which values there are, in words.
        named: what the selector is called in the configuration, for messages.

    Raises:
        BadArgument: it cannot be read; the message names the place.
    """
    reader = _Reader(tokens=list(_tokens(text, named)), values=values, depth=depth)
    node = _either(reader)
    if reader.token.kind != "end":
        _expected(_GOES_ON, reader.token)
    return node


def _tokens(text: str, named: str | None) -> Iterator[_Token]:
    at = 0
    while True:
        match = _TOKEN.match(text, at)
        if match is None:
            start = at + len(text[at:]) - len(text[at:].lstrip())
            wrong(Spot(text, start, named), "the quotes are not closed")
        kind = str(match.lastgroup)
        found = match[kind]
        start = match.start(kind) - (kind == "text")
        if kind == "word" and found.casefold() in _JOINING:
            kind, found = "joining", found.casefold()
        yield _Token(kind, found, Spot(text, start, named))
        if kind == "end":
            return
        at = match.end()


def _either(reader: _Reader) -> Part:
    parts = [_both(reader)]
    while reader.follows("or", ","):
        reader.take()
        parts.append(_both(reader))
    return parts[0] if len(parts) == 1 else Either(tuple(parts))


def _both(reader: _Reader) -> Part:
    parts = [_single(reader)]
    while reader.follows("and"):
        reader.take()
        parts.append(_single(reader))
    return parts[0] if len(parts) == 1 else Both(tuple(parts))


def _single(reader: _Reader) -> Part:
    is_denied = False
    while reader.follows("not"):
        reader.take()
        is_denied = not is_denied
    node = _steps(reader)
    return Not(node) if is_denied else node


def _steps(reader: _Reader) -> Part:
    back = _moves_before(reader)
    node = _atom(reader)
    ahead = _moves_behind(reader)
    return Steps(node, back, ahead) if back or ahead else node


def _moves_before(reader: _Reader) -> int:
    """The moves of `+role` and `2+role`."""
    if reader.follows("+"):
        reader.take()
        return ALL
    if not _is_number(reader.token) or not reader.tokens[reader.at + 1].is_mark("+"):
        return 0
    behind = reader.tokens[reader.at + 2]
    if behind.kind not in ("word", "text") and not behind.is_mark("("):
        return 0
    moves = int(reader.take().text)
    reader.take()
    return moves


def _moves_behind(reader: _Reader) -> int:
    """The moves of `role+` and `role+2`."""
    if not reader.follows("+"):
        return 0
    reader.take()
    return int(reader.take().text) if _is_number(reader.token) else ALL


def _is_number(token: _Token) -> bool:
    return token.kind == "word" and token.text.isdecimal() and len(token.text) <= _MOST_DIGITS


def _atom(reader: _Reader) -> Part:
    token = reader.token
    if reader.follows("("):
        return _group(reader)
    if token.kind == "text":
        return Name(reader.take().text, is_quoted=True, spot=token.spot, depth=reader.depth)
    if token.kind != "word":
        _expected('a role, key:value or "("', token)
    if _is_key(reader):
        return _value(reader)
    return Name(_run(reader), is_quoted=False, spot=token.spot, depth=reader.depth)


def _group(reader: _Reader) -> Part:
    opening = reader.take()
    reader.depth += 1
    if reader.depth > DEEPEST:
        wrong(opening.spot, f"parentheses stand more than {DEEPEST} deep in one another")
    node = _either(reader)
    if not reader.follows(")"):
        _expected('"and", "or", a comma or ")"', reader.token)
    reader.take()
    reader.depth -= 1
    return node


def _is_key(reader: _Reader) -> bool:
    return reader.token.kind == "word" and reader.tokens[reader.at + 1].is_mark(":")


def _value(reader: _Reader) -> Part:
    named = reader.take()
    key = named.text.casefold()
    if key not in KEYS:
        wrong(named.spot, f"no key is called {short(named.text)}; there are {', '.join(KEYS)}")
    reader.take()
    token = reader.token
    if token.kind == "text":
        text = reader.take().text
    elif token.kind == "word" and not _is_key(reader):
        text = _run(reader)
    elif token.kind == "end":
        wrong(token.spot, f'expected a value behind "{key}:"; {reader.values(key)}')
    else:
        _expected("a value, in quotes where it holds marks or words such as and", token)
    return Value(key, text.removesuffix("*").strip(), is_beginning=text.endswith("*"), spot=token.spot)


def _run(reader: _Reader) -> str:
    """All words up to a mark, a word of the grammar or a key."""
    words = []
    while reader.token.kind == "word" and not _is_key(reader):
        words.append(reader.take().text)
    return " ".join(words)


def _expected(what: str, token: _Token) -> NoReturn:
    found = "the end" if token.kind == "end" else f'"{short(token.text)}"'
    wrong(token.spot, f"expected {what}, found {found}")


def wrong(spot: Spot, what: str) -> NoReturn:
    """Raise BadArgument with the place, and what is wrong there."""
    raise BadArgument(placed(spot, what))


def placed(spot: Spot, what: str) -> str:
    """What is wrong, behind the place: the selector, or what stands around the place in a long one."""
    selector, at = spot.selector, spot.at
    if len(selector) <= _LONGEST:
        shown = short(selector)
    else:
        first = max(0, at - _BEFORE)
        more = "" if first + _LONGEST >= len(selector) else "..."
        shown = ("..." if first else "") + short(selector[first : first + _LONGEST]) + more
    named = f'"{short(spot.named)}" of the configuration ' if spot.named is not None else ""
    return f"in the selector {named}[{shown}], at character {at + 1}: {what}"
