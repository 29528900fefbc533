"""What stands around a question: short forms, greetings, polite beginnings, sentences told first, and "it" and "there".

A question in a letter asks the same as the bare one. So greetings and thanks go, "I was wondering whether" goes, words
that stand for a role that was named before are put as that role, and of several sentences it is known which one asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from careerpaths.questions.marks import MY_ROLE

SHORT_FORMS: Mapping[str, str] = MappingProxyType(
    {
        "mgr": "manager", "mgrs": "managers", "mgmt": "management", "supv": "supervisor", "supvs": "supervisors",
        "spec": "specialist", "specs": "specialists", "promo": "promotion", "thru": "through", "ppl": "people",
        "w/o": "without", "req'd": "required", "reqd": "required", "req": "required", "reqs": "requirements",
        "equiv": "equivalent", "exp": "experience", "quals": "qualifications", "diffs": "differences",
        "ba": "bachelor", "bs": "bachelor", "bsc": "bachelor", "phd": "degree", "mtg": "meeting", "yr": "year",
        "yrs": "years", "prev": "previous", "pls": "please", "plz": "please", "resp": "responsibilities",
        "resps": "responsibilities", "jc": "job code", "ic": "individual contributor", "yoy": "since last year",
        "u": "you", "r": "are", "b4": "before", "btw": "between", "dept": "department", "pos": "position",
        "posn": "position", "lvl": "level", "lvls": "levels", "prog": "program", "edu": "education",
        "min": "minimum", "max": "maximum", "dont": "don't", "gonna": "going to", "gotta": "have to",
        "i'd": "i would", "i'll": "i will", "he'd": "he would", "she'd": "she would",
        # Typing errors of words that are too short, or too far off, for others to be forgiven.
        "wat": "what", "wats": "what's", "waht": "what", "wich": "which", "nxt": "next", "shuld": "should",
        "shoud": "should", "woud": "would", "becom": "become", "nessesary": "necessary", "neccessary": "necessary",
        "necesary": "necessary", "dissapear": "disappear", "dissapears": "disappears",
    }
)  # fmt: skip
"""Words as they are typed in haste -> as they are spelt out."""
_GREETING = (
    r"(?:(?:hi|hello|hey|dear|greetings|good (?:morning|afternoon|evening|day))"
    r"(?: (?:there|all|team|everyone|everybody|hr|colleagues?|friends?|sir|madam))*)"
)
_SPEAKING = (
    r"(?:quick question|(?:one|a) (?:quick |small |short )?question|sorry|excuse me|ok|okay|so|well|fyi|just curious)"
)
_THANKS = (
    r"(?:(?:many |with )?thank(?:s|ing)?(?: you)?(?: (?:very much|so much|a lot|again|in advance|and regards|"
    r"for (?:your|the|"
    r"any) (?:\w+ )?\w+))*|(?:kind|best|warm|many)(?:est)? regards|regards|cheers|best wishes|sincerely|please|"
    r"if i (?:may|might|can|could) ask(?: (?:that|you))?|if (?:that is|that's|it is|it's) (?:ok|okay|possible|"
    r"alright)|if possible)"
)
_KNOW = (
    r"(?:know|understand|find out|learn|see|hear|ask(?: you)?|check|work out|figure out|be told|"
    r"(?:get|have) an idea of|be sure(?: of)?|clarify)"
)
_FILLING = r"(?:just|also|really|quite|still|actually|very much|be so kind as to)"
_GLAD = r"(?:good|nice|useful|helpful|great|interesting|glad|grateful|happy|interested|curious|thankful|pleased)"
_YOU = (
    rf"(?:can|could|would|will|might) (?:you|someone|somebody|anyone|anybody) (?:{_FILLING} )*"
    r"(?:be able to |mind |be so kind (?:as )?to )?"
)
_SURELY = r"(?: (?:in advance|beforehand|exactly|roughly|for sure|for certain|once and for all))*"
_WISHES = (
    r"(?:i|we)(?: would| should| do|'d)? (?:like|love|want|need|wish|have|hope) to",
    rf"(?:i|we) would be {_GLAD} to",
    r"(?:i am|i'm|im|we are) (?:curious|interested|trying|keen) to",
    rf"(?:it )?(?:would|will|might) (?:be (?:\w+ )?{_GLAD}|help(?: me)?|interest me)(?: for me)? to",
)
_FRAMES = (
    (
        rf"(?:{_YOU})?(?:(?:tell|inform|advise|remind|enlighten|show) (?:me|us)|explain(?: to (?:me|us))?)"
        r"(?: (?:about|of|on))?"
    ),
    rf"(?:{_YOU})?(?:let|help) (?:me|us)(?: to)? (?:know|understand|see|find out|work out)",
    rf"(?:{'|'.join(_WISHES)}) {_KNOW}",
    rf"(?:i|we) would be {_GLAD}(?: if {_YOU}(?:(?:tell|inform|show) me|let me know|explain(?: to me)?))?",
    (
        r"(?:i|we)(?: was| were| am| are|'m|'ve been| have been| keep| still| sometimes| often)* "
        r"(?:wonder(?:ing|ed)?|ask(?:ing)? myself)(?: (?:about|sometimes))?"
    ),
    r"(?:i am|i'm|im|we are) (?:curious|interested|unsure|not sure|not certain|asking)(?: (?:about|as to))?",
    r"(?:may|might|can|could) (?:i|we) (?:ask(?: you)?|know|enquire|inquire|find out|be told)",
    r"(?:do|would|does|did) (?:you|anyone|anybody|someone|somebody) (?:happen to )?know",
    r"(?:is there )?any (?:idea|chance)(?: of (?:knowing|telling me))?|(?:i )?(?:have )?no idea",
    (
        r"(?:i )?(?:can't|cannot|can not|don't|do not|couldn't) (?:see|tell|figure out|find|work out|know|understand|"
        r"decide|make out|remember)"
    ),
)
_ASKED = (
    r"(?= (?:(?:from|at|on|in|by|after|to|for|up to) )?(?:what|which|when|where|who|whom|whose|how|why|whether|if)\b|"
    r" the (?:\w+ )?(?:numbers?|title|name|source|evidence|list|difference|differences|amount|roles?|way|path|"
    r"reason)\b)"
)
"""What a beginning is only taken away before."""
_OPENING = re.compile(rf"^(?:{_GREETING} ?)+$|^(?:(?:{_GREETING}|{_SPEAKING}) )+(?=\w+ \w+)")
_CLOSING = re.compile(rf"(?: ?\b(?:{_THANKS}))+$")
_FRAME = re.compile(rf"\b(?:(?:and|but|so) )?(?:{'|'.join(_FRAMES)}){_SURELY}{_ASKED}")
_REQUEST = re.compile(
    rf"^(?:{_YOU})(?=(?:list|show|give|explain|describe|compare|set|print|prepare|name|point|send|make|"
    r"produce|look)\b)"
)
_IF = re.compile(r"^if\b")
_PLEASE = re.compile(r"\b(?:please|kindly|perhaps|possibly|maybe)(?: |$)")
"""Words that ask for nothing, wherever they stand."""
_FILLER = re.compile(rf"\b(i|we|i'm|am|would|could|can|can't|cannot|don't|was|is|be) (?:{_FILLING} )+(?=\w)")

_NAMED = re.compile("\u00a7(\\d)\u00a4?")
_OTHER_ROLE = (
    r"(?:it(?! (?:is|was|does|has|will|would|takes?)\b)|there(?! (?:is|are|was|were)\b)|"
    r"(?:that|this|the same) (?:role|job|position|post|level|title|step|one|rank|rung)|the latter)"
)
_BEFORE_OTHER = (
    r"(?:(?:in)?to|before|after|beyond|past|behind|above|below|than|skip\w*|avoid\w*|bypass\w*|without|reach\w*|"
    r"becom\w+|"
    r"follow\w*|from|stuck|does|is|if|as|at)"
)
_REFERRING = re.compile(
    rf"\b(?<!thing )(?P<before>{_BEFORE_OTHER}) (?P<role>{_OTHER_ROLE})(?!\S)|"
    r"\b(?P<move>get|go|going|move|moving|moved|come|advance|switch|step|jump|land|end up) there(?!\S)"
)
_LEAVING_OUT = ("skip", "avoid", "bypass", "without", "past")
_FOLLOWING = frozenset({"after", "beyond", "above", "from"})
"""What asks of the way on: of one's own role as well as of another."""
_NO_ROLE = frozenset(
    {("is", "it"), ("is", "there"), ("does", "it"), ("if", "it"), ("if", "there"), ("as", "it"), ("at", "it")}
)
"""Words that stand for nothing: "is there a way", "does it say"."""

_ENDS = re.compile(r"(?<=[?!])\s+|;\s+|\n+|\.\s+(?=[A-Z\"'(])|(?<=\w)\s+[\u2013\u2014-]{1,2}\s+(?=[a-z])")
_ABBREVIATED = re.compile(
    r"\b(?:per|mgr|supv|spec|min|max|vs|dr|mr|ms|mrs|no|resp|req|sr|jr|e\.g|i\.e|etc|prog|approx)$", re.IGNORECASE
)
_ASKING = (
    r"(?:(?:from|at|on|to|in|for|by|after|up to) )?(?:what|which|when|how|who|where|why)\b|"
    r"(?:does|do|did|is|are|was|can|could|will|would|must|should|may|might|has|have|am) (?:i|we|he|she|it|they|"
    r"there|this|that|the|my|"
    r"any\w*|you|one)\b"
)
_TOLD_FIRST = re.compile(
    r"^(?P<told>(?:(?:hi|hello|hey|ok|so|well|and|but|given that|assuming|suppose) )?(?:i'?m|i am|i have|i've|"
    r"i was|my|our|one of|as an?|"
    r"being|if|since|because|once|now that|we|there is|say)\b.*?)(?:,\s+(?:and |but |so |then )?|\s+(?:but|"
    rf"so)\s+)(?P<asked>(?:{_ASKING}).*)$",
    re.IGNORECASE,
)
_BIDDING = re.compile(
    rf"^(?:{_ASKING}|(?:please )?(?:tell|list|show|give|explain|describe|compare|name|identify|provide|produce)\b|"
    r"whether\b)"
)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text, and what is told before a comma apart from what is asked behind it.

    >>> sentences_of("I'm a Spec 4, what comes next? Thanks.")
    ("I'm a Spec 4", 'what comes next?', 'Thanks.')
    """
    found: list[str] = []
    for part in _ENDS.split(text):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]}. {part}"
        elif part.strip():
            found.append(part.strip())
    return tuple(piece for one in found for piece in _told_apart(one))


def _told_apart(sentence: str) -> tuple[str, ...]:
    found = _TOLD_FIRST.match(sentence)
    return (found["told"], found["asked"]) if found else (sentence,)


def unframed(text: str) -> str:
    """A sentence as it was read, without greetings, thanks and polite beginnings.

    >>> unframed("good morning i was wondering whether overtime ends at \u00a71 thank you")
    'whether overtime ends at \u00a71'
    """
    bare = _PLEASE.sub("", _CLOSING.sub("", _OPENING.sub("", text))).strip()
    bare = _REQUEST.sub("", bare)
    filled = _FILLER.sub(r"\1 ", bare)
    found = _FRAME.sub("", filled).strip()
    return _IF.sub("whether", found) if found != filled else bare


def asked_apart(sentences: Sequence[str], raw: Sequence[str]) -> tuple[str, str] | None:
    """The one sentence that asks, and what the others tell; None where all ask, or more than one.

    Args:
        sentences: as they were read, without their beginnings.
        raw: the same as they were typed.
    """
    typed = zip(sentences, raw, strict=True)
    marked = [place for place, (one, own) in enumerate(typed) if one and own.rstrip(" \"')").endswith("?")]
    asking = marked or [place for place, one in enumerate(sentences) if _BIDDING.match(one)]
    told = " ".join(one for place, one in enumerate(sentences) if one and place not in asking)
    return (sentences[asking[0]], told) if len(asking) == 1 and told else None


def with_referents(sentences: Sequence[str]) -> tuple[str, ...]:
    """The sentences with the marks of roles in place of "it", "there" and "that role" where a role must be meant.

    It is the last that was named before and is not the one that somebody has; of the way on that one as well.
    """
    having = {place for one in sentences for groups in MY_ROLE.findall(one) for place in groups}
    return tuple(_referred(sentences, having))


def _referred(sentences: Sequence[str], having: set[str]) -> Iterator[str]:
    named: tuple[str, ...] = ()
    for one in sentences:
        yield _REFERRING.sub(partial(_put, named=named, having=having), one)
        named += tuple(_NAMED.findall(one))


def _meant(found: re.Match[str], named: Sequence[str], having: set[str]) -> str | None:
    """The mark of the role that a word stands for; None where none was named."""
    before = [*named, *_NAMED.findall(found.string[: found.start()])]
    # "A way into Mgr 1 that skips it" is not past Mgr 1.
    told = named if found["before"] and found["before"].startswith(_LEAVING_OUT) and named else before
    others = [one for one in told if one not in having]
    if others:
        return others[-1]
    return before[-1] if before and found["before"] in _FOLLOWING else None


def _put(found: re.Match[str], *, named: Sequence[str], having: set[str]) -> str:
    place = _meant(found, named, having)
    if place is None or (found["before"], found["role"]) in _NO_ROLE:
        return found[0]
    return f"{found['move']} to \u00a7{place}" if found["move"] else f"{found['before']} \u00a7{place}"
