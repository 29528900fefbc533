"""Classes of words that mean the same in a question: what the patterns of all kinds are made of.

Each is a regular expression for one word or a few. A synonym is added here once, not to the patterns that use it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ONE = r"\u00a7\d\u00a4?"
"""A role that is named."""
LEVEL = r"(?:\u00a7\d\u00a4|\u00a4level)"
"""The name of a level, whether or not one role alone has it."""
PROGRAM_MARK = "\u00a4program"
ARTICLE = r"(?:(?:an?|the|being|becoming|another) )?"
"""What may stand before a name."""
PERSON = r"(?:i|we|you|one|she|he|they|someone|somebody|anybody|people)"
MINE = r"(?:my|the|his|her|our|your|their|a)"
CAN = r"(?:can|could|will|would|should|may|might|shall)"
MUST = (
    r"(?:must|needs?|needed|ha(?:ve|s|d) (?:\w+ )?to|required?|requires|requirement|prerequisite|necessar\w+|"
    r"(?:forced|obliged|bound|supposed) to|compulsory|mandatory|obligat\w+|unless|only if|necessity|"
    r"precondition|condition for)"
)
NOT = r"(?:never|not\b|n't|without|no longer|\bnone\b|nobody|no one|cannot)"
LEAD = (
    r"(?:supervis\w*|manag\w*|boss\w*|leadership|lead(?:s|ing)? (?:a |my |the )?(?:team|people|others)|direct reports?|"
    r"in charge|people manag\w+|(?:run|runs|running|head|heads|heading) (?:a |the |my |our )?team|"
    r"responsib\w+ for (?:\w+ )?(?:people|others|staff|teams?))"
)
"""Words for leading people."""
PEOPLE = r"(?:supervis\w+|staff|teams?|(?:direct )?reports|people|boss\w*|subordinates|underlings|anybody|others)"
"""Who is led, and what is done with them."""
TECHNICAL = r"(?:professional|technical|specialist|individual|expert|hands|technician|contributor)"
TALK = (
    r"(?:talk|meeting|1:1|1-1|1-on-1|one-(?:on|to)-one|review|conversation|appraisal|discussion|interview|discuss|"
    r"check-?in|catch-?up|sit(?:ting)?[- ]down|speak\w*|chat|appointment|(?<=[a-z] )1 1|talk(?:s|ing)|discussing|"
    r"meet with)"
)
BOSS = r"(?:(?:line |direct |team )?(?:managers?|boss|supervisors?|lead|leader|hr|chief|superior|head|director))"
PAPER = (
    r"(?:print\w*|page|sheet|hand ?out|document|papers?|one.?pager|bring|take|carry|prepare|ready|summary|show|leaflet|"
    r"in (?:my )?hand|brief|1.?pager|overview|in writing|on one side|with me\b|written|on the (?:table|desk))"
)
EDITION = r"(?:editions?|versions?|releases?|revisions?|updates?|standards?)"
LATER = (
    r"(?:\b(?:recently|lately|in the meantime|since then)\b|(?:last|previous|prior|latest|newest|recent|new|old|"
    r"older|current|this|former|earlier|past) "
    rf"(?:years?(?:'s)?|{EDITION}(?:'s)?)\b|\byear before\b|\b(?:years?|months) (?:ago|back)\b|"
    r"\byear[- ](?:over|on|to|by)[- ]year\b|\bsince (?:19|20)\d\d\b|\b20\d\d (?:vs|versus|and|to|against|"
    r"or) 20\d\d\b|\b12 months before\b)"
)
TURNED = (
    r"(?:chang\w*|differ\w*|los[est]\w*|gone|gain\w*|new\b|remov\w*|added|drop\w*|still|already|options|revis\w*|"
    r"taken|disappear\w*|vanish\w*|cost|compar\w*|cut|alter\w*|withdrawn|exist\w*|delta|delet\w*|amend\w*|missing|"
    r"modif\w*|updat\w*|fewer)"
)
CHOICES = (
    r"(?:options?|choices?|prospects?|opportunit\w+|possibilit\w+|onward (?:moves?|options?)|ways forward|places|"
    r"roles (?:later|after\w*)|follow.?on|flexib\w+|future|doors?|paths?|open|routes|outlook|springboard|"
    r"launch.?pad|potential|scope|mobility|exits?|destinations?|follow-ups?|(?:next|later|further) (?:roles?|"
    r"steps?|jobs?|moves?|positions?)|ways? on\b|base\b|roads?|freedom|reachable roles?)"
)
MORE = (
    r"(?:more|most|many|brighter|better|wider|widest|best|further|number of|fewer|less|least|bigger|greater|count of)"
)
HARD = (
    r"(?:most|toughest|hardest|difficult|biggest|largest|steepest|greatest|heaviest|demanding|stiffest|highest hurdle|"
    r"tallest|sharpest|widest|worst|most challenging|hard(?:est)? bit)"
)
MOVE = (
    r"(?:steps?|moves?|jumps?|leaps?|parts?|hurdles?|transitions?|promotions?|stages?|from me|gap|rungs?|legs?|"
    r"climb|stretch|advancement|bit|level change)"
)
WAY = (
    r"(?:ways?|routes?|paths?|roads?|ladders?|tracks?|journeys?|progressions?|trajector\w+|stepping stones?|"
    r"pathways?|avenues?)"
)
ROLE = r"(?:roles?|jobs?|positions?|posts?|titles?|stations?|rungs?|levels?|steps?|stages?|grades?|incumbents?)"
REACH = (
    r"(?:becomes?|gets? to be|moves? (?:up )?(?:in)?to|turn into|grow into|steps? (?:up )?into|advance to|apply for|"
    r"qualif\w+ for|eligible for|come to|reach(?:ed)?|get to|go to|enter\w*|promoted (?:in)?to|considered for|"
    r"made|rise to|arrive (?:at|in|to)|land in|come into|step up to|pass to|move up into)"
)
"""How somebody comes into a role."""
FIELD = (
    r"(?:functions?|departments?|famil(?:y|ies)|areas?|fields?|teams?|lines?|ladders?|disciplines?|units?|"
    r"speciali[sz]ations?|divisions?|domains?|branch(?:es)?|specialt(?:y|ies))"
)
DUTIES = r"(?:duties|duty|description|parts of|responsibilit\w+|tasks?|work|job|skills|activit(?:y|ies))"
SKIP = (
    r"(?:skip\w*|avoid\w*|bypass\w*|(?:go|get|come)\w* (?:a)?round|jump\w* over|leap\w* over|pass\w* over|"
    r"leapfrog\w*|miss\w* out(?: on)?|forgo|dodg\w+|circumvent\w*|escape\w*|evade|by-pass\w*)"
)
OUT = r"(?:optional|skipped|left out|avoided|bypassed|passed over|jumped)"
COUNT = r"(?<![\u00a7\d])\d+|\b(?:one|two|three|four|five|six|a couple of)"
NUMBERS: Mapping[str, int] = MappingProxyType(
    {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "a couple of": 2, "twice": 2}
)
"""Number words of moves."""
HOPS = r"(?:moves?|steps?|jumps?|changes?|hops?|promotions?|times|rungs?|transitions?|advancements?|stages?|leaps?)"
"""What is counted on a way."""
BACK = (
    r"(?:\bback\b|return\w*|revers\w*|revert\w*|step(?:ping)? down|undone|undo|\bagain\b|"
    r"(?:both|two) (?:directions|ways)|(?:one|two).?way)"
)
HIGH = (
    r"(?:highest|(?<!on )\btop\b|topmost|ceiling|most senior|farthest|furthest|\bpeak\b|maximum|\bmax\b|"
    r"upper limit|limit|"
    r"pinnacle|summit|\bapex|tops? out|most (?:high|advanced|elevated)|best (?:role|job|position|post)\b|"
    r"end ?point|final destination|\broof\b|crown\w*|most i can (?:achieve|reach|become|be|get)\b|\bvery end\b|"
    r"last rung|max(?:imal|imum)? level)"
)
ABOVE = (
    r"(?:one (?:(?:rung|level|step|grade|notch) )?(?:further )?(?:up|higher|on)\b|(?:level|job|role|position|step|"
    r"rung|grade) (?:\w+ )?"
    r"(?:above|up from|over)(?: mine| me| my)?|subsequent|(?:after|past|beyond|over) mine\b|following (?:role|job|"
    r"level|grade|step|position))"
)
"""What comes directly behind one's own role."""
REFUSED = (
    r"(?:(?:n't|\bnot|\bnever|\bno longer) (?:\w+ )?"
    r"(?:wan(?:na|t)(?! from)|wish|like|care|intend|plan|mean|hope|keen|interested|fond|fancy|going for|aim\w*)"
    r"(?: (?:on|in|of|for))?(?: going for| \w+)?(?:(?: to)? (?:be|become|pass|reach|go through|through|do|hold))?|"
    r"refus\w+ to (?:be|become|do|hold|pass|go through|take)|rather not (?:be|become|do|hold|pass|go through|take)|"
    r"\bnever (?:\w+ )?(?:be|been|become|being|becoming)|"
    r"(?:n't|\bnot|\bnever) (?:include|involve|pass|touch|contain|go through|use|need)|"
    r"\bbut (?:not|never)(?: \w+)?|\bnot (?:through|via|past|by way of|passing|becoming|being))"
)
"""What says that somebody does not want what follows."""
