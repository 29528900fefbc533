"""What a page with scripts knows, as plain values for one block of data.

Texts are kept once, in one list, and referred to by their place (-1 = not stated); roles and moves are short lists.
This keeps a page of thousands of roles small: most texts are said of many roles.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from careerpaths.graph import ranks
from careerpaths.pages.rendering import shown
from careerpaths.pages.steps import MOST_COMPARED, moves_data, search_facts
from careerpaths.queries.preferring import is_not_eligible
from careerpaths.stated import entries_of
from careerpaths.vocabulary import VOCABULARY
from careerpaths.weighing import leads_people, says_what_it_asks
from careerpaths.wording import overtime

if TYPE_CHECKING:
    from collections.abc import Mapping

    import networkx as nx

    from careerpaths.layout import Arrangement, Band
    from careerpaths.model import Catalogue, Entry

MOST_TEXT = 12_000_000
"""Characters of long texts that one page carries; where there are more, the page says that they are left out."""


NO_DEMANDS = frozenset(("title", "job_code", "tracking_code", "career_path"))
"""Kinds of rows that ask nothing of a person: how a role is called, and where it leads."""

ATTRIBUTES = (
    "job_code",
    "level",
    "category",
    "job_function",
    "job_family",
    "personnel_program",
    "flsa",
    "tracking_code",
)
"""Stated of a role, in the order in which the page's scripts read them."""


@dataclass(slots=True)
class _Texts:
    places: dict[str, int] = field(default_factory=dict)
    size: int = 0

    def place(self, text: str | None) -> int:
        if text is None:
            return -1
        text = shown(text)
        if text not in self.places:
            self.places[text] = len(self.places)
            self.size += len(text)
        return self.places[text]


def page_data(  # noqa: PLR0913 - what a page is made of, by name
    graph: nx.DiGraph[str],
    arrangement: Arrangement,
    standing: Mapping[str, str],
    *,
    catalogue: Catalogue | None = None,
    most_text: int = MOST_TEXT,
    most_compared: int = MOST_COMPARED,
) -> dict[str, Any]:
    """All roles and moves of a graph, with what each step asks and changes.

    Args:
        graph: as `build_graph` makes it.
        arrangement: the band, row, column and level of each role in the picture.
        standing: "undefined", "dead-end", "top" or "not-stated" for the roles of which that is true.
        catalogue: where the long texts come from; without it `texts` is None.
        most_text: characters of texts up to which the long texts are carried; with more, `texts` is None.
        most_compared: moves up to which the texts of both roles are compared, for the line on duties and knowledge.
    """
    known = _Texts()
    order = ranks(graph)
    places = _places(arrangement)
    roles = [_role(graph, role, places[role], standing.get(role, ""), known) for role in order]
    compared = catalogue if graph.number_of_edges() <= most_compared else None
    moves = moves_data(graph, known.place, compared)
    long_texts = None if catalogue is None else _long_texts(catalogue, order, known, most_text)
    return {
        "organisation": _shown(graph.graph.get("organisation")),
        "edition": _shown(graph.graph.get("edition")),
        "contact": _shown(graph.graph.get("contact")),
        "bands": [_band(graph, band, known) for band in arrangement.bands],
        "roles": roles,
        **moves,
        "search": search_facts(),
        "texts": long_texts,
        "strings": list(known.places),
        "vocabulary": _vocabulary(),
    }


def _vocabulary() -> dict[str, Any]:
    """What titles are spelt out with, so that the page reads a name as the program does."""
    return {
        "abbreviations": {word: list(meanings) for word, meanings in VOCABULARY.abbreviations.items()},
        "phrases": [[list(phrase), list(meaning)] for phrase, meaning in VOCABULARY.phrases.items()],
        "suffixes": sorted(VOCABULARY.suffixes),
        "nouns": sorted(VOCABULARY.track_nouns),
    }


def _shown(text: str | None) -> str | None:
    return None if text is None else shown(text)


def family_of(graph: nx.DiGraph[str], band: Band) -> str | None:
    """The job family that a band belongs to: that of most of its roles, the first of equals; None = not stated."""
    stated = Counter(graph.nodes[role]["job_family"] for role in band.roles if graph.nodes[role]["job_family"])
    return max(stated, key=stated.__getitem__, default=None)


def _band(graph: nx.DiGraph[str], band: Band, known: _Texts) -> list[Any]:
    return [known.place(band.job_function), known.place(family_of(graph, band)), int(band.is_shared)]


def _places(arrangement: Arrangement) -> dict[str, tuple[int, ...]]:
    """Band, row, column, track and order (-1 = not known) of each role."""
    places: dict[str, tuple[int, ...]] = {}
    for home, band in enumerate(arrangement.bands):
        for role in band.roles:
            track, order = arrangement.stands[role]
            level = track, -1 if order is None else order
            places[role] = (home, arrangement.rows[role], arrangement.columns[role], *level)
    return places


def _role(graph: nx.DiGraph[str], role: str, place: tuple[int, ...], standing: str, known: _Texts) -> list[Any]:
    facts = graph.nodes[role]
    return [
        role,
        shown(facts["title"]),
        *(known.place(facts[name]) for name in ATTRIBUTES),
        known.place(overtime(facts["flsa"]) if facts["flsa"] else None),
        known.place(facts["scope"]),
        facts["track"] or "",
        standing,
        *place,
        [known.place(text) for text in facts["aliases"]],
        [known.place(text) for pair in facts["requirements"] for text in pair],
        [known.place(document) for document in facts["documents"]],
        int(says_what_it_asks(facts)),
        _answered(is_not_eligible(facts["flsa"])),
        _answered(leads_people(facts)),
    ]


def _answered(known: bool | None) -> int:  # noqa: FBT001 - an answer, not an option
    """Yes, no, and what is not stated, as the page's scripts read them: 1, 0 and -1."""
    return -1 if known is None else int(known)


def _long_texts(
    catalogue: Catalogue, order: Mapping[str, int], known: _Texts, most_text: int
) -> list[list[Any]] | None:
    """Label, text and place of every row that is stated of each role, in the document's order; None if too much."""
    listed = []
    stated = {role.id: role for role in catalogue.roles}
    for role in order:
        listed.append([_row(entry, known) for entry in entries_of(catalogue, stated[role])])
        if known.size > most_text:
            return None
    return listed


def _row(entry: Entry, known: _Texts) -> list[Any]:
    source = entry.source
    said = [known.place(entry.label), known.place(entry.text), known.place(source.document)]
    return [*said, source.line, source.page, source.sheet, int(entry.kind not in NO_DEMANDS)]
