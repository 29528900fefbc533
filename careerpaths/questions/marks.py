"""What stands beside a role in a question and says what it is to the asker; and what marks a wish or a limit."""

from __future__ import annotations

import re

from careerpaths.questions.words import (
    ABOVE,
    ARTICLE,
    COUNT,
    HOPS,
    LEAD,
    MUST,
    OUT,
    PEOPLE,
    REFUSED,
    SKIP,
    TECHNICAL,
    WAY,
)

MOVING_THERE = r"\b(?:move|go|get|change|switch) there\b"
"""A question about a move that somebody sees before them."""
KEEPING = re.compile(r"\b(?:keep\w*|stay\w*|remain\w*|without losing|not lose|n't lose)\b")
"""What asks for a way on which something stays."""
MY_WAY = re.compile(
    rf"\b{WAY}\b.*\b(?:for me|can i|i can|could i|do i|i take)\b|\btakes? for me to\b|"
    rf"\b(?:i|we)(?: \w+)? (?:go|pass|come) through\b|\b{WAY}\b.*\b(?:takes?|gets?|brings?|leads?) me\b|"
    r"\b(?:do|must|should|would|will) i (?:need to |have to )?(?:do|be|pass|hold|become|go)\b"
)
"""What asks for a way that the asker takes."""
SHORTEST = re.compile(rf"\b(?:shortest|quickest|fastest|best|most direct|direct|short|quick|fast) (?:\w+ )?{WAY}\b")
"""What asks for a way itself, not for who can take one."""
ONES_OWN = re.compile(r"\bfrom (?:an? )?(\u00a7\d)\u00a4? (?:back )?to (?:an? )?\1\b")
"""What asks for the way from a role to itself."""
MY_ROUTE = re.compile(
    rf"\b(?:my|this|the) (?:whole )?(?:{WAY}|way|career)\b|\b(?:for|of|before) me\b|\bmy (?:future|further|coming|"
    r"own|next)\b"
)
STAYING = re.compile(
    rf"\b(?:never|not|n't|without|no)\b (?:\w+ ){{0,3}}{PEOPLE}\b|"
    rf"{TECHNICAL} (?:contributor )?(?:track|ladder|path|side)|individual contributor"
)
"""What asks for a way on which one leads nobody."""
MY_NEXT = re.compile(
    r"\bnext\b(?! (?:meeting|week|month|year|day|time|holiday|bus|train))(?! to\b)|from here|advance|progress|"
    r"move (?:on|up)|promot\w+|what now|comes? now|go on|step up|comes? after (?:my|this|that)|follows? (?:my|mine|"
    r"me)\b|"
    rf"(?:after|above|beyond|behind) (?:my (?:\w+ )?(?:role|job|position|level|post|one)|mine|me)\b|{ABOVE}"
)
"""What asks for the next step where the asker's own role is meant."""
LEADS_TO_MINE = re.compile(
    r"(?:in)?to (?:my (?:own |current |present )?(?:role|job|position|level|post)|"
    r"(?:the )?(?:job|role|position|level|post) (?:that |which )?i (?:have|hold))"
)
"""What asks who can come to where the asker is."""
MY_OWN = re.compile(r"\b(?:i|my|me|myself|mine|i'[md]|i've|i'll)\b")
"""What speaks of the asker."""
OF_MOVES = re.compile(r"\b(?:each|every|one|a|per) (?:step|move|promotion|stage|level)\b")
"""What speaks of moves in general."""
WITH_DETAILS = re.compile(
    r"\b(?:asks?|needs?|lack\w*|miss\w*|requires?|required|learn\w*|duties|chang\w+|differ\w*|do(?:n't| not) have|"
    r"have not|new|expects?|demands?|requirements?|delta|gaps?|short|missing|meet|additional\w*|extra|calls? for)\b"
)
"""What asks of the next step what it asks."""
LEFT_OUT = re.compile(rf"\bcan (?:i|we|one|anybody|she|he|they) (?:\w+ )?{SKIP}\b")
"""What asks whether a role can be left out."""
NEXT_ONE = re.compile(rf"\bnext (?:role|job|level|step|grade|position|one)\b|{ABOVE}")
"""What names the next role."""
ABOVE_ONE = re.compile(ABOVE)
"""What stands directly above."""
_HAVING = (
    r"\bfrom",
    r"\bstart(?:s|ing)? (?:at|from|as|in|out as)",
    r"\b(?:i'?m|am|im)(?: currently| now| still)?(?: an?| in)?",
    r"\b(?:she|he|who|colleague|coworker|employee|friend|\bme)(?:'s| is|,)(?: an?)?",
    r"\bas an?",
    r"(?<!up )(?<!far )(?<!high )(?<!soon )(?<!well )(?<!same )(?<!be )(?<!finish )(?<!retire )(?<!end )\bas",
    r"\bwork(?:s|ing)? as(?: an?)?",
    r"\bbetween",
    r"\b(?:when|if|can|could|takes|(?<!having )been) an?",
    r"\b(?:open|available) (?:to|for)(?: an?)?",
    r"\bcurrent(?:ly)?(?: title is)?(?: an?)?",
    r"\b(?:code|title) is",
    r"\bleav\w+",
    r"\b(?:my|our)",
    r"\b(?:directly|straight|right) (?:after|from)",
    r"\b(?:once|when|after|if) (?:i've|i have) become(?: an?)?",
    (
        r"\b(?:my|our|his|her) (?:(?!aim|goal|target|dream|wish|plan|next|end)\w+ ){1,2}(?:is|was)(?: \w+ly|"
        r" now)?(?: an?)?"
    ),
    r"\bone of (?:my|our) (?:\w+ ){1,2}(?:is|who is|works as)(?: an?)?",
    (
        r"\b(?:incumbents?|employees?|person|someone|somebody|specialist|member|people)(?: \w+ing)? (?:in|at|"
        r"on)(?: an?| the)?"
    ),
    r"\borigin(?: is)?",
)
_WANTING = (
    r"\bto(?: be| become| reach)?(?: an?| the)?",
    r"->",
    r"\bbecom\w+(?: an?| the)?",
    r"\b(?<!n't )be(?: an?)",
    r"\binto",
    r"\breach\w*",
    r"\b(?:up|way) to",
    r"\baim\w* for",
    r"\bgoing for|(?:\bam|\w\'m) after|\blands? (?:\w+ )?in|\baim is|\bgoal is|\barrive at",
    r"\btowards?",
    r"\bwan(?:na|ts? to) be(?: an?)?",
    r"\b(?:take|took|wants?)",
    r"\bget(?: to)?(?: be)?(?: an?)?",
    (
        r"\b(?:(?:ends? up|end|finish|retire) (?:as|in|at)|eye on|expect to be|made|set on|offered|heading for|"
        r"thinking (?:about|of)|interested in|considering|"
        r"appl(?:y|ying) for|dream\w* of)(?: an?| the)?"
    ),
)
_AVOIDING = (
    r"\bmust",
    rf"(?:{SKIP}|around|touch\w*|through|pass(?:ing)?|past|leav\w* out)",
    (
        r"(?:without(?: ever)?|before(?! (?:an? )?\u00a7\d\u00a4? (?:can|could|may|might|becomes)\b)|ahead of|"
        r"w/o)(?: being| becoming| going through| having been| having| passing)?"
    ),
    rf"{MUST} (?:(?!do\b)\w+ ){{0,3}}(?:be(?:come)?|been|held|hold|do|done|go through|come through|reach)(?: first)?",
    r"make",
    r"\buntil (?:i'm|i am|one is|being|becoming)",
    r"\b(?:were|was|have|has|had|is|are) never(?: been| being)?",
)
MY_ROLE = re.compile(rf"(?:{'|'.join(_HAVING)}) \u00a7(\d)|^\u00a7(\d)\u00a4? here\b")
"""What stands before the role that somebody has."""
WANTED_ROLE = re.compile(rf"(?:{'|'.join(_WANTING)}) \u00a7(\d)")
"""What stands before the role that somebody wants."""
AVOIDED_ROLE = re.compile(
    rf"(?:{'|'.join(_AVOIDING)}) {ARTICLE}\u00a7(\d)|leav\w* {ARTICLE}\u00a7(\d)\u00a4? (?:\w+ )?out\b|"
    rf"\u00a7(\d)\u00a4? (?:\w+ ){{0,6}}(?:be )?(?:{OUT}|prerequisite|precondition|required|compulsory|mandatory|"
    r"necessary|needed)|"
    rf"\bbeen {ARTICLE}\u00a7(\d)\u00a4? (?:before|first|beforehand)\b|"
    rf"\u00a7\d\u00a4? (?:requires?|presupposes?) {ARTICLE}\u00a7(\d)|"
    r"\b(?:without|never) (?:\w+ ){1,6}\u00a7(\d)\u00a4|\u00a7(\d)\u00a4? (?:isn't|is not) (?:my thing|for me|what i)\b"
)
"""What stands beside the role that is not to be passed."""
ASKED_FOR = re.compile(
    r"\b(?:what|which|how|years|months|time|everything)\b.*\b(?:needs?|needed|required?|must|have to)\b"
)
"""What asks for that which is needed."""
REFUSED_ROLE = re.compile(rf"{REFUSED} {ARTICLE}\u00a7(\d)")
"""What stands before the role that somebody does not want."""
ALSO_VIA = re.compile(
    rf"\b(?:via|by way of|passing(?: through)?) {ARTICLE}\u00a7\d\u00a4?,? "
    rf"(?:and|then|and then) (?:via )?{ARTICLE}\u00a7(\d)"
)
"""What stands before a second role that is to be passed."""
REQUIRED_OF = re.compile(
    rf"\b(?:for|at|in) {ARTICLE}\u00a7(\d)|\b(?:does|do|must) {ARTICLE}\u00a7(\d)|"
    r"\u00a7(\d)\u00a4? (?:needs?|asks?|requires?)\b"
)
"""What stands beside the role of which somebody asks what it requires."""
VIA_ROLE = re.compile(
    r"(?<!not )(?<!n't )(?<!without )(?<!never )(?<!ever )(?<!avoid )(?<!except )"
    rf"\b(?:via|by way of|passing(?: through)?) {ARTICLE}\u00a7(\d)"
)
"""What stands before the role that is to be passed."""
LIMIT = re.compile(
    r"\b(?:in|within|with|at most|at the most|up to|not? more than|maximum(?: of)?|max) (?:only |just |at most )?"
    rf"(?P<limit>{COUNT})[- ](?:\w+ )?{HOPS}\b"
)
"""What limits the moves of a route."""
LEADING = re.compile(rf"\b{LEAD}\b")
"""Words for leading people."""
SUPERVISING = re.compile(r"\bsupervis\w*")
MANAGING = re.compile(r"\b(?:manag\w*|boss\w*|leadership)\b")
"""What is said of supervisors, and of managers."""
SUPERVISOR_FIRST = re.compile(
    rf"(?:{MUST} (?:\w+ ){{0,3}}(?:be|been|become|being)|without (?:ever )?(?:being|becoming|having been)|skip\w*|"
    r"avoid\w*) (?:an? )?(?:supervisors?\b(?! or)|team leads?\b)"
)
"""What asks whether one must supervise on the way."""
OBLIGED = re.compile(rf"\b{MUST}\b(?!.*(?:\b{SKIP}|\b{OUT}))|\bis it true\b")
"""What asks whether something must be, not whether it can be left out."""
YES_OR_NO = re.compile(
    r"^(?:(?:and|so|but|ok|hi|hello) )?(?:whether|can|could|may|might|do|does|must|is|are|am|will|would|should|has|"
    r"have)\b|"
    r"\b(?:can|could|may|might|do|must|would|will) (?:i|we|one|she|he|they)\b|\bpossible\b|is there (?:a|any)\b"
)
"""What asks for a yes or a no."""
BETWEEN_TWO = re.compile(
    r"\u00a7\d.*\b(?:to|from) (?:be |become |reach )?(?:an? |the )?\u00a7\d|->|\u00a7\d\u00a4? or (?:\w+ )?\u00a7\d"
)
"""What asks of the way between two roles."""
OF_ALL = re.compile(r"\b(?:every(?:one|body)|nobody|no one|anyone|anybody|people|functions?|careers?)\b")
"""What speaks of all who work here, not of the asker."""
PERSONNEL = re.compile(r"personnel|\bper program")
"""What names personnel programs, for short as the standards do."""
DIRECTLY = re.compile(
    r"^(?:is|isn't|can|could|may|might|does|do|would|will|am)\b.*\b(?:straight|direct(?:ly)?(?! report))\b|"
    r"\b(?:straight|direct(?:ly)?)\b.*\b(?:allowed|possible|ok)$"
)
"""What asks whether one move leads there."""
SAME = re.compile(r"\bsame\b")
"""What asks whether two roles are alike in something."""
BARE_CERTIFICATE = re.compile(r"\b(?:without|avoid\w*|no)\b (?:\w+ ){0,2}(?:certs?\b|certif|licen[cs]|credential)")
"""What asks for a way without a certificate."""
BARE_DEGREE = re.compile(r"\b(?:without|no)\b (?:\w+ ){0,2}(?:degree|bachelor|master|diploma|education)")
"""What asks for a way without a degree."""
