"""The words by which a question is understood: one pattern for each kind of question, the most telling first.

Roles stand in a question as marks with their numbers, names of levels and programs as marks. A kind is tried where its
pattern is found; whether the question names what an answer needs is decided in `careerpaths.questions.commands`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

PROGRAM_MARK = "\u00a4program"
_LEAD = (
    r"(?:supervis\w*|manag\w*|boss\w*|leadership|leads? (?:a |my |the )?(?:team|people|others)|direct reports?|"
    r"in charge)"
)
_TALK = r"(?:talk|meeting|1:1|1-1|1-on-1|one-on-one|review|conversation|appraisal|discussion|interview)"
_BOSS = r"(?:manager|boss|supervisor|lead|hr)"
_PAPER = r"(?:print\w*|page|sheet|hand ?out|document|papers?|one.?pager|bring|take|prepare|ready|summary|show)"
_TIMES = r"(?:year|edition|version|revision|release|update|standards?)(?:'s)?"
_LATER = rf"(?:last|previous|prior|latest|newest|recent|new|old|older|current|this) {_TIMES}"
_TURNED = r"(?:chang\w*|differ\w*|los[est]\w*|gone|gain\w*|new\b|remov\w*|added|drop\w*|still|already|options|revis\w*)"
_CHOICES = r"options?|choices?|prospects?|opportunit\w+|possibilit\w+|onward moves?|ways forward|places|roles later"
_HARD = r"(?:most|toughest|hardest|difficult|biggest|largest|steepest|greatest|heaviest|demanding)"
_STEP = r"(?:steps?|moves?|jumps?|leaps?|parts?|hurdles?|transitions?|promotions?|stages?|from me|gap)"
_BECOME = (
    r"(?:becomes?|gets? to be|moves? into|turn into|grow into|step into|advance to|apply for|qualif\w+ for|come to|"
    r"move up into|reach|get to|go to) (?:a |an |the )?"
)
_SOME_WAY = r"(?:any|a|the|no) (?:\w+ )?(?:way|path|road|ladder|role|step|future|next \w+)"
_COUNT = r"(?<![\u00a7\d])\d+|\b(?:one|two|three|four|five|six|a couple of)"
_FIELD = r"(?:functions?|departments?|famil\w+|areas?|fields?|teams?|lines?|ladders?|disciplines?|units?)"
_DUTIES = r"(?:duties|duty|responsibilit\w+|tasks|work|job|skills)"
_SKIP = r"(?:skip|avoid|bypass|go around|get around)"
_ONE = r"(?:roles?|steps?|levels?|positions?|one|it)"
_ALONE = r"(?:supervis\w+|staff|team|reports|people|boss\w*)"

HOW_LONG = (
    r"^(?:and )?how (?:long|many years|much time) (?:does|will|would|might) (?:it|that|this|my route) take(?: me)?$"
)
"""A question about time that stands for itself."""
MOVING_THERE = r"\b(?:move|go|get|change|switch) there\b"
"""A question about a move that somebody sees before them."""
KEEPING = re.compile(r"\b(?:keep\w*|stay\w*|remain\w*|without losing)\b")
"""What asks for a way on which something stays."""
MY_ROUTE = re.compile(r"\b(?:my|this|the) (?:whole )?(?:route|path|way|road|career|ladder)\b")

_REFUSED = (
    r"(?:(?:n't|\bnot|\bnever|\bno longer) (?:\w+ )?(?:wan(?:na|t)|wish|like|care|intend|plan|mean|hope)(?: \w+)?"
    r"(?:(?: to)? (?:be|become|pass|reach|go through))?|rather not (?:be|become)|"
    r"\bnever (?:\w+ )?(?:be|been|become|being|becoming)|"
    r"\bbut (?:not|never)(?: \w+)?|\bnot (?:through|via|past|by way of|passing|becoming|being))"
)
"""What says that somebody does not want what follows."""
_SOUGHT = r"\b(?:which|what|any|are there|list|show(?: me)?)(?: the| all| of the)? (?:roles?|jobs?|positions?|titles?)"
_ASKING = r"(?:needs?|needing|requires?|requiring|asks? for|asking for|demands?|demanding|mentions?|mentioning)"

_SAID: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "editions": (
            rf"{_LATER}.*{_TURNED}",
            rf"{_TURNED}.*{_LATER}",
            rf"since (?:the )?last {_TIMES}",
            r"did (?:i|we) lose",
            r"standards? (?:\w+ )?(?:were|was|got|been|have been) (?:updated|revised|changed)",
            r"^(?:so )?what(?:'s| has| is)? changed$",
            rf"compared (?:with|to) (?:the )?{_LATER}",
        ),
        "time": (
            r"how (?:long|soon|quickly|fast|quick)",
            r"how many (?:\w+ or )?(?:weeks|months|years)",
            r"how much time|duration",
            r"time ?(?:line|frame|span|scale)",
            r"(?:minimum|average|typical|usual) (?:\w+ )?time",
            r"time[- ](?:needed|required|it takes|does it take|in[- ](?:position|grade|role|job|level))",
            r"(?:months|years) (?:does|do|will|until|before|from|to)\b",
            r"when (?:can|could|will|should|may) (?:i|we|she|he|they|one) (?:expect|hope)",
            r"take(?:s)? (?:ages|forever|years|months|long)",
            HOW_LONG,
        ),
        "checklist": (
            r"check ?list",
            r"\btick",
            r"check(?:ing)? off",
            r"self.?(?:assess|check|evaluat|audit)\w*",
            r"mark (?:what|which|the)",
            rf"{_DUTIES}.*\balready\b",
            rf"\balready\b.*(?:{_DUTIES}|do\b|doing|working|cover)",
            rf"{_DUTIES}.*(?:cover|do|doing|fulfil\w*|perform\w*|meet) (?:\w+ )?(?:today|now|currently|yet|at present)",
        ),
        "plan": (
            rf"\b(?:bring|take|give|hand|show|print)\b (?:\w+ ){{0,3}}(?:to |for )?(?:my|the|his|her) {_BOSS}\b",
            rf"{_PAPER}.*\b{_TALK}\b",
            rf"\b{_TALK}\b.*{_PAPER}",
            rf"{_PAPER}.*(?:speak|talk|meet)\w* (?:to|with) (?:my|the) {_BOSS}",
            r"print\w* .*\u00a7n",
            rf"(?:handout|hand ?out|one.?pager|sheet|page|summary).*\b{_BOSS}\b",
            r"(?:career|development) (?:talk|plan|conversation|discussion|meeting)",
        ),
        "evidence": (
            r"\bwhy (?:do|does|did|would|is|can|am|may|should|it is|are)",
            r"\bsources?\b",
            r"\b(?:prove|proof|cite|citation|quote|quotation|passage|reference)\b",
            r"evidence",
            r"basis",
            r"\bcell\b",
            r"row and column",
            r"which (?:document|row|file|text|page|line)",
            r"where (?:does it say|is (?:it|that|this) (?:written|stated|said|from))",
            r"says who",
            r"how do you know",
            r"justif",
            r"according to",
            r"(?:backed|back(?:s)?) up",
        ),
        "hardest": (
            rf"{_HARD}.*\b{_STEP}\b",
            rf"\b{_STEP}\b.*{_HARD}",
            r"(?:asks?|demands?|changes?|requires?|learn) (?:the )?most",
        ),
        "doors": (
            rf"(?:more|most|better|wider|best|further|number of).*(?:doors?|paths?|open|{_CHOICES})",
            r"\bdoors?\b",
            rf"(?:{_CHOICES}).*(?:more|better|wider|after)",
            r"better for (?:the |my )?future",
            r"limit myself",
        ),
        "overtime": (
            r"over ?time",
            r"\bot\b",
            r"\bflsa\b",
            r"\b(?:non.?)?exempt\b",
            r"time and a half",
            r"extra hours",
        ),
        "program": (r"personnel program", r"\bprogram\b", r"policy set", r"personnel polic", PROGRAM_MARK),
        "find": (
            rf"{_SOUGHT} (?:(?:that|which|there|are|do|would|also|really|here) )*{_ASKING} (.+)",
            r"\b(?:for|in|at) (?:which|what) (?:roles|jobs|positions) (?:is|are) (.+?) (?:needed|required|necessary)",
        ),
        "certificate": (r"\bcerts?\b", r"certif\w*", r"licen[cs]\w*", r"credential\w*", r"accredit\w*"),
        "education": (
            r"\bdegrees?\b",
            r"bachelor",
            r"master'?s\b",
            r"diploma",
            r"educat\w*",
            r"school\w*",
            r"universit\w*",
            r"college",
            r"qualifications?",
            r"equivalent (?:experience|training)",
            r"experience (?:count|instead|be enough|enough)",
            r"years on the job",
        ),
        "back": (
            rf"(?:\bback\b|return|revers\w*|revert|step(?:ping)? down).*(?:{_LEAD}|\u00a7n|specialist|professional)",
            rf"(?:{_LEAD}|\u00a7n).*(?:\bback\b|return|revers\w*|revert|step(?:ping)? down|undone|undo|\bagain\b)",
            r"always a manager",
        ),
        "past": (
            r"(?:without|avoid\w*|bypass\w*|skip\w*|pass(?:ing)?|past|around|before|w/o).*\u00a4level",
            r"(?:leav\w* out|left out|never|n't want to be).*\u00a4level",
            rf"{_REFUSED} (?:an? |the )?(?:\u00a7n|\u00a4level)",
            r"(?:must|need|have to|has to|required|first|unless|necessar\w*|only if|directly|straight).*\u00a4level",
            r"\u00a4level.*(?:first|required|needed|necessary|skip\w*|avoid\w*|before|must|need|left out)",
            r"\u00a4level.*prerequisite",
            r"(?:avoid\w*|bypass\w*|skip\w*|around|touch|before|past|make) (?:an? |the )?\u00a7n",
            r"without (?:ever )?(?:being |becoming |passing )?(?:an? |the )?\u00a7n",
            r"\u00a7n (?:\w+ ){0,6}(?:skipped|left out|avoided|bypassed|prerequisite)",
            r"(?:have|has|need) to be(?:come)? (?:an? )?\u00a7n (?:before|first|at some point|in order)",
        ),
        "choke": (
            r"(?:every|all|each|several) (?:\w+ )?(?:routes?|paths?|ways?|roads?)",
            r"bottle ?neck|choke",
            rf"(?:no one|nobody|can't|cannot|can not) (?:\w+ )?{_SKIP}",
            rf"can (?:\w+ )?{_SKIP}\w* (?:\w+ ){{0,3}}(?:\u00a7n|\u00a4level|{_ONE})\b",
            r"unavoidable|inevitabl\w+|indispensabl\w+|mandatory|compulsory|obligatory|no matter which",
            r"(?:have|has|need|must) (?:i |to |one |we )?(?:pass|go) through",
            r"through (?:\w+ )?\u00a7n",
            r"single point",
            r"one role (?:no|that|every)",
        ),
        "professional": (
            rf"(?:never|not\b|n't|without|rather|avoid\w*|instead|ever|hate|have to|non.?|forced into|\bno\b).*{_LEAD}",
            rf"no (?:wish|desire|interest|intention|plans?).*{_LEAD}",
            rf"(?:\bno\b|without) (?:\w+ )?{_ALONE}",
            r"(?:stay|remain|keep|stick)\w* (?:\w+ ){0,2}(?:professional|technical|specialist|individual|expert|hands)",
            r"(?:professional|technical|specialist|individual contributor) (?:track|ladder|path|side|route)",
            r"(?:just|only) stay",
            r"keep growing",
        ),
        "promotion": (
            r"promotion|promoted",
            r"step up|move up|upward|upwards|a rise",
            r"sideways|sidewards|lateral",
            r"ranks? (?:above|higher|over)",
            r"demotion|downgrade|upgrade",
            r"higher (?:than|grade)",
            r"(?:change|switch) of track",
        ),
        "sideways": (
            r"sideways|sidewards|lateral\w*|horizontal\w*|go across|move across|cross.?function\w*",
            rf"(?:other|another|different|new|outside|else) (?:\w+ )?(?:\w+ )?{_FIELD}",
            r"cross(?:ing)? over|transfer|outside (?:of )?|elsewhere",
            rf"(?:change|switch) (?:my |the |to )?(?:\w+ )?{_FIELD}",
        ),
        "dead_end": (
            r"dead.?end|stuck|blind alley|terminal|no future|never get out",
            r"(?:leads?|goes|go) nowhere|(?:go|lead) anywhere|leads? on",
        ),
        "within": (
            rf"(?P<moves>{_COUNT})[- ](?:\w+ )?(?:moves?|steps?|jumps?|changes?|hops?|promotions?|times)",
            r"\b(?P<twice>twice)\b",
        ),
        "needs": (
            r"what .*\b(?:need|miss(?:ing)?|lack|learn|lose|gain|require[sd]?|must i)\b.*\u00a7n",
            r"(?:ready|prepare|qualif\w+) for (?:an? |the )?\u00a7n",
        ),
        "feeders": (
            r"(?:lead|leads|leading|led|feed|feeds|feeding|promot\w+|progress\w*) (?:\w+ )?(?:in)?to \u00a7n",
            r"feeders?|predecessors?|precede\w*|entry routes?|feeding",
            rf"(?:who|which|what|where|from).*{_BECOME}\u00a7n",
            r"(?:before|below|underneath) (?:becoming |being )?\u00a7n",
            r"(?:ways?|paths?|roads?|routes?) (?:in)?to \u00a7n",
            r"(?:list|name|named|listed|state|mention)\w* (?:it |\u00a7n )?as (?:their |a |the )?(?:next|career)",
            r"come from",
        ),
        "onward": (
            r"end of the (?:road|line|ladder)",
            rf"{_SOME_WAY} (?:on|of its own|up|forward|out|beyond|after|from)",
            r"(?:anything|something|comes?|is|what's|nothing|moves?) (?:\w+ )?(?:after|beyond|above|from) \u00a7n",
            r"(?:where|next|go) (?:\w+ )?(?:after|beyond|above|from) \u00a7n",
            r"final (?:role|stop)|last stop|onward|go further|any further|move on|path stop",
        ),
        "highest": (
            r"highest|\btop\b|topmost|ceiling|most senior|farthest|furthest|\bpeak\b|maximum|\bmax\b|upper limit|limit",
            r"how (?:far|high)|as (?:far|high) as|until where|how much higher",
            r"ultimate|in the long run|end up|eventually",
            r"end of the (?:road|line|ladder)|ladder ends?|(?:path|ladder|road|line|career) (?:\w+ )?ends?",
        ),
        "compare": (
            r"differ\w*|\bdiff\b|compar\w*|\bvs\b|versus|side.by.side|contrast",
            r"what changes|what's new|what is new|wording|not the same|separates?|distinguish\w*",
            r"\u00a7n or (?:an? |the )?\u00a7n",
            r"gap between|chang\w+ (?:from|between)",
            r"\u00a7n (?:do|does|have|has|need|needs) (?:\w+ )?(?:that )?(?:a |an )?\u00a7n",
            r"(?:more|other|else) .*\bthan\b",
            r"er than \u00a7n",
        ),
        "next": (
            r"\bnext\b|comes? after|\bafter\b|follow\w*|subsequent",
            r"from here|go from|go on|onward|move (?:on|up)|what now|further|beyond|above",
            r"advance|progress\w*|promot\w+|one level up|level above|step up",
        ),
        "route": (
            r"\b(?:get|go|goes)\b|path|way|route|becom\w+|reach\w*|\bmove\w*|from|road|steps|journey|promot\w+",
            r"\u00a7n -> \u00a7n",
            r"want to be|wanna be|aim\w*|eye on|end up as|to \u00a7n|rise|climb|ladder|in between",
            r"work(?:ing)? (?:my|your) way|grow into",
        ),
        "code": (
            r"what|which|who|look ?up|stands? for|belongs?|title|role|position|job|is",
            r"identif\w+|assigned|classification|code",
            r"^\u00a7n$",
        ),
        "reach": (
            r"(?:where|what|which) .*can (?:i|one|we|she|he|they)|options|possibilit\w+|open to me|opportunit\w+",
            r"roles? (?:can|could|are (?:open|possible|left|there for))|everything|within reach|reachable",
        ),
        "about": (
            r"^\u00a7n$",
            r"^(?:tell me (?:more )?about|describe|show(?: me)?) (?:an? |the )?\u00a7n$",
            r"^what(?: is|'s| does) (?:an? |the )?\u00a7n(?: do| mean)?$",
        ),
    }
)
"""Kind of question -> what it says: one of these."""
PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {kind: re.compile("|".join(said).replace(r"\u00a7n", r"\u00a7\d")) for kind, said in _SAID.items()}
)
"""Kind of question -> its pattern, in the order in which kinds are tried."""
MY_NEXT = re.compile(
    r"\bnext\b(?! (?:meeting|week|month|year|day|time|holiday|bus|train))|from here|advance|progress|move (?:on|up)|"
    r"promot\w+|what now|go on|one level up|level above|step up|comes? after (?:my|this)"
)
"""What asks for the next step where the asker's own role is meant."""
NUMBERS: Mapping[str, int] = MappingProxyType(
    {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a couple of": 2, "twice": 2}
)
"""Number words of moves."""
_HAVING = (
    r"\bfrom",
    r"\bstart(?:s|ing)? (?:at|from|as|in|out as)",
    r"\bi'?m(?: currently| now| still)?(?: an?| in)?",
    r"\bi am(?: currently| now| still)?(?: an?| in)?",
    r"\b(?:she|he|who|colleague|coworker|employee|friend)(?:'s| is|,)(?: an?)?",
    r"\bas an?",
    r"(?<!up )(?<!far )(?<!high )(?<!soon )(?<!well )(?<!same )(?<!be )\bas",
    r"\bwork(?:s|ing)? as(?: an?)?",
    r"\bbetween",
    r"\b(?:when|if|can) an?",
    r"\bcurrent(?:ly)?(?: title is)?(?: an?)?",
    r"\b(?:code|title) is",
    r"\bleav\w+",
)
_WANTING = (
    r"\bto(?: be| become| reach)?(?: an?| the)?",
    r"->",
    r"\bbecom\w+(?: an?| the)?",
    r"\binto",
    r"\breach\w*",
    r"\b(?:up|way) to",
    r"\baim\w* for",
    r"\btowards?",
    r"\bwan(?:na|ts? to) be(?: an?)?",
    r"\b(?:take|took)",
    r"\bget(?: to)?(?: be)?(?: an?)?",
    r"\b(?:end up as|eye on|expect to be)(?: an?)?",
)
_AVOIDING = (
    r"\bmust",
    r"(?:avoid\w*|bypass\w*|skip\w*|around|touch\w*|through|pass(?:ing)?|past|leav\w* out)",
    r"(?:without(?: ever)?|before|ahead of)(?: being| becoming| going through)?",
    r"(?:have|has|need|must) (?:\w+ )?(?:to )?be(?:come)?",
    r"make",
)
MY_ROLE = re.compile(rf"(?:{'|'.join(_HAVING)}) \u00a7(\d)")
"""What stands before the role that somebody has."""
WANTED_ROLE = re.compile(rf"(?:{'|'.join(_WANTING)}) \u00a7(\d)")
"""What stands before the role that somebody wants."""
AVOIDED_ROLE = re.compile(
    rf"(?:{'|'.join(_AVOIDING)}) (?:an? |the )?\u00a7(\d)|"
    r"\u00a7(\d) (?:\w+ ){0,6}(?:be )?(?:skipped|left out|avoided|bypassed|prerequisite)"
)
"""What stands beside the role that is not to be passed."""
REFUSED_ROLE = re.compile(rf"{_REFUSED} (?:an? |the )?\u00a7(\d)")
"""What stands before the role that somebody does not want."""
VIA_ROLE = re.compile(
    r"(?<!not )(?<!n't )(?<!without )(?<!never )(?<!ever )(?<!avoid )"
    r"\b(?:via|by way of|passing(?: through)?) (?:an? |the )?\u00a7(\d)"
)
"""What stands before the role that is to be passed."""
LIMIT = re.compile(
    r"\b(?:in|within|with|at most|at the most|up to|not? more than|maximum(?: of)?|max) (?:only |just |at most )?"
    rf"(?P<limit>{_COUNT})[- ](?:\w+ )?(?:moves?|steps?|jumps?|hops?|changes?|promotions?)\b"
)
"""What limits the moves of a route."""
LEADING = re.compile(rf"\b{_LEAD}\b")
"""Words for leading people."""
SUPERVISING = re.compile(r"\bsupervis\w*")
MANAGING = re.compile(r"\b(?:manag\w*|boss\w*|leadership)\b")
"""What is said of supervisors, and of managers."""
SAME = re.compile(r"\bsame\b")
"""What asks whether two roles are alike in something."""
BARE_CERTIFICATE = re.compile(r"\b(?:without|avoid\w*|no)\b (?:\w+ ){0,2}(?:certs?\b|certif|licen[cs]|credential)")
"""What asks for a way without a certificate."""
REQUIRED_AT_ALL = frozenset(
    {
        *("certificate", "certificates", "certification", "certifications", "certified", "cert", "certs", "license"),
        *("licenses", "licence", "credential", "credentials", "professional", "degree", "degrees", "education"),
        *("formal", "qualification", "qualifications", "bachelor", "university", "college", "diploma"),
        *("first", "already", "earliest", "least", "be", "me", "i", "my", "have"),
    }
)
"""Words of requirements of which each role states what it asks."""
SMALL_WORDS = frozenset(
    {"a", "an", "any", "some", "the", "of", "in", "for", "to", "with", "and", "or", "at", "on", "as"}
)
"""Words that are not looked for in texts."""
_EASY = r"\b(?:easiest|simplest|smallest|lightest)\b"
_ANY_MOVE = r"\b(?:steps?|moves?|jumps?|transitions?)\b"
_NOT_ANSWERED = re.compile(
    r"(?:which|what) (?:\w+ ){1,3}(?:can't|cannot|can not|can never|couldn't) (?:i|one|we|you|she|he|they) (?:ever )?"
    r"(?:reach|become|get (?:in)?to|move (?:in)?to|go to)\b|"
    r"unreachable|out of reach|"
    rf"\b(?:which|what)\b.*(?:{_ANY_MOVE}.*(?:{_EASY}|(?<!at )\bleast\b)|{_EASY}.*{_ANY_MOVE})"
)
_PAY = re.compile(
    r"\b(?:(?:pays?|paying) (?:more|less|better|best|well|most|much)|"
    r"(?:how much|how well|what|more|better|higher|best) (?:.* )?pays?|"
    r"salar\w*|earn\w*(?! (?:an?|the|my|your)\b)|money|wages?|income)\b(?![- ](?:grade|band|range|off|attention))"
)
_ON_PAPER = re.compile("|".join(PATTERNS[kind].pattern for kind in ("overtime", "certificate", "education")))
_BESIDE_PAY = re.compile(rf"{_ON_PAPER.pattern}|promot|demot")
_CAREER = re.compile(
    r"\b(?:roles?|levels?|steps?|moves?|moving|jobs?|positions?|promot\w+|next|when|which|what|where|career\w*|ladder|"
    r"path|experience|equivalent|rank\w*|stage|point|eligib\w*|exempt|flsa|specialists?|higher|up|still|become|"
    r"always|ever|only|enough|instead|all)\b|\u00a4"
)
_PURPOSE = re.compile(r"(?<!ask )(?<!asks )(?<!asked )\b(?:for|to)\b")


def is_of_something_else(text: str, *, is_of_roles: bool) -> bool:
    """Whether a question is one that no document answers, such as of pay, or is not of a career at all.

    Args:
        text: the question as it was read.
        is_of_roles: whether it names a role, or the asker's role is known.
    """
    if _NOT_ANSWERED.search(text) or (_PAY.search(text) and not _BESIDE_PAY.search(text)):
        return True
    if is_of_roles or _CAREER.search(text):
        return False
    return bool(_ON_PAPER.search(text) and _PURPOSE.search(text))


WORDS = frozenset(
    {
        *(
            "manager",
            "management",
            "managerial",
            "supervisor",
            "supervise",
            "supervising",
            "supervisory",
            "supervision",
        ),
        *(
            "promotion",
            "promoted",
            "position",
            "positions",
            "responsibilities",
            "responsibility",
            "duties",
            "certificate",
        ),
        *(
            "certification",
            "overtime",
            "personnel",
            "program",
            "difference",
            "different",
            "compare",
            "sideways",
            "lateral",
        ),
        *(
            "unavoidable",
            "avoid",
            "bottleneck",
            "career",
            "senior",
            "highest",
            "ceiling",
            "degree",
            "bachelor",
            "education",
        ),
        *(
            "equivalent",
            "experience",
            "duration",
            "experienced",
            "advanced",
            "expert",
            "specialist",
            "professional",
            "technical",
        ),
        *(
            # These are near to words above and mean something else.
            "addition",
            "advance",
            "advances",
            "conservation",
            "expect",
            "expected",
            "export",
            "junction",
            "literal",
        ),
        *("printable", "document", "meeting", "conversation", "checklist", "evidence", "timeline", "months", "edition"),
        *(
            "version",
            "standard",
            "standards",
            "without",
            "between",
            "another",
            "function",
            "department",
            "qualification",
        ),
    }
)
"""Words that a small typing error is forgiven in."""
