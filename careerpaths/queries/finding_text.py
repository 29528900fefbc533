"""Which roles hold some words, in their attributes or their texts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.change import COMPARED
from careerpaths.errors import BadArgument
from careerpaths.graph import in_order
from careerpaths.mentions import short
from careerpaths.model import Catalogue, Source
from careerpaths.queries.answers import SCHEMA, STATEMENT_COLUMNS, Record, RoleRef, role_ref
from careerpaths.stated import TextsOf, texts_of
from careerpaths.titles import fold, title_key
from careerpaths.vocabulary import REQUIREMENTS, VOCABULARY

_SHORTEST_BEGINNING = 4
"""Letters from which on a word finds those that begin with it."""
_ATTRIBUTES = (*COMPARED, "job_code", "tracking_code")
# With an inner apostrophe: "bachelor's" is found by "bachelor" and by "bachelors".
_WORD = re.compile(r"[^\W_]+(?:['\u2018\u2019\u02bc][^\W_]+)*|&")
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019\u02bc")
_CLOSING_NUMBER = re.compile(r"\s*\d+\s*$")
# What names other roles says nothing of this one; moves have questions of their own.
_OF_OTHERS = frozenset({"career_path", "promoted_from", "reports_to"})

_Word = tuple[str, int, int]
"""A folded word, and where it stands in the text as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A statement that holds all words asked for."""

    label: str
    """The row's label, or what people call the attribute."""
    text: str
    """The whole statement, as it stands."""
    source: Source | None
    """Where it stands; None where no catalogue was given."""
    marks: tuple[tuple[int, int], ...]
    """(start, stop) of each word in the text that was asked for; none where only the label holds it."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a hit."""
        return {
            "label": self.label,
            "text": self.text,
            "source": self.source.to_dict() if self.source else None,
            "marks": [list(mark) for mark in self.marks],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRole:
    """A role with the statements that hold what was asked for."""

    role: RoleRef
    hits: tuple[Hit, ...]

    def to_dict(self) -> dict[str, Any]:
        """A node with its hits."""
        return {**self.role.to_dict(), "hits": [hit.to_dict() for hit in self.hits]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The roles that hold some words, in reading order."""

    text: str
    """What was asked for."""
    roles: tuple[FoundRole, ...]
    note: str | None
    """What an answer without texts says about it."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return STATEMENT_COLUMNS

    def to_dict(self) -> dict[str, Any]:
        """`{text, roles: [{..., hits: [{label, text, source, marks}]}], note}`."""
        return {
            "schema": SCHEMA,
            "text": self.text,
            "roles": [one.to_dict() for one in self.roles],
            "note": self.note,
        }

    def rows(self) -> Iterator[Record]:
        """One row a hit."""
        for one in self.roles:
            for hit in one.hits:
                yield {"id": one.role.id, "title": one.role.title, **_flat(hit)}


def _flat(hit: Hit) -> Record:
    source = hit.source
    return {
        "label": hit.label,
        "text": hit.text,
        "document": source.document if source else None,
        "row": source.row if source else None,
        "column": source.column if source else None,
        "line": source.line if source else None,
    }


def find(
    graph: nx.DiGraph[str],
    text: str,
    *,
    catalogue: Catalogue | TextsOf | None = None,
    within: Collection[str] | None = None,
) -> Found:
    """The roles with a statement that holds all words asked for, in any order.

    Case, accents and punctuation are forgiven. A word of four letters or more finds all that begin with it ("certif"
    finds "certification"); shorter words and numbers must be whole. Titles are also read with their abbreviations spelt
    out, and a requirement also answers to the name of its row: "certificate" finds all that stands in "Cert 1". Rows
    that name other roles are passed over. Time grows with the length of all texts, times the number of words.

    Args:
        graph: from `build_graph`.
        text: one word or several.
        catalogue: the catalogue that the graph was built from, or what gives the texts of a role; without it,
            attributes, requirements and scopes alone are looked at, and the answer notes it.
        within: ids of the roles to look at, such as from `select`; None: all.

    Raises:
        BadArgument: the text holds no letter and no digit.

    >>> import careerpaths as cp
    >>> catalogue = cp.load()
    >>> found = find(cp.build_graph(catalogue), "cardiology courses", catalogue=catalogue)
    >>> [(one.role.title, one.hits[0].label) for one in found.roles]
    [('Clin Imaging IT Spec 3', 'Key Resp 04')]
    """
    asked = tuple(dict.fromkeys(word for word, _, _ in _words(text)))
    if not asked or not any(map(str.isalnum, text)):
        message = f'"{short(text)}" holds no letter and no digit to look for'
        raise BadArgument(message)
    look = _remembering(asked)
    statements = _statements(graph, catalogue)
    found = []
    for role in in_order(graph, None if within is None else {one for one in within if one in graph}):
        hits = tuple(hit for one in statements(role) if (hit := _hit(one, look)))
        if hits:
            found.append(FoundRole(role=role_ref(graph, role), hits=hits))
    return Found(text=text, roles=tuple(found), note=None if catalogue else wording.said("no_texts"))


@dataclass(frozen=True, slots=True)
class _Statement:
    label: str
    text: str
    source: Source | None
    kind: str | None


_Look = Callable[[str, str], "tuple[tuple[int, int], ...] | None"]
"""Says for a text and the other words that its statement answers to where the words asked for stand, or None."""


def _remembering(asked: Sequence[str]) -> _Look:
    """Looks into each text once: what stands in the head of a standard holds for every level."""
    known: dict[tuple[str, str], tuple[tuple[int, int], ...] | None] = {}

    def look(text: str, more: str) -> tuple[tuple[int, int], ...] | None:
        key = (text, more)
        if key not in known:
            known[key] = _marks(asked, text, more)
        return known[key]

    return look


def _hit(one: _Statement, look: _Look) -> Hit | None:
    marks = look(one.text, _more_words(one))
    return None if marks is None else Hit(label=one.label, text=one.text, source=one.source, marks=marks)


def _marks(asked: Sequence[str], text: str, more: str) -> tuple[tuple[int, int], ...] | None:
    if not _may_hold(asked, text, more):
        return None
    words, others = _words(text), more.split()
    marks: set[tuple[int, int]] = set()
    for one in asked:
        places = {(start, stop) for word, start, stop in words if _answers(word, one)}
        if not places and not any(_answers(word, one) for word in others):
            return None
        marks |= places
    return tuple(sorted(marks))


def _may_hold(asked: Sequence[str], text: str, more: str) -> bool:
    """Whether it is worth while to take a text apart: most hold no such letters at all."""
    if not text.isascii():
        return True
    letters = f"{text.casefold()} {more}".replace("'", "")
    return all(one in letters or one == "and" for one in asked)


def _answers(word: str, asked: str) -> bool:
    if len(asked) < _SHORTEST_BEGINNING or asked.isdigit():
        return word == asked
    return word.startswith(asked)


def _words(text: str) -> list[_Word]:
    """The words of a text, folded, with their places in it."""
    if text.isascii():
        return [(_folded(match), *match.span()) for match in _WORD.finditer(text.casefold())]
    folded, places = _without_accents(text)
    return [(_folded(match), places[match.start()], places[match.end() - 1] + 1) for match in _WORD.finditer(folded)]


def _folded(match: re.Match[str]) -> str:
    return "and" if match.group() == "&" else match.group().translate(_APOSTROPHES)


def _without_accents(text: str) -> tuple[str, list[int]]:
    """A text in small letters without accents and invisible marks, and for each letter where it stood."""
    letters: list[str] = []
    places: list[int] = []
    for place, mark in enumerate(text):
        spelt = unicodedata.normalize("NFKD", mark).casefold()
        kept = [one for one in spelt if one != "\ufffd" and unicodedata.category(one) not in ("Cf", "Mn")]
        letters += kept
        places += [place] * len(kept)
    return "".join(letters), places


def _more_words(one: _Statement) -> str:
    """What a statement answers to beside the words of its text: a title spelt out, the names of a requirement."""
    if one.kind == "title":
        return title_key(one.text)
    return _NAMES.get(one.kind or "", "")


def _names_of(kind: str) -> str:
    return " ".join([kind.replace("_", " "), *(label for label, its in VOCABULARY.labels.items() if its == kind)])


_NAMES: Mapping[str, str] = {kind: _names_of(kind) for kind in REQUIREMENTS}


def _kind(label: str) -> str | None:
    return VOCABULARY.labels.get(fold(_CLOSING_NUMBER.sub("", label)))


def _statements(graph: nx.DiGraph[str], catalogue: Catalogue | TextsOf | None) -> Callable[[str], Iterator[_Statement]]:
    """What is stated of a role: by its documents, then what only the graph says."""
    entries_of = texts_of(catalogue) if catalogue else None

    def stated(role: str) -> Iterator[_Statement]:
        met = set()
        for entry in entries_of(role) if entries_of else ():
            met.add(entry.text)
            if entry.kind not in _OF_OTHERS:
                yield _Statement(entry.label, entry.text, entry.source, entry.kind)
        # The scope of a node is the beginning of a text that was met.
        yield from (one for one in _of_node(graph.nodes[role], with_scope=not met) if one.text not in met)

    return stated


def _of_node(attributes: Mapping[str, Any], *, with_scope: bool) -> Iterator[_Statement]:
    for title in (attributes["title"], *attributes["aliases"]):
        yield _Statement(wording.attribute_name("title"), title, None, "title")
    for key in _ATTRIBUTES:
        if attributes[key]:
            yield _Statement(wording.attribute_name(key), attributes[key], None, key)
    if with_scope and attributes["scope"]:
        yield _Statement(wording.said("scope"), attributes["scope"], None, None)
    for label, text in (*attributes["requirements"], *attributes.get("extras", ())):
        yield _Statement(label, text, None, _kind(label))
