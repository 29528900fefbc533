"""The sample standards in `data/`: what they state, typed in by hand from their plan and compared with what is read."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import careerpaths as cp

if TYPE_CHECKING:
    import networkx as nx

    from careerpaths.model import Catalogue

DATA = Path(__file__).parents[1] / "data"
IMAGING = "information-technology/clinical-imaging-it-professional.txt"


def table(text: str) -> list[tuple[str, ...]]:
    """The rows of a table typed with `|` between its cells."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines()]


# Document without ".txt", function, category.
STANDARDS = table("""
information-technology/clinical-imaging-it-professional | Clinical Imaging IT | Professional
information-technology/service-desk-operational | IT Service Desk | Operational & Technical
information-technology/service-desk-professional | IT Service Desk | Professional
information-technology/service-desk-supervisory | IT Service Desk | Supervisory
information-technology/service-desk-managerial | IT Service Desk | Managerial
information-technology/data-analytics-professional | Data Analytics | Professional
information-technology/data-analytics-supervisory | Data Analytics | Supervisory
information-technology/data-analytics-managerial | Data Analytics | Managerial
information-technology/network-engineering-professional | Network Engineering | Professional
information-technology/network-engineering-supervisory | Network Engineering | Supervisory
information-technology/information-security-professional | Information Security | Professional
information-technology/information-security-leadership | Information Security | Supervisory
information-technology/information-security-leadership | Information Security | Managerial
finance/financial-analysis-professional | Financial Analysis | Professional
finance/financial-analysis-supervisory | Financial Analysis | Supervisory
finance/financial-analysis-managerial | Financial Analysis | Managerial
patient-care/radiology-operational | Radiology | Operational & Technical
patient-care/radiology-managerial | Radiology | Managerial
""")

# Title, job code, tracking code, level, personnel program, overtime status, document.
ROLES = table("""
Clin Imaging IT Spec 1 | 8799 | A1400 | Entry | PSS | Non-Exempt | clinical-imaging-it-professional
Clin Imaging IT Spec 2 | 8798 | A1401 | Intermediate | PSS | Non-Exempt | clinical-imaging-it-professional
Clin Imaging IT Spec 3 | 8797 | A1402 | Experienced | PSS | Exempt | clinical-imaging-it-professional
Clin Imaging IT Spec 4 | 6043 | A1403 | Advanced | MSP | Exempt | clinical-imaging-it-professional
Clin Imaging IT Spec 5 | 5555 | A2183 | Expert | MSP | Exempt | clinical-imaging-it-professional
Service Desk Tech 1 | X101T | XT101 | Entry | PSS | Non-Exempt | service-desk-operational
Service Desk Tech 2 | X102T | XT102 | Intermediate | PSS | Non-Exempt | service-desk-operational
Service Desk Tech 3 | X103T | XT103 | Experienced | PSS | Non-Exempt | service-desk-operational
Service Desk Anl 1 | X111P | XT111 | Entry | PSS | Non-Exempt | service-desk-professional
Service Desk Anl 2 | X112P | XT112 | Intermediate | PSS | Non-Exempt | service-desk-professional
Service Desk Anl 3 | X113P | XT113 | Experienced | PSS | Exempt | service-desk-professional
Service Desk Anl 4 | X114P | XT114 | Advanced | MSP | Exempt | service-desk-professional
Service Desk Supv 1 | X121S | XT121 | Supervisor 1 | PSS | Exempt | service-desk-supervisory
Service Desk Supv 2 | X122S | XT122 | Supervisor 2 | MSP | Exempt | service-desk-supervisory
Service Desk Mgr 1 | X131M | XT131 | Manager 1 | MSP | Exempt | service-desk-managerial
Service Desk Mgr 2 | X132M | XT132 | Manager 2 | MSP | Exempt | service-desk-managerial
Data Analyst 1 | X211P | XT211 | Entry | PSS | Non-Exempt | data-analytics-professional
Data Analyst 2 | X212P | XT212 | Intermediate | PSS | Non-Exempt | data-analytics-professional
Data Analyst 3 | X213P | XT213 | Experienced | PSS | Exempt | data-analytics-professional
Data Analyst 4 | X214P | XT214 | Advanced | MSP | Exempt | data-analytics-professional
Data Analyst 5 | X215P | XT215 | Expert | MSP | Exempt | data-analytics-professional
Data Governance Lead | X219P | XT219 | Advanced | MSP | Exempt | data-analytics-professional
Data Analytics Supv 1 | X221S | XT221 | Supervisor 1 | PSS | Exempt | data-analytics-supervisory
Data Analytics Supv 2 | X222S | XT222 | Supervisor 2 | MSP | Exempt | data-analytics-supervisory
Data Analytics Manager 1 | X231M | XT231 | Manager 1 | MSP | Exempt | data-analytics-managerial
Data Analytics Manager 2 | X232M | XT232 | Manager 2 | MSP | Exempt | data-analytics-managerial
Data Analytics Manager 3 | X233M | XT233 | Manager 3 | MSP | Exempt | data-analytics-managerial
Data Analytics Manager 4 | X234M | XT234 | Manager 4 | MSP | Exempt | data-analytics-managerial
Network Engr 1 | X313P | XT313 | Entry | PSS | Non-Exempt | network-engineering-professional
Network Engr 2 | X311P | XT311 | Intermediate | PSS | Non-Exempt | network-engineering-professional
Network Engr 3 | X312P | XT312 | Experienced | PSS | Exempt | network-engineering-professional
Network Engr 4 | X314P | XT314 | Advanced | MSP | Exempt | network-engineering-professional
Network Supv 1 | X321S | XT321 | Supervisor 1 | PSS | Exempt | network-engineering-supervisory
Network Supv 2 | X322S | XT322 | Supervisor 2 | MSP | Exempt | network-engineering-supervisory
Info Security Anl 2 | X412P | XT412 | Intermediate | PSS | Non-Exempt | information-security-professional
Info Security Anl 3 | X413P | XT413 | Experienced | PSS | Exempt | information-security-professional
Info Security Anl 4 | X414P | XT414 | Advanced | MSP | Exempt | information-security-professional
Info Security Anl 5 | X415P | XT415 | Expert | MSP | Exempt | information-security-professional
Info Security Supv 2 | X422S | XT422 | Supervisor 2 | MSP | Exempt | information-security-leadership
Info Security Mgr 1 | X431M | XT431 | Manager 1 | MSP | Exempt | information-security-leadership
Info Security Mgr 2 | X432M | XT432 | Manager 2 | MSP | Exempt | information-security-leadership
Info Security Mgr 3 | X433M | XT433 | Manager 3 | MSP | Exempt | information-security-leadership
Financial Anl 1 | X511P | XT511 | Entry | PSS | Non-Exempt | financial-analysis-professional
Financial Anl 2 | X512P | XT512 | Intermediate | PSS | Non-Exempt | financial-analysis-professional
Financial Anl 3 | X513P | XT513 | Experienced | PSS | Exempt | financial-analysis-professional
Financial Anl 4 | X514P | XT514 | Advanced | MSP | Exempt | financial-analysis-professional
Financial Supv 1 | X521S | XT521 | Supervisor 1 | PSS | Exempt | financial-analysis-supervisory
Financial Mgr 1 | X531M | XT531 | Manager 1 | MSP | Exempt | financial-analysis-managerial
Financial Mgr 2 | X532M | XT532 | Manager 2 | MSP | Exempt | financial-analysis-managerial
Financial Mgr 3 | X533M | XT533 | Manager 3 | MSP | Exempt | financial-analysis-managerial
Radiology Tech 1 | X601T | XT601 | Entry | PSS | Non-Exempt | radiology-operational
Radiology Tech 2 | X602T | XT602 | Intermediate | PSS | Non-Exempt | radiology-operational
Radiology Tech 3 | X603T | XT603 | Experienced | PSS | Non-Exempt | radiology-operational
Radiology Tech 4 | X604T | XT604 | Advanced | PSS | Non-Exempt | radiology-operational
Radiology Tech 5 | X605T | XT605 | Expert | PSS | Non-Exempt | radiology-operational
Radiology Supv 1 | X621S | XT621 | Supervisor 1 | PSS | Exempt | radiology-operational
Radiology Supv 2 | X622S | XT622 | Supervisor 2 | MSP | Exempt | radiology-operational
Radiology Mgr 1 | X631M | XT631 | Manager 1 | MSP | Exempt | radiology-managerial
Radiology Mgr 2 | X632M | XT632 | Manager 2 | MSP | Exempt | radiology-managerial
""")

# From, to, document, number of the Career Path row.
MOVES = table("""
Clin Imaging IT Spec 1 | Clin Imaging IT Spec 2 | clinical-imaging-it-professional | 1
Clin Imaging IT Spec 2 | Clin Imaging IT Spec 3 | clinical-imaging-it-professional | 1
Clin Imaging IT Spec 3 | Clin Imaging IT Spec 4 | clinical-imaging-it-professional | 1
Clin Imaging IT Spec 4 | Clin Imaging IT Spec 5 | clinical-imaging-it-professional | 1
Clin Imaging IT Spec 4 | Clin Imaging IT Supv 2 | clinical-imaging-it-professional | 1
Clin Imaging IT Spec 4 | Clin Imaging IT Mgr 1 | clinical-imaging-it-professional | 2
Clin Imaging IT Spec 5 | Clin Imaging IT Mgr 1 | clinical-imaging-it-professional | 1
Clin Imaging IT Spec 5 | Clin Imaging IT Mgr 2 | clinical-imaging-it-professional | 2
Service Desk Tech 1 | Service Desk Tech 2 | service-desk-operational | 1
Service Desk Tech 2 | Service Desk Tech 3 | service-desk-operational | 1
Service Desk Tech 2 | Service Desk Anl 1 | service-desk-operational | 1
Service Desk Tech 3 | Service Desk Anl 1 | service-desk-operational | 1
Service Desk Tech 3 | Network Engr 1 | service-desk-operational | 2
Service Desk Anl 1 | Service Desk Anl 2 | service-desk-professional | 1
Service Desk Anl 1 | Clin Imaging IT Spec 1 | service-desk-professional | 2
Service Desk Anl 2 | Service Desk Anl 3 | service-desk-professional | 1
Service Desk Anl 2 | Clin Imaging IT Spec 2 | service-desk-professional | 2
Service Desk Anl 2 | Network Engr 2 | service-desk-professional | 2
Service Desk Anl 3 | Service Desk Anl 4 | service-desk-professional | 1
Service Desk Anl 3 | Service Desk Supv 1 | service-desk-professional | 2
Service Desk Anl 3 | Info Security Anl 2 | service-desk-professional | 3
Service Desk Anl 4 | Service Desk Supv 2 | service-desk-professional | 1
Service Desk Anl 4 | Service Desk Mgr 1 | service-desk-professional | 1
Service Desk Anl 4 | Info Security Anl 3 | service-desk-professional | 2
Service Desk Supv 1 | Service Desk Supv 2 | service-desk-supervisory | 1
Service Desk Supv 1 | Service Desk Anl 3 | service-desk-supervisory | 2
Service Desk Supv 2 | Service Desk Mgr 1 | service-desk-supervisory | 1
Service Desk Mgr 1 | Service Desk Mgr 2 | service-desk-managerial | 1
Service Desk Mgr 2 | IT Operations Director | service-desk-managerial | 1
Data Analyst 1 | Data Analyst 2 | data-analytics-professional | 1
Data Analyst 2 | Data Analyst 3 | data-analytics-professional | 1
Data Analyst 2 | Financial Anl 2 | data-analytics-professional | 2
Data Analyst 3 | Data Analyst 4 | data-analytics-professional | 1
Data Analyst 3 | Data Analytics Supv 1 | data-analytics-professional | 1
Data Analyst 3 | Clin Imaging IT Spec 3 | data-analytics-professional | 2
Data Analyst 4 | Data Analyst 5 | data-analytics-professional | 1
Data Analyst 4 | Data Analytics Supv 2 | data-analytics-professional | 2
Data Analyst 4 | Data Analytics Manager 1 | data-analytics-professional | 2
Data Analyst 4 | Data Governance Lead | data-analytics-professional | 3
Data Analyst 5 | Data Analytics Manager 1 | data-analytics-professional | 1
Data Analyst 5 | Data Analytics Manager 2 | data-analytics-professional | 1
Data Analytics Supv 1 | Data Analytics Supv 2 | data-analytics-supervisory | 1
Data Analytics Supv 1 | Data Analyst 4 | data-analytics-supervisory | 2
Data Analytics Supv 2 | Data Analytics Manager 1 | data-analytics-supervisory | 1
Data Analytics Manager 1 | Data Analytics Manager 2 | data-analytics-managerial | 1
Data Analytics Manager 2 | Data Analytics Manager 3 | data-analytics-managerial | 1
Data Analytics Manager 2 | Financial Mgr 2 | data-analytics-managerial | 2
Data Analytics Manager 3 | Data Analytics Manager 4 | data-analytics-managerial | 1
Network Engr 1 | Network Engr 2 | network-engineering-professional | 1
Network Engr 2 | Network Engr 3 | network-engineering-professional | 1
Network Engr 2 | Info Security Anl 2 | network-engineering-professional | 2
Network Engr 3 | Network Engr 4 | network-engineering-professional | 1
Network Engr 3 | Network Supv 1 | network-engineering-professional | 1
Network Engr 3 | Info Security Anl 3 | network-engineering-professional | 2
Network Engr 4 | Network Supv 2 | network-engineering-professional | 1
Network Engr 4 | Network Mgr 1 | network-engineering-professional | 1
Network Engr 4 | Clin Imaging IT Spec 4 | network-engineering-professional | 2
Network Supv 1 | Network Supv 2 | network-engineering-supervisory | 1
Network Supv 2 | Network Mgr 1 | network-engineering-supervisory | 1
Network Supv 2 | Network Engr 4 | network-engineering-supervisory | 2
Info Security Anl 2 | Info Security Anl 3 | information-security-professional | 1
Info Security Anl 3 | Info Security Anl 4 | information-security-professional | 1
Info Security Anl 4 | Info Security Anl 5 | information-security-professional | 1
Info Security Anl 4 | Info Security Supv 2 | information-security-professional | 1
Info Security Anl 4 | Info Security Mgr 1 | information-security-professional | 2
Info Security Anl 5 | Info Security Mgr 1 | information-security-professional | 1
Info Security Anl 5 | Info Security Mgr 2 | information-security-professional | 2
Info Security Supv 2 | Info Security Mgr 1 | information-security-leadership | 1
Info Security Mgr 1 | Info Security Mgr 2 | information-security-leadership | 1
Info Security Mgr 2 | Info Security Mgr 3 | information-security-leadership | 1
Info Security Mgr 2 | IT Operations Director | information-security-leadership | 2
Financial Anl 1 | Financial Anl 2 | financial-analysis-professional | 1
Financial Anl 2 | Financial Anl 3 | financial-analysis-professional | 1
Financial Anl 2 | Data Analyst 2 | financial-analysis-professional | 2
Financial Anl 3 | Financial Anl 4 | financial-analysis-professional | 1
Financial Anl 3 | Financial Supv 1 | financial-analysis-professional | 1
Financial Anl 3 | Data Analyst 3 | financial-analysis-professional | 2
Financial Anl 4 | Financial Mgr 1 | financial-analysis-professional | 1
Financial Mgr 1 | Financial Mgr 2 | financial-analysis-managerial | 1
Financial Mgr 1 | Financial Anl 4 | financial-analysis-managerial | 2
Financial Mgr 2 | Financial Mgr 3 | financial-analysis-managerial | 1
Radiology Tech 1 | Radiology Tech 2 | radiology-operational | 1
Radiology Tech 2 | Radiology Tech 3 | radiology-operational | 1
Radiology Tech 2 | Clin Imaging IT Spec 1 | radiology-operational | 2
Radiology Tech 3 | Radiology Tech 4 | radiology-operational | 1
Radiology Tech 3 | Clin Imaging IT Spec 2 | radiology-operational | 2
Radiology Tech 4 | Radiology Tech 5 | radiology-operational | 1
Radiology Tech 4 | Radiology Supv 1 | radiology-operational | 1
Radiology Tech 5 | Radiology Supv 2 | radiology-operational | 1
Radiology Tech 5 | Clin Imaging IT Spec 3 | radiology-operational | 2
Radiology Tech 5 | Radiology Tech 4 | radiology-operational | 3
Radiology Supv 1 | Radiology Supv 2 | radiology-operational | 1
Radiology Supv 2 | Radiology Mgr 1 | radiology-operational | 1
Radiology Mgr 1 | Radiology Mgr 2 | radiology-managerial | 1
""")

# Only named, and who names them.
UNDEFINED = {
    "Clin Imaging IT Mgr 1": {"Clin Imaging IT Spec 4", "Clin Imaging IT Spec 5"},
    "Clin Imaging IT Mgr 2": {"Clin Imaging IT Spec 5"},
    "Clin Imaging IT Supv 2": {"Clin Imaging IT Spec 4"},
    "IT Operations Director": {"Info Security Mgr 2", "Service Desk Mgr 2"},
    "Network Mgr 1": {"Network Engr 4", "Network Supv 2"},
}
DEAD_ENDS = {"Data Governance Lead", "Financial Supv 1"}
TOPS = {"Data Analytics Manager 4", "Financial Mgr 3", "Info Security Mgr 3", "Radiology Mgr 2"}

# Steps whose kind says something, with the direction.
KINDS = table("""
Clin Imaging IT Spec 2 | Clin Imaging IT Spec 3 | promotion | up
Clin Imaging IT Spec 4 | Clin Imaging IT Mgr 1 | change-of-track | -
Service Desk Tech 3 | Service Desk Anl 1 | change-of-track | -
Service Desk Supv 1 | Service Desk Anl 3 | change-of-track | -
Network Supv 2 | Network Engr 4 | change-of-track | -
Financial Mgr 1 | Financial Anl 4 | change-of-track | -
Data Analyst 4 | Data Governance Lead | lateral | same
Radiology Tech 5 | Radiology Tech 4 | step-back | down
Service Desk Anl 1 | Clin Imaging IT Spec 1 | cross-function | same
Data Analytics Manager 2 | Financial Mgr 2 | cross-function | same
Service Desk Mgr 2 | IT Operations Director | unknown | -
""")


def short(document: str) -> str:
    """A document's name without folder and ending."""
    return Path(document).stem


@pytest.fixture(scope="module", name="catalogue")
def _catalogue() -> Catalogue:
    return cp.load(DATA)


@pytest.fixture(scope="module", name="graph")
def _graph(catalogue: Catalogue) -> nx.DiGraph[str]:
    return cp.build_graph(catalogue)


@pytest.fixture(scope="module", name="title")
def _title(graph: nx.DiGraph[str]) -> dict[str, str]:
    return {role: attributes["title"] for role, attributes in graph.nodes(data=True)}


def test_the_graph_says_whose_standards_these_are(graph: nx.DiGraph[str]) -> None:
    """The configuration beside the standards names the organisation, the edition and whom to ask."""
    named = {key: graph.graph[key] for key in ("organisation", "edition", "contact")}
    assert named == {
        "organisation": "Harbor Valley Health (illustrative)",
        "edition": "2026-07-01",
        "contact": "the HR service desk",
    }


def test_the_configuration_holds_nothing_else() -> None:
    """Nothing in the sample depends on a vocabulary of its own."""
    settings = tomllib.loads((DATA / "careerpaths.toml").read_text(encoding="utf-8"))
    assert set(settings) == {"organisation", "edition", "contact"}


def test_every_document_is_read_and_nothing_else(graph: nx.DiGraph[str]) -> None:
    """17 documents; the README and the configuration are none."""
    assert sorted(graph.graph["documents"]) == sorted({f"{row[0]}.txt" for row in STANDARDS})
    assert len(graph.graph["documents"]) == 17


def test_nothing_is_left_to_guess(catalogue: Catalogue) -> None:
    """The sample has no problem, only notes."""
    assert [problem for problem in catalogue.problems if problem.severity == "problem"] == []


@pytest.mark.parametrize(
    ("document", "second"),
    [
        (IMAGING, "Clin Imaging IT Supv 2"),
        ("information-technology/data-analytics-professional.txt", "Data Analytics Mgr 2"),
    ],
)
def test_two_titles_in_one_cell_are_noted(catalogue: Catalogue, document: str, second: str) -> None:
    """A cell of two titles with nothing between them is split, and a note says so."""
    notes = [note for note in catalogue.problems if note.document == document and note.severity == "note"]
    assert any(second in note.message for note in notes)


def test_roles_have_the_stated_codes_levels_and_programs(graph: nx.DiGraph[str]) -> None:
    """59 roles, each with title, codes, level, program, overtime status and document as stated."""
    keys = ("title", "job_code", "tracking_code", "level", "personnel_program", "flsa")
    found = {
        (*(attributes[key] for key in keys), *map(short, attributes["documents"]))
        for _, attributes in graph.nodes(data=True)
        if attributes["defined"]
    }
    assert found == set(ROLES)
    assert len(ROLES) == 59


def test_roles_belong_to_the_stated_function_and_category(graph: nx.DiGraph[str]) -> None:
    """Each document states one function, and one category for each of its standards."""
    found = {
        (attributes["documents"][0], attributes["job_function"], attributes["category"])
        for _, attributes in graph.nodes(data=True)
        if attributes["defined"]
    }
    assert found == {(f"{document}.txt", function, category) for document, function, category in STANDARDS}


def test_families_follow_the_folders(graph: nx.DiGraph[str]) -> None:
    """One folder holds one job family."""
    for _, attributes in graph.nodes(data=True):
        if attributes["defined"]:
            folder = attributes["documents"][0].split("/")[0]
            assert attributes["job_family"].lower().replace(" ", "-") == folder


def test_moves_are_the_stated_ones_each_with_its_place(graph: nx.DiGraph[str], title: dict[str, str]) -> None:
    """94 moves, each stated once, in the document and row where it was typed; nothing invented."""
    found = [
        (title[start], title[end], short(source["document"]), source["row"].removeprefix("Career Path "))
        for start, end, attributes in graph.edges(data=True)
        for source in attributes["sources"]
    ]
    assert sorted(found) == sorted(MOVES)
    assert len(MOVES) == 94


def test_a_source_names_the_level_of_the_role_that_states_the_move(graph: nx.DiGraph[str]) -> None:
    """The column of a source is the level of the role where the move begins."""
    for start, _, attributes in graph.edges(data=True):
        for source in attributes["sources"]:
            assert source["column"] == graph.nodes[start]["level"]


def test_a_cell_that_breaks_over_a_page_is_cited_whole(graph: nx.DiGraph[str], title: dict[str, str]) -> None:
    """The next page's part of a Career Path cell belongs to its source."""
    texts = {
        source["text"]
        for start, end, attributes in graph.edges(data=True)
        if (title[start], title[end]) == ("Data Analyst 4", "Data Analytics Manager 1")
        for source in attributes["sources"]
    }
    assert texts == {"Data Analytics Supv 2 or Data Analytics Mgr 1"}


@pytest.mark.parametrize("step", KINDS, ids="-".join)
def test_kinds_of_move(graph: nx.DiGraph[str], title: dict[str, str], step: tuple[str, ...]) -> None:
    """A move has the first kind that fits; where levels compare, its direction is stated too."""
    start, end, kind, direction = step
    role = {name: key for key, name in title.items()}
    move = graph.edges[role[start], role[end]]
    assert move["kind"] == kind
    assert direction in {"-", move["direction"]}


def test_every_kind_of_move_occurs(graph: nx.DiGraph[str]) -> None:
    """The sample shows the whole legend."""
    found = {move["kind"] for move in graph.edges.values()}
    assert found == {"promotion", "lateral", "change-of-track", "cross-function", "step-back", "unknown"}


def test_gaps_are_the_ones_on_purpose(graph: nx.DiGraph[str]) -> None:
    """Two dead ends, five roles that are only named (with who names them), four tops."""
    ends = cp.dead_ends(graph).to_dict()
    assert {end["title"] for end in ends["dead_ends"]} == DEAD_ENDS
    assert {role["title"]: set(role["named_by"]) for role in ends["undefined"]} == UNDEFINED
    assert set(ends["tops"]) == TOPS
    assert ends["not_stated"] == []


def test_only_clinical_imaging_speaks_of_specialists(title: dict[str, str]) -> None:
    """The short form "Spec 2" means one role in the whole sample."""
    specialists = {name for name in title.values() if re.search(r"\bSpec", name, re.IGNORECASE)}
    assert specialists == {f"Clin Imaging IT Spec {level}" for level in range(1, 6)}


def test_from_spec_2_to_mgr_1_stays_within_clinical_imaging(graph: nx.DiGraph[str], title: dict[str, str]) -> None:
    """Although seven functions have or name a Mgr 1, the question means the one of the asker's own function."""
    answer = cp.routes(graph, "Spec 2", "Mgr 1")
    found = [[title[role].removeprefix("Clin Imaging IT ") for role in route.roles] for route in answer.routes]
    assert found[:2] == [["Spec 2", "Spec 3", "Spec 4", "Mgr 1"], ["Spec 2", "Spec 3", "Spec 4", "Spec 5", "Mgr 1"]]


def test_invented_codes_cannot_be_mistaken_for_real_ones(graph: nx.DiGraph[str]) -> None:
    """Outside Clinical Imaging IT every code is X, three digits and a letter for the track."""
    for _, attributes in graph.nodes(data=True):
        if attributes["defined"] and attributes["job_function"] != "Clinical Imaging IT":
            assert re.fullmatch(r"X\d{3}[TPSM]", attributes["job_code"])
            assert re.fullmatch(r"XT\d{3}", attributes["tracking_code"])


def test_education_counts_experience_at_every_level_of_clinical_imaging(graph: nx.DiGraph[str]) -> None:
    """The certificate is asked for at Expert only; experience is an equal way in; a background check is required."""
    for role, attributes in graph.nodes(data=True):
        if attributes["defined"] and attributes["job_function"] == "Clinical Imaging IT":
            asked = dict(attributes["requirements"])
            assert "experience" in asked["Education 1"], role
            assert "background check" in asked["Spec Cond 1"], role
            assert ("Cert 1" in asked) == (attributes["level"] == "Expert"), role


@pytest.mark.parametrize(
    ("document", "head", "line_end"),
    [
        (IMAGING, b"\n\nJob Family\t", b"\n"),
        ("finance/financial-analysis-managerial.txt", b"\xef\xbb\xbfJob Family\t", b"\n"),
        ("finance/financial-analysis-professional.txt", b"Job Family\t", b"\r\n"),
        ("information-technology/data-analytics-supervisory.txt", b"Job Family\t", b"\r\n"),
    ],
)
def test_files_keep_their_bytes(document: str, head: bytes, line_end: bytes) -> None:
    """Byte order mark and line ends survive version control as they are."""
    content = (DATA / document).read_bytes()
    assert content.startswith(head)
    assert content.count(b"\n") == content.count(line_end)
    assert (b"\r" in content) == (line_end == b"\r\n")


def test_no_break_spaces_in_titles_are_spaces() -> None:
    """The titles of one document hold no-break spaces, which are no part of the titles that are read."""
    content = (DATA / "information-technology/network-engineering-supervisory.txt").read_text(encoding="utf-8")
    assert "Network\u00a0Supv 1\tNetwork\u00a0Supv\u00a02" in content


def test_the_sample_stays_small() -> None:
    """Start-up time counts: no document is larger than 15 kB, all together under 100 kB."""
    sizes = [path.stat().st_size for path in DATA.rglob("*.txt")]
    assert max(sizes) < 15_000
    assert sum(sizes) < 100_000
