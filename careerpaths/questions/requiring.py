"""What a role that is named asks of certificates or education, in a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import networkx as nx

from careerpaths.change import is_wish
from careerpaths.graph import scales_of
from careerpaths.queries.events import EVENTS, When
from careerpaths.questions.marks import YES_OR_NO
from careerpaths.questions.question import Question
from careerpaths.wording import NOT_STATED, said, undefined_role

_NOT_STATED = {"certificate": "no_certificate_stated", "education": "no_education_stated"}
"""Kind of question -> what is said where nothing is stated."""
_OPEN = re.compile(r"\b(?:option|recommend|equivalent|may|if|or|not?)\w*\b", re.IGNORECASE)
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


def said_once(answer: Any, told: tuple[str, ...]) -> Any:
    """The answer, without the sentence on what is stated of its role where `told` says that before it.

    Args:
        answer: what the command of a question answers.
        told: from `required_told`.
    """
    if not isinstance(answer, When) or answer.role is None or not any(answer.role.title in one for one in told):
        return answer
    text = next((text for role, text in answer.states if role == answer.role), None)
    sentence = said("state_of", title=answer.role.title, text=(text or NOT_STATED).rstrip("."))
    return replace(answer, explanation=answer.explanation.replace(sentence, "").strip())


def _told(graph: nx.DiGraph[str], event: str, role: str, *, is_yes_or_no: bool) -> str:
    facts = graph.nodes[role]
    if not facts["defined"]:
        return undefined_role(facts["title"], graph.graph.get("contact"))
    text = EVENTS[event][1](facts)
    if text is None:
        return said(_NOT_STATED[event], title=facts["title"])
    is_open = _OPEN.search(text) or is_wish(text, scales=scales_of(graph))
    key = "yes_stated" if is_yes_or_no and not is_open else "state_of"
    return said(key, title=facts["title"], text=text.rstrip("."))
