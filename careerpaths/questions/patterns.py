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
_SERVED = r"(?:be|been|become|held|hold|do|done|reach|complete\w*|pass|passed|go through|take|taken)"
_SHARED = (
    r"(?:through|pass\w*|via|same|one job|one role|single|shar\w+|common|touch\w*|cross\w*|includ\w+|run|"
    r"needs?(?! an?\b))"
)
_IN_ORDER = r"(?:before|first|at some point|in order|to (?:become|be|get|reach|qualify|go)\b|for becom\w+|prior)"
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
            (
                r"\b(?:did|have|has) (?:they|you|someone|somebody|hr|anyone) (?:\w+ )?(?:remov|drop|delet|tak|chang|"
                r"add|cut|alter)\w*"
            ),
            rf"{TURNED} (?:\w+ )?(?:out of|from|in|to) (?:the|your|our) (?:\w+ )?{EDITION}",
            rf"{WAY} (?:\w+ )?had (?:before|earlier|previously)",
            rf"{EDITION} (?:\w+ )?(?:were|was|got|been|have been|cost|take|took|remove\w*|chang\w*)\b",
            rf"{EDITION} (?:\w+ )?(?:updated|revised|changed)",
            r"^(?:so )?what(?:'s| has| is| got| was)? (?:changed|updated|revised|new)$|change ?log|release notes",
            r"since last time",
            rf"(?:was|were|got|been|is|are) (?:my |the )?{WAY}.*(?:dropped|removed|deleted|cut|withdrawn|taken away)",
            rf"{WAY} (?:\w+ )?(?:disappear|vanish|dropped|deleted|removed)\w*",
            rf"what(?:'s| is| has| was)? (?:new|changed|different) (?:in|with|about) (?:the )?{EDITION}",
            rf"{WAY}.*(?:used to (?:have|be|exist)|no longer exist|not exist any ?more)",
        ),
        "time": (
            r"how (?:long|soon|quickly|fast|quick)\b(?! can \w+ (?:stay|keep|remain|carry|go on|continue|still))",
            r"(?:how many|number of|amount of|many) (?:\w+ or )?(?:weeks|months|years)",
            r"\btime[- ]to[- ](?:\w*progress\w*|promot\w+|reach|advance\w*|get|become|\u00a7)",
            r"how much time|duration",
            r"time ?(?:line|frame|span|scale)",
            r"(?:minimum|average|typical|usual|required|fixed) (?:\w+ )?time",
            r"(?:waiting|holding|qualifying|minimum) (?:period|time)",
            r"time[- ](?:needed|required|it takes|does it take|in[- ](?:position|grade|role|job|level))",
            r"(?:months|years|time) (?:does|do|will|until|till|before|from|to|needed|required|per|in|at)\b",
            r"\bin (?:\w+ or )?(?:months|years)\b",
            rf"when {CAN} (?:i|we|she|he|they|one) (?:expect|hope)",
            (
                rf"^when {CAN} .*\b(?:expect|hope|be able)\b|"
                r"\bwait (?:an?|some|certain|any|for) |\b(?:certain|set|fixed) time\b|^time \u00a7|"
                rf"^when {CAN} {PERSON} (?:be|become|reach|get to) {ARTICLE}{ONE}"
            ),
            r"take(?:s)? (?:ages|forever|years|months|long)",
            rf"^time (?:from|to|between|until)\b|\btime (?:from|between|to get from) {ONE}",
            HOW_LONG,
        ),
        "checklist": (
            r"check ?list",
            r"\btick(?:s|ed|ing)?\b(?! box)|\btick.?(?:box|list)",
            r"check(?:ing)? (?:off|the box\w*)|cross(?:ing)? off",
            (
                r"(?:check|test|measure|assess|rate|judge|match)\w* (?:\w+self|me|my \w+)"
                r" (?:\w+ )?(?:against|with|by)\b"
            ),
            rf"compare my (?:{DUTIES}).*{DUTIES}|\bboxes\b|{DUTIES} to tick",
            (
                rf"^(?:what|how much|how many|which)\b.*{ONE}.*(?<!n't )(?<!not )\b(?:do|doing|cover\w*|perform\w*|got|"
                rf"have) (?:\w+ )?{_NOW}"
            ),
            r"self.?(?:assess|check|evaluat|audit)\w*",
            r"mark (?:what|which|the)",
            rf"{DUTIES}.*\balready\b",
            rf"\balready\b.*(?:{DUTIES}|do\b|doing|working|cover)",
            (
                rf"{DUTIES}.*(?<!n't )(?:cover\w*|do|doing|fulfil\w*|perform\w*|meet\w*|handl\w+|"
                rf"carry\w* out) (?:\w+ )?{_NOW}"
            ),
            rf"\b(?:do|cover\w*|perform\w*|handl\w+|carry\w* out) (?:\w+ ){{0,2}}{_NOW}\b.*{DUTIES}",
        ),
        "plan": (
            (
                rf"\b(?:bring|take|carry|give|hand|show|print|put)\b (?:\w+ ){{0,3}}(?:to |for |before |"
                rf"in front of )?{MINE} {BOSS}\b"
            ),
            rf"{PAPER}.*\b{TALK}\b",
            rf"\b{TALK}\b.*{PAPER}",
            rf"{PAPER}.*(?:speak|talk|meet)\w* (?:to|with) (?:my|the) {BOSS}",
            rf"print\w* .*{ONE}|\bplan for {MINE} {BOSS}\b|\bhave with me\b",
            rf"(?:ready|prepar\w+) .*\b{TALK}\b",
            rf"(?:handout|hand ?out|one.?pager|sheet|page|summary|on paper|print ?out).*\b{BOSS}\b",
            rf"\b(?:my|the) {BOSS}\b.*(?:\bbring|\btake along|in (?:my |the )?hand|\bprepare|on paper)",
            r"(?:one|single|1).?page (?:\w+ )?(?:plan|summary)|\b(?:one|1).?pager\b",
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
            r"which (?:document|row|file|text|page|line)s?\b(?! (?:\w+ )?differ)",
            (
                r"\b(?:line|sentence|paragraph|passage|cell|row|text|document|page) (?:\w+ )?(?:says|states|shows|"
                r"proves|supports)\b"
            ),
            (
                r"where (?:do|does) .*\b(?:path|route|step|move|arrow|link|line|claim|statement|"
                r"information)\b.* (?:come|stem) from$|"
                r"\b(?:you|it|this|that|they) base\b"
            ),
            r"where (?:does it say|(?:is )?(?:it|that|this) (?:is )?(?:written|stated|said|from|printed))",
            (
                r"^what says that|where (?:exactly )?(?:do |does )?(?:the|this|your|that) (?:map|chart|tool|page|"
                r"document|program|picture|standard|arrow) "
                r"(?:\w+ )?(?:take|get|have|know|say|come|state|mention|list|put)s?\b"
            ),
            r"on what .*\bbased\b|\bbacks? (?:this|that|it) up",
            r"where in the|what makes you|\b(?:wording|text|sentence) (?:that|which)\b",
            r"says who|\bwho (?:says|said)|where (?:do|did) you (?:get|have|take) (?:that|this|it)",
            r"how do you know",
            r"justif",
            r"according to (?:what|which|whom?)\b|which .*according to$",
            r"(?:backed|back(?:s)?) up",
        ),
        "hardest": (
            rf"{HARD}.*\b{MOVE}\b",
            rf"\b{MOVE}\b.*{HARD}",
            r"(?:asks?|demands?|changes?|requires?|learn|expects?) (?:the )?most\b|\bmost to (?:learn|add|catch up)\b",
            r"(?:bar|demands?|requirements?|expectations?|level) (?:\w+ ){1,3}(?:the )?most\b",
            r"(?:struggle|work|prepare|sweat|grow|improve|train|study) (?:the )?most\b",
            r"\bmost new\b|\bnew .*\bmost\b",
            r"where .*(?:hardest|toughest|most difficult|steepest)",
        ),
        "doors": (
            rf"(?!best (?:\w+ )?{WAY}\b)\b{MORE}\b.*\b{CHOICES}",
            rf"\bdoors?\b|(?:future|onward|further|outgoing) {CHOICES}",
            rf"(?:{CHOICES}).*(?:more|better|wider|after|number|greater|bigger|larger|fewer)",
            r"better for (?:the |my )?future|keep\w* (?:\w+ )?(?:options|choices|doors?|paths?)\b|leads? further",
            rf"(?:go|get|come|climb|rise) (?:\w+ )?(?:further|farther|higher) .*{ONE} or {ONE}",
            rf"{ONE} or {ONE} .*(?:further|farther)\b",
            r"limit\w* (?:myself|me|us|one)",
            r"(?:go|get|lead\w*|come|move) (?:on )?to (?:more|the most|most|fewer|further)\b",
        ),
        "overtime": (
            r"over ?time",
            r"\bot\b",
            r"^(?!.*\b(?:duties|ksas?|knowledge)\b).*\bflsa\b",
            r"\b(?:non.?)?exempt\b",
            r"time and a half",
            r"extra hours",
            r"\bne (?:->|to|vs|into) (?:ex?|exempt)\b",
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
            r"experience (?:is |be )?(?:counts?|instead|enough|only|alone|ok|okay|fine|accepted|sufficient)\b",
            r"years on the job",
        ),
        "dead_end": (
            r"dead.?end|stuck|into a corner|cul.?de.?sac|blind alley|\b(?:a|is|or|be) terminal|terminus|trapped",
            r"(?:never|not|n't) (?:\w+ )?(?:get|go|come) (?:any )?(?:further|farther)\b",
            r"options (?:are )?(?:closed|over)|\bclos(?:e|es|ed|ing)\b|no future",
            r"\bleads? (?:\w+ )?to (?:any|another|other|some|something)\b",
            rf"(?:ends?|stops?) (?:at|with) {ONE}|{ONE} (?:\w+ )?the (?:end|last|final)\b",
            r"never (?:\w+ )?(?:get|come|move|go) (?:out|away)\b",
            r"(?:leads?|goes|go) nowhere|(?:go|leads?|get me) anywhere|leads? on",
            r"(?<!\bi )(?<!\bwe )carr(?:y|ies) on|leads? to anything",
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
            rf"(?:{ONE}|\u00a4level).*(?:prerequisite|precondition)",
            rf"{ONE} (?:requires?|presupposes?) {ARTICLE}{ONE}",
            rf"\bbeen {ARTICLE}{ONE} (?:before|first|beforehand)\b",
            rf"{ONE}\u00a4? (?:isn't|is not) (?:my thing|for me|what i)\b",
            rf"(?:{SKIP}|around|touch|before|past|make) {ARTICLE}{ONE}",
            rf"without (?:ever )?(?:being |becoming |passing )?{ARTICLE}{ONE}",
            rf"{ONE} (?:\w+ ){{0,6}}(?:{OUT}|prerequisite)",
            rf"(?:straight|direct(?:ly)?(?! report)) .*(?:{ONE}|{LEAD})",
            rf"(?:{ONE}|{LEAD}) .*(?:straight|direct(?:ly)?(?! report))\b",
            rf"leav\w* {ARTICLE}(?:{ONE}|\u00a4level) (?:\w+ )?out\b",
            rf"{MUST} (?:\w+ ){{0,3}}{_SERVED} (?:first )?{ARTICLE}{ONE} (?:\w+ )?{_IN_ORDER}",
        ),
        "choke": (
            rf"^(?=.*\b{_SHARED}\b).*(?:every|all|each|several) (?!the way)(?:\w+ ){{0,2}}{WAY}\b",
            rf"\b(?:on|in|part of|common to|(?:so|true|same|case) (?:for|of|with)) (?:every|all|each) (?:\w+ )?{WAY}\b",
            r"bottle ?neck|choke|needle'?s? eye|funnel\w*",
            rf"(?:no one|nobody|can't|cannot|can not|can never) (?:\w+ )?(?:{SKIP}|get a?round)",
            rf"can (?:\w+ )?{SKIP} (?:\w+ ){{0,3}}(?:{ONE}|\u00a4level|{ROLE}|it|one)\b",
            r"\b(?:in any case|no matter (?:what|how)|whatever (?:way|route|path|i do|one does))\b",
            rf"^(?:which|what) {_SINGLE} .*\b(?:all|every|each)\b.*(?:common|share)",
            (
                rf"{WAY} (?:\w+ ){{0,2}}(?:not|n't|never|without) (?:\w+ )?(?:touch\w*|pass\w*|includ\w*|cross\w*|"
                rf"go through) {ONE}"
            ),
            (
                r"\b(?:everyone|everybody|all|anyone|one) (?:\w+ )?(?:must|ha(?:s|ve) to|needs? to) (?:pass|go through|"
                r"hold|have been)\b"
            ),
            (
                r"\b(?:whatever|whichever) (?:\w+ )?(?:i|one|we|she|he|they) (?:choose|chooses|pick|picks|take|takes|"
                r"do|does|go|goes)\b"
            ),
            rf"\balternatives? to {ONE}|\b(?:all|every)\b.*{WAY}.*\b(?:meet|join|cross|converge)\b",
            r"unavoidable|inevitabl\w+|indispensabl\w+|mandatory|compulsory|obligatory|no matter which|whichever way",
            (
                rf"{MUST} (?:.*(?:pass|go|come|run|lead) (?:through|by way of|via|past) (?:\w+ ){{0,2}}(?:{ONE}|"
                r"\u00a4level)|"
                rf"{ARTICLE}{ONE} (?:for|to) (?:everything|anything|all|get any|go any)|"
                rf"(?:everyone|everybody|all|anyone) (?:\w+ )?(?:be|been|become|hold|pass) {ARTICLE}{ONE})"
            ),
            rf"(?:except|other than|but|unless) (?:via|through|by way of) {ARTICLE}{ONE}",
            rf"through (?:\w+ )?{ONE}",
            rf"through (?:which|what|the same|one|a) (?:\w+ )?{_SINGLE}\b.*\b(?:every|all|each|run|lead|go)\b",
            r"single point|always (?:\w+ ){0,2}(?:via|through|by way|pass\w*)",
            (
                rf"{ROLE} (?:that )?(?:everybody|everyone|all) (?:\w+ )?(?:must|ha[sv]e?|needs?|pass)|"
                rf"(?:one|some|same|single) {ROLE} (?:no|that|every\w*)\b"
            ),
            (
                r"(?:every(?:one|body)?|all|always|each) .*(?:through|pass\w*|via|by) (?:\w+ )?(?:same|one|single|"
                rf"common)\b(?: \w+)? {ROLE}"
            ),
        ),
        "professional": (
            rf"(?:{NOT}|\bno\b|rather|prefer\w*|avoid\w*|instead|ever|hate|have to|non.?|forced into).*{LEAD}",
            rf"{LEAD}.*(?:n't|not) (?:for me|my (?:thing|cup)|what i)",
            rf"no (?:wish|desire|interest|intention|plans?).*{LEAD}",
            rf"(?:\bno\b|without) (?:\w+ )?{PEOPLE}",
            rf"without (?:\w+ )?(?:lead|manag|supervis|runn|head)ing (?:\w+ )?{PEOPLE}",
            rf"{NOT} (?:\w+ ){{0,3}}(?:take on|have|having|get|lead|run|want\w*|look after) (?:\w+ )?{PEOPLE}",
            rf"(?:stay|remain|keep|stick)\w* (?:\w+ ){{0,3}}{TECHNICAL}",
            rf"{TECHNICAL} (?:contributor )?(?:track|ladder|path|side|route|career|line)",
            rf"\bas an? (?:pure|mere) {TECHNICAL}",
            rf"(?:more than|rather than|instead of|over) (?:\w+ )?{LEAD}",
            r"individual contributors?",
            (
                r"(?:must|have to|need to) (?:\w+ ){0,3}(?:become|be) an? (?:supervisor|manager|boss|"
                r"leader) (?:in order )?"
                r"to (?:advance|grow|get|move|progress|rise)\b"
            ),
            (
                r"\b(?:must|do|does|will) (?:i|one|we|everyone|everybody) (?:\w+ )?(?:have to |need to )?(?:supervise|"
                r"manage|lead|boss)\b(?! to)"
            ),
            r"(?:just|only) stay",
            r"keep growing",
        ),
        "promotion": (
            r"\bpromotion\b|promoted",
            r"\bup or (?:across|sideways|down|over)|what (?:kind|sort|type) of (?:move|change|step|transition)",
            r"\bgo up when\b",
            r"\b(?:higher|lower|better|same|equal) (?:\w+ )?(?:grade|rank)\b",
            r"step up|move up|upward|upwards|a rise",
            r"sideways|sidewards|lateral",
            r"ranks? (?:above|higher|over)",
            rf"^(?:is|are|would|does) .*{ONE} (?:\w+ )?(?:above|below|beneath|over|under|higher|lower) .*{ONE}",
            r"demot\w+|downgrade|upgrade",
            r"higher (?:than|grade)|outrank\w*",
            r"(?:moving|going|stepping) (?:up|across|down)\b",
            r"(?:change|switch) of track|(?:different|other) track",
        ),
        "sideways": (
            r"sideways|sidewards|sidestep|lateral\w*|horizontal\w*|go across|move across|cross.?function\w*",
            rf"(?:other|another|different|new|outside|else|neighbou?ring|adjacent|related) (?:\w+ )?(?:\w+ )?{FIELD}",
            rf"(?:somewhere|anywhere|someplace) else|\b(?:which|what) (?:\w+ )?{FIELD} {CAN}\b",
            r"cross(?:ing)? over|transfer|outside (?:of )?|elsewhere",
            rf"(?:chang|switch)\w* (?:my |the |to )?(?:\w+ )?{FIELD}",
        ),
        "within": (
            (
                rf"(?:(?<!can )(?<!could )(?<!does )|(?=two|three|[2-9]))(?P<moves>{COUNT})[- ](?:or (?:fewer|"
                rf"less) )?(?!{CAN}\b)(?:\w+ )?{HOPS}"
            ),
            r"\b(?P<twice>twice)\b",
            rf"\b(?P<levels>{COUNT}) levels (?:up|above|higher|away|further)\b",
            rf"\bdistance of (?P<far>{COUNT})\b",
        ),
        "needs": (
            rf"what .*\b(?:need|miss(?:ing)?|lack|learn|lose|gain|require[sd]?|must i)\b.*{ONE}",
            rf"^(?!.*{_OTHERS}).*(?:ready|prepare|qualif\w+) for {ARTICLE}{ONE}",
        ),
        "feeders": (
            rf"(?:lead|leads|leading|led|feed|feeds|feeding|promot\w+|progress\w*) (?:\w+ )?(?:in)?to {ONE}",
            r"feeders?|predecessors?|precede\w*|entry routes?|feeding|\bfeeds?\b",
            rf"(?:who|whom|which|what|where|from|out of).*{REACH} {ARTICLE}{ONE}",
            (
                rf"(?:whom?|which|what|where|out of).*{ONE} (?:\w+ )?(?:be )?(?:entered|reached|filled|staffed|"
                r"recruited|drawn|taken|hired)"
            ),
            rf"candidates? for {ARTICLE}{ONE}|{ONE} .*\b(?:come|comes) before$|opens? the door to {ARTICLE}{ONE}",
            rf"(?:starting|entry|start) points? (?:for|to|of|into|towards?) {ONE}",
            rf"(?:which|what|whose) .*\b(?:ha(?:ve|s)|lists?|with) {ARTICLE}{ONE} (?:in|on|among) ",
            rf"(?:before|below|underneath|prior to) (?:becoming |being )?{ONE}",
            rf"{WAY} (?:in)?to {ONE}",
            (
                rf"(?:list|name|named|listed|state|mention|show|give)\w* (?:it |{ONE} )?as (?:their |an? |the |"
                r"one )?(?:\w+ )?(?:next|career|"
                r"place|target|destination|option|step|way)"
            ),
            rf"(?:inbound|incoming|entering) {WAY}|\bways? in(?:to)?\b",
            r"come from",
            rf"^how do (?:people|others|employees|colleagues|candidates) .*(?:{REACH}|come to be) {ARTICLE}{ONE}",
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
            rf"{ONE} (?:and )?what then|what (?:becomes|happens) (?:of|to|with) {ARTICLE}{ONE}|{WAY} out of {ONE}",
            rf"{CHOICES}.*\b(?:once|when|after|if|as) (?:[\w']+ ){{0,3}}{ONE}",
            r"final (?:role|stop)|last stop|onward|(?:still|ever) (?:progress|advance|rise|grow|develop)",
            r"go further|any further|further step|move on|path stop",
            rf"outgoing (?:{WAY}|{MOVE}|roles?)|(?:{WAY}|ladder|line|{ONE}) (?:\w+ )?(?:stops?|ends?)\b(?! up)",
        ),
        "highest": (
            HIGH,
            r"how (?:far|high|senior)\b(?! (?:is it|away|from))|best possible",
            (
                rf"(?:up )?to (?:what|which) {ROLE} {CAN} (?:[\w\u00a7\u00a4]+ ){{1,3}}(?:rise|go|get|climb|develop|"
                r"advance|grow)|as (?:far|high) as"
            ),
            r"until where|how much higher",
            r"(?:be|am|stand|land) (?:\w+ )?at the (?:very )?end$|ultimate|in the long run|end up(?! as)",
            r"eventually|(?:final|last) (?:role|stop|station)",
            rf"end of the (?:road|line|ladder)|(?:{WAY}|line|career) (?:\w+ )?(?:ends?|stops?)\b",
        ),
        "compare": (
            r"differ\w*|\bdiff\b|compar\w*|\bvs\b|versus|side.by.side|contrast|delta|diverge\w*",
            r"next to each other|alike|in common",
            rf"\bsame (?:\w+ )?(?:between|for|in|of|as|at) (?:\w+ )?{ONE}|(?:stays?|remain\w*|is|are) the same\b",
            rf"{ONE} that .*(?:n't|not|no|never)\b.*{ONE}",
            r"what changes|what's new|what is new|wording|not the same|separates?|distinguish\w*|sets? .* apart",
            rf"{ONE} or {ARTICLE}{ONE}",
            rf"gap between|chang\w+ (?:from|between)|{ONE} and {ONE} .*\b(?:chang|alter)\w+",
            rf"{ONE} (?:do|does|have|has|need|needs) (?:\w+ )?(?:that )?{ARTICLE}{ONE}",
            rf"{ONE} (?:just |only |really |the same as |go(?:es)? beyond |exceeds? ){{1,2}}{ARTICLE}{ONE}",
            r"(?:more|other|else) (?!than one).*\bthan\b(?! one)",
            rf"{ONE} (?:next to|beside|alongside|against) {ARTICLE}{ONE}",
            rf"\b(?:chang|alter|replac|reword|rewrit|rephras|edit|drop|add|remov)\w* (?:\w+ )?(?:between|from) {ONE}",
            rf"(?:hard|strict|broad|bigg|high|deep|wid|tough)er from {ONE} to {ONE}",
            rf"er than {ONE}",
        ),
        "next": (
            rf"{WAY} out of {ONE}",
            r"\bnext\b|comes? (?:after|now)|\bafter\b|follow\w*|subsequent",
            r"from here|go from|go on|onward|move (?:on|up)|what now|further|beyond|above",
            rf"advance|progress\w*|promot\w+|step up|{ABOVE}",
        ),
        "route": (
            rf"\b(?:get|go|goes)\b|{WAY}|becom\w+|reach\w*|\bmove\w*|from|steps|promot\w+|sequence|stations?",
            rf"{ONE} -> {ONE}|between .*{ONE}|in between",
            rf"want to be|wanna be|wants? {ONE}|aim\w*|eye on|ends? up (?:as|in|at)|to {ONE}|rise|climb",
            rf"{ONE} chair|\bvia\b",
            r"work(?:ing)? (?:my way |your way |his way |her way )?up|grow into",
        ),
        "code": (
            r"what|which|who|look ?up|stands? for|belongs?|title|role|position|job|is",
            r"identif\w+|assigned|classification|code",
            rf"^{ONE}$",
        ),
        "reach": (
            rf"(?:where|what|which) .*can (?:{ARTICLE}{ONE}|i(?! do$)|one|we|she|he|they)|options|possibilit\w+",
            r"open to me",
            r"opportunit\w+",
            r"roles? (?:can|could|are (?:open|possible|left|there for))|everything (?:i|one|that|open|within)",
            r"within reach|reachable",
        ),
        "about": (
            rf"^{ONE}$",
            rf"^(?:tell me (?:more )?about|describe|show(?: me)?) {ARTICLE}{ONE}$",
            rf"^what(?: is|'s| does) {ARTICLE}{ONE}(?: do| mean)?$",
        ),
    }
)
"""Kind of question -> what it says: one of these."""
PATTERNS: Mapping[str, str] = MappingProxyType({kind: "|".join(said) for kind, said in _SAID.items()})
"""Kind of question -> its pattern, in the order in which kinds are tried.

A pattern is text: `re` makes it ready where a question comes so far, and keeps it.
"""
TOLD_BY_OTHERS = re.compile(
    r"\b(?:(?<!\d )(?:years?|months?|weeks?)|says?|written|proves?|lines?|based?|documents?|sources?|versions?|"
    r"editions?|revis\w+|"
    r"remov\w+|dropped|deleted|recently|harder|hardest|difficult|demanding|tough\w*|rank|tick|checklist|replaced)\b"
)
"""Words of other kinds: where none of these was found, a question with such a word is not taken for one of a way."""
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
