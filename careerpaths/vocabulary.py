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
DEMANDS = (*REQUIREMENTS, "duty", "knowledge")
"""Kinds of rows that say what a role asks of a person."""
TRACKS = ("operational", "professional", "supervisory", "managerial")

KINDS = (
    *HEADER_RANKS,
    "title",
    *ATTRIBUTES,
    *SCOPES,
    "duty",
    "knowledge",
    *REQUIREMENTS,
    "environment",
    "career_path",
    "promoted_from",
    "reports_to",
    *("next", "next_code", "from", "from_code", "to", "to_code"),
)
"""Everything that a row or a column can mean; the last line only in tables."""

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
    "duties": "duty",
    "responsibilities": "duty",
    "education": "education",
    "qualifications": "education",
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
    "career progression": "career_path",
    "progression": "career_path",
    "next role": "career_path",
    "next roles": "career_path",
    "next title": "career_path",
    "next titles": "career_path",
    "next position": "career_path",
    "next positions": "career_path",
    "next step": "career_path",
    "next steps": "career_path",
    "leads to": "career_path",
    "promotes to": "career_path",
    "progresses to": "career_path",
    "advances to": "career_path",
    "leads on to": "career_path",
    "next job": "career_path",
    "next jobs": "career_path",
    "career moves": "career_path",
    "may progress to": "career_path",
    "promoted from": "promoted_from",
    "reports to": "reports_to",
}

# Headings of tables in which each row is a record: a role, or a move from one role to another.
_COLUMN_WORDS: dict[str, tuple[str, ...]] = {
    "title": (
        *("title", "job title", "role", "role title", "role name", "position", "position title", "post", "post title"),
        *("job", "job name", "occupation", "occupation title", "classification", "payroll title", "designation"),
        *("class title", "classification title"),
    ),
    "job_code": (
        *(
            "job code",
            "code",
            "no",
            "number",
            "job no",
            "job number",
            "job id",
            "role code",
            "role id",
            "position id",
            "title id",
            "position code",
        ),
        *("position code", "position no", "position number", "post no", "post number", "post code", "title code"),
        *("payroll title code",),
        *("classification code", "class code", "soc code", "o net soc code", "occupation code"),
    ),
    "level": ("level", "job level", "level code", "career level", "band", "career band", "rank", "job band"),
    "job_function": ("job function", "function", "discipline", "sub family", "job sub family"),
    "job_family": ("job family", "family", "job group"),
    "category": ("category", "job category", "track", "career track", "stream", "career stream"),
    "personnel_program": ("personnel program", "per program", "program"),
    "flsa": ("flsa", "flsa status", "exemption status", "overtime status"),
    "tracking_code": ("tracking code",),
    "generic_scope": ("generic scope",),
    "custom_scope": ("custom scope", "scope", "summary", "job summary", "purpose", "description"),
    "education": ("education", "qualification", "qualifications"),
    "license": ("license", "licence"),
    "certificate": ("certificate", "certification", "certifications", "cert"),
    "special_condition": ("special condition", "special conditions", "spec cond"),
    "duty": ("duties", "duty", "responsibilities", "key responsibility", "key responsibilities", "key resp"),
    "knowledge": ("ksa", "ksas"),
    "environment": ("environment",),
    "next": (
        *("next", "next job", "next job title", "next post", "next jobs", "next job titles", "next posts"),
        *("promotion to", "progresses to", "moves to", "can become", "may advance to", "may move to"),
        *("progression path", "progression paths", "possible next role", "possible next roles", "career path option"),
        *("next level job", "next level job title", "next level title", "next level role", "can move to"),
        *("promotional class", "promotional classes", "promotional position", "promotional positions", "leads on to"),
        *("lateral move", "lateral moves", "lateral to", "moves into", "may become", "advances to", "promotion path"),
        *(label for label, kind in _LABELS.items() if kind == "career_path"),
    ),
    "next_code": (
        "next code",
        "next role code",
        "next job code",
        "next title code",
        "leads to code",
        "promotes to code",
    ),
    "from": (
        *("from", "from title", "from role", "from job", "from position", "from job title", "current role"),
        *("source role", "source title", "source job", "source position"),
        *("current title", "current job", "current position", "current post", "current job title"),
    ),
    "from_code": ("from code", "from job code", "from role code", "current code", "current job code"),
    "to": (
        *(
            "to",
            "to title",
            "to role",
            "to job",
            "to position",
            "to job title",
            "target",
            "target role",
            "target title",
        ),
        *("target job", "target position", "destination", "related title"),
    ),
    "to_code": ("to code", "to job code", "to role code", "target code", "related code", "related o net soc code"),
    "promoted_from": (
        *("promoted from", "previous role", "previous roles", "feeder role", "feeder roles", "feeder", "feeders"),
        *("feeder position", "feeder positions", "feeder class", "feeder classes"),
        *("previous title", "previous titles", "previous position", "previous positions"),
    ),
    "reports_to": ("reports to", "line manager", "supervisor title"),
}
_COLUMNS = {word: kind for kind, words in _COLUMN_WORDS.items() for word in words}

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

# Other words for a value, by kind of row: as one before a difference is a contradiction.
_VALUES: dict[str, dict[str, str]] = {
    "flsa": {"e": "exempt", "ex": "exempt", "ne": "non exempt", "n": "non exempt", "nonexempt": "non exempt"},
    "level": {
        **{f"p{order}": level for level, order in _LEVELS.items()},
        **{f"s{number}": f"supervisor {number}" for number in range(1, 10)},
        **{f"m{number}": f"manager {number}" for number in range(1, 10)},
    },
}

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
    # Behind "of" it is no head: "Director of Info Tech".
    ("of", "tech"): ("of", "technology"),
    ("of", "info", "tech"): ("of", "information", "technology"),
    ("of", "information", "tech"): ("of", "information", "technology"),
}

# A cell with a modal verb and such a verb close behind it says something of titles; so does a cell with such a word.
_MODALS = frozenset({"may", "can", "could", "might", "will", "would", "should", "must"})
_VERBS = frozenset(
    {
        *("progress", "advance", "move", "be", "lead", "become", "apply", "go", "step", "qualify", "transfer", "grow"),
        *("transition", "promote", "compete", "continue", "develop"),
    },
)
_SENTENCE_WORDS = frozenset({"promoted", "progresses", "advances", "eligible", "considered", "depending", "typically"})
# What denies, sets a condition, or names no role: a sentence with one of these yields no move.
_HEDGES = frozenset(
    {
        *("not", "no", "never", "cannot", "neither", "nor", "without", "except", "unless", "if", "when", "provided"),
        *("subject to", "depending", "depends", "dependent", "contingent", "upon", "conditional", "only", "pending"),
        *("next level", "next higher level", "higher level", "next grade", "next band", "until", "instead of"),
        *("rather than", "other than", "formerly", "previously", "discontinued", "closed", "under review"),
    },
)

_SUFFIXES = frozenset(
    {
        *("md", "nmd", "do", "dds", "dmd", "dvm", "phd", "pharmd", "jd", "rn", "np", "pa", "lvn", "crna", "cpa", "pe"),
        *("esq", "nex", "ex", "cx", "ne", "bya", "gf"),
    },
)

_PLACEHOLDERS = frozenset(
    {
        *("n a", "na", "no", "yes", "not applicable", "none", "nil", "null", "nan", "tbd", "tba", "tbc", "ditto"),
        *("to be determined", "to be decided", "to be announced", "to be confirmed", "to be advised"),
        *("see above", "see below", "as above", "same as above"),
        *("choose an item", "click or tap here to enter text", "click here to enter text", "enter text"),
        *("click or tap to enter a date", "click to enter a date", "select one", "please select"),
        *("not defined", "not identified", "not specified", "not stated", "not known", "not available", "not set"),
        *("end of ladder", "end of the ladder", "end of path", "end of the path", "end of career path"),
        *("top of ladder", "top of the ladder", "top of grade", "top of the grade", "top of scale", "top of path"),
    },
)
# What says so too, but only alone and in a cell of next roles: "Open" and "x" say something elsewhere.
_LONE_PLACEHOLDERS = frozenset(
    {
        *("x", "xx", "xxx", "blank", "empty", "open", "vacant", "vacancy", "unknown", "same", "same role", "same post"),
        *("same position", "same job", "same title", "same grade", "same level", "end", "top", "retirement", "retired"),
        *("retires", "no change", "unchanged", "left blank"),
    }
)
# What may stand in brackets behind a title and says of which kind the move is.
_REMARKS = frozenset(
    {
        *(
            "promotion",
            "promotional",
            "promotional move",
            "on promotion",
            "lateral",
            "lateral move",
            "lateral transfer",
        ),
        *("transfer", "by transfer", "sideways", "sideways move", "upward", "upward move", "vertical", "step up"),
    }
)


# How well something must be known, and which degree must be had: words with their rank, the lowest first.
_PROFICIENCY = {"basic": 1, "working": 2, "thorough": 3, "in depth": 4, "advanced": 4, "expert": 5}
_DEGREES = {
    **dict.fromkeys(("high school", "ged"), 1),
    **dict.fromkeys(("associate", "associates"), 2),
    **dict.fromkeys(("bachelor", "bachelors", "baccalaureate"), 3),
    **dict.fromkeys(("master", "masters"), 4),
    **dict.fromkeys(("doctorate", "doctoral", "phd"), 5),
}

# What says that a requirement is only of advantage, and what makes one that says so a requirement all the same.
_WISHES = frozenset(
    {
        *("preferred", "preferably", "advantage", "advantageous", "desirable", "desired", "a plus", "helpful"),
    },
)
_MUSTS = frozenset({"require", "required", "requires", "must", "mandatory", "necessary", "minimum", "at least"})


# Behind the label of a row that goes on from a page before: "KSA 03 (cont'd)", "KSA 03 - continued from previous page".
_TOTALS = frozenset(
    {
        *("total", "totals", "grand total", "sub total", "subtotal", "sum", "total roles", "total positions"),
        *("average", "count", "summe", "gesamt", "somme", "totale", "totaal"),
        *("total jobs", "total posts", "total headcount", "total fte", "total staff", "total employees"),
    }
)
_CONTINUED = frozenset({"cont", "contd", "continued"})
_OF_PAGES = frozenset({"from", "on", "of", "the", "previous", "preceding", "prior", "last", "next", "page"})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """Every word that the program knows. Keys are folded. Compared by identity, so that readings can be remembered."""

    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_LABELS))
    """Row label without its number -> kind of row."""
    continued: frozenset[str] = _CONTINUED
    """Words behind a row label that say that its row goes on."""
    of_pages: frozenset[str] = _OF_PAGES
    """Words that may stand behind these, beside numbers."""
    columns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_COLUMNS))
    """Heading of a table of records, without its number -> what stands in that column."""
    categories: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_CATEGORIES))
    """Category -> track."""
    levels: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_LEVELS))
    """Level label -> order within its track, from 1."""
    level_tracks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Level label -> track, where the label alone tells it."""
    levels_fall: bool = False
    """Whether numbers run downwards: level 1 is the highest."""
    track_nouns: Mapping[str, str] = field(default_factory=lambda: MappingProxyType(_TRACK_NOUNS))
    """Noun of a title or level label -> track."""
    abbreviations: Mapping[str, tuple[str, str]] = field(default_factory=lambda: MappingProxyType(_ABBREVIATIONS))
    """Abbreviation -> (as head of a title, before another word)."""
    phrases: Mapping[tuple[str, ...], tuple[str, ...]] = field(default_factory=lambda: MappingProxyType(_PHRASES))
    values: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType(_VALUES))
    """Kind of row -> another word for a value -> the word that it is compared by."""
    separators: tuple[str, ...] = ("\n", ";", ",", "|", "/", "and/or", "and", "or")
    """What may part two titles of one cell; "/" and words only between blanks."""
    modals: frozenset[str] = _MODALS
    verbs: frozenset[str] = _VERBS
    sentence_words: frozenset[str] = _SENTENCE_WORDS
    hedges: frozenset[str] = _HEDGES
    """Words and phrases by which a sentence denies something or sets a condition."""
    suffixes: frozenset[str] = _SUFFIXES
    """Words that may stand behind a level number."""
    proficiency: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_PROFICIENCY))
    """Word for how well something must be known -> rank, from 1."""
    degrees: Mapping[str, int] = field(default_factory=lambda: MappingProxyType(_DEGREES))
    """Word for a degree -> rank, from 1."""
    wishes: frozenset[str] = _WISHES
    """Words and phrases by which a requirement only says what is of advantage."""
    musts: frozenset[str] = _MUSTS
    """Words and phrases by which it must be had all the same."""
    placeholders: frozenset[str] = _PLACEHOLDERS
    """What stands in a cell instead of a title."""
    lone_placeholders: frozenset[str] = _LONE_PLACEHOLDERS
    """What says, alone in a cell of next roles, that there is none."""
    remarks: frozenset[str] = _REMARKS
    """What stands in brackets behind a title and is no part of it."""
    totals: frozenset[str] = _TOTALS
    """What stands for a title in a row of figures that sums up those above."""

    @property
    def scales(self) -> Mapping[str, Mapping[str, int]]:
        """The words with their ranks by which statements are compared; "obligation": 1 of advantage, 2 to be had."""
        obligation = {**dict.fromkeys(sorted(self.wishes), 1), **dict.fromkeys(sorted(self.musts), 2)}
        return {"proficiency": self.proficiency, "education": self.degrees, "obligation": obligation}


VOCABULARY = Vocabulary()
