"""A plan as Markdown: a list of tasks for each step."""

from __future__ import annotations

import re

from careerpaths.pages import render_text
from careerpaths.queries.planning import Plan
from careerpaths.wording import MAP, PLAN, planned

# All texts of a plan stand in the midst of a line: a hyphen within a word and a colon before a blank are no marks.
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#!|~$&@^=+]|(?<!\w)-|-(?!\w)|:(?!\s|$)|(?<=[wW]{3})\.)")


def plan_markdown(plan: Plan) -> str:
    """The plan as Markdown; every mark that Markdown would read in a text of the standards is escaped."""
    return render_text(
        "plan.md", escape=escaped, plan=plan, text=PLAN, planned=planned, places=plan.places, made_by=MAP["made_by"]
    )


def escaped(text: str) -> str:
    """A text that Markdown reads as it stands, on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
