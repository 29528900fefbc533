"""The words of job standards as data: row labels, categories, levels, abbreviations, separators, placeholders.

One table for each kind of word, gathered in one frozen value: another employer's words are another value and no code.
All keys are folded: lower case, words apart by one space (see `careerpaths.titles.fold`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Kinds of rows. Those of the header repeat on every page; their rank says which of them a new one leaves in force.
HEADER_RANKS: Mapping[str, int] = MappingProxyType(
    {"job_family": 0, "job_function": 1, "job_summary": 1, "category": 2, "level": 3},
)
ATTRIBUTES = ("job_code", "tracking_code", "personnel_program", "flsa")
SCOPES = ("generic_scope", "custom_scope")
REQUIREMENTS = ("education", "license", "certificate", "special_condition")
TRACKS = ("operational", "professional", "supervisory", "managerial")

_LABELS = {
    "job family": "job_family",
    "family": "job_family",
    "job function": "job_function",
    "function": "job_function",
    "job summary": "job_summary",
    "summary": "job_summary",
    "category": "category",
    "job category": "category",
    "job level": "level",
    "level": "level",
    "job title": "title",
    "title": "title",
    "job code": "job_code",
    "code": "job_code",
    "tracking code": "tracking_code",
    "per program": "personnel_program",
    "personnel program": "personnel_program",
    "flsa": "flsa",
    "flsa status": "flsa",
    "generic scope": "generic_scope",
    "custom scope": "custom_scope",
    "scope": "custom_scope",
    "key resp": "duty",
    "key responsibility": "duty",
    "key responsibilities": "duty",
    "education": "education",
    "license": "license",
    "licence": "license",
    "cert": "certificate",
    "certification": "certificate",
    "certificate": "certificate",
    "spec cond": "special_condition",
    "special condition": "special_condition",
    "special conditions": "special_condition",
    "ksa": "knowledge",
    "environment": "environment",
    "career path": "career_path",
    "career paths": "career_path",
}

_CATEGORIES = {
    "operational": "operational",
    "operational and technical": "operational",
    "operational technical": "operational",
    "technical": "operational",
    "professional": "professional",
    "supervisory": "supervisory",
    "supervisor": "supervisory",
    "managerial": "managerial",
    "manager": "managerial",
    "management": "managerial",
}

# Level label -> order within its track. A label that carries a track ("supervisor 2") is found by its noun and number.
_LEVELS = {"entry": 1, "intermediate": 2, "experienced": 3, "advanced": 4, "expert": 5}

_TRACK_NOUNS = {"supervisor": "supervisory", "manager": "managerial"}

# An abbreviation stands for one word, or for two: the first as the head of a title ("Database Admin 2"), the second
# before another word ("Admin Analyst 2"). Where it leaves singular or plural open, both are one ("Svc", "Services").
_ABBREVIATIONS: dict[str, tuple[str, str]] = {
    "acad": ("academic", "academic"),
    "acct": ("accountant", "accounting"),
    "acctg": ("accounting", "accounting"),
    "adm": ("administrator", "administrative"),
    "admin": ("administrator", "administrative"),
    "admstr": ("administrator", "administrator"),
    "anl": ("analyst", "analyst"),
    "anlst": ("analyst", "analyst"),
    "anlyst": ("analyst", "analyst"),
    "app": ("application", "application"),
    "applications": ("application", "application"),
    "apps": ("application", "application"),
    "arch": ("architect", "architecture"),
    "asoc": ("associate", "associate"),
    "assoc": ("associate", "associate"),
    "asst": ("assistant", "assistant"),
    "av": ("audio visual", "audio visual"),
    "clin": ("clinical", "clinical"),
    "cnslr": ("counselor", "counselor"),
    "cnslt": ("consultant", "consultant"),
    "comm": ("communications", "communications"),
    "comms": ("communications", "communications"),
    "coord": ("coordinator", "coordinator"),
    "cust": ("customer", "customer"),
    "db": ("database", "database"),
    "dept": ("department", "department"),
    "dev": ("developer", "development"),
    "dir": ("director", "director"),
    "educ": ("education", "education"),
    "engr": ("engineer", "engineering"),
    "engrg": ("engineering", "engineering"),
    "exec": ("executive", "executive"),
    "fac": ("facilities", "facilities"),
    "fin": ("finance", "financial"),
    "geo": ("geographic", "geographic"),
    "govt": ("government", "government"),
    "hlth": ("health", "health"),
    "hosp": ("hospital", "hospital"),
    "hr": ("human resources", "human resources"),
    "img": ("imaging", "imaging"),
    "info": ("information", "information"),
    "instr": ("instructor", "instruction"),
    "intl": ("international", "international"),
    "it": ("information technology", "information technology"),
    "jr": ("junior", "junior"),
    "lab": ("laboratory", "laboratory"),
    "lic": ("licensed", "licensed"),
    "maint": ("maintenance", "maintenance"),
    "mfg": ("manufacturing", "manufacturing"),
    "mgmt": ("management", "management"),
    "mgr": ("manager", "manager"),
    "mgt": ("management", "management"),
    "mktg": ("marketing", "marketing"),
    "ofc": ("office", "office"),
    "ofcr": ("officer", "officer"),
    "opr": ("operator", "operator"),
    "ops": ("operations", "operations"),
    "plng": ("planning", "planning"),
    "plnr": ("planner", "planner"),
    "prin": ("principal", "principal"),
    "profl": ("professional", "professional"),
    "progr": ("programmer", "programming"),
    "proj": ("project", "project"),
    "purch": ("purchasing", "purchasing"),
    "qa": ("quality assurance", "quality assurance"),
    "qc": ("quality control", "quality control"),
    "rep": ("representative", "representative"),
    "rsch": ("research", "research"),
    "sci": ("scientist", "science"),
    "secy": ("secretary", "secretary"),
    "spec": ("specialist", "specialist"),
    "spclst": ("specialist", "specialist"),
    "sr": ("senior", "senior"),
    "stdt": ("student", "student"),
    "sup": ("supervisor", "supervisor"),
    "supr": ("supervisor", "supervisor"),
    "supt": ("superintendent", "superintendent"),
    "supv": ("supervisor", "supervisor"),
    "supvr": ("supervisor", "supervisor"),
    "svc": ("service", "service"),
    "services": ("service", "service"),
    "svcs": ("service", "service"),
    "sys": ("system", "system"),
    "systems": ("system", "system"),
    "tchr": ("teacher", "teacher"),
    "tech": ("technician", "technology"),
    "telecom": ("telecommunications", "telecommunications"),
    "trng": ("training", "training"),
    "univ": ("university", "university"),
    "ux": ("user experience", "user experience"),
}

# Several words that stand for others together; sought before single words.
_PHRASES: dict[tuple[str, ...], tuple[str, ...]] = {
    ("r", "and", "d"): ("research", "and", "development"),
    ("i", "and", "c"): ("instrumentation", "and", "control"),
    ("o", "and", "m"): ("operations", "and", "maintenance"),
    ("tech", "support"): ("technical", "support"),
}

_SUFFIXES = frozenset(
    {
        *("md", "nmd", "do", "dds", "dmd", "dvm", "phd", "pharmd", "jd", "rn", "np", "pa", "lvn", "crna", "cpa", "pe"),
        *("esq", "nex", "ex", "cx", "ne", "bya", "gf"),
    },
)

_PLACEHOLDERS = frozenset(
    {
        "n a",
        "na",
        "not applicable",
        "none",
        "nil",
        "null",
        "nan",
        "tbd",
        "tba",
        "tbc",
        "to be determined",
        "to be decided",
        "to be announced",
        "see above",
        "see below",
        "as above",
        "same as above",
        "ditto",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """Every word that the program knows. Keys are folded. Compared by identity, so that readings can be remembered."""

    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_LABELS))
    """Row label without its number -> kind of row."""
    categories: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_CATEGORIES))
    """Category -> track."""
    levels: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_LEVELS))
    """Level label -> order within its track, from 1."""
    track_nouns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_TRACK_NOUNS))
    """Noun of a title or level label -> track."""
    abbreviations: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType(_ABBREVIATIONS))
    """Abbreviation -> (as head of a title, before another word)."""
    phrases: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=lambda: MappingProxyType(_PHRASES))
    suffixes: frozenset[str] = _SUFFIXES
    """Words that may stand behind a level number."""
    placeholders: frozenset[str] = _PLACEHOLDERS
    """What stands in a cell instead of a title."""


VOCABULARY = Vocabulary()
