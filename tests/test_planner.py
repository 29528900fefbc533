"""A route as a plan to take to a manager: all that a step asks is there once, in each format, and texts stay texts."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import html5lib
import networkx as nx
import pdfplumber
import pytest
from axe_playwright_python.sync_playwright import Axe
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import careerpaths as cp
from careerpaths.formats import as_csv, as_json, as_markdown
from careerpaths.model import Entry, Source
from careerpaths.pages import shown
from careerpaths.planner import FORMATS
from careerpaths.planner.page import css_string
from careerpaths.queries.planning import CHECKED, Plan
from careerpaths.titles import says_nothing
from careerpaths.wording import PLAN

if TYPE_CHECKING:
    from playwright.sync_api import Page

    Open = Callable[..., Page]

WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
Make = Callable[..., "nx.DiGraph[str]"]
Rows = dict[str, list[tuple[str, str, str]]]
ENDINGS = tuple(FORMATS)
TAGS = set(
    re.findall(
        r"\w+",
        "body header main section div p h1 h2 h3 span bdi strong ins del label input textarea"
        " table thead tbody tr th td ol ul li h4",
    )
)
HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; {{ 7 * 7 }} {% raw %}",
    "# heading",
    "- [x] done",
    "1. first",
    "1) first",
    "| a | b |",
    "[link](http://example.test) ![x](y) <http://example.test>",
    "**bold** __bold__ ~~out~~ `code` $x$ \\* \\",
    "=1+1",
    '=HYPERLINK("http://example.test")',
    "a\x00b\x07c\x1bd",
    "e\u202egnp.exe",
    "\u05e9\u05dc\u05d5\u05dd abc \u0645\u0631\u062d\u0628\u0627",
    'quote " and \' and } ; { content: "x" }',
    "two\nlines\r\nand\ta tab",
)


def entry(kind: str, label: str, text: str, column: str) -> Entry:
    """A cell of a standard."""
    source = Source(document="x.txt", row=label, column=column, text=text, line=1)
    return Entry(kind=kind, label=label, text=text, source=source, places=())


def stated(rows: Rows) -> Callable[[str], tuple[Entry, ...]]:
    """What gives the texts of the roles: for each role (kind, label, text)."""
    return lambda role: tuple(entry(*row, column=f"of {role}") for row in rows.get(role, []))


def duty(number: int, text: str) -> tuple[str, str, str]:
    """A duty of a standard."""
    return "duty", f"Key Resp {number}", text


def marks(plan: Plan, step: int = 0) -> list[tuple[str, str]]:
    """Label and mark of what a step asks."""
    return [(one.label, one.mark) for one in plan.steps[step].items]


@pytest.fixture
def cooks(make_graph: Make) -> Plan:
    """From a to b to c: b asks something of every kind, c is not defined."""
    roles = {
        "a": {"level": "Entry", "flsa": "Non-Exempt", "requirements": [["Education 1", "School."]]},
        "b": {"level": "Lead", "flsa": "Exempt", "requirements": [["Education 1", "School."], ["Cert 1", "Paper."]]},
        "c": {"defined": False, "job_code": None},
    }
    texts: Rows = {
        "a": [
            duty(1, "Cooks soup every day for all guests."),
            duty(2, "Washes up."),
            duty(3, "Peels potatoes."),
            ("knowledge", "KSA 1", "Basic knowledge of knives."),
            ("knowledge", "KSA 2", "Expert knowledge of pans."),
        ],
        "b": [
            ("custom_scope", "Custom Scope", "The soup."),
            duty(1, "Cooks stew every day for all guests."),
            duty(2, "Buys and stores whatever the kitchen needs."),
            duty(4, "Peels potatoes."),
            duty(5, "Leads two people."),
            ("knowledge", "KSA 1", "Expert knowledge of knives."),
            ("knowledge", "KSA 2", "Basic knowledge of pans."),
        ],
    }
    graph = make_graph("a -> b", "b -> c", roles=roles)
    graph.graph |= {"organisation": "The Kitchen", "edition": "2026", "contact": "Kim"}
    return cp.plan(graph, "a", "c", catalogue=stated(texts))


def test_all_that_a_step_asks_is_listed_with_what_it_means(cooks: Plan) -> None:
    """Requirements, duties, knowledge, each with what became of it; what is asked already stands last."""
    assert marks(cooks) == [
        ("Cert 1", "new"),
        ("Education 1", "you have this already"),
        ("Key Resp 1", "reworded"),
        ("Key Resp 2", "rewritten"),
        ("Key Resp 5", "new"),
        ("Key Resp 4", "you do this already"),
        ("KSA 1", "asks more"),
        ("KSA 2", "asks less"),
    ]
    reworded = cooks.steps[0].items[2]
    assert reworded.words == (("=", "Cooks"), ("-", "soup"), ("+", "stew"), ("=", "every day for all guests."))
    assert (cooks.steps[0].items[3].before, cooks.steps[0].items[5].before) == ("Washes up.", None)
    assert [(one.label, one.mark) for one in cooks.steps[0].about] == [("Custom Scope", "new")]


def test_a_text_of_other_words_is_not_shown_word_by_word(make_graph: Make) -> None:
    """Though it is known to ask more."""
    old, new = "High school diploma or as much schooling.", "A bachelor's degree in music."
    rows = {"a": {"requirements": [["Education 1", old]]}, "b": {"requirements": [["Education 1", new]]}}
    (item,) = cp.plan(make_graph("a -> b", roles=rows), "a", "b").steps[0].items
    assert (item.mark, item.text, item.before, item.words) == ("asks more", new, old, ())


def test_a_step_says_what_it_changes_and_where_it_stands(cooks: Plan) -> None:
    """The three lines of a step; the cell that names the move, and the column that states what is asked."""
    assert cooks.steps[0].notices[1].text.startswith("For you: not eligible for overtime from here on (Exempt)")
    assert cooks.evidence == (
        ("1", "x.txt", "Career Path 1", "Level", "\u201cb\u201d"),
        ("2", "x.txt", "each row cited with [2]", "of a", "what a asks"),
        ("3", "x.txt", "each row cited with [3]", "of b", "what b asks"),
        ("4", "x.txt", "Career Path 1", "Level", "\u201cc\u201d"),
    )


def test_each_line_of_a_step_cites_its_cells(make_graph: Make) -> None:
    """What changes cites the cells before and after; what is counted, the columns that it is counted in."""
    roles = {
        "a": {"flsa": "Non-Exempt", "requirements": [["Cert 1", "Paper."]]},
        "b": {"flsa": "Exempt", "requirements": [["Cert 1", "Paper."]]},
    }
    texts = {role: [("flsa", "FLSA", role), ("certificate", "Cert 1", "Paper."), duty(1, role)] for role in "ab"}
    plan = cp.plan(make_graph("a -> b", roles=roles), "a", "b", catalogue=stated(texts))
    assert [(one.kind, one.numbers(plan.places)) for one in plan.steps[0].notices] == [
        ("have", "[2, 3]"),
        ("change", "[4, 5]"),
        ("work", "[2, 3]"),
    ]
    assert plan.evidence[3:] == (
        ("4", "x.txt", "FLSA", "of a", "\u201ca\u201d"),
        ("5", "x.txt", "FLSA", "of b", "\u201cb\u201d"),
    )
    notices = plan.to_dict()["steps"][0]["notices"]
    assert [[source["row"] for source in one["sources"]] for one in notices] == [
        ["Cert 1", "Cert 1"],
        ["FLSA", "FLSA"],
        ["Key Resp 1", "Key Resp 1"],
    ]


def test_a_role_that_nobody_describes_is_told_above_all(cooks: Plan, make_graph: Make) -> None:
    """At the end of the route, and at its start; of others nothing is told."""
    (warning,) = cooks.warnings
    assert warning.startswith("c is named as a next step, but not described in the standards loaded here")
    plan = cp.plan(make_graph("a -> b", roles={"a": {"defined": False}}), "a", "b")
    assert [one[:2] for one in plan.warnings] == ["a "]


def test_what_is_asked_no_more_is_told_apart(make_graph: Make) -> None:
    """It is nothing to tick."""
    texts = {"a": [duty(1, "Sweeps."), duty(2, "Reads.")], "b": [duty(2, "Reads.")]}
    plan = cp.plan(make_graph("a -> b"), "a", "b", catalogue=stated(texts))
    assert [(one.label, one.text, one.mark) for one in plan.steps[0].dropped] == [
        ("Key Resp 1", "Sweeps.", "no longer stated")
    ]
    assert marks(plan) == [("Key Resp 2", "you do this already")]


def test_an_undefined_role_is_a_question_and_asks_nothing_else(cooks: Plan) -> None:
    """Nothing is ticked of it but to ask, with whom; nothing is said to be new or the same."""
    step = cooks.steps[1]
    assert (step.items, step.dropped, step.notices) == ((), (), ())
    (question,) = step.questions
    assert "Ask HR (Kim) what c asks" in question
    assert "standard not loaded" in question
    assert step.facts == "standard not loaded, no code, promotion"


@pytest.mark.parametrize(
    ("attributes", "expected"),
    [
        ({"asks_stated": False}, ["Ask HR what b asks: not stated in its document."]),
        (
            {},
            [
                "Ask HR whether b asks education, licences or certificates: this is not stated.",
                "Ask HR what the duties of b are: this is not stated.",
                "Ask HR what one must know as b: this is not stated.",
            ],
        ),
    ],
)
def test_not_stated_is_a_question_too(make_graph: Make, attributes: dict[str, Any], expected: list[str]) -> None:
    """What a defined role does not say never counts as nothing asked."""
    plan = cp.plan(make_graph("a -> b", roles={"b": attributes}), "a", "b", catalogue=stated({}))
    assert list(plan.steps[0].questions) == expected


@pytest.mark.parametrize("before", [{"defined": False}, {"asks_stated": False}])
def test_after_a_role_that_is_not_described_nothing_is_called_new(make_graph: Make, before: dict[str, Any]) -> None:
    """Nobody states what it asked."""
    plan = cp.plan(make_graph("a -> b", roles={"a": before}), "a", "b", catalogue=stated({"b": [duty(1, "Cooks.")]}))
    assert marks(plan) == [("Key Resp 1", "not known whether new")]


def test_without_texts_the_plan_says_so(make_graph: Make, tmp_path: Path) -> None:
    """Requirements are there, duties and knowledge are not, and nobody is told to ask for them."""
    graph = make_graph("a -> b", roles={"b": {"requirements": [["Cert 1", "Paper."]]}})
    plan = cp.plan(graph, "a", "b")
    assert (marks(plan), plan.steps[0].questions, plan.has_texts) == ([("Cert 1", "new")], (), False)
    for ending in ENDINGS:
        assert "The texts of the standards were not given to this plan" in all_text(plan, ending, tmp_path)


def test_a_plan_is_of_the_route_of_that_number(make_graph: Make) -> None:
    """In the order of `routes` with the same words; the other routes are named."""
    graph = make_graph("a -> b", "b -> d", "a -> c", "c -> e", "e -> d", kinds={"b -> d": "cross-function"})
    answer = cp.routes(graph, "a", "d")
    for number, route in enumerate(answer.routes, 1):
        plan = cp.plan(graph, "a", "d", route=number)
        assert plan.route == route
        assert plan.others == tuple((n, one.why) for n, one in enumerate(answer.routes, 1) if n != number)
    assert cp.plan(graph, "a", "d", via=["c"]).route.roles == ("a", "c", "e", "d")
    assert cp.plan(graph, "a", "d", avoid=["b"]).route.roles == ("a", "c", "e", "d")


@pytest.mark.parametrize("number", [-1, 0, 2])
def test_a_number_that_no_route_has(make_graph: Make, number: int) -> None:
    """It is said how many there are."""
    with pytest.raises(cp.BadArgument, match=f"there is no route {number} from a to b: one was found"):
        cp.plan(make_graph("a -> b"), "a", "b", route=number)


def test_no_route_is_explained(make_graph: Make) -> None:
    """The explanation of `routes` is the message."""
    graph = make_graph("a -> b")
    with pytest.raises(cp.NoRoute) as caught:
        cp.plan(graph, "b", "a")
    assert str(caught.value) == cp.routes(graph, "b", "a").explanation
    with pytest.raises(cp.BadArgument, match="no move is needed"):
        cp.plan(graph, "a", "a")


def test_grades_are_shown_where_they_are_known(make_graph: Make) -> None:
    """Those of both ends."""
    roles = {"a": {"extras": [["Grade", "19"]]}, "b": {"extras": [["Grade", "21"]]}}
    assert cp.plan(make_graph("a -> b", roles=roles), "a", "b").head[1] == "Grade: 19 to 21."


def test_every_text_of_the_plan_is_said_somewhere() -> None:
    """No text is left over: each key stands in the code or a template."""
    package = Path(cp.__file__).parent
    files = [*package.rglob("*.py"), *(package / "pages" / "templates").iterdir()]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files if path.parent.name != "wording")
    named = set(re.findall(r"\w+(?: known)?", code)) | {f"{way}_{one}" for way in ("ask", "same") for one in CHECKED}
    assert {key.removesuffix("_one") for key in PLAN} - named == set()


# Formats


def written(plan: Plan, ending: str, folder: Path) -> bytes:
    """The file that a plan is written to."""
    return cp.write_plan(plan, folder / f"plan{ending}").read_bytes()


def page_of(content: bytes) -> Any:
    """The page, parsed by the rules of HTML; raises where the rules are not kept."""
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(content.decode("ascii"))


def document_of(content: bytes) -> Any:
    """The document, opened."""
    return docx.Document(io.BytesIO(content))


def tokens_of(content: bytes) -> Iterator[Any]:
    """All inline tokens of a Markdown text."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for block in parser.parse(content.decode("utf-8")):
        yield from block.children or ()


def inlines(content: bytes) -> Iterator[str]:
    """What each block of a Markdown text reads."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for block in parser.parse(content.decode("utf-8")):
        if block.children is not None:
            yield "".join(one.content for one in block.children)


def paragraphs(document: Any) -> list[str]:
    """The paragraphs of a document outside its tables, then those in its cells."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [one.text for one in document.paragraphs] + cells


def all_text(plan: Plan, ending: str, folder: Path) -> str:
    """All that a file reads, on one line."""
    content = written(plan, ending, folder)
    if ending == ".html":
        body = page_of(content).find("body")
        return " ".join("".join(body.itertext()).split())
    parts = paragraphs(document_of(content)) if ending == ".docx" else inlines(content)
    return " ".join(" ".join(parts).split())


@pytest.mark.parametrize("ending", ENDINGS)
def test_every_item_stands_in_the_file_once(cooks: Plan, ending: str, tmp_path: Path) -> None:
    """With label, place and mark; so do questions, roles, what it is about, contact, warning and closing sentence."""
    text = all_text(cooks, ending, tmp_path)
    for one in (item for step in cooks.steps for item in step.items if not item.is_kept):
        words = " ".join(piece for _, piece in one.words) or one.text
        place = r" \[3\]" if one.sources else ""
        assert len(re.findall(rf"{one.label}{place}:? {re.escape(words)} \(?{one.mark}\b", text)) == 1, one
    assert text.count("Custom Scope") == 1
    assert text.count(cooks.steps[1].questions[0]) == 1
    assert text.count(cooks.warnings[0]) == 1
    assert text.index(cooks.warnings[0]) < text.index(PLAN["route"])
    assert text.count(" ".join(cooks.closing)) == 1
    assert "From the job standards of The Kitchen, edition 2026." in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_old_text_follows_the_new_one(cooks: Plan, ending: str, tmp_path: Path) -> None:
    """Where it is not shown word by word, with where it stood."""
    text = all_text(cooks, ending, tmp_path)
    assert re.search(r"Buys and stores whatever the kitchen needs\. \(?rewritten\)? Before \[2\]: Washes up\.", text)
    assert text.count(PLAN["before"]) == 1


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_stays_the_same_is_told_in_short(cooks: Plan, ending: str, tmp_path: Path) -> None:
    """Counted, without a box: of a requirement its text, of a duty its row."""
    text = all_text(cooks, ending, tmp_path)
    assert re.search(r"Stays the same \(1\):? Education 1: School\.", text)
    assert re.search(r"Stays the same \(1\) \[3\]:? Key Resp 4\b", text)
    assert "Peels potatoes" not in text


def test_an_old_text_of_another_row_names_it(make_graph: Make) -> None:
    """Two standards, whose rows are matched by their texts."""
    texts = {
        "a": [entry("duty", "Task 3", "Cooks hot soup for all guests of the small house.", "of a")],
        "b": [entry("duty", "Key Resp 1", "Serves cold soup for all people in the big house.", "of b")],
    }
    plan = cp.plan(make_graph("a -> b"), "a", "b", catalogue=lambda role: tuple(texts[role]))
    (item,) = plan.steps[0].items
    assert (item.turn, item.replaces_name) == ("rewritten", "Before, in Task 3")


def test_markdown_is_a_list_of_tasks(cooks: Plan, tmp_path: Path) -> None:
    """A task for each item, each question, each thing to talk about; headings in order; reworded texts word by word."""
    text = written(cooks, ".md", tmp_path).decode()
    tasks = re.findall(r"^- \[ \] ", text, re.MULTILINE)
    assert len(tasks) == 6 + 1 + 4
    assert "Cooks ~~soup~~ **stew** every day for all guests." in text
    levels = [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]
    assert (levels[0], levels.count(1)) == (1, 1)
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_page_has_boxes_with_labels_and_no_script(cooks: Plan, tmp_path: Path) -> None:
    """Each box and line has its label; the policy allows its two styles and nothing else; its language is said."""
    content = written(cooks, ".html", tmp_path)
    page = page_of(content)
    boxes = [one for one in page.iter("input") if one.get("type") == "checkbox"]
    labels = {one.get("for") for one in page.iter("label")}
    assert len(boxes) == 6 + 1 + 4
    assert {one.get("id") for one in boxes} <= labels
    assert len({one.get("id") for one in page.iter() if one.get("id")}) == content.count(b' id="')
    assert [one.tag for one in page.iter() if one.tag in ("script", "link", "img", "iframe", "form")] == []
    policy = next(one.get("content") for one in page.iter("meta") if one.get("http-equiv"))
    assert "default-src 'none'; script-src 'none'; style-src 'sha256-" in policy
    assert "unsafe" not in policy
    assert page.get("lang") == "en"
    assert [len(list(page.iter(tag))) for tag in ("header", "main", "h1")] == [1, 1, 1]
    levels = [int(one.tag[1]) for one in page.iter() if re.fullmatch(r"h\d", str(one.tag))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_document_has_real_headings_boxes_and_heads(cooks: Plan, tmp_path: Path) -> None:
    """Heading styles in order, a box before each item, marked heads of tables, a language, page numbers, no picture."""
    document = document_of(written(cooks, ".docx", tmp_path))
    styles = [one.style.name for one in document.paragraphs if one.style.name.startswith(("Title", "Heading"))]
    assert styles[0] == "Title"
    levels = [int(name[-1]) for name in styles[1:]]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    rows = [next(table.iter(qn("w:tr"))) for table in document.element.body.iter(qn("w:tbl"))]
    assert [len(list(row.iter(qn("w:tblHeader")))) for row in rows] == [1, 1, 1]
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"en-US"}
    fields = [one.get(qn("w:instr")) for one in document.sections[0].footer.part.element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert document.core_properties.title == "Career plan: a to c"
    (reworded,) = [one for one in document.paragraphs if "stew" in one.text]
    assert [run.text for run in reworded.runs if run.font.strike] == ["soup"]
    assert [run.text for run in reworded.runs if run.font.underline] == ["stew"]


def test_document_has_fields_with_names(cooks: Plan, tmp_path: Path) -> None:
    """A box for each thing to tick, a place for each text, each with a name, a tag of its own and a number."""
    body = document_of(written(cooks, ".docx", tmp_path)).element.body
    controls = list(body.iter(qn("w:sdtPr")))
    named = {key: [one.find(qn(f"w:{key}")).get(qn("w:val")) for one in controls] for key in ("alias", "tag", "id")}
    boxes = [one for one in controls if one.find(f"{{{WORD_2010}}}checkbox") is not None]
    assert len(boxes) == 6 + 1 + 4
    assert len([one for one in controls if one.find(qn("w:text")) is not None]) == 3 + 3 * 3 + 1
    assert len(set(named["tag"])) == len(controls)
    assert named["id"] == [str(number) for number in range(1, len(controls) + 1)]
    assert {"Name", "What, line 1", "Step 1, Cert 1", PLAN["talk_now"]} <= set(named["alias"])
    assert all(0 < len(one) <= 64 for one in (*named["alias"], *named["tag"]))
    shown_now = [next(one.getparent().iter(qn("w:t"))).text for one in controls if one not in boxes]
    assert set(shown_now) == {"click to fill in"}


def test_a_long_title_is_cut_where_the_format_sets_a_limit(make_graph: Make, tmp_path: Path) -> None:
    """In what the document says of itself; its heading has all of it."""
    title = "Cook " * 80
    graph = make_graph("a -> b", roles={"b": {"title": title}})
    document = document_of(written(cp.plan(graph, "a", "b"), ".docx", tmp_path))
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text.endswith(title.strip())


def test_document_holds_no_time(cooks: Plan, tmp_path: Path) -> None:
    """No entry of the archive has one, the dates in it are fixed, and no picture of another document is in it."""
    content = written(cooks, ".docx", tmp_path)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert [name for name in archive.namelist() if "thumbnail" in name] == []
    facts = document_of(content).core_properties
    assert (facts.created, facts.modified, facts.author) == (facts.modified, facts.created, "The Kitchen")
    assert facts.created.year == 2000


@pytest.mark.parametrize("ending", [".txt", ".pdf", "", ".HTM"])
def test_other_endings_are_refused(cooks: Plan, ending: str, tmp_path: Path) -> None:
    """The known ones are listed; nothing is written."""
    with pytest.raises(cp.BadArgument, match=r"known: \.md, \.html, \.docx"):
        cp.write_plan(cooks, tmp_path / f"plan{ending}")
    assert list(tmp_path.iterdir()) == []


def test_an_ending_in_capitals_is_known(cooks: Plan, tmp_path: Path) -> None:
    """And folders above the file are made."""
    assert cp.write_plan(cooks, tmp_path / "new" / "PLAN.HTML").is_file()


def test_a_file_that_cannot_be_written_leaves_what_was_there(cooks: Plan, tmp_path: Path) -> None:
    """Whole or not at all."""
    (tmp_path / "plan.docx").mkdir()
    with pytest.raises(cp.CannotWrite):
        cp.write_plan(cooks, tmp_path / "plan.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]


# Texts stay texts


def plan_with(make: Make, text: str) -> Plan:
    """A plan where one text stands wherever a text of others can."""
    roles = {
        "start": {"title": text, "requirements": [], "job_code": text},
        "middle": {"title": f"{text}b", "level": text, "requirements": [[text, text]]},
        "end": {"title": f"{text}c", "defined": False},
    }
    graph = make("start -> middle", "middle -> end", roles=roles)
    graph.graph |= {"organisation": text, "edition": text, "contact": text}
    for _, _, edge in graph.edges(data=True):
        edge["sources"][0] |= {"document": text, "row": text, "text": text}
    rows = {
        "start": [duty(1, f"Cooks for all the guests of the house {text}"), duty(2, text)],
        "middle": [duty(1, f"Cooks for all the guests of the town {text}"), ("knowledge", text, text)],
    }
    return cp.plan(graph, "start", "end", catalogue=stated(rows))


def as_shown(text: str) -> str:
    """The text as it can be seen, on one line."""
    return shown(" ".join(text.split()))


def check_page(plan: Plan, text: str, folder: Path) -> None:
    """The page has no element that the same plan with plain texts would not have, and reads the text."""
    page = page_of(written(plan, ".html", folder))
    assert {one.tag for one in page.find("body").iter() if isinstance(one.tag, str)} <= TAGS
    texts = [" ".join("".join(one.itertext()).split()) for one in page.iter("bdi")]
    # Both sides with blanks as one: the page keeps line ends, which no reader sees.
    assert texts.count(" ".join(shown(text).split())) >= 4


def check_markdown(plan: Plan, text: str, folder: Path) -> None:
    """Nothing in it but bold, italics and words struck through, by our own marks; the text is read as it stands."""
    content = written(plan, ".md", folder)
    known = {"text", "strong_open", "strong_close", "em_open", "em_close", "s_open", "s_close", "text_special"}
    assert {one.type for one in tokens_of(content)} <= known
    assert any(as_shown(text) in one for one in inlines(content) if one.startswith("[ ] "))
    headings = [line for line in content.decode().splitlines() if line.startswith("#")]
    assert len(headings) == 13


def check_document(plan: Plan, text: str, folder: Path) -> None:
    """As many paragraphs and tables as ever, no field but the two numbers; the text is read as it stands."""
    document = document_of(written(plan, ".docx", folder))
    assert sum(as_shown(text) in one for one in paragraphs(document)) >= 4
    assert len(document.tables) == 2 + len(plan.places.by_document)
    body = document.element.body
    assert list(body.iter(qn("w:fldSimple"), qn("w:hyperlink"), qn("w:instrText"))) == []


def test_a_document_is_named_once_above_its_places(sample: tuple[nx.DiGraph[str], Any], tmp_path: Path) -> None:
    """Not beside each of them: what names it is long, and a form has few pages."""
    plan = cp.plan(sample[0], "Service Desk Tech 3", "Info Security Anl 5", catalogue=sample[1])
    document = document_of(written(plan, ".docx", tmp_path))
    texts = [one.text for one in document.paragraphs]
    assert [texts.count(name) for name, _ in plan.places.by_document] == [1] * len(plan.places.by_document)
    cited = [row.cells[0].text for table in document.tables[2:] for row in table.rows[1:]]
    assert sorted(map(int, cited)) == [one.number for one in plan.places.listed]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_stay_texts(make_graph: Make, text: str, tmp_path: Path) -> None:
    """Markup, formulas, templates, controls, marks of direction: in titles, labels, duties, names of documents."""
    plan = plan_with(make_graph, text)
    check_page(plan, text, tmp_path)
    check_markdown(plan, text, tmp_path)
    check_document(plan, text, tmp_path)


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)


@given(text=texts.filter(lambda one: not says_nothing(one)))
def test_any_text_stays_text_in_markdown(make_graph: Make, tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever it is."""
    check_markdown(plan_with(make_graph, text), text, tmp_path_factory.getbasetemp())


@given(text=st.text(max_size=40).filter(lambda one: not says_nothing(one)))
def test_a_string_of_css_is_one_string(text: str) -> None:
    """Nothing in it ends the string or the style."""
    made = css_string(text)
    assert re.fullmatch(r'"(?:[A-Za-z0-9 .,]|\\[0-9a-f]{6} )*"', made)
    back = re.sub(r"\\([0-9a-f]{6}) ", lambda match: chr(int(match[1], 16)), made[1:-1])
    assert back == shown(re.sub(r"\s", " ", text))


# The same everywhere


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_plan_gives_the_same_bytes(make_graph: Make, ending: str, tmp_path: Path) -> None:
    """Made twice, of two graphs, in two folders."""
    one, other = (
        written(plan_with(make_graph, "Cooks & bakes"), ending, tmp_path / name) for name in ("one", "another")
    )
    assert one == other


def test_files_do_not_depend_on_the_process(
    run_cli: Callable[..., subprocess.CompletedProcess[str]], empty_folder: Path
) -> None:
    """Under other seeds of hashes, in another time zone and language."""
    settings = (
        {"PYTHONHASHSEED": "0", "TZ": "UTC"},
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"},
    )
    for place, environment in enumerate(settings):
        for ending in ENDINGS:
            name = f"{place}{ending}"
            done = run_cli("plan", "Spec 2", "Clin Imaging IT Mgr 1", "-o", name, env=environment)
            assert done.returncode == 0
    for ending in ENDINGS:
        assert (empty_folder / f"0{ending}").read_bytes() == (empty_folder / f"1{ending}").read_bytes()


def test_other_formats_hold_the_same(cooks: Plan) -> None:
    """JSON, CSV and a Markdown table, as of every answer: each line of each step."""
    data = json.loads("".join(as_json(cooks)))
    assert (data["schema"], data["number"], data["moves"], data["texts_given"]) == (1, 1, 2, True)
    assert [len(step["items"]) for step in data["steps"]] == [8, 0]
    assert data["closing"].startswith("A path is not an offer.")
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(cooks)))))
    assert tuple(rows[0]) == cooks.columns
    groups = [row["group"] for row in rows if row["step"] == "1"]
    assert sorted(set(groups)) == ["duty", "knowledge", "move", "notice", "requirement", "scope"]
    assert [row["mark"] for row in rows if row["group"] == "question"] == ["not stated"]
    assert "".join(as_markdown(cooks)).count("\n") == len(rows) + 2


# The command


def test_command_writes_and_says_so(
    run_cli: Callable[..., subprocess.CompletedProcess[str]], empty_folder: Path
) -> None:
    """The file is written, its name is said on standard error, nothing is printed."""
    done = run_cli("plan", "Spec", "2", "Mgr", "1", "-o", "out/plan.docx")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1].replace("\\", "/") == "wrote out/plan.docx"
    assert document_of((empty_folder / "out" / "plan.docx").read_bytes()).tables


def test_command_prints_the_plan(run_cli: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """As text with what to do next; the second route is another plan."""
    first, second = (run_cli("plan", "Spec 2", "Clin Imaging IT Mgr 1", "--route", number).stdout for number in "12")
    assert first.startswith("From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1 in 3 moves.\n")
    assert first.count("[ ]") == 15 + 14 + 1
    assert "A path is not an offer." in first
    assert first.rstrip().endswith("To print or to fill in: -o plan.html, -o plan.docx or -o plan.md")
    assert "[ ] Cert 1" in second


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("Spec 2", "Spec 2"), 2, "no move is needed"),
        (("Spec 2", "Clin Imaging IT Mgr 1", "--route", "9"), 2, "there is no route 9"),
        (("Spec 2", "Clin Imaging IT Mgr 1", "-o", "plan.pdf"), 2, "known: .md, .html, .docx"),
        (("Spec 2",), 2, "TO"),
    ],
)
def test_exit_codes(
    run_cli: Callable[..., subprocess.CompletedProcess[str]], arguments: tuple[str, ...], code: int, said: str
) -> None:
    """2 where it could not run; one line says why."""
    done = run_cli("plan", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_route_the_answer_is_that_of_route(
    run_cli: Callable[..., subprocess.CompletedProcess[str]], empty_folder: Path
) -> None:
    """In every format, with the exit code for it; a file that was asked for is not written, which is said."""
    ends = ("Clin Imaging IT Mgr 1", "Spec 2")
    for chosen in ("text", "json", "csv"):
        done, same = (run_cli(command, *ends, "--format", chosen) for command in ("plan", "route"))
        assert (done.returncode, done.stdout) == (same.returncode, same.stdout) == (1, same.stdout)
    done = run_cli("plan", *ends, "-o", "plan.html")
    assert "No route from Clin Imaging IT Mgr 1" in done.stdout
    assert "plan.html was not written" in done.stderr
    assert list(empty_folder.iterdir()) == []


# In a browser, and on paper


@pytest.fixture(scope="session")
def sample(clone: Path) -> tuple[nx.DiGraph[str], Any]:
    """The sample standards as a graph, and their texts."""
    catalogue = cp.load(clone / "data")
    return cp.build_graph(catalogue), catalogue


def sheets_of(content: bytes) -> list[str]:
    """What each sheet of a PDF reads, on one line."""
    with pdfplumber.open(io.BytesIO(content)) as printed:
        return [" ".join(one.extract_text().split()) for one in printed.pages]


@pytest.fixture(scope="session")
def sample_plan(sample: tuple[nx.DiGraph[str], Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan from Spec 2 to Mgr 1 on the sample standards, as a page."""
    plan = cp.plan(sample[0], "Spec 2", "Mgr 1", catalogue=sample[1])
    return cp.write_plan(plan, tmp_path_factory.mktemp("plan") / "plan.html")


@pytest.mark.browser
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(page: Open, sample_plan: Path, width: int, *, dark: bool) -> None:
    """Wide and narrow, light and dark; no sideways scrolling."""
    view = page(width=width, dark=dark)
    view.goto(sample_plan.as_uri())
    options = {"resultTypes": ["violations"]}
    violations = Axe().run(view, options=options).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in violations] == []
    assert view.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.browser
def test_reflows_at_320_pixels(page: Open, sample_plan: Path) -> None:
    """No sideways scrolling."""
    view = page(width=320, height=640)
    view.goto(sample_plan.as_uri())
    assert view.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.browser
def test_boxes_are_ticked_by_their_labels(page: Open, sample_plan: Path) -> None:
    """And lines are filled in."""
    view = page()
    view.goto(sample_plan.as_uri())
    view.get_by_text("Builds trust with senior staff").first.click()
    assert view.locator("input:checked").count() == 1
    view.get_by_label("Name").fill("Kim")
    view.get_by_label("What, line 1").fill("Talk")
    assert view.get_by_label("Manager").input_value() == ""


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("dark", [False, True])
def test_prints_on_three_sheets_in_black_on_white(page: Open, sample_plan: Path, paper: str, *, dark: bool) -> None:
    """Whatever the screen has: first all but the lists, then these; boxes are empty squares with a black line."""
    view = page(dark=dark)
    view.goto(sample_plan.as_uri())
    sheets = sheets_of(view.pdf(format=paper))
    assert len(sheets) == 3
    for text in (
        "Mgr 1 is named as a next step",
        PLAN["route"],
        "A path is not an offer",
        PLAN["sources"],
        PLAN["notes"],
    ):
        assert text in sheets[0]
    assert [PLAN["checklists"] in one for one in sheets] == [False, True, False]
    view.emulate_media(media="print")
    colours = "(one) => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor]"
    assert view.locator("h1").evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    box = "(one) => [getComputedStyle(one).borderTopColor, getComputedStyle(one).appearance, one.offsetWidth > 10]"
    assert view.locator("input[type=checkbox]").first.evaluate(box) == ["rgb(0, 0, 0)", "none", True]
    assert not view.get_by_text("Ticks stay only").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("start", "end", "most"),
    [
        ("Clin Imaging IT Spec 2", "Clin Imaging IT Spec 3", 2),
        ("Service Desk Tech 3", "Info Security Anl 5", 5),
        ("Service Desk Tech 1", "Info Security Mgr 3", 6),
    ],
)
def test_prints_on_few_sheets(  # noqa: PLR0913, PLR0917 - two ends, and how many
    page: Open, sample: tuple[nx.DiGraph[str], Any], tmp_path: Path, start: str, end: str, most: int
) -> None:
    """One move, six and ten; sources and what is filled in are there once, at the end of a long plan."""
    view = page()
    plan = cp.plan(sample[0], start, end, catalogue=sample[1])
    view.goto(cp.write_plan(plan, tmp_path / "plan.html").as_uri())
    sheets = sheets_of(view.pdf(format="A4"))
    assert len(sheets) <= most
    assert [sum(PLAN[key] in one for one in sheets) for key in ("sources", "agreed", "checklists")] == [1, 1, 1]
    assert (PLAN["agreed"] in sheets[0]) == (len(plan.steps) == 1)


@pytest.mark.browser
@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize(
    ("start", "end", "via", "most", "places"),
    [("Spec 2", "Mgr 1", "Spec 5", 3, (0, 0)), ("Spec 1", "Mgr 2", None, 4, (0, 3))],
)
def test_what_has_room_stands_on_the_first_sheet(  # noqa: PLR0913, PLR0917 - a route and its sheets
    page: Open,
    sample: tuple[nx.DiGraph[str], Any],
    tmp_path: Path,
    start: str,
    end: str,
    via: str | None,
    most: int,
    places: tuple[int, int],
    paper: str,
) -> None:
    """Four moves: all but the lists; five: what is filled in, and the sources at the end. No sheet for a few lines."""
    view = page()
    ends = (f"Clin Imaging IT {one}" for one in (start, end))
    plan = cp.plan(sample[0], *ends, via=[f"Clin Imaging IT {via}"] if via else (), catalogue=sample[1])
    view.goto(cp.write_plan(plan, tmp_path / "plan.html").as_uri())
    sheets = sheets_of(view.pdf(format=paper))
    assert len(sheets) == most
    found = (next(number for number, one in enumerate(sheets) if PLAN[key] in one) for key in ("agreed", "sources"))
    assert tuple(found) == places


@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_do_nothing_in_a_browser(page: Open, make_graph: Make, text: str, tmp_path: Path) -> None:
    """Nothing runs and nothing that the policy forbids is tried; the names stand on every sheet as text."""
    view = page()
    view.goto(cp.write_plan(plan_with(make_graph, text), tmp_path / "plan.html").as_uri())
    assert view.locator("script, img, [onerror]").count() == 0
    assert view.evaluate("document.styleSheets.length") == 2
    assert view.pdf(prefer_css_page_size=True)
