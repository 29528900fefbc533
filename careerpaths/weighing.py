"""What a move counts for, in whole numbers that add up along a route: the measures by which routes are told apart.

Both ends are given as the attributes of nodes (see `careerpaths.graph`). What is not stated counts as nothing gained
and nothing lost, and once as a step of which it is not known what it asks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from careerpaths.moves import CHANGE_OF_TRACK, CROSS_FUNCTION, LATERAL, PROMOTION, STEP_BACK
from careerpaths.statements import NEW, REWRITTEN, RISES, SCALES, Scales
from careerpaths.sufficiency import required_turn
from careerpaths.titles import fold, stem_and_noun
from careerpaths.values import value_key
from careerpaths.vocabulary import VOCABULARY
from careerpaths.wording import LEADING

MEASURES = (
    "moves",
    "functions",
    "tracks",
    "requirements",
    "certificates",
    "overtime",
    "programs",
    "leading",
    "unknown",
)
"""What is counted of each step, in the order in which routes are compared by default.

moves: 1. functions: 1 where it leads to another job function. tracks: 1 where it leads to another track (professional,
supervisory ...). requirements: education, licences, certificates and special conditions that appear, rise or are other
ones, not those that are only reworded. certificates: the licences and certificates among these. overtime: 1 where the
next role is not eligible for overtime. programs: 1 where the personnel program changes. leading: 1 where the next role
leads people, as a supervisor or a manager. unknown: 1 where no standard
says what the next role asks, or what the role before asked, so that nobody knows what is new; and where eligibility for
overtime or the personnel program is stated of the role before and not of the next one.
"""
Measures = tuple[int, ...]
"""One number for each of MEASURES."""
ASKED = (NEW, REWRITTEN, RISES)
"""What may become of a requirement so that it asks what was not asked before; one that is reworded does not."""
CERTIFICATES = ("certificate", "license")
ELIGIBLE, EXEMPT = "non exempt", "exempt"
Attributes = Mapping[str, Any]
Required = tuple[str, str | None, str | None, str]
"""Label, the text before, the text after, and the kind of row; None where it is not stated."""


def weigh(before: Attributes, after: Attributes, kind: str, *, scales: Scales = SCALES) -> Measures:
    """The measures of the step from one role to another.

    Args:
        before: the attributes of the role before the step.
        after: those of the role behind it.
        kind: the kind of the move, from its edge.
        scales: words by which requirements rise.
    """
    is_comparable = says_what_it_asks(before)
    is_same = before["requirements"] == after["requirements"] or not is_comparable
    asked = [] if is_same else [one for one in required(before, after) if is_asked(one, scales=scales)]
    return (
        1,
        int(kind == CROSS_FUNCTION),
        int(kind == CHANGE_OF_TRACK or differ(before["track"], after["track"])),
        len(asked),
        sum(kind in CERTIFICATES for *_, kind in asked),
        int(is_exempt(after["flsa"])),
        int(differ(before["personnel_program"], after["personnel_program"])),
        int(comes_to_lead(before, after, kind) is True),
        int(not says_what_it_asks(after) or not is_comparable or _leaves_open(before, after)),
    )


def _leaves_open(before: Attributes, after: Attributes) -> bool:
    """Whether it is no longer stated what may be lost; where it is nowhere stated, that tells no route from another."""
    return any(before[key] is not None and after[key] is None for key in ("flsa", "personnel_program"))


def says_what_it_asks(role: Attributes) -> bool:
    """Whether a standard describes the role and says anything of its requirements, duties or knowledge."""
    return bool(role["defined"] and role.get("asks_stated", True))


def leads_people(role: Attributes) -> bool | None:
    """Whether a role leads people, by its track; None where nothing tells.

    Where no standard defines it, the category that an overlay gives tells the track, or else its title.
    """
    track = role["track"] if role["defined"] else _track_told(role)
    return None if track is None else track in LEADING


def _track_told(role: Attributes) -> str | None:
    if role["category"] is not None:
        return value_key("category", role["category"])
    _, noun = stem_and_noun(role["title"])
    return VOCABULARY.track_nouns.get(noun or "")


def comes_to_lead(before: Attributes, after: Attributes, kind: str) -> bool | None:
    """Whether the role behind a move leads people; None where nothing tells.

    Where neither category nor title tells it of a role that no standard defines, the kind of the move does, which knows
    an employer's own word for a manager: within the track, or out of the professional one.
    """
    found = leads_people(after)
    if found is not None or after["defined"]:
        return found
    if kind in (PROMOTION, LATERAL, STEP_BACK):
        return leads_people(before)
    return True if kind == CHANGE_OF_TRACK and before["track"] == "professional" else None


def differ(before: str | None, after: str | None) -> bool:
    """Whether two values that are both stated are not the same."""
    return before is not None and after is not None and before != after and fold(before) != fold(after)


def is_exempt(flsa: str | None) -> bool:
    """Whether a role is stated not to be eligible for overtime."""
    return flsa is not None and value_key("flsa", flsa) == EXEMPT


def ends_overtime(before: str | None, after: str | None) -> bool:
    """Whether eligibility for overtime ends between two roles of which both is stated."""
    return before is not None and value_key("flsa", before) == ELIGIBLE and is_exempt(after)


def required(before: Attributes, after: Attributes) -> list[Required]:
    """The requirements of both roles in pairs: those that read alike first, then by label, then those of one alone.

    In the order of the role behind the step, then those that only the one before has.
    """
    old, new = _stated(before), _stated(after)
    pairs = _paired(old, new)
    found: list[Required] = []
    for place, (label, text, kind) in enumerate(new):
        found.append((label, old[pairs[place]][1] if place in pairs else None, text, kind))
    left = set(range(len(old))) - set(pairs.values())
    return found + [(old[place][0], old[place][1], None, old[place][2]) for place in sorted(left)]


_Stated = tuple[str, str, str]
"""Label, text, kind of row."""


def _stated(role: Attributes) -> list[_Stated]:
    # A graph that was exported before kinds were kept has none.
    kinds = [*role.get("requirement_kinds", ()), *[""] * len(role["requirements"])]
    return [(label, text, kind) for (label, text), kind in zip(role["requirements"], kinds, strict=False)]


def _paired(old: Sequence[_Stated], new: Sequence[_Stated]) -> dict[int, int]:
    """For places in `new` the place in `old` of the same text, of this label if it can be, else of the same label."""
    pairs: dict[int, int] = {}
    for key_of in (_statement, _text, _label):
        free: defaultdict[_Key, list[int]] = defaultdict(list)
        for here in sorted(set(range(len(old))) - set(pairs.values()), reverse=True):
            free[key_of(old[here])].append(here)
        for place in range(len(new)):
            if place not in pairs and free[key_of(new[place])]:
                pairs[place] = free[key_of(new[place])].pop()
    return pairs


_Key = tuple[str, ...]


def _statement(one: _Stated) -> _Key:
    return one[0], one[2], fold(one[1])


def _text(one: _Stated) -> _Key:
    return one[2], fold(one[1])


def _label(one: _Stated) -> _Key:
    return one[:1]


def is_asked(one: Required, *, scales: Scales = SCALES) -> bool:
    """Whether a requirement asks something beyond what the role before asked."""
    return required_turn(one[1], one[2], kind=one[3], scales=scales) in ASKED
