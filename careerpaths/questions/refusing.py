"""Questions that no document answers: of pay, of time off, of somebody's chances and the like, or of no career at all.

Two guards, apart from each other: a table of what work brings with it that no standard states, and the share of the
words that tell of a subject which is none of careers. A question of which one part cannot be answered is refused whole:
an answer to the rest would pass for one to all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

import networkx as nx

from careerpaths.questions.ordinary import CAREER, ORDINARY
from careerpaths.questions.patterns import PATTERNS
from careerpaths.questions.words import LEVEL, ONE, WAY
from careerpaths.titles import fold

_I = r"(?:i|one|we|you|she|he|they)"
_LEADER = r"(?:boss|manager|supervisor)"
_TAKE = r"(?:take|do|study|sit|attend|enrol\w*|register|book|buy|get)"
_COURSE = r"(?:courses?|class\w*|exams?|training|degrees?|cert\w*|licen\w+)"
_SUBJECTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "pay": (
            r"salar(?:y|ies)|wages?|bonus\w*|hourly (?:rate|pay)|income|paychecks?|stipend",
            r"pay ?(?:rise|raise|scale|cut)s?",
            r"(?:a|any|my|get|next) raise|(?:my|the|more|your) pay (?:go|goes|be|rise|change|increase)\w*",
            r"how much (?:\w+ ){0,3}(?:paid|earn\w*|cost)|who pays",
        ),
        "time off": (
            r"sabbatical|vacation\w*|holidays?|days? off|time off|pto|leave of absence|days of (?:\w+ )?leave",
            r"(?:parental|maternity|paternity|annual|sick|family|unpaid|paid|medical|bereavement) leave",
        ),
        "hiring": (
            r"vacanc\w+(?! to (?:fill|staff))|hiring|hired?|applicants?|my application|applications?|applied for",
            r"job (?:ads?|postings?)",
            r"(?:how|where|when) (?:do|can|should|could|must) (?:i|one|we) (?:apply|send|submit|sign up|register)",
            r"closing date|cover letter|cv|resume|r\u00e9sum\u00e9|curriculum vitae|referees?|(?:any|job) openings?",
            r"(?:positions?|posts?|jobs?|roles?) (?:are |is )?(?:open|available|free) (?:this|right|at the|now|today)",
            r"(?:asked?|questions?|wear|dress)\b.*\binterview|interview (?:questions?|tips)",
        ),
        "chances": (
            rf"will {_I} (?:\w+ )?(?:be|get) (?:promoted|chosen|selected|fired|demoted|transferred|picked)",
            r"going to (?:promot\w*|fire|hire|demote|pick|choose)",
            r"(?:my|the|any|what|good) (?:chances?|odds)\b(?! (?:for|of) (?:\w+ )?moves)",
            r"announced|announcements?|when(?:'s| is) the (?:next )?(?:\w+ )?meeting",
            r"how likely|likelihood|probability|passed over|deserve\w*",
            r"who (?:decides|approves|signs|chooses|selects)",
            rf"(?:am|is|are) {_I} (?:\w+ )?(?:good|smart|clever|old|young|too|suitable|talented)",
        ),
        "persons": (
            r"who(?:'s| is| are| was)? (?:the |my |our )?(?:current|new|present)|phone(?: number)?",
            r"e-?mails?|who will be|when did (?:my|our|she|he)\b",
            r"who (?:holds|sits|works|got|runs)",
            (
                r"which of (?:my|our) (?:colleagues?|coworkers?|team|people)(?! (?:roles?|jobs?|levels?|"
                r"are (?:eligible|exempt)))"
            ),
            r"(?:its|her|his|my|manager) office",
            r"how many (?:people|employees|colleagues|persons|staff)|who do i (?:call|ask|contact|talk)",
        ),
        "place and hours": (
            r"(?:work\w* )?from home|home.?office|remote(?:ly)?|hybrid|tele(?:work|commut)\w*|part.?time|full.?time",
            r"job.?shar\w+|flexi?.?time|night shifts?|relocat\w+|parking|car park|cafeteria|canteen|lunch|commut\w+",
            r"workloads?|working hours|weekends?|office hours",
        ),
        "health": (
            r"health|sick\w*|stress\w*|burn.?out|pregnan\w+|disab\w+|bad (?:back|knee|heart)|therap\w+|doctors?|dental",
            r"insurance|injur\w+|vaccin\w+",
        ),
        "family": (
            r"wife|husband|spouse|daughters?|son|sons|brothers?|sisters?|mother|father|mom|dad|kids?|child\w*|cousins?",
            r"marry|married|girlfriend|boyfriend|divorce\w*|wedding",
        ),
        "law and unions": (
            r"sue|lawyers?|attorney|lawsuits?|unions?|visas?|h-?1-?b|immigra\w+|green card|discriminat\w+|harass\w+",
            r"appeal\w*|complain\w*|grievances?|they owe|owed?|strikes?|police|courts?|tax(?:es)?",
        ),
        "benefits": (r"pensions?|retire\w*|401|benefits? (?:package|plan)s?|perks?|company car|laptop|equipment",),
        "leaving": (r"resign\w*|quit\w*|notice period|fired|laid off|layoffs?|severance|get rid of",),
        "schools and courses": (
            rf"where (?:can|do|could|should) {_I} {_TAKE} (?:\w+ ){{0,6}}{_COURSE}",
            r"(?:which|what|best|cheapest) (?:universit\w+|colleges?|schools?|uni|courses?|providers?) (?!.*\bcount)",
            r"(?:uni|universit\w+|college|school) (?:is|has) (?:the )?(?:best|cheapest)",
            r"tuition|scholarship\w*|coach|tutor",
            r"recommend (?:an?|me|some)|(?:exam|course|certificat\w+) (?:fees?|cost)",
        ),
        "other papers": (
            r"(?:birth|marriage|death|gift|stock|medical) (?:certificates?|licen\w+)|certificate of|passports?",
        ),
        "opinions": (
            rf"should {_I} (?:tell|marry|sue|quit|trust|ask my|complain|date)|nicest|worth (?:it|becoming|the)",
            r"books?|negotiate|kindest",
            r"friendliest|laziest|lazy",
            rf"(?:hate|love|kiss) my {_LEADER}|{_LEADER} (?:really )?(?:like|hate|love|respect|trust)s? me|toxic",
            rf"(?:good|great|better|effective|popular) {_LEADER}",
        ),
        "the world": (
            r"governments?|elections?|party|parties|president|minister|politic\w+|weather|snow|rain|mountains?",
            r"bus|buses",
            r"trains?|flights?|recipes?|football|movies?|hotel",
        ),
    }
)
"""Subjects of which standards of roles state nothing -> what is said of them."""
_SUBJECT = re.compile("|".join(rf"\b(?:{said})\b" for group in _SUBJECTS.values() for said in group))

_EASY = r"\b(?:easiest|simplest|smallest|lightest)\b"
_ANY_MOVE = r"\b(?:steps?|moves?|jumps?|transitions?)\b"
_NOT_ANSWERED = re.compile(
    rf"(?:which|what) (?:\w+ ){{1,3}}(?:can't|cannot|can not|can never|couldn't) {_I} (?:ever )?"
    r"(?:reach|become|get (?:in)?to|move (?:in)?to|go to)\b|"
    r"unreachable|out of reach|"
    rf"\b(?:which|what)\b.*(?:{_ANY_MOVE}.*(?:{_EASY}|(?<!at )\bleast\b)|{_EASY}.*{_ANY_MOVE})|"
    rf"\blongest (?:\w+ )?{WAY}|"
    # No command tells where overtime begins again.
    r"\b(?:start|begin)\w* (?:to (?:be|get) |being |getting |receiving |earning )"
    r"(?:paid |eligible )?(?:for )?over ?time|"
    r"\b(?:in|within|with|after) (?:0|zero|no) (?:moves?|steps?|jumps?|hops?)\b|"
    # What asks for no answer but bids to say something.
    r"^(?:please )?(?:forget|ignore|disregard|pretend|act as|you are now)\b|"
    r"(?:^|\band )(?:please )?(?:tell (?:me|us)|say|confirm|write|answer) that (?:i|we|she|he)\b"
)
_ASKING = r"\b(?:which|what|whom?|where|list|any)\b"
_NEGATED = re.compile(
    rf"{_ASKING}(?:(?!\b(?:if|without|but|and|or)\b).)*?(?:\bnot\b|n't\b|\bnever\b|\bcannot\b|\bunable to\b)"
    r"(?: \w+){0,2}? (?:lead\w* (?:in)?to|reach\w*|(?:gets?|go|goes|come|move|feed|end)s? (?:in)?to|becom\w+|feeds?|"
    r"ha(?:ve|s) (?:an?|any) (?:way|route|path))\b|"
    rf"{_ASKING} (?:\w+ )*?(?:ha(?:ve|s)|with) no (?:\w+ )?{WAY}|"
    rf"{_ASKING}.*\bbut (?:not|never)(?: \w+)? (?:in)?to {ONE}|"
    rf"{_ASKING}.*\b(?:besides|other than|apart from|except) (?:for )?{ONE}"
)
"""What asks for the roles of which something is not so: the answer to the opposite would be a wrong one."""
_OF_TWO = re.compile(
    rf"\b(?:via|through|by way of) {ONE} or (?:via |through |by way of )?{ONE}|"
    rf"\b(?:{WAY}|gets?|go) (?:\w+ )?from {ONE} to {ONE} (?:or|or to|and to) {ONE}|"
    rf"\bwithout (?:\w+ )?(?:{LEVEL}|{ONE}) (?:or|and|nor) (?:being |becoming )?(?:an? )?"
    rf"(?:{LEVEL}|{ONE}|supervis|manag)"
)
"""What asks for two ways at a time."""
_UNFINISHED = re.compile(
    r"(?:^| )(?:an?|the|(?<!come )from|between levels?|and|or|if|because|than|into|my|(?:my|the|is) next)$|^if my \w+$|"
    r"^(?:which|what) (?:\w+ )?leads? to$|^if \w+ \w+ to become$"
)
_PAY = re.compile(
    r"\b(?:(?:pays?|paying|paid) (?:more|less|better|best|well|most|much)|(?:better|best|well|higher)[- ]paid|"
    r"(?:how much|how well|what|more|better|higher|best) (?:.* )?pays?|"
    r"earn\w*(?! (?:an?|the|my|your)\b)|money)\b(?![- ](?:grade|band|range|off|attention))"
)
_ON_PAPER = ("overtime", "certificate", "education")
"""Kinds of what each role states of itself."""
_RISE = re.compile(r"promot|demot")
_CAREER = re.compile(
    r"\b(?:roles?|levels?|steps?|moves?|moving|jobs?|positions?|promot\w+|next|when|which|what|where|career\w*|ladder|"
    r"path|experience|equivalent|rank\w*|stage|point|eligib\w*|exempt|flsa|specialists?|higher|up|still|become|"
    r"always|ever|only|enough|instead|all)\b|\u00a4"
)
_PURPOSE = re.compile(r"(?<!ask )(?<!asks )(?<!asked )\b(?:for|to)\b")
_FACTS = ("title", "level", "personnel_program", "job_function")
_ELSEWHERE = re.compile(r"\bat ([A-Z][\w-]+)")
_FEWEST = 2
_FOREIGN, _FOREIGN_BESIDE_ROLES = 0.5, 0.6
"""A question is of no career where so many of its telling words, and this share of them, are of none.

Of 750 questions that are to be answered two are refused so, of 160 others 60."""


def is_of_something_else(text: str, *, is_of_roles: bool) -> bool:
    """Whether a question is one that no document answers, such as of pay, or is not of a career at all.

    Args:
        text: the question as it was read.
        is_of_roles: whether it names a role, or the asker's role is known.
    """
    if _NEGATED.search(text) or _OF_TWO.search(text):
        return True
    if _NOT_ANSWERED.search(text) or _UNFINISHED.search(text) or _SUBJECT.search(text):
        return True
    if _PAY.search(text) and not (_RISE.search(text) or _is_on_paper(text)):
        return True
    if is_of_roles or _CAREER.search(text):
        return False
    return bool(_PURPOSE.search(text)) and _is_on_paper(text)


def _is_on_paper(text: str) -> bool:
    return any(re.search(PATTERNS[kind], text) for kind in _ON_PAPER)


def words_of(graph: nx.DiGraph[str]) -> frozenset[str]:
    """The words of titles, levels, programs and functions."""
    facts = (graph.nodes[role][key] for role in graph for key in _FACTS)
    return frozenset(word for fact in facts if fact for word in fold(fact).split())


def is_elsewhere(question: str, known: Collection[str]) -> bool:
    """Whether a question is of another employer: "at" a name that is none of the words that are known."""
    return any(not is_known(word.lower(), known) for word in _ELSEWHERE.findall(question))


def foreign_words(text: str, known: Collection[str]) -> tuple[int, float]:
    """How many words of a question tell of a subject that is none of careers, and their share of all telling words.

    Args:
        text: the question as it was read.
        known: the words of titles, levels, programs and functions.
    """
    words = [_bare(word) for word in text.split()]
    telling = [word for word in words if word and word not in ORDINARY]
    foreign = [word for word in telling if not is_known(word, known)]
    return len(foreign), len(foreign) / max(1, len(telling))


def is_mostly_foreign(text: str, known: Collection[str]) -> bool:
    """Whether the words of a question are mostly of no career."""
    count, share = foreign_words(text, known)
    return count >= _FEWEST and share >= (_FOREIGN_BESIDE_ROLES if "\u00a7" in text else _FOREIGN)


def is_known(word: str, known: Collection[str]) -> bool:
    """Whether a word is an ordinary one, one of careers, of a role's facts, or a mark or number."""
    if word in ORDINARY or word in known or not word[:1].isalpha() or word.startswith(CAREER):
        return True
    return "-" in word and all(is_known(part, known) for part in word.split("-"))


def _bare(word: str) -> str:
    """A word without what is added to it by an apostrophe: "isn't" is "is"."""
    return word.replace("n't", "").split("'")[0].strip(".")
