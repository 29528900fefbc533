"""What each kind of question asks for: the command that answers it, and its answer.

A kind takes a question as it was read and gives the words of a command, or None where the question does not name what
the command needs: then the next kind is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

import networkx as nx

from careerpaths.graph import in_order
from careerpaths.queries.shortest import moves_around
from careerpaths.questions.mentions import Mention, functions_of
from careerpaths.questions.patterns import (
    AVOIDED_ROLE,
    BARE_CERTIFICATE,
    HOW_LONG,
    KEEPING,
    LEADING,
    LIMIT,
    MANAGING,
    MOVING_THERE,
    MY_NEXT,
    MY_ROLE,
    MY_ROUTE,
    NUMBERS,
    PATTERNS,
    REFUSED_ROLE,
    REQUIRED_AT_ALL,
    SAME,
    SMALL_WORDS,
    SUPERVISING,
    VIA_ROLE,
    WANTED_ROLE,
)
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
    """

    graph: nx.DiGraph[str]
    text: str
    mentions: tuple[Mention, ...]
    levels: tuple[str, ...]
    me: str | None

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
        return self.refused or self._marked(AVOIDED_ROLE)

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
    def having(self) -> str | None:
        """The role that somebody is said to have."""
        return self._marked(MY_ROLE)

    @property
    def wanted(self) -> str | None:
        """The role that somebody is said to want."""
        return self._marked(WANTED_ROLE, but=self.refused)

    @property
    def start(self) -> str | None:
        """The role that somebody has: as the words say, else the asker's, else the first of two."""
        said = self.having or self.my_name
        if said is not None:
            return said
        return next((name for name in self.names if name not in (self.wanted, self.avoided, self.via)), None)

    @property
    def end(self) -> str | None:
        """The role that somebody wants; a manager where one is named without a title."""
        others = [name for name in self.names if name not in (self.start, self.avoided, self.via)]
        if self.wanted in others:
            return self.wanted
        if others:
            return others[-1]
        return self.leader if LEADING.search(self.text) else None

    @property
    def leader(self) -> str | None:
        """The lowest manager of the asker's function, or of the role's that is named, else of all; or supervisor."""
        origin = self.me or next((one.role for one in self.mentions if one.role), None)
        functions = functions_of(self.graph, origin) if origin else None
        is_supervisor = SUPERVISING.search(self.text) and not MANAGING.search(self.text)
        supervisor = lowest_leader(self.graph, "supervisory", functions) if is_supervisor else None
        return supervisor or lowest_leader(self.graph, "managerial", functions)

    def _marked(self, pattern: re.Pattern[str], *, but: str | None = None) -> str | None:
        found = [int("".join(groups)) for groups in pattern.findall(self.text)]
        names = (self.names[number - 1] for number in found if number <= len(self.names))
        return next((name for name in names if name != but), None)


_PLAIN = re.compile(r"[\w .&/-]+")
_JOINED = re.compile(r"\b(?:and|or|not)\b", re.IGNORECASE)

Words: TypeAlias = "tuple[str, ...] | None"
"""A command without the program's name; None where the question does not name what it needs."""


def lowest_leader(graph: nx.DiGraph[str], wanted: str, functions: set[str] | None) -> str | None:
    """The title of the first role of a track that is described or named, of these functions or of all."""
    found = []
    for role in in_order(graph):
        facts = graph.nodes[role]
        if _track(graph, role) == wanted and (functions is None or functions_of(graph, role) & functions):
            order = facts["level_order"] if facts["defined"] else level_number(facts["title"])
            found.append((order or 0, facts["rank"], facts["title"]))
    return min(found)[2] if found else None


def _track(graph: nx.DiGraph[str], role: str) -> str | None:
    """The track of a role; where no document defines it, as its title says."""
    facts = graph.nodes[role]
    _, noun = stem_and_noun(facts["title"])
    return facts["track"] if facts["defined"] else VOCABULARY.track_nouns.get(noun or "")


def _pair(question: Question) -> tuple[str, str] | None:
    start, end = question.start, question.end
    return (start, end) if start and end and start != end else None


def _route(question: Question, *options: str) -> Words:
    pair = _pair(question)
    # With nobody's role named in the question, somebody else's words would be taken for a way.
    is_named = question.names or LEADING.search(question.text)
    return ("route", *pair, *options, *_limits(question)) if pair and is_named else None


def _limits(question: Question) -> tuple[str, ...]:
    """What a route is to pass, and how many moves it may have, as options."""
    via = ("--via", _as_selector(question.via)) if question.via else ()
    found = LIMIT.search(question.text)
    moves = _number(found["limit"]) if found else 0
    return (*via, "--max-moves", str(moves)) if moves else via


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBERS[word]


def _hardest(question: Question) -> Words:
    """The route that is named; of one's own route without an end, the way to the role farthest off, where it is one."""
    named = _route(question)
    if named or question.names or question.me is None or not MY_ROUTE.search(question.text):
        return named
    away = moves_around(question.graph, question.me)
    most = max(away.values())
    farthest = [role for role, moves in away.items() if moves == most]
    if len(farthest) > 1 or not most:
        return None
    return ("route", str(question.my_name), question.graph.nodes[farthest[0]]["title"])


def _editions(_: Question) -> Words:
    # No command compares editions.
    return ()


def _time(question: Question) -> Words:
    if question.names and question.one:
        return _route(question) or ("next", question.one)
    if question.my_name and re.search(HOW_LONG, question.text):
        return ("reach", question.my_name)
    return _next(question)


def _checklist(question: Question) -> Words:
    pair = _pair(question)
    if pair:
        return ("plan", *pair)
    end = question.one
    if end is None or not (question.names or "duties" in question.text or MY_NEXT.search(question.text)):
        return None
    if not question.names:
        following = _only_next(question.graph, question.me)
        return ("plan", end, following) if following else ("next", end)
    before = _level_below(question.graph, question.mentions[0].role)
    return ("plan", before, end) if before else ("show", end, "--full")


def _needs(question: Question) -> Words:
    """What a role asks that is named: from the asker's, else from the level below."""
    is_another = any(name != question.having for name in question.names)
    return _checklist(question) if is_another else None


def _only_next(graph: nx.DiGraph[str], role: str | None) -> str | None:
    """The next role in the same track, where there is one alone."""
    if role is None:
        return None
    found = [one for one in graph.successors(role) if graph.nodes[one]["track"] == graph.nodes[role]["track"]]
    return graph.nodes[found[0]]["title"] if len(found) == 1 else None


def _level_below(graph: nx.DiGraph[str], role: str | None) -> str | None:
    """The one role of the same function and track that leads to a role."""
    if role is None or not graph.nodes[role]["defined"]:
        return None
    keys = ("track", "job_function")
    found = [
        one for one in graph.predecessors(role) if all(graph.nodes[one][key] == graph.nodes[role][key] for key in keys)
    ]
    return graph.nodes[found[0]]["title"] if len(found) == 1 else None


def _plan(question: Question) -> Words:
    pair = _pair(question) if question.names else None
    if pair:
        return ("plan", *pair)
    start = question.one
    if start is None:
        return None
    role = question.mentions[0].role if question.mentions else question.me
    following = _only_next(question.graph, role)
    return ("plan", start, following) if following else ("next", start)


def _evidence(question: Question) -> Words:
    pair = _pair(question) if question.names else None
    if pair:
        return ("route", *pair, "--max-moves", "1", "--sources")
    if question.names:
        return ("show", question.names[0], "--sources")
    if question.my_name and re.search(MOVING_THERE, question.text):
        return ("next", question.my_name, "--sources")
    return None


def _compare(question: Question) -> Words:
    names = (*question.names, *(name for name in question.level_roles if name not in question.names))
    if len(names) > 1:
        return ("compare", *names)
    pair = _pair(question) if question.names else None
    return ("compare", *pair) if pair else None


def _promotion(question: Question) -> Words:
    if len(question.names) > 1:
        first, other, *_ = question.mentions
        is_turned = first.role and other.role and question.graph.has_edge(other.role, first.role)
        return ("compare", other.name, first.name) if is_turned else ("compare", first.name, other.name)
    return _compare(question)


def _when(event: str) -> Callable[[Question], Words]:
    def words(question: Question) -> Words:
        if event == "program" and "\u00a4program" not in question.text and "personnel" not in question.text:
            return ("when", event, question.one) if question.one and "tv" not in question.text.split() else None
        if len(question.names) > 1 and SAME.search(question.text):
            return _compare(question)
        preference = _preference(event, question.text) if question.names else None
        if preference and _pair(question):
            return _route(question, "--prefer", preference)
        role = question.start if question.one in (None, question.wanted) else question.having or question.one
        if role is None and event in ("certificate", "education"):
            role = question.wanted
        return ("when", event, role) if role else ("when", event)

    return words


def _preference(event: str, text: str) -> str | None:
    """What a route is to be chosen by, where a way is asked for on which something does not happen."""
    if event == "overtime" and KEEPING.search(text):
        return "keep-overtime"
    return "least-new" if event == "certificate" and BARE_CERTIFICATE.search(text) else None


def _find(question: Question) -> Words:
    """The roles whose documents hold what is asked for."""
    found = PATTERNS["find"].search(question.text)
    if found is None or question.names or question.levels:
        return None
    said = next(filter(None, found.groups()), "").split()
    words = [word for word in said if word not in SMALL_WORDS]
    is_told_by_when = REQUIRED_AT_ALL.issuperset(words)
    return ("find", " ".join(words)) if any(map(str.isalnum, "".join(words))) and not is_told_by_when else None


def _back(question: Question) -> Words:
    if len(question.names) > 1:
        return ("route", *_from_the_leader(question))
    if question.names and _leads(question.graph, question.mentions[0]):
        mine = question.my_name
        return ("route", question.names[0], mine) if mine else ("reach", question.names[0])
    mine = question.having or question.my_name
    found = ("when", "return", mine) if mine else ("when", "return")
    return found if LEADING.search(question.text) else None


def _from_the_leader(question: Question) -> tuple[str, str]:
    """The two ends of a way back: from who leads people; where both or none do, as the words say."""
    first, other, *_ = question.mentions
    leads, other_leads = _leads(question.graph, first), _leads(question.graph, other)
    is_turned = other_leads if leads != other_leads else question.having == other.name
    return (other.name, first.name) if is_turned else (first.name, other.name)


def _leads(graph: nx.DiGraph[str], mention: Mention) -> bool:
    return mention.role is not None and _track(graph, mention.role) in ("supervisory", "managerial")


def _past(question: Question) -> Words:
    """A way to lead people, or to a role, that passes no role of a level, or not a certain role."""
    avoided = _as_selector(question.avoided) if question.avoided else ""
    if not avoided and question.levels:
        avoided = f"level:{_as_selector(question.levels[0])}"
    end = question.end or question.leader
    if not avoided or end is None or end == question.avoided:
        return None
    start = question.start if question.start != end else None
    if start:
        return ("route", start, end, "--avoid", avoided, *_limits(question))
    return ("reach", end, "--to", "--avoid", avoided)


def _as_selector(title: str) -> str:
    """A title or value as it stands in a selector, in quotation marks where its words would mean something else."""
    return title if _PLAIN.fullmatch(title) and not _JOINED.search(title) else f'"{title}"'


def _choke(question: Question) -> Words:
    pair = _pair(question) if question.names else None
    if pair:
        return ("choke-points", *pair)
    return ("choke-points", question.one) if question.one else None


def _professional(question: Question) -> Words:
    if question.one is None:
        return None
    role = question.mentions[0].role if question.mentions else question.me
    track = (question.graph.nodes[role]["track"] if role else None) or "professional"
    return ("reach", question.one, "--avoid", f"not track:{track}")


def _dead_end(question: Question) -> Words:
    return ("show", question.names[0]) if len(question.names) == 1 else None


def _onward(question: Question) -> Words:
    """What comes behind a role that leads nowhere, as far as is known."""
    role = question.mentions[0].role if len(question.names) == 1 else None
    return ("show", question.names[0]) if role and not question.graph.out_degree(role) else None


def _within(question: Question) -> Words:
    found = PATTERNS["within"].search(question.text)
    if question.one is None or found is None:
        return None
    if question.names and _pair(question) and LIMIT.search(question.text):
        return _route(question)
    moves = _number(found["moves"] or found["twice"]) if len(question.names) < 2 else 0  # noqa: PLR2004 - one role
    return ("reach", question.one, "--max-moves", str(moves)) if moves else None


def _feeders(question: Question) -> Words:
    return ("reach", question.names[0], "--to") if len(question.names) == 1 else None


def _highest(question: Question) -> Words:
    return ("reach", question.one) if question.one and len(question.names) < 2 else None  # noqa: PLR2004 - one role


def _sideways(question: Question) -> Words:
    return ("sideways", question.one) if question.one and len(question.names) < 2 else None  # noqa: PLR2004 - one role


def _next(question: Question) -> Words:
    if not question.names and not MY_NEXT.search(question.text):
        return None
    return ("next", question.one) if question.one and len(question.names) < 2 else None  # noqa: PLR2004 - one role


def _code(question: Question) -> Words:
    return ("show", question.names[0]) if len(question.names) == 1 and question.mentions[0].is_code else None


def _about(question: Question) -> Words:
    return ("show", question.names[0]) if len(question.names) == 1 else None


def _reach(question: Question) -> Words:
    return ("reach", question.one) if question.one and len(question.names) < 2 else None  # noqa: PLR2004 - one role


KINDS: Mapping[str, Callable[[Question], Words]] = MappingProxyType(
    {
        "editions": _editions,
        "time": _time,
        "checklist": _checklist,
        "plan": _plan,
        "evidence": _evidence,
        "hardest": _hardest,
        "doors": lambda question: _compare(question) if len(question.names) > 1 else None,
        "overtime": _when("overtime"),
        "program": _when("program"),
        "find": _find,
        "certificate": _when("certificate"),
        "education": _when("education"),
        "back": _back,
        "past": _past,
        "choke": _choke,
        "professional": _professional,
        "promotion": _promotion,
        "sideways": _sideways,
        "dead_end": _dead_end,
        "onward": _onward,
        "within": _within,
        "needs": _needs,
        "feeders": _feeders,
        "highest": _highest,
        "compare": _compare,
        "next": _next,
        "route": _route,
        "code": _code,
        "reach": _reach,
        "about": _about,
    }
)
"""For each kind of question its command, in the order in which they are tried."""
