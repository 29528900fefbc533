"""Words of questions in which a small typing error is forgiven, and those near to them that mean another thing."""

from __future__ import annotations

_ASKED = """
    advanced another avoid bachelor between bottleneck career ceiling certificate certification checklist colleague
    compare conversation degree department difference different document duration duties edition education
    equivalent evidence experience experienced expert function highest lateral management manager managerial
    meeting months overtime personnel position positions printable professional program promoted promotion
    qualification responsibilities responsibility senior sideways specialist standard standards supervise
    supervising supervision supervisor supervisory technical timeline unavoidable university version without
"""
_NEAR = """
    addition advance advances conservation expect expected export junction literal
"""
WORDS = frozenset((*_ASKED.split(), *_NEAR.split()))
"""Words that a small typing error is forgiven in; a word that is one of them is not taken for another."""
