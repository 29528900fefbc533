"""A plan as one HTML page that is made to be printed: it runs no script and asks the network for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerpaths.pages import policy, render, shown, style
from careerpaths.queries.planning import Plan
from careerpaths.wording import PLAN, planned

LINES = 4
"""Blank lines of what is agreed."""
_OTHER = re.compile(r"[^A-Za-z0-9 .,]")


def plan_page(plan: Plan) -> str:
    """The page as text: ASCII, no clock, the same for the same plan."""
    styles = style("base", "plan"), _paper(plan)
    return render(
        "plan.html",
        plan=plan,
        text=PLAN,
        planned=planned,
        styles=styles,
        policy=policy(scripts=(), styles=styles),
        lines=range(1, LINES + 1),
    )


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
