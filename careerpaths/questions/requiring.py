"""What a role that is named asks of certificates or education, in a sentence."""

from __future__ import annotations

import re

import networkx as nx

from careerpaths.queries.events import EVENTS
from careerpaths.questions.marks import YES_OR_NO
from careerpaths.questions.question import Question
from careerpaths.wording import said, undefined_role

_NOT_STATED = {"certificate": "no_certificate_stated", "education": "no_education_stated"}
"""Kind of question -> what is said where nothing is stated."""
_OPEN = re.compile(r"\b(?:prefer|desir|advantage|option|recommend|equivalent|may|if|or|not?)\w*\b", re.IGNORECASE)
"""What makes a text that asks for something no plain yes."""


def required_told(kind: str, asked: Question) -> tuple[str, ...]:
    """What is stated of the roles of which a question asks what they require; nothing where it asks of none.

    Args:
        kind: the kind of question.
        asked: the question as it was read.
    """
    roles = [one.role for one in asked.required_of if one.role] if kind in _NOT_STATED else []
    is_yes_or_no = YES_OR_NO.search(asked.text) and kind == "certificate" and len(roles) == 1
    return tuple(_told(asked.graph, kind, role, is_yes_or_no=bool(is_yes_or_no)) for role in roles)


def _told(graph: nx.DiGraph[str], event: str, role: str, *, is_yes_or_no: bool) -> str:
    facts = graph.nodes[role]
    if not facts["defined"]:
        return undefined_role(facts["title"], graph.graph.get("contact"))
    text = EVENTS[event][1](facts)
    if text is None:
        return said(_NOT_STATED[event], title=facts["title"])
    key = "yes_stated" if is_yes_or_no and not _OPEN.search(text) else "state_of"
    return said(key, title=facts["title"], text=text.rstrip("."))
