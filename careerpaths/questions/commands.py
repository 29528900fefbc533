"""What each kind of question asks for: the command that answers it, and its answer.

A kind takes a question as it was read and gives the words of a command, or None where the question does not name what
the command needs: then the next kind is tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeAlias

import networkx as nx

from careerpaths.queries.shortest import moves_around
from careerpaths.questions.marks import (
    ABOVE_ONE,
    BARE_CERTIFICATE,
    BARE_DEGREE,
    BETWEEN_TWO,
    DIRECTLY,
    KEEPING,
    LEADING,
    LEADS_TO_MINE,
    LEFT_OUT,
    LIMIT,
    MANAGING,
    MOVING_THERE,
    MY_NEXT,
    MY_OWN,
    MY_ROUTE,
    MY_WAY,
    NEXT_ONE,
    OF_ALL,
    OF_MOVES,
    ONES_OWN,
    PERSONNEL,
    SAME,
    SHORTEST,
    STAYING,
    SUPERVISOR_FIRST,
    WITH_DETAILS,
    YES_OR_NO,
)
from careerpaths.questions.mentions import Mention
from careerpaths.questions.patterns import HOW_LONG, PATTERNS, REQUIRED_AT_ALL, SMALL_WORDS
from careerpaths.questions.question import Question, track_of
from careerpaths.questions.refusing import foreign_words, words_of
from careerpaths.questions.words import NUMBERS

_PLAIN = re.compile(r"[\w .&/-]+")
_JOINED = re.compile(r"\b(?:and|or|not)\b", re.IGNORECASE)

Words: TypeAlias = "tuple[str, ...] | None"
"""A command without the program's name; None where the question does not name what it needs."""


def _pair(question: Question) -> tuple[str, str] | None:
    start, end = question.start, question.end or next(iter(question.level_roles), None)
    return (start, end) if start and end and start != end else None


def _route(question: Question, *options: str) -> Words:
    if ONES_OWN.search(question.text) and len(question.names) == 1:
        return ("route", question.names[0], question.names[0])
    pair = _pair(question)
    # With nobody's role named in the question, somebody else's words would be taken for a way.
    is_named = question.names or question.level_roles or LEADING.search(question.text)
    if pair and is_named:
        return ("route", *pair, *options, *_limits(question))
    # Whoever does not say where from is told who leads there.
    is_open = is_named and question.me is None and question.start is None and _is_plain(question)
    is_open = is_open and not SHORTEST.search(question.text)
    return ("reach", question.end, "--to", *_limits(question)) if is_open and question.end else None


def _is_plain(question: Question) -> bool:
    """Whether a question has no word that is not of careers: "from the lobby to the manager" is no way into a role."""
    count, _ = foreign_words(question.text, words_of(question.graph))
    return not count and not re.search(r"\bfrom (?!\u00a7)", question.text)


def _limits(question: Question) -> tuple[str, ...]:
    """What a route is to pass, and how many moves it may have, as options."""
    via = tuple(word for one in question.vias for word in ("--via", _as_selector(one)))
    found = LIMIT.search(question.text)
    moves = _number(found["limit"]) if found else 0
    return (*via, "--max-moves", str(moves)) if moves else via


def _number(word: str) -> int:
    return int(word) if word.isdecimal() else NUMBERS[word]


def _hardest(question: Question) -> Words:
    """The route that is named; of one's own route without an end, the way to the role farthest off, where it is one."""
    named = _route(question)
    if named and named[0] != "route":
        return None
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
    if question.level_roles and not question.names:
        return _route(question)
    if question.names and question.one:
        return _route(question) or ("next", question.one)
    if question.my_name and re.search(HOW_LONG, question.text):
        return ("reach", question.my_name)
    if question.my_name and not question.names and LEADING.search(question.text):
        return _route(question) or _next(question)
    is_of_moves = question.my_name and not question.names and OF_MOVES.search(question.text)
    return _next(question) or (("reach", str(question.my_name)) if is_of_moves else None)


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
    mine = question.my_name
    if len(names) == 1 and mine and mine not in names:
        return ("compare", mine, *names)
    if len(names) > 1:
        return ("compare", *names)
    pair = _pair(question) if question.names else None
    return ("compare", *pair) if pair else None


def _doors(question: Question) -> Words:
    if len(question.names) < 2:  # noqa: PLR2004 - two to choose from
        return None
    # Whoever stands before two others has left the own role.
    others = tuple(name for name in question.names if name != question.having)
    return ("compare", *others) if len(others) > 1 else _compare(question)


def _compare_next(question: Question) -> Words:
    """One's own role beside the next."""
    is_next = not question.names and NEXT_ONE.search(question.text)
    following = _only_next(question.graph, question.me) if is_next else None
    return ("compare", str(question.my_name), following) if following else None


def _promotion(question: Question) -> Words:
    if len(question.names) > 1:
        first, other, *_ = question.mentions
        is_turned = first.role and other.role and question.graph.has_edge(other.role, first.role)
        return ("compare", other.name, first.name) if is_turned else ("compare", first.name, other.name)
    return _compare(question)


def _when(event: str) -> Callable[[Question], Words]:
    def words(question: Question) -> Words:
        if event == "program" and "\u00a4program" not in question.text and not PERSONNEL.search(question.text):
            return ("when", event, question.one) if question.one and "tv" not in question.text.split() else None
        if len(question.names) > 1 and SAME.search(question.text):
            return _compare(question)
        is_way = question.names or LEADING.search(question.text)
        preference = _preference(event, question.text) if is_way else None
        if preference and _pair(question):
            avoided = _avoided(question)
            return _route(question, "--prefer", preference, *(("--avoid", avoided) if avoided else ()))
        role = question.start if question.one in (None, question.wanted) else question.having or question.one
        if role is None and event in ("certificate", "education"):
            role = question.wanted
        return ("when", event, role) if role else ("when", event)

    return words


def needs_asker(question: Question) -> bool:
    """Whether it is asked if a way to lead people is without something, of nobody known: each stands elsewhere."""
    if question.names or question.me or not (YES_OR_NO.search(question.text) and LEADING.search(question.text)):
        return False
    is_kept = KEEPING.search(question.text) and re.search(PATTERNS["overtime"], question.text)
    return bool(is_kept or BARE_CERTIFICATE.search(question.text) or BARE_DEGREE.search(question.text))


def _preference(event: str, text: str) -> str | None:
    """What a route is to be chosen by, where a way is asked for on which something does not happen."""
    if event == "overtime" and KEEPING.search(text):
        return "keep-overtime"
    return "least-new" if event == "certificate" and BARE_CERTIFICATE.search(text) else None


def _find(question: Question) -> Words:
    """The roles whose documents hold what is asked for."""
    found = re.search(PATTERNS["find"], question.text)
    if found is None or question.names or question.levels:
        return None
    said = next(filter(None, found.groups()), "").split()
    words = [word for word in said if word not in SMALL_WORDS]
    if said[:1] in (["no"], ["neither"], ["nothing"]):
        return None
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
    return mention.role is not None and track_of(graph, mention.role) in ("supervisory", "managerial")


def _past(question: Question) -> Words:
    """A way to lead people, or to a role, that passes no role of a level, or not a certain role."""
    avoided, end = _avoided(question), question.end
    if not avoided:
        pair = _pair(question) if DIRECTLY.search(question.text) else None
        return ("route", *pair, "--max-moves", "1") if pair else None
    if end is None or end == question.avoided:
        return None
    start = question.start if question.start != end else None
    if start:
        return ("route", start, end, "--avoid", avoided, *_limits(question))
    return ("reach", end, "--to", "--avoid", avoided)


def _avoided(question: Question) -> str | None:
    """The selector of what is not to be passed: a role, a level, or all supervisors on the way to a manager."""
    if SUPERVISOR_FIRST.search(question.text) and (question.names or MANAGING.search(question.text)):
        return "track:supervisory"
    mention = question.avoided_mention
    if mention is not None:
        return f"level:{_as_selector(mention.level)}" if mention.level else _as_selector(mention.name)
    is_level = question.levels and not STAYING.search(question.text)
    return f"level:{_as_selector(question.levels[0])}" if is_level else None


def _as_selector(title: str) -> str:
    """A title or value as it stands in a selector, in quotation marks where its words would mean something else."""
    return title if _PLAIN.fullmatch(title) and not _JOINED.search(title) else f'"{title}"'


def _choke(question: Question) -> Words:
    pair = _pair(question) if question.names else None
    if pair and not _is_move(question, *pair):
        return ("choke-points", *pair)
    if pair:
        return ("choke-points", pair[0])
    # Whether a role can be left out depends on where one stands.
    is_left_out = question.one == question.avoided and (question.me or LEFT_OUT.search(question.text))
    one = question.my_name if is_left_out else question.one
    if one is None and OF_ALL.search(question.text):
        # Of all ways it is told from where they begin.
        one = question.first_step
    return ("choke-points", one) if one else None


def _is_move(question: Question, start: str, end: str) -> bool:
    """Whether one move leads from a role to another: no role lies between them."""
    ids = {one.name: one.role for one in question.mentions} | {str(question.my_name): question.me}
    first, last = ids.get(start), ids.get(end)
    return bool(first and last and question.graph.has_edge(first, last))


def _professional(question: Question) -> Words:
    # Of nobody in particular it is told from the first role on.
    is_general = not MY_OWN.search(question.text)
    one = question.one or (question.first_step if is_general else None)
    if one is None:
        return None
    role = question.mentions[0].role if question.mentions else question.me
    track = (question.graph.nodes[role]["track"] if role else None) or "professional"
    return ("reach", one, "--avoid", f"not track:{track}")


def _dead_end(question: Question) -> Words:
    subject = None if STAYING.search(question.text) else _beside_mine(question)
    return ("show", subject.name) if subject else None


def _beside_mine(question: Question) -> Mention | None:
    """The one role that is named, or the one beside that of which it is said that somebody has it."""
    if len(question.names) > 1 and BETWEEN_TWO.search(question.text):
        return None
    others = [one for one in question.mentions if one.name != question.having] or question.mentions
    return others[0] if len(others) == 1 else None


def _onward(question: Question) -> Words:
    """What comes behind a role that leads nowhere, as far as is known."""
    subject = _beside_mine(question)
    role = subject.role if subject else None
    return ("show", subject.name) if subject and role and not question.graph.out_degree(role) else None


def _within(question: Question) -> Words:
    found = re.search(PATTERNS["within"], question.text)
    if question.one is None or found is None:
        return None
    if question.names and _pair(question) and LIMIT.search(question.text):
        return _route(question)
    if ABOVE_ONE.search(question.text):
        return None
    said = next(filter(None, found.groups()))
    moves = _number(said) if len(question.names) < 2 else 0  # noqa: PLR2004 - one role
    # What somebody wants, whose role is not known, is reached in so many moves, and leads nowhere in them.
    to = ("--to",) if question.me is None and question.wanted == question.one else ()
    return ("reach", question.one, *to, "--max-moves", str(moves)) if moves else None


def _feeders(question: Question) -> Words:
    if not question.names and question.my_name and LEADS_TO_MINE.search(question.text):
        return ("reach", question.my_name, "--to")
    if len(question.names) != 1:
        return None
    # One's own way there is a route.
    is_mine = question.me and MY_WAY.search(question.text)
    is_mine = is_mine or SHORTEST.search(question.text)
    return None if is_mine else ("reach", question.names[0], "--to")


def _highest(question: Question) -> Words:
    if question.me and question.wanted:
        return None
    return ("reach", question.one) if question.one and len(question.names) < 2 else None  # noqa: PLR2004 - one role


def _sideways(question: Question) -> Words:
    return ("sideways", question.one) if question.one and len(question.names) < 2 else None  # noqa: PLR2004 - one role


def _next(question: Question) -> Words:
    if not question.names and not MY_NEXT.search(question.text):
        return None
    if question.me and question.wanted:
        return None
    if question.one is None or len(question.names) > 1:
        return None
    return ("next", question.one, *(["--details"] if WITH_DETAILS.search(question.text) else []))


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
        "doors": _doors,
        "overtime": _when("overtime"),
        "program": _when("program"),
        "find": _find,
        "certificate": _when("certificate"),
        "education": _when("education"),
        "dead_end": _dead_end,
        "back": _back,
        "past": _past,
        "choke": _choke,
        "professional": _professional,
        "promotion": _promotion,
        "sideways": _sideways,
        "onward": _onward,
        "within": _within,
        "needs": _needs,
        "feeders": _feeders,
        "highest": _highest,
        "compare": lambda question: _compare(question) or _compare_next(question),
        "next": _next,
        "route": _route,
        "code": _code,
        "reach": _reach,
        "about": _about,
    }
)
"""For each kind of question its command, in the order in which they are tried."""
