"""Words of questions in which a small typing error is forgiven, and those near to them that mean another thing."""

from __future__ import annotations

_ASKED = """
    advanced afterwards another avoid bachelor between bottleneck career ceiling certificate certification checklist
    colleague college compare comparison conversation declared degree department difference different document
    duration duties edition education eligible equivalent evidence exempt experience experienced expert function
    higher highest lateral management manager managerial meeting months overtime personnel position positions
    printable professional program promoted promotion qualification qualifications reachable requirement
    requirements requires required responsibilities responsibility senior sideways specialist standard standards
    supervise supervising supervision sideway somewhere supervisor supervisory technical timeline unavoidable
    university version without
"""
_NEAR = """
    addition manage managed manages advance advances conservation expect expected export junction literal
"""
WORDS = frozenset((*_ASKED.split(), *_NEAR.split()))
"""Words that a small typing error is forgiven in; a word that is one of them is not taken for another."""
