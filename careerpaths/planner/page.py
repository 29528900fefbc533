"""A plan as one HTML page that is made to be printed: it runs no script and asks the network for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil

from careerpaths.pages import policy, render, shown, style
from careerpaths.queries.planning import Plan
from careerpaths.wording import MAP, PLAN, planned

LINES = 3
"""Blank lines of what is agreed."""
SHORT, SHEET = 25, 50
"""Lines on the first sheet, A4 or Letter: with room for all that is filled in, or for the route alone.

Where the route leaves no room for the sources, they stand at the end; so does what is filled in, where it would not fit
either. The lists to tick begin on a sheet of their own, unless the route is too long for the first one.
"""
_START = 2
"""Lines of the role where the route starts."""
_TITLE, _NOTICE, _NOTE = 28, 75, 110
"""Letters in a line of a title, of what a step asks, and in one that is as wide as the sheet."""
_OTHER = re.compile(r"[^A-Za-z0-9 .,]")


def plan_page(plan: Plan) -> str:
    """The page as text: ASCII, no clock, the same for the same plan."""
    styles = style("base", "plan", "paper"), _paper(plan)
    lines = _of_route(plan)
    return render(
        "plan.html",
        plan=plan,
        text=PLAN,
        made_by=MAP["made_by"],
        planned=planned,
        places=plan.places,
        styles=styles,
        policy=policy(scripts=(), styles=styles),
        lines=range(1, LINES + 1),
        has_room_for_form=lines <= SHORT,
        has_room_for_all=lines + _of_sources(plan) <= SHORT,
        is_apart=lines <= SHEET,
    )


def _of_route(plan: Plan) -> int:
    """About how many lines on paper the route has, with the notes above and below it."""
    told = ((step.title, [*(one.text for one in step.notices), *step.questions]) for step in plan.steps)
    steps = sum(max(1 + _wrapped(title, _TITLE), sum(_wrapped(one, _NOTICE) for one in texts)) for title, texts in told)
    notes = (*plan.warnings, " ".join(why for _, why in plan.others), "" if plan.has_texts else PLAN["no_texts"])
    return _START + steps + sum(_wrapped(text, _NOTE) for text in notes)


def _of_sources(plan: Plan) -> int:
    return sum(1 + ceil(len(found) / 2) for _, found in plan.places.by_document)


def _wrapped(text: str, width: int) -> int:
    return ceil(len(text) / width)


def _paper(plan: Plan) -> str:
    """What stands in the margins of every sheet: which plan it is, that a path is no offer, the number of the page."""
    marks = {"page": "counter(page)", "pages": "counter(pages)"}
    parts = re.split(r"\{(\w+)\}", PLAN["page"])
    number = " ".join(marks[part] if place % 2 else css_string(part) for place, part in enumerate(parts) if part)
    boxes = {"top-left": css_string(plan.title), "bottom-left": css_string(plan.closing[0]), "bottom-right": number}
    return "@page {\n" + "".join(_boxes(boxes)) + "}\n@page :first {\n  @top-left { content: none; }\n}\n"


def _boxes(boxes: dict[str, str]) -> Iterator[str]:
    for place, content in boxes.items():
        yield f"  @{place} {{ content: {content}; }}\n"


def css_string(text: str) -> str:
    """A text as a string of CSS: whatever is no letter, digit, blank, full stop or comma is its number."""
    return '"' + _OTHER.sub(lambda match: f"\\{ord(match[0]):06x} ", shown(re.sub(r"\s", " ", text))) + '"'
