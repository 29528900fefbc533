"""A question as it was read: which of its roles is had, which is wanted, and which is not to be passed."""

from __future__ import annotations

import re
from dataclasses import dataclass

import networkx as nx

from careerpaths.graph import in_order
from careerpaths.questions.marks import (
    ALSO_VIA,
    ASKED_FOR,
    AVOIDED_ROLE,
    LEADING,
    MANAGING,
    MY_ROLE,
    REFUSED_ROLE,
    REQUIRED_OF,
    SUPERVISING,
    VIA_ROLE,
    WANTED_ROLE,
)
from careerpaths.questions.mentions import Mention, functions_of
from careerpaths.titles import level_number, stem_and_noun
from careerpaths.vocabulary import VOCABULARY


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was read.

    Attributes:
        graph: that it is asked of.
        text: in small letters, with marks for roles, levels and programs.
        mentions: the roles that it names.
        levels: the level names in it, as the standards have them.
        me: the id of the asker's role, where that is known.
        apart: the one sentence of the text that asks, and what the others tell.
    """

    graph: nx.DiGraph[str]
    text: str
    mentions: tuple[Mention, ...]
    levels: tuple[str, ...]
    me: str | None
    apart: tuple[str, str] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The roles named, as a command takes them."""
        return tuple(one.name for one in self.mentions)

    @property
    def my_name(self) -> str | None:
        """The asker's role, as a command takes it."""
        return None if self.me is None else self.graph.nodes[self.me]["title"]

    @property
    def one(self) -> str | None:
        """The role that is asked about: the first that is named, else the asker's."""
        return self.names[0] if self.names else self.my_name

    @property
    def level_roles(self) -> tuple[str, ...]:
        """The roles at the levels named, of the asker's function or of the one that there is."""
        graph, mine = self.graph, functions_of(self.graph, self.me) if self.me else None
        found = []
        for level in self.levels:
            roles = [one for one in in_order(graph) if graph.nodes[one]["level"] == level]
            roles = [one for one in roles if mine is None or functions_of(graph, one) & mine]
            found += [graph.nodes[one]["title"] for one in roles] if len(roles) == 1 else []
        return tuple(found)

    @property
    def avoided(self) -> str | None:
        """The role that is not to be passed."""
        found = self.refused or self._marked(AVOIDED_ROLE)
        # "What do I need to be Spec 4" wants to be that.
        is_wanted = len(self.names) == 1 and found == self.wanted and ASKED_FOR.search(self.text)
        return None if is_wanted else found

    @property
    def avoided_mention(self) -> Mention | None:
        """The same as it is named."""
        return next((one for one in self.mentions if one.name == self.avoided), None)

    @property
    def first_step(self) -> str | None:
        """The role that all careers begin with: the lowest, where all described roles are of one function."""
        described = [role for role in in_order(self.graph) if self.graph.nodes[role]["defined"]]
        functions = {name for role in described for name in functions_of(self.graph, role)}
        return self.graph.nodes[described[0]]["title"] if described and len(functions) == 1 else None

    @property
    def refused(self) -> str | None:
        """The role that somebody says not to want."""
        return self._marked(REFUSED_ROLE)

    @property
    def via(self) -> str | None:
        """The role that is to be passed."""
        found = self._marked(VIA_ROLE)
        return None if found == self.refused else found

    @property
    def vias(self) -> tuple[str, ...]:
        """All roles that are to be passed."""
        other = self._marked(ALSO_VIA)
        return tuple(dict.fromkeys(one for one in (self.via, other) if one))

    @property
    def required_of(self) -> tuple[Mention, ...]:
        """The roles of which is asked what they require: not the one that somebody has."""
        is_asked = self._marked(REQUIRED_OF, but=self.having) or self.wanted
        return tuple(one for one in self.mentions if one.name != self.having) if is_asked else ()

    @property
    def having(self) -> str | None:
        """The role that somebody is said to have."""
        return self._marked(MY_ROLE)

    @property
    def wanted(self) -> str | None:
        """The role that somebody is said to want."""
        found = self._marked(WANTED_ROLE, but=self.refused)
        # "Is it a must to be Spec 5 prior to Mgr 1" wants the other.
        is_way = found and found == self._marked(AVOIDED_ROLE)
        return (self._marked(WANTED_ROLE, but=found) or found) if is_way else found

    @property
    def start(self) -> str | None:
        """The role that somebody has: as the words say, else the asker's, else the first of two."""
        said = self.having or self.my_name
        if said is not None:
            return said
        left = [name for name in self.names if name not in (self.wanted, self.avoided, *self.vias)]
        # "Is Spec 5 needed for Mgr 1" names no start.
        is_end = self.avoided and len(left) == 1 and not self.wanted and not LEADING.search(self.text)
        return left[0] if left and not is_end else None

    @property
    def end(self) -> str | None:
        """The role that somebody wants; a manager where one is named without a title."""
        others = [name for name in self.names if name not in (self.start, self.avoided, *self.vias)]
        if self.wanted in others:
            return self.wanted
        if others:
            return others[-1]
        return self.leader if LEADING.search(self.text) else None

    @property
    def leader(self) -> str | None:
        """The lowest manager of the asker's function, or of the role's that is named, or of the one that there is."""
        origin = self.me or next((one.role for one in self.mentions if one.role), None)
        functions = functions_of(self.graph, origin) if origin else None
        is_supervisor = SUPERVISING.search(self.text) and not MANAGING.search(self.text)
        supervisor = lowest_leader(self.graph, "supervisory", functions) if is_supervisor else None
        return supervisor or lowest_leader(self.graph, "managerial", functions)

    def _marked(self, pattern: re.Pattern[str], *, but: str | None = None) -> str | None:
        found = [int("".join(groups)) for groups in pattern.findall(self.text)]
        names = (self.names[number - 1] for number in found if number <= len(self.names))
        return next((name for name in names if name != but), None)


def lowest_leader(graph: nx.DiGraph[str], wanted: str, functions: set[str] | None) -> str | None:
    """The title of the first role of a track that is described or named, of these functions.

    Without functions it is that of all, and None where the roles of the track are of several.
    """
    found = []
    whose: set[str] = set()
    for role in in_order(graph):
        facts = graph.nodes[role]
        its = functions_of(graph, role)
        if track_of(graph, role) == wanted and (functions is None or its & functions):
            order = facts["level_order"] if facts["defined"] else level_number(facts["title"])
            found.append((order or 0, facts["rank"], facts["title"]))
            whose |= its
    is_clear = functions is not None or len(whose) == 1
    return min(found)[2] if found and is_clear else None


def track_of(graph: nx.DiGraph[str], role: str) -> str | None:
    """The track of a role; where no document defines it, as its title says."""
    facts = graph.nodes[role]
    _, noun = stem_and_noun(facts["title"])
    return facts["track"] if facts["defined"] else VOCABULARY.track_nouns.get(noun or "")
