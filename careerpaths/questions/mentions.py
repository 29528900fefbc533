"""Which roles a question names: titles, short forms, job codes, and levels by their number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from types import MappingProxyType

import networkx as nx

from careerpaths.errors import UnknownRole
from careerpaths.graph import in_order
from careerpaths.lookup import is_short_for, role_id, unresolved
from careerpaths.questions.forgiven import WORDS
from careerpaths.questions.framing import SHORT_FORMS, asked_apart, sentences_of, unframed, with_referents
from careerpaths.questions.refusing import words_of
from careerpaths.questions.unknown import is_roman, unknown_name
from careerpaths.titles import fold, plain, title_key

PLACE = "\u00a7{number}"
"""What stands in a question in place of a role, with its number."""
LEVEL_MARK = "\u00a4"
"""What stands behind the number of a role that is named by its level."""
_TOKEN = re.compile(r"[^\W_][\w'./&+#-]*[\w+#]|[^\W_]|->|\u2192")
_GLUED = re.compile(r"^([a-z]{3,})(\d{1,2})$")
_POSSESSIVE = re.compile(r"(?<=\d)'s\b|(?<=\w)'s\b(?! (?:the|an?|my|it|there|not|going|next|new)\b)")
_CONTRACTED = re.compile(r"\b(do|does|did|is|are|was|wo|ca|could|would|should|has|have)nt\b")
"""Negations without their apostrophe."""
_BETWEEN_NUMBERS = re.compile(r"(?<=\b\d)(?: ?[,&/] ?|-)(?=\d\b)")
"""What joins numbers of levels: "levels 3, 4 and 5", "spec 3/4"."""
_BESIDE_NUMBER = re.compile(r"(?<=\d)/|/(?=\d)|(?<=[a-z]{3})/(?=[a-z]{3})|^ba/(?=bs)")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w&-]+(?= )")
"""A word that stands as a name in a sentence, with another behind it."""
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][\w&-]+")
"""A word that has a capital letter though no sentence begins with it."""
_LONGEST = 9
_SHORTEST = 3
"""Letters of a word whose plural is understood."""
_LEVEL_WORDS = ("level", "levels", "lvl")
_JOINING = frozenset({"and", "or", "to", "with", "vs", "versus", "than", "->", "through"})
"""What may stand between a role and the number of another: "spec 3 and 4"."""
_ENDINGS = ("s", "d", "ed", "ing", "ly")
"""What forms of a word end with: they are no typing errors."""
_PARTICLES = frozenset(
    {
        *(
            "a",
            "an",
            "the",
            "and",
            "or",
            "of",
            "in",
            "at",
            "to",
            "for",
            "from",
            "as",
            "is",
            "i",
            "it",
            "my",
            "on",
            "by",
        ),
        *("with", "than", "between", "level", "levels", "become", "reach", "position", "role", "job", "title", "code"),
        *("specialist", "manager", "supervisor", "career", "expert", "professional", "path", "route", "move"),
    }
)
"""Words that stand before the name of a role and are no part of it."""
_COUNTED = frozenset(
    {"moves", "steps", "jumps", "hops", "roles", "others", "other", "more", "years", "months", "times"}
)
"""What a number counts that is no level."""
_DIGITS = MappingProxyType({"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6"})
"""Numbers of levels in words: "spec three"."""
_PEOPLE = re.compile(r"\d{1,2}s")
_OF_A_LEVEL = ("specialist", "technician", "employee", "staff", "person", "position", "role", "job", *_LEVEL_WORDS)
"""What may stand behind the name of a level."""
_NO_LEVEL_BEFORE = frozenset({"more", "most", "very", "so", "any", "every"})
_NO_LEVEL_AFTER = frozenset(
    {
        "into",
        "routes",
        "paths",
        "ways",
        "steps",
        "stages",
        "moves",
        "roles",
        "requirements",
        "duties",
        "advice",
        "points",
    }
)
"""Words beside a word such as "intermediate" that make it no name of a level: "more advanced", "entry routes"."""
_BEFORE_ME = frozenset({"it", "and", "or", "if", "as", "of", "for", "in", "to"})
"""Words of titles behind which "I" is no number: "what I need for it. I am a ..."."""
_AFTER_ME = frozenset({"am", "was", "want", "wish", "like", "would", "work", "never", "don't", "won't"})
"""Words before which "I" is no number: "no manager. I am a ..."."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A role that a question names.

    Attributes:
        name: its title where it is one role, else the words as they stand.
        role: its id; None where the words can be several roles.
        is_code: whether it is named by its job code.
        candidates: the ids of the roles that the words can be, where they are several; one's own function may decide.
        level: the name of its level, where it is named by that.
        is_bare: whether it has no number, as the names of people and places have none.
    """

    name: str
    role: str | None
    is_code: bool = False
    candidates: tuple[str, ...] = ()
    level: str | None = None
    is_bare: bool = False

    @property
    def is_unknown(self) -> bool:
        """Whether it is the name of no role."""
        return self.role is None and not self.candidates


@dataclass(frozen=True, slots=True)
class Read:
    """A question with its roles in place of their names: "how do i get from \u00a71 to \u00a72".

    Behind the number of a role that is named by its level stands a mark.

    Attributes:
        text: of the whole.
        mentions: the roles named.
        apart: that of the one sentence that asks, and of those that tell; None where there is none such.
    """

    text: str
    mentions: tuple[Mention, ...]
    apart: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class _Names:
    """What roles are called."""

    by_key: Mapping[str, list[str]]
    by_code: Mapping[str, str]
    keys: tuple[tuple[str, list[str]], ...]
    """For each title its role and its words, spelt out."""
    by_word: Mapping[str, set[int]]
    """For each word of titles the places in `keys` that have it."""
    words: frozenset[str]
    known: frozenset[str]
    """The words of titles, functions, levels and programs."""
    by_level: Mapping[str, list[str]]
    """For each name of a level, folded, the roles that have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What is known while a question is read.

    Attributes:
        graph: that it is asked of.
        names: what its roles are called.
        me: the id of the asker's role.
        spoken: the words that stand as names before another word.
        capital: the words that have a capital letter though no sentence begins with them.
        found: the roles named so far.
    """

    graph: nx.DiGraph[str]
    names: _Names
    me: str | None
    spoken: frozenset[str]
    capital: frozenset[str]
    found: list[Mention]


def role_of_asker(graph: nx.DiGraph[str], name: str) -> str:
    """The id of the one role that somebody says to have; the name of a level will do where one role has it.

    Raises `UnknownRole` and `AmbiguousRole` as `role_id`.
    """
    try:
        return role_id(graph, name)
    except UnknownRole:
        key = fold(name).removeprefix("level ").removesuffix(" level")
        roles = _names(graph).by_level.get(key, [])
        if len(roles) == 1:
            return roles[0]
        if not roles:
            raise
        raise unresolved(graph, name, roles) from None


def read_question(graph: nx.DiGraph[str], question: str, *, me: str | None = None) -> Read:
    """The question in plain small letters, its roles numbered in the order in which they are first named.

    Args:
        graph: from `build_graph`.
        question: as it was typed.
        me: the role of the asker: where words can be several roles, the one of its function is meant.
    """
    reading = _Reading(
        graph=graph,
        names=_names(graph),
        me=me,
        spoken=frozenset(word.lower() for word in _NAME.findall(question)),
        capital=frozenset(word.lower() for word in _CAPITAL.findall(question)),
        found=[],
    )
    raw = sentences_of(plain(question))
    told = with_referents([unframed(" ".join(_parts(reading, one))) for one in raw])
    text = " ".join(filter(None, told))
    return Read(text=text, mentions=tuple(_settled(graph, reading.found)), apart=asked_apart(told, raw))


def _parts(reading: _Reading, sentence: str) -> list[str]:
    """The words of a sentence with marks for its roles, which are added to those found."""
    graph, names, me = reading.graph, reading.names, reading.me
    tokens = _tokens(names, sentence)
    parts: list[str] = []
    place = 0
    while place < len(tokens):
        mention, count = _at(graph, names, tokens[place:], me)
        if mention is None and not (parts and parts[-1] in _NO_LEVEL_BEFORE):
            mention, count = _of_level(graph, names, tokens[place:], me)
        if mention is None:
            mention, count = _of_nobody(graph, names, tokens[place:], parts, reading.capital)
        if mention is None:
            parts.append(tokens[place])
        else:
            named = tokens[place : place + count]
            parts.append(_placed(_whole(reading, mention, named, parts), reading.found))
            if not mention.level:
                tokens[place + count :] = _completed(named, tokens[place + count :])
        place += count
    return [SHORT_FORMS.get(part.strip("."), part) for part in parts]


def _whole(reading: _Reading, mention: Mention, named: Sequence[str], parts: list[str]) -> Mention:
    """A role with the words before its name that can be a part of it, which are taken from `parts`."""
    if mention.is_code or mention.level or mention.is_unknown:
        return mention
    unknown = _before(parts, reading.spoken | reading.names.words)
    if not unknown or _is_title(reading.names, named):
        return mention
    # "Payroll Mgr 1" is not the manager of another function: who it is decides the look-up of roles.
    del parts[-len(unknown) :]
    return Mention(" ".join([*unknown, *named]), None)


def _before(parts: Sequence[str], spoken: Collection[str]) -> list[str]:
    """The words directly before the name of a role that can be a part of it: names, and words of titles."""
    found = list(takewhile(lambda word: word in spoken and word not in _PARTICLES and word.isalpha(), parts[::-1]))
    return found[::-1]


def _is_title(names: _Names, words: Sequence[str]) -> bool:
    """Whether words are a whole title."""
    return title_key(" ".join(word.strip(".") for word in words)) in names.by_key


def _settled(graph: nx.DiGraph[str], found: Sequence[Mention]) -> Iterator[Mention]:
    """Where words can be several roles, the one of the function of the others that are named, as `route` has it."""
    certain = [one.role for one in found if one.role and not one.candidates]
    named = {function for role in certain for function in functions_of(graph, role)}
    for one in found:
        near = [role for role in one.candidates if functions_of(graph, role) & named]
        yield Mention(graph.nodes[near[0]]["title"], near[0], one.is_code) if len(near) == 1 else one


def _placed(mention: Mention, found: list[Mention]) -> str:
    """The mark of a role, which is added to those found where it is new."""
    known = next((one for one in found if one == mention or (one.role and one.role == mention.role)), None)
    if known is None:
        found.append(known := mention)
    mark = LEVEL_MARK if mention.level and known.level else ""
    return PLACE.format(number=found.index(known) + 1) + mark


def _completed(named: Sequence[str], rest: list[str]) -> list[str]:
    """What follows the name of a role, a number alone with the words before it: "spec 3 and 4" as "... and spec 4"."""
    joining, number, counted = [*rest, "", "", ""][:3]
    number = number.strip(".")
    is_counting = counted in _COUNTED or counted.isdecimal()
    is_level = number.isdecimal() and len(number) <= 2 and not is_counting  # noqa: PLR2004 - no job code
    has_level = len(named) > 1 and named[-1].strip(".").isdecimal()
    return [joining, *named[:-1], *rest[1:]] if has_level and joining in _JOINING and is_level else rest


def _tokens(names: _Names, question: str) -> list[str]:
    """The words of a question in small letters, without possessives, "spec2" as two, small typing errors mended."""
    text = _CONTRACTED.sub(r"\1n't", plain(question).lower())
    text = _POSSESSIVE.sub("", text.replace("\u2192", "->"))
    found: list[str] = []
    for token in _TOKEN.findall(_BETWEEN_NUMBERS.sub(" and ", text)):
        pieces = [token] if token in names.by_code else _BESIDE_NUMBER.sub(" ", token).split()
        words = [word for piece in pieces for word in _unglued(names, piece)]
        found += [word if word in names.words else _mended(word) for word in words]
    found = [_digit(names, *three) for three in zip(["", *found], found, [*found[1:], ""], strict=False)]
    return [_singular(names, word, after) for word, after in pairwise([*found, ""])]


def _mended(word: str) -> str:
    """A word with a small typing error as it is meant; a plural is none."""
    from careerpaths.spelling import corrected  # noqa: PLC0415 - its library is slow to load

    is_form = any(word.endswith(end) and word.removesuffix(end) in WORDS for end in _ENDINGS)
    return word if is_form else corrected(word, WORDS)


def _digit(names: _Names, before: str, word: str, after: str) -> str:
    """The number of a level that is written as a word: "spec three", "level two"."""
    is_numbered = before in _LEVEL_WORDS or (
        before and not before.isdecimal() and names.words.issuperset(title_key(before).split())
    )
    if not is_numbered or after in _COUNTED:
        return word
    # "Spec 1s" are people.
    return word[:-1] if _PEOPLE.fullmatch(word) else _DIGITS.get(word, word)


def _unglued(names: _Names, word: str) -> list[str]:
    """One word such as "spec2" as two; a job code stays one."""
    return [word] if word in names.by_code else _GLUED.sub(r"\1 \2", word).split()


def _singular(names: _Names, word: str, after: str) -> str:
    """A word of titles without its plural before a number: "specs 3 and 4"."""
    one = word.removesuffix("s")
    is_plural = len(one) >= _SHORTEST and one != word and word not in names.words and after.strip(".").isdecimal()
    return one if is_plural and names.words.issuperset(title_key(one).split()) else word


def _names(graph: nx.DiGraph[str]) -> _Names:
    by_key: dict[str, list[str]] = {}
    by_code: dict[str, str] = {}
    by_level: dict[str, list[str]] = {}
    keys = []
    for role in in_order(graph):
        facts = graph.nodes[role]
        for title in (facts["title"], *facts["aliases"]):
            key = title_key(title)
            by_key.setdefault(key, []).append(role)
            keys.append((role, key.split()))
        if facts["job_code"]:
            by_code.setdefault(facts["job_code"].casefold(), role)
        if "-" in role:
            by_code.setdefault(role, role)
        if facts["level"] and fold(facts["level"]):
            by_level.setdefault(fold(facts["level"]), []).append(role)
    by_word: dict[str, set[int]] = {}
    for place, (_, words) in enumerate(keys):
        for word in words:
            by_word.setdefault(word, set()).add(place)
    return _Names(
        by_key=by_key,
        by_code=by_code,
        keys=tuple(keys),
        by_word=by_word,
        words=frozenset(by_word),
        known=frozenset(by_word) | words_of(graph),
        by_level=by_level,
    )


def _at(graph: nx.DiGraph[str], names: _Names, tokens: Sequence[str], me: str | None) -> tuple[Mention | None, int]:
    """The role that is named first of all here, and how many words it takes; one word where none is."""
    for length in range(min(_LONGEST, len(tokens)), 0, -1):
        window = [token.strip(".") for token in tokens[:length]]
        is_pronoun = window[-1] == "i" and tokens[length : length + 1] and tokens[length] in _AFTER_ME
        roles, is_code = ([], False) if is_pronoun else _meant(graph, names, window, me)
        if roles:
            return _mention(graph, roles, " ".join(window), me, is_code=is_code), length
    return None, 1


def _of_level(
    graph: nx.DiGraph[str], names: _Names, tokens: Sequence[str], me: str | None
) -> tuple[Mention | None, int]:
    """The one role that has the level named here, and how many words it takes: "the Expert level"."""
    start = 1 if tokens[0] in _LEVEL_WORDS else 0
    for length in range(min(_LONGEST, len(tokens) - start), 0, -1):
        words = fold(" ".join(tokens[start : start + length]))
        roles = names.by_level.get(words) or names.by_level.get(words.removesuffix("s"), [])
        count = start + length
        one = _nearest(graph, roles, me)
        if one is not None and not (tokens[count : count + 1] and tokens[count] in _NO_LEVEL_AFTER):
            behind = takewhile(lambda word: word.strip(".").removesuffix("s") in _OF_A_LEVEL, tokens[count:])
            facts = graph.nodes[one]
            return Mention(facts["title"], one, level=facts["level"]), count + sum(1 for _ in behind)
    return None, 1


def _of_nobody(
    graph: nx.DiGraph[str], names: _Names, tokens: Sequence[str], before: Sequence[str], capital: Collection[str]
) -> tuple[Mention | None, int]:
    """A name that stands here for a role and is no role's, and how many words it takes; one word where none does."""
    count = unknown_name(tokens, before, titled=names.known, spoken=capital)
    # "Dave, Spec 2" is a role that stands behind the name of a person.
    is_cut = any(_at(graph, names, tokens[place:count], None)[0] for place in range(1, count))
    if not count or is_cut:
        return None, 1
    words = tokens[:count]
    is_bare = words[-1].isalpha() and not is_roman(words[-1])
    return Mention(" ".join(words).strip("."), None, words[0][0].isdecimal(), is_bare=is_bare), count


def _nearest(graph: nx.DiGraph[str], roles: Sequence[str], me: str | None) -> str | None:
    """Of roles the one alone of the asker's function and track; without an asker the only one."""
    if me is not None and len(roles) > 1:
        mine, track = functions_of(graph, me), graph.nodes[me]["track"]
        roles = [one for one in roles if functions_of(graph, one) & mine]
        roles = [one for one in roles if graph.nodes[one]["track"] == track] if len(roles) > 1 else roles
    return roles[0] if len(roles) == 1 else None


def _meant(graph: nx.DiGraph[str], names: _Names, window: Sequence[str], me: str | None) -> tuple[list[str], bool]:
    if len(window) == 1:
        code = names.by_code.get(window[0].casefold())
        return ([code], True) if code else (_of_one_word(names, window[0]), False)
    if len(window) in (2, 3) and window[-2] in _LEVEL_WORDS and window[-1].isdecimal():
        # "specialist level 3" is the specialist of that level.
        is_alone = len(window) == 2 or set(title_key(window[0]).split()) <= names.words  # noqa: PLR2004
        return (_at_level(graph, int(window[-1]), me) if is_alone else []), False
    key = title_key(" ".join(window))
    parts = key.split()
    is_pronoun = window[-1] == "i" and window[-2] in _BEFORE_ME
    if is_pronoun or "->" in window or not parts or not names.words.issuperset(parts):
        return [], False
    if key in names.by_key:
        return list(dict.fromkeys(names.by_key[key])), False
    return _short_for(names, parts), False


def _short_for(names: _Names, parts: Sequence[str]) -> list[str]:
    """The roles with a title that a short form with a number can mean."""
    texts = [part for part in parts if not part.isdigit()]
    if not parts[-1].isdigit() or not texts or len(set(texts)) < len(texts):
        return []
    places = set.intersection(*sorted((names.by_word[part] for part in parts), key=len))
    found = [names.keys[place] for place in sorted(places)]
    return list(dict.fromkeys(role for role, words in found if is_short_for(parts, words, str.__eq__)))


def _of_one_word(names: _Names, word: str) -> list[str]:
    """The roles whose whole title is one word, such as "Controller": none that everybody uses for others."""
    return [] if len(word) <= _SHORTEST or word in WORDS else list(dict.fromkeys(names.by_key.get(title_key(word), [])))


def _at_level(graph: nx.DiGraph[str], order: int, me: str | None) -> list[str]:
    """The roles at a level: of the asker's function and track, else of the professional track, else of any."""
    facts = [(role, graph.nodes[role]) for role in in_order(graph)]
    found = [(role, its) for role, its in facts if its["defined"] and its["level_order"] == order]
    track = graph.nodes[me]["track"] if me and graph.nodes[me]["defined"] else "professional"
    return [role for role, its in found if its["track"] == track] or [role for role, _ in found]


def _mention(graph: nx.DiGraph[str], roles: Sequence[str], words: str, me: str | None, *, is_code: bool) -> Mention:
    # One's own function decides, unless another role that is named is of another.
    mine = functions_of(graph, me) if len(roles) > 1 and me is not None else set()
    near = [role for role in roles if functions_of(graph, role) & mine]
    one = roles[0] if len(roles) == 1 else near[0] if len(near) == 1 else None
    several = tuple(roles) if len(roles) > 1 else ()
    name = words.replace("levels ", "level ") if one is None else graph.nodes[one]["title"]
    return Mention(name, one, is_code, several)


def functions_of(graph: nx.DiGraph[str], role: str) -> set[str]:
    """The folded functions of a role; of an undefined role those of the roles that name it."""
    facts = graph.nodes[role]
    if facts["defined"]:
        return {fold(facts["job_function"] or "")}
    return {fold(graph.nodes[feeder]["job_function"] or "") for feeder in graph.predecessors(role)}
