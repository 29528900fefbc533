"""The words by which a question is understood: one pattern for each kind of question, the most telling first.

Roles stand in a question as marks with their numbers, names of levels and programs as marks. A kind is tried where its
pattern is found; whether the question names what an answer needs is decided in `careerpaths.questions.commands`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from careerpaths.questions.marks import SUPERVISOR_FIRST
from careerpaths.questions.words import (
    ABOVE,
    ARTICLE,
    BACK,
    BOSS,
    CAN,
    CHOICES,
    COUNT,
    DUTIES,
    EDITION,
    FIELD,
    HARD,
    HIGH,
    HOPS,
    LATER,
    LEAD,
    LEVEL,
    MINE,
    MORE,
    MOVE,
    MUST,
    NOT,
    ONE,
    OUT,
    PAPER,
    PEOPLE,
    PERSON,
    PROGRAM_MARK,
    REACH,
    REFUSED,
    ROLE,
    SKIP,
    TALK,
    TECHNICAL,
    TURNED,
    WAY,
)

HOW_LONG = (
    r"^(?:and )?how (?:long|many years|much time) (?:does|will|would|might) (?:it|that|this|my route) take(?: me)?$"
)
"""A question about time that stands for itself."""
_SOME_WAY = rf"(?:any|a|the|no) (?:\w+ )?(?:{WAY}|role|step|future|next \w+)"
_SOUGHT = r"\b(?:which|what|any|are there|list|show(?: me)?)(?: the| all| of the)? (?:roles?|jobs?|positions?|titles?)"
_ASKING = r"(?:needs?|needing|requires?|requiring|asks? for|asking for|demands?|demanding|mentions?|mentioning)"
_SERVED = r"(?:be|been|become|held|hold|do|done|reach|complete\w*)"
_SHARED = r"(?:through|pass\w*|via|same|one job|one role|single|shar\w+|common|touch\w*|cross\w*|includ\w+|run|need)"
_IN_ORDER = r"(?:before|first|at some point|in order|to (?:become|be|get|reach|qualify|go)\b|prior)"
_OTHERS = r"\b(?:who|which|what) (?:\w+ )?(?:roles|jobs|positions|titles)\b"
_SINGLE = r"(?:role|job|position|step|level|post)"
_NOW = r"(?:today|now|currently|yet|at present)"

_SAID: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "editions": (
            rf"\b{LATER}.*{TURNED}",
            rf"{TURNED}.*\b{LATER}",
            rf"since (?:the )?last (?:year|{EDITION})",
            r"did (?:i|we) lose",
            rf"{EDITION} (?:\w+ )?(?:were|was|got|been|have been|cost|take|took|remove\w*|chang\w*)\b",
            rf"{EDITION} (?:\w+ )?(?:updated|revised|changed)",
            r"^(?:so )?what(?:'s| has| is| got| was)? (?:changed|updated|revised)$",
            rf"what(?:'s| is| has| was)? (?:new|changed|different) (?:in|with|about) (?:the )?{EDITION}",
            rf"compared (?:with|to) (?:the )?{LATER}",
            rf"{WAY}.*(?:used to have|no longer exist|not exist any ?more)",
        ),
        "time": (
            r"how (?:long|soon|quickly|fast|quick)\b(?! can \w+ (?:stay|keep|remain))",
            r"how many (?:\w+ or )?(?:weeks|months|years)",
            r"how much time|duration",
            r"time ?(?:line|frame|span|scale)",
            r"(?:minimum|average|typical|usual|required|fixed) (?:\w+ )?time",
            r"(?:waiting|holding|qualifying|minimum) (?:period|time)",
            r"time[- ](?:needed|required|it takes|does it take|in[- ](?:position|grade|role|job|level))",
            r"(?:months|years) (?:does|do|will|until|till|before|from|to)\b|\bin (?:\w+ or )?(?:months|years)\b",
            rf"when {CAN} (?:i|we|she|he|they|one) (?:expect|hope)",
            rf"^when {CAN} .*\b(?:expect|hope)\b|^when {CAN} {PERSON} (?:be|become|reach|get to) {ARTICLE}{ONE}",
            r"take(?:s)? (?:ages|forever|years|months|long)",
            rf"^time (?:from|to|between|until)\b|\btime (?:from|between|to get from) {ONE}",
            HOW_LONG,
        ),
        "checklist": (
            r"check ?list",
            r"\btick(?:s|ed|ing)?\b(?! box)|\btick.?(?:box|list)",
            r"check(?:ing)? (?:off|the box\w*)|cross(?:ing)? off",
            r"(?:check|test|measure|assess) (?:myself|yourself|oneself|me) against",
            r"self.?(?:assess|check|evaluat|audit)\w*",
            r"mark (?:what|which|the)",
            rf"{DUTIES}.*\balready\b",
            rf"\balready\b.*(?:{DUTIES}|do\b|doing|working|cover)",
            rf"{DUTIES}.*(?<!n't )(?:cover|do|doing|fulfil\w*|perform\w*|meet) (?:\w+ )?{_NOW}",
            rf"\b(?:do|cover|perform|handle|carry out) (?:\w+ ){{0,2}}{_NOW}\b.*{DUTIES}",
        ),
        "plan": (
            rf"\b(?:bring|take|give|hand|show|print)\b (?:\w+ ){{0,3}}(?:to |for )?{MINE} {BOSS}\b",
            rf"{PAPER}.*\b{TALK}\b",
            rf"\b{TALK}\b.*{PAPER}",
            rf"{PAPER}.*(?:speak|talk|meet)\w* (?:to|with) (?:my|the) {BOSS}",
            rf"print\w* .*{ONE}",
            rf"(?:handout|hand ?out|one.?pager|sheet|page|summary|on paper|print ?out).*\b{BOSS}\b",
            rf"\b(?:my|the) {BOSS}\b.*(?:\bbring|\btake along|in (?:my |the )?hand|\bprepare|on paper)",
            r"(?:one|single).?page (?:\w+ )?plan",
            r"(?:career|development) (?:talk|plan|conversation|discussion|meeting)",
        ),
        "evidence": (
            r"\bwhy (?:do|does|did|would|is|can|am|may|should|it is|are)",
            r"\bsources?\b",
            r"\b(?:prove|proof|cite|citation|quote|quotation|passage|reference|verse)\b",
            r"evidence",
            r"basis|\bgrounds\b|\bbased (?:on|upon)",
            r"\bcell\b",
            r"row and column",
            r"which (?:document|row|file|text|page|line)",
            r"where (?:does it say|is (?:it|that|this) (?:written|stated|said|from))",
            r"where in the|what makes you|\b(?:wording|text|sentence) (?:that|which)\b",
            r"says who|\bwho (?:says|said)|where (?:do|did) you (?:get|have|take) (?:that|this|it)",
            r"how do you know",
            r"justif",
            r"according to",
            r"(?:backed|back(?:s)?) up",
        ),
        "hardest": (
            rf"{HARD}.*\b{MOVE}\b",
            rf"\b{MOVE}\b.*{HARD}",
            r"(?:asks?|demands?|changes?|requires?|learn) (?:the )?most",
        ),
        "doors": (
            rf"\b{MORE}\b.*\b{CHOICES}",
            rf"\bdoors?\b|(?:future|onward|further) {CHOICES}",
            rf"(?:{CHOICES}).*(?:more|better|wider|after|number)",
            r"better for (?:the |my )?future",
            r"limit\w* (?:myself|me|us|one)",
            r"(?:go|get|lead\w*) to (?:more|the most|most|fewer)\b",
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
            r"master's\b|masters\b|master (?:degree|needed|required|necessary|enough)",
            r"diploma",
            r"educat\w*",
            r"school\w*",
            r"universit\w*|\buni\b",
            r"\bstud(?:y|ied|ies|ying)\b",
            r"coll[ea]ge",
            r"qualifications?",
            r"equivalent (?:experience|training)",
            r"experience (?:is |be )?(?:counts?|instead|enough|ok|okay|fine|accepted|sufficient)\b",
            r"years on the job",
        ),
        "dead_end": (
            r"dead.?end|stuck|into a corner|cul.?de.?sac|blind alley|terminal|terminus",
            r"options (?:are )?(?:closed|over)|closed|no future",
            rf"(?:ends?|stops?) (?:at|with) {ONE}|{ONE} (?:\w+ )?the (?:end|last|final)\b",
            r"never (?:\w+ )?(?:get|come|move|go) (?:out|away)\b",
            r"(?:leads?|goes|go) nowhere|(?:go|lead|get me) anywhere|leads? on|carr(?:y|ies) on|leads? to anything",
        ),
        "back": (
            rf"{BACK}.*(?:{LEAD}|{ONE}|specialist|professional)",
            rf"(?:{LEAD}|{ONE}).*{BACK}",
            r"always a manager",
        ),
        "past": (
            SUPERVISOR_FIRST.pattern,
            rf"(?:without|avoid\w*|{SKIP}|pass(?:ing)?|past|around|before|w/o).*{LEVEL}",
            rf"(?:leav\w* out|left out|never|n't want to be).*{LEVEL}",
            rf"{REFUSED} {ARTICLE}(?:{ONE}|\u00a4level)",
            rf"(?:must|need|have to|has to|required|first|unless|necessar\w*|only if|directly|straight).*{LEVEL}",
            rf"{LEVEL}.*(?:first|required|needed|necessary|{SKIP}|before|must|need|{OUT}|compulsory|mandatory)",
            rf"(?:{ONE}|\u00a4level).*prerequisite",
            rf"(?:{SKIP}|around|touch|before|past|make) {ARTICLE}{ONE}",
            rf"without (?:ever )?(?:being |becoming |passing )?{ARTICLE}{ONE}",
            rf"{ONE} (?:\w+ ){{0,6}}(?:{OUT}|prerequisite)",
            rf"(?:straight|direct(?:ly)?(?! report)) .*(?:{ONE}|{LEAD})",
            rf"(?:{ONE}|{LEAD}) .*(?:straight|direct(?:ly)?(?! report))\b",
            rf"leav\w* {ARTICLE}(?:{ONE}|\u00a4level) (?:\w+ )?out\b",
            rf"{MUST} (?:\w+ ){{0,3}}{_SERVED} {ARTICLE}{ONE} (?:\w+ )?{_IN_ORDER}",
        ),
        "choke": (
            rf"^(?=.*\b{_SHARED}\b).*(?:every|all|each|several) (?!the way)(?:\w+ ){{0,2}}{WAY}\b",
            rf"\b(?:on|in|part of|common to) (?:every|all|each) (?:\w+ )?{WAY}\b",
            r"bottle ?neck|choke|needle'?s? eye|funnel\w*",
            rf"(?:no one|nobody|can't|cannot|can not|can never) (?:\w+ )?{SKIP}",
            r"(?:no one|nobody|can't|cannot|can not|can never) (?:\w+ )?get (?:a)?round",
            rf"can (?:\w+ )?{SKIP} (?:\w+ ){{0,3}}(?:{ONE}|\u00a4level|{ROLE}|it|one)\b",
            r"unavoidable|inevitabl\w+|indispensabl\w+|mandatory|compulsory|obligatory|no matter which|whichever way",
            rf"{MUST} .*(?:pass|go|come|run|lead) (?:through|by way of|via|past) (?:\w+ ){{0,2}}(?:{ONE}|\u00a4level)",
            rf"(?:except|other than|but|unless) (?:via|through|by way of) {ARTICLE}{ONE}",
            rf"through (?:\w+ )?{ONE}",
            rf"through (?:which|what|the same|one|a) (?:\w+ )?{_SINGLE}\b.*\b(?:every|all|each|run|lead|go)\b",
            rf"{MUST} {ARTICLE}{ONE} (?:for|to) (?:everything|anything|all|get any|go any)",
            r"single point|always (?:\w+ )?(?:via|through|by way)",
            rf"(?:one|some|same|single) {ROLE} (?:no|that|every)",
        ),
        "professional": (
            rf"(?:{NOT}|\bno\b|rather|prefer\w*|avoid\w*|instead|ever|hate|have to|non.?|forced into).*{LEAD}",
            rf"{LEAD}.*(?:n't|not) (?:for me|my (?:thing|cup)|what i)",
            rf"no (?:wish|desire|interest|intention|plans?).*{LEAD}",
            rf"(?:\bno\b|without) (?:\w+ )?{PEOPLE}",
            rf"without (?:\w+ )?(?:lead|manag|supervis|runn|head)ing (?:\w+ )?{PEOPLE}",
            rf"{NOT} (?:\w+ ){{0,3}}(?:take on|have|having|get|lead|run|want\w*|look after) (?:\w+ )?{PEOPLE}",
            rf"(?:stay|remain|keep|stick)\w* (?:\w+ ){{0,3}}{TECHNICAL}",
            rf"{TECHNICAL} (?:contributor )?(?:track|ladder|path|side|route)",
            r"individual contributors?",
            r"(?:just|only) stay",
            r"keep growing",
        ),
        "promotion": (
            r"promotion|promoted",
            r"step up|move up|upward|upwards|a rise",
            r"sideways|sidewards|lateral",
            r"ranks? (?:above|higher|over)",
            rf"^(?:is|are|would|does) .*{ONE} (?:\w+ )?(?:above|below|beneath|over|under|higher|lower) .*{ONE}",
            r"demotion|downgrade|upgrade",
            r"higher (?:than|grade)|outrank\w*",
            r"(?:moving|going|stepping) (?:up|across|down)\b",
            r"(?:change|switch) of track|(?:different|other) track",
        ),
        "sideways": (
            r"sideways|sidewards|sidestep|lateral\w*|horizontal\w*|go across|move across|cross.?function\w*",
            rf"(?:other|another|different|new|outside|else) (?:\w+ )?(?:\w+ )?{FIELD}",
            r"cross(?:ing)? over|transfer|outside (?:of )?|elsewhere",
            rf"(?:chang|switch)\w* (?:my |the |to )?(?:\w+ )?{FIELD}",
        ),
        "within": (
            rf"(?<!can )(?<!could )(?<!does )(?P<moves>{COUNT})[- ](?:or (?:fewer|less) )?(?:\w+ )?{HOPS}",
            r"\b(?P<twice>twice)\b",
        ),
        "needs": (
            rf"what .*\b(?:need|miss(?:ing)?|lack|learn|lose|gain|require[sd]?|must i)\b.*{ONE}",
            rf"^(?!.*{_OTHERS}).*(?:ready|prepare|qualif\w+) for {ARTICLE}{ONE}",
        ),
        "feeders": (
            rf"(?:lead|leads|leading|led|feed|feeds|feeding|promot\w+|progress\w*) (?:\w+ )?(?:in)?to {ONE}",
            r"feeders?|predecessors?|precede\w*|entry routes?|feeding|\bfeeds?\b",
            rf"(?:who|whom|which|what|where|from|out of).*{REACH} {ARTICLE}{ONE}",
            rf"(?:whom?|which|what|where|out of).*{ONE} (?:\w+ )?(?:be )?(?:entered|reached|filled|staffed)",
            rf"(?:before|below|underneath) (?:becoming |being )?{ONE}",
            rf"{WAY} (?:in)?to {ONE}",
            rf"(?:list|name|named|listed|state|mention)\w* (?:it |{ONE} )?as (?:their |a |the )?(?:next|career)",
            r"come from",
            rf"{ONE} (?:\w+ ){{0,2}}(?:reached|entered|filled) (?:from|by|out of)",
            rf"(?:prior|previous|preceding) {ROLE} (?:for|of|to) {ONE}",
            rf"(?:which|what) (?:\w+ ){{1,4}}(?:ha(?:ve|s)|with|giv\w+|show\w*) {ARTICLE}{ONE} as (?:\w+ )?next",
            rf"(?:which|what) {ROLE} {CAN} (?:\w+ ){{0,4}}(?:get|go|move|come|step|progress) (?:\w+ )?(?:in)?to {ONE}",
            rf"(?:who|which|what|where).*\bto {MINE} (?:own )?{ROLE}\b(?! can| could)",
            r"(?:who|which|what|where).*(?:in)?to (?:the )?(?:job|role|position|level) (?:that )?i (?:have|hold)",
        ),
        "onward": (
            r"end of the (?:road|line|ladder)",
            rf"{_SOME_WAY} (?:on|of its own|up|forward|out|beyond|after|from)",
            rf"(?:anything|something|comes?|is|what's|nothing|moves?) (?:\w+ )?(?:after|beyond|above|from) {ONE}",
            rf"(?:where|next|go) (?:\w+ )?(?:after|beyond|above|from) {ONE}",
            rf"where .*{ONE} (?:go|lead|move|get)\b",
            r"final (?:role|stop)|last stop|onward|go further|any further|further step|move on|path stop",
        ),
        "highest": (
            HIGH,
            r"how (?:far|high|senior)|best possible",
            r"(?:up )?to (?:what|which) level (?:can|could|may) \w+ (?:rise|go|get|climb)|as (?:far|high) as",
            r"until where|how much higher",
            r"ultimate|in the long run|end up(?! as)|eventually|(?:final|last) (?:role|stop|station)",
            rf"end of the (?:road|line|ladder)|(?:{WAY}|line|career) (?:\w+ )?(?:ends?|stops?)\b",
        ),
        "compare": (
            r"differ\w*|\bdiff\b|compar\w*|\bvs\b|versus|side.by.side|contrast|delta|diverge\w*",
            r"next to each other|alike|in common",
            rf"\bsame (?:\w+ )?(?:between|for|in|of|as|at) (?:\w+ )?{ONE}|(?:stays?|remain\w*|is|are) the same\b",
            r"what changes|what's new|what is new|wording|not the same|separates?|distinguish\w*|sets? .* apart",
            rf"{ONE} or {ARTICLE}{ONE}",
            rf"gap between|chang\w+ (?:from|between)|{ONE} and {ONE} .*\b(?:chang|alter)\w+",
            rf"{ONE} (?:do|does|have|has|need|needs) (?:\w+ )?(?:that )?{ARTICLE}{ONE}",
            rf"{ONE} (?:just |only |really |the same as |go(?:es)? beyond |exceeds? ){{1,2}}{ARTICLE}{ONE}",
            r"(?:more|other|else) .*\bthan\b",
            rf"er than {ONE}",
        ),
        "next": (
            r"\bnext\b|comes? after|\bafter\b|follow\w*|subsequent",
            r"from here|go from|go on|onward|move (?:on|up)|what now|further|beyond|above",
            rf"advance|progress\w*|promot\w+|step up|{ABOVE}",
        ),
        "route": (
            rf"\b(?:get|go|goes)\b|{WAY}|becom\w+|reach\w*|\bmove\w*|from|steps|promot\w+|sequence|stations?",
            rf"{ONE} -> {ONE}|between .*{ONE}|in between",
            rf"want to be|wanna be|aim\w*|eye on|end up as|to {ONE}|rise|climb|{ONE} chair|\bvia\b",
            r"work(?:ing)? (?:my way |your way |his way |her way )?up|grow into",
        ),
        "code": (
            r"what|which|who|look ?up|stands? for|belongs?|title|role|position|job|is",
            r"identif\w+|assigned|classification|code",
            rf"^{ONE}$",
        ),
        "reach": (
            rf"(?:where|what|which) .*can (?:{ARTICLE}{ONE}|i|one|we|she|he|they)|options|possibilit\w+|open to me",
            r"opportunit\w+",
            r"roles? (?:can|could|are (?:open|possible|left|there for))|everything|within reach|reachable",
        ),
        "about": (
            rf"^{ONE}$",
            rf"^(?:tell me (?:more )?about|describe|show(?: me)?) {ARTICLE}{ONE}$",
            rf"^what(?: is|'s| does) {ARTICLE}{ONE}(?: do| mean)?$",
        ),
    }
)
"""Kind of question -> what it says: one of these."""
PATTERNS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {kind: re.compile("|".join(said)) for kind, said in _SAID.items()}
)
"""Kind of question -> its pattern, in the order in which kinds are tried."""
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
