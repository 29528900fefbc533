"""A question in plain English to a command and its answer: by patterns and the look-up of roles, by no service.

It says which command it understood. A question that it does not understand gets examples, never a guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from types import MappingProxyType
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.errors import NoRoute, UnknownRole
from careerpaths.graph import in_order
from careerpaths.lookup import unresolved
from careerpaths.model import Catalogue
from careerpaths.queries.asked import Asked
from careerpaths.queries.choking import choke_points
from careerpaths.queries.choosing import FEWEST_MOVES
from careerpaths.queries.comparing import compare
from careerpaths.queries.events import when
from careerpaths.queries.finding_text import find
from careerpaths.queries.listing import next_roles, role
from careerpaths.queries.planning import plan
from careerpaths.queries.reaching import reach
from careerpaths.queries.routing import routes
from careerpaths.queries.sideways import sideways
from careerpaths.questions.commands import KINDS, needs_asker
from careerpaths.questions.mentions import PLACE, read_question, role_of_asker
from careerpaths.questions.patterns import PATTERNS, TOLD_BY_OTHERS
from careerpaths.questions.question import Question
from careerpaths.questions.refusing import is_elsewhere, is_mostly_foreign, is_of_something_else, words_of
from careerpaths.questions.requiring import required_told, said_once
from careerpaths.questions.sentences import sentences
from careerpaths.questions.several import left_over, not_answered, questions_in
from careerpaths.stated import TextsOf, texts_of
from careerpaths.titles import fold

LONGEST = 500
"""Characters up to which a text is taken for a question."""
_MARKED = "\u00a4"
_WITH_VALUE = frozenset({"--max-moves", "--avoid", "--prefer", "--via"})

_BARE_KINDS = frozenset({"route", "next", "reach", "code", "about", "onward", "needs"})
"""Kinds that a sentence is of which says little: what is told beside it says more."""
_PLAIN_KINDS = frozenset({"route", "next", "reach", "feeders", "about"})
"""Kinds whose patterns are of words that all kinds of questions have."""
_LIMITED_KINDS = frozenset({"highest", "within", "feeders", "compare", "choke"})
_LIMITING_KINDS = frozenset({"professional", "past", "within", "certificate", "education", "overtime", "program"})
"""Kinds of what is told beside a question, and those of questions that it limits."""

_Given = tuple[str, ...]


def ask(
    graph: nx.DiGraph[str], question: str, *, me: str | None = None, catalogue: Catalogue | TextsOf | None = None
) -> Asked:
    """The answer to a question in plain English, with the command that it was understood as.

    Args:
        graph: from `build_graph`.
        question: such as "How do I get from Spec 2 to Mgr 1?".
        me: the asker's role, for questions that do not name it.
        catalogue: the catalogue that the graph was built from, or what gives the texts of a role.

    Raises:
        UnknownRole, AmbiguousRole: `me`, or a name in the question that can be several roles.

    >>> import careerpaths as cp
    >>> ask(cp.build_graph(cp.load()), "How do I get from Imaging Spec 2 to Imaging Spec 4?").command
    ('route', 'Clin Imaging IT Spec 2', 'Clin Imaging IT Spec 4')
    """
    mine = None if me is None else role_of_asker(graph, me)
    understood, others = _first(graph, question, mine) if len(question) <= LONGEST else (None, ())
    if understood is None:
        missing = _missing(graph, question) if mine is None and len(question) <= LONGEST else None
        return _refusal(graph, question, missing)
    kind, command, read = understood
    unknown = next((one.name for one in read.mentions if one.is_unknown), None)
    if unknown is not None:
        raise unresolved(graph, unknown, ())
    stated = texts_of(catalogue) if catalogue else None
    command, answer = _told(graph, command, stated, read) if command else ((), None)
    further = tuple(map(not_answered, others)) or left_over(kind, read.text)
    own = sentences(kind, answer, read.text)
    # What an answer begins with is not said twice; a way without a certificate has its own yes or no.
    required = () if own else required_told(kind, read)
    answer = said_once(answer, required)
    explained = getattr(answer, "explanation", None)
    notes = (*(one for one in required if one != explained), *own, *further)
    return Asked(question=question, kind=kind, command=command or None, answer=answer, notes=notes)


def _refusal(graph: nx.DiGraph[str], question: str, missing: str | None) -> Asked:
    examples = tuple(_examples(graph))
    return Asked(question=question, kind=None, command=None, answer=None, examples=examples, missing=missing)


def _missing(graph: nx.DiGraph[str], question: str) -> str | None:
    """The option without which a question is not understood: the asker's role, where one would make it a command."""
    first = next((role for role in in_order(graph) if graph.nodes[role]["defined"] and graph.out_degree(role)), None)
    return "--me" if first is not None and _understood(graph, question, first) else None


def _told(graph: nx.DiGraph[str], command: _Given, stated: TextsOf | None, read: Question) -> tuple[_Given, Any]:
    """What a command answers; a name that no role has alone, such as "level 4", with all that it can be."""
    try:
        return _answered(graph, command, stated)
    except UnknownRole as error:
        meant = next((one for one in read.mentions if one.name == error.name and one.candidates), None)
        if meant is None:
            raise
        raise unresolved(graph, meant.name, meant.candidates) from None


def _answered(graph: nx.DiGraph[str], command: _Given, stated: TextsOf | None) -> tuple[_Given, Any]:
    """What a command answers; where there is no route to plan, that there is none, with the command that says so."""
    try:
        return command, _ANSWERS[command[0]](graph, command[1:], stated)
    except NoRoute:
        names, _ = _options(command[1:])
        return ("route", *names), routes(graph, *names, catalogue=stated)


def _first(
    graph: nx.DiGraph[str], question: str, me: str | None
) -> tuple[tuple[str, _Given, Question] | None, tuple[str, ...]]:
    """The first of the questions of a text as it was understood, and those that are left for another time."""
    whole = _understood(graph, question, me)
    if whole is None:
        return None, ()
    parts = [(part, _understood(graph, part, me)) for part in questions_in(question)]
    known = [(part, found) for part, found in parts if found is not None]
    commands = {found[:2] for _, found in known}
    if len(commands) < 2:  # noqa: PLR2004 - two ways to say the same
        return whole, ()
    (_, first), *rest = known
    return first, tuple(part for part, found in rest if found[:2] != first[:2])


def _understood(graph: nx.DiGraph[str], question: str, me: str | None) -> tuple[str, _Given, Question] | None:
    """The kind of a question, its command, and how it was read; None where no kind fits."""
    asked = _read(graph, question, me)
    if _is_refused(question, asked) or _is_of_others(asked) or needs_asker(asked):
        return None
    whole = _kind_of(asked.text, asked)
    found = (_kind_asked(asked, whole) or whole) if asked.apart else whole
    return (*found, asked) if found else None


def _kind_of(text: str, asked: Question) -> tuple[str, _Given] | None:
    """The first kind that a text is of, with its command."""
    is_of_others = TOLD_BY_OTHERS.search(text)
    for kind, words in KINDS.items():
        if re.search(PATTERNS[kind], text) and not (is_of_others and kind in _PLAIN_KINDS):
            command = words(asked)
            if command is not None:
                return kind, command
    return None


def _kind_asked(asked: Question, whole: tuple[str, _Given] | None) -> tuple[str, _Given] | None:
    """What the sentence that asks says by itself, where the kind of the whole comes from what is told beside it.

    What is told can be what is asked under: "I don't want to lead. How far can I go?" asks not for the highest role.
    """
    asking, told = asked.apart or ("", "")
    alone = _kind_of(asking, asked)
    if alone is None or whole is None:
        return alone
    is_limit = alone[0] in _LIMITED_KINDS and whole[0] in _LIMITING_KINDS
    return alone if alone[0] not in _BARE_KINDS and not is_limit and re.search(PATTERNS[whole[0]], told) else None


def _read(graph: nx.DiGraph[str], question: str, me: str | None) -> Question:
    read = read_question(graph, question, me=me)
    text, levels = _with_levels(graph, read.text)
    apart = tuple(_with_programs(graph, _with_levels(graph, one)[0]) for one in read.apart or ())
    both = (apart[0], apart[1]) if apart else None
    return Question(graph, _with_programs(graph, text), read.mentions, levels, me, both)


def _is_of_others(asked: Question) -> bool:
    """Whether all that it names are people, places or trades: names without a number that no role has."""
    unknown = [one for one in asked.mentions if one.is_unknown]
    return len(unknown) == len(asked.mentions) and any(one.is_bare for one in unknown)


def _in_words(asked: Question) -> str:
    """The text with the names that no role has as they stand."""
    named = [(PLACE.format(number=place), one) for place, one in enumerate(asked.mentions, start=1)]
    return reduce(
        lambda text, pair: text.replace(pair[0], pair[1].name) if pair[1].is_unknown else text, named, asked.text
    )


def _is_refused(question: str, asked: Question) -> bool:
    """Whether it is of what no document answers, of another employer, or mostly of no career."""
    known = words_of(asked.graph)
    is_of_roles = bool(asked.me or asked.names)
    is_other = is_of_something_else(_in_words(asked), is_of_roles=is_of_roles)
    # Of names that no role has, without others, the words tell what it is of.
    told = _in_words(asked) if all(one.is_unknown for one in asked.mentions) else asked.text
    # What roles are asked to have may be anything.
    is_sought = re.search(PATTERNS["find"], asked.text)
    return is_other or is_elsewhere(question, known) or (not is_sought and is_mostly_foreign(told, known))


def _with_levels(graph: nx.DiGraph[str], text: str) -> tuple[str, tuple[str, ...]]:
    """The text with a mark for each name of a level, and these names."""
    stated = {fold(facts["level"]): facts["level"] for _, facts in graph.nodes.items() if facts["level"]}
    names = sorted((name for name in stated if name), key=len, reverse=True)
    if not names:
        return text, ()
    pattern = re.compile(rf"\b(?:level )?({'|'.join(map(re.escape, names))})s?(?: level)?\b")
    found = tuple(stated[name] for name in pattern.findall(text))
    return pattern.sub(f"{_MARKED}level", text), found


def _with_programs(graph: nx.DiGraph[str], text: str) -> str:
    stated = (facts["personnel_program"] for _, facts in graph.nodes.items())
    programs = {fold(program) for program in stated if program}
    return " ".join(f"{_MARKED}program" if word in programs else word for word in text.split())


def _examples(graph: nx.DiGraph[str]) -> Iterator[str]:
    """Questions that are understood, with roles of this graph."""
    start = next((one for one in in_order(graph) if graph.out_degree(one)), None)
    if start is not None:
        title = graph.nodes[start]["title"]
        end = graph.nodes[in_order(graph, graph.successors(start))[0]]["title"]
        for key in ("example_route", "example_next", "example_feeders", "example_overtime", "example_compare"):
            yield wording.said(key, start=title, end=end)


def _options(words: _Given) -> tuple[_Given, dict[str, list[str]]]:
    """The roles of a command, and its options with their values."""
    names = [word for place, word in enumerate(words) if not word.startswith("--") and not _is_value(words, place)]
    options: dict[str, list[str]] = {}
    for place, word in enumerate(words):
        if word.startswith("--"):
            options.setdefault(word, []).append(words[place + 1] if place + 1 < len(words) else "")
    return tuple(names), options


def _is_value(words: _Given, place: int) -> bool:
    return place > 0 and words[place - 1] in _WITH_VALUE


def _asked_routes(graph: nx.DiGraph[str], words: _Given, stated: TextsOf | None) -> Any:
    (start, end), options = _options(words)
    most = options.get("--max-moves")
    return routes(
        graph,
        start,
        end,
        via=options.get("--via", ()),
        avoid=options.get("--avoid", ()),
        prefer=options.get("--prefer", [FEWEST_MOVES])[0],
        max_moves=int(most[0]) if most else None,
        catalogue=stated,
    )


def _asked_reach(graph: nx.DiGraph[str], words: _Given, _: TextsOf | None) -> Any:
    (name,), options = _options(words)
    most = options.get("--max-moves")
    return reach(
        graph,
        name,
        to="--to" in options,
        max_moves=int(most[0]) if most else None,
        avoid=options.get("--avoid", ()),
    )


def _asked_role(graph: nx.DiGraph[str], words: _Given, stated: TextsOf | None) -> Any:
    (name,), options = _options(words)
    return role(graph, name, full="--full" in options, catalogue=stated)


def _asked_when(graph: nx.DiGraph[str], words: _Given, _: TextsOf | None) -> Any:
    event, *names = words
    return when(graph, event, role=names[0] if names else None)


_ANSWERS: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "route": _asked_routes,
        "reach": _asked_reach,
        "show": _asked_role,
        "when": _asked_when,
        "next": lambda graph, words, stated: next_roles(graph, words[0], catalogue=stated),
        "compare": lambda graph, words, stated: compare(graph, *words, catalogue=stated),
        "choke-points": lambda graph, words, _: choke_points(graph, *words),
        "find": lambda graph, words, stated: find(graph, words[0], catalogue=stated),
        "sideways": lambda graph, words, stated: sideways(graph, words[0], catalogue=stated),
        "plan": lambda graph, words, stated: plan(graph, words[0], words[1], catalogue=stated),
    }
)
"""How each command is answered."""
