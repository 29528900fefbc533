"""Problems and notes as an answer."""

from __future__ import annotations

from pathlib import Path

import careerpaths as cp


def test_problems_stand_in_the_order_of_documents(tmp_path: Path) -> None:
    """Each has severity, document, place and message, in JSON and in the rows."""
    (tmp_path / "b.txt").write_text("no standard\n", encoding="utf-8")
    (tmp_path / "a.txt").write_bytes(b"")
    answer = cp.problems(cp.load(tmp_path))
    shape = answer.to_dict()["problems"]
    assert [one["document"] for one in shape] == sorted(one["document"] for one in shape)
    assert {one["document"] for one in shape} == {"a.txt", "b.txt"}
    assert {tuple(one) for one in shape} == {("severity", "document", "place", "message")}
    assert list(answer.rows()) == shape
    assert all(tuple(row) == answer.columns for row in answer.rows())


def test_no_trouble_is_an_empty_list() -> None:
    """A catalogue without problems answers with none."""
    answer = cp.problems(cp.Catalogue(standards=(), roles=(), moves=(), problems=()))
    assert answer.to_dict() == {"schema": 1, "problems": []}
    assert list(answer.rows()) == []


def test_notes_are_told_apart_from_problems() -> None:
    """The severity says which; the line serves the order, and is no key."""
    remark = {"document": "x.txt", "place": "line 7", "message": "m"}
    found = tuple(cp.Problem(severity=severity, line=7, **remark) for severity in ("problem", "note"))
    shape = cp.problems(cp.Catalogue(standards=(), roles=(), moves=(), problems=found)).to_dict()
    assert shape["problems"] == [{"severity": "problem", **remark}, {"severity": "note", **remark}]
