"""The words that made-up organisations are written in, as data. Standard library only."""

from __future__ import annotations

ABBREVIATIONS: dict[str, tuple[str, ...]] = {
    "Administrator": ("Admin",),
    "Analyst": ("Anl",),
    "Clinical": ("Clin",),
    "Engineer": ("Engr",),
    "Information": ("Info",),
    "Management": ("Mgt", "Mgmt"),
    "Manager": ("Mgr", "MGR"),
    "Operations": ("Ops",),
    "Professional": ("Profl",),
    "Research and Development": ("R&D",),
    "Service": ("Svc",),
    "Specialist": ("Spec",),
    "Supervisor": ("Supv",),
    "Systems": ("Sys",),
    "and": ("&",),
}
"""A word spelt out, and how titles shorten it; each is one that published titles use."""

FIRST = [
    "Clinical",
    "Academic",
    "Alumni",
    "Athletics",
    "Biomedical",
    "Campus",
    "Cancer",
    "Capital",
    "Cardiac",
    "Central",
    "Community",
    "Dental",
    "Digital",
    "Donor",
    "Employee",
    "Energy",
    "Environmental",
    "Financial",
    "Genomics",
    "Graduate",
    "Housing",
    "Laboratory",
    "Legal",
    "Library",
    "Marine",
    "Museum",
    "Nursing",
    "Pediatric",
    "Pharmacy",
    "Police",
    "Primary",
    "Public",
    "Radiology",
    "Student",
    "Surgical",
    "Transit",
    "Trauma",
    "Veterinary",
    "Wireless",
    "Workplace",
]
SECOND: tuple[tuple[str, ...], ...] = (
    *(
        (word,)
        for word in [
            "Accounting",
            "Advising",
            "Archives",
            "Billing",
            "Buildings",
            "Catering",
            "Compliance",
            "Counseling",
            "Education",
            "Imaging",
        ]
    ),
    *(
        (word,)
        for word in [
            "Informatics",
            "Licensing",
            "Logistics",
            "Outreach",
            "Payroll",
            "Planning",
            "Procurement",
            "Records",
            "Safety",
            "Web",
        ]
    ),
    ("Records", "Management"),
    ("Data", "Operations"),
    ("Customer", "Service"),
    ("Information", "Systems"),
    ("Research and Development",),
    ("Budget", "and", "Planning"),
    ("Post-Award",),
    ("Contracts", "and", "Grants"),
    ("Imaging", "IT"),
    ("Facilities", "Management"),
)
"""Second words of a function's name. None is a first word, so that no title stands inside another."""

FAMILIES = (
    "Information Technology",
    "Finance",
    "Health Care and Allied Services",
    "Research Administration",
    "Student Services",
    "Facilities",
)
OPERATIONAL, PROFESSIONAL, SUPERVISORY, MANAGERIAL = (
    "Operational & Technical",
    "Professional",
    "Supervisory",
    "Managerial",
)
LEVELS: dict[str, tuple[str, ...]] = {
    OPERATIONAL: tuple(f"Level {number}" for number in range(1, 8)),
    PROFESSIONAL: ("Entry", "Intermediate", "Experienced", "Advanced", "Expert"),
    SUPERVISORY: ("Supervisor 1", "Supervisor 2"),
    MANAGERIAL: ("Manager 1", "Manager 2", "Manager 3", "Manager 4"),
}
ROLE_WORDS: dict[str, tuple[str, ...]] = {
    OPERATIONAL: ("Technician", "Assistant", "Operator", "Clerk"),
    PROFESSIONAL: (
        "Analyst",
        "Specialist",
        "Engineer",
        "Administrator",
        "Professional",
        "Developer",
        "Programmer",
        "Coordinator",
        "Trainer",
    ),
    SUPERVISORY: ("Supervisor",),
    MANAGERIAL: ("Manager",),
}
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII")
PLACEHOLDERS = ("N/A", "TBD", "-", "None", "n/a")
OUTSIDE = (
    ("Chief", "Imaging", "Officer"),
    ("Director", "of", "Nursing"),
    ("Director,", "Patient", "Care"),
    ("Director", "of", "Food", "and", "Beverage"),
    ("Vice", "Chancellor", "Affairs"),
    ("Wildlife", "Curator", "2"),
    ("Ombuds", "and", "Mediation", "Counselor", "3"),
    ("Hospice", "Manager", "4", "MD"),
    ("Printing", "Operator", "III"),
)
"""Titles that no standard defines: with no number, or with one number that only a suffix may follow."""
STRANGERS = tuple(
    f"{first} {second}"
    for first in ("Glacier", "Volcano", "Comet", "Harbor", "Orchard")
    for second in ("Keeper", "Warden", "Pilot")
)
"""Titles that are named nowhere but in cells that cannot be cut."""
REMARKS = (" with approval of the dean", " (posted only)", " after two years")
FILE_NAMES = (
    "{}.txt",
    "{} & co.txt",
    "Führung {}.txt",
    "Copy of {} (2).txt",
    "{}.a1.2.txt",
    "#{} [signed].txt",
    "-{}'s.txt",
    "{}.TXT",
    "a  b/{}.txt",
    "deep/er/and deeper/{}.txt",
)
TEXTS = (
    "Applies in-depth knowledge of the field to short- and long-term plans",
    "Prepares reports - with others - on pre- or post-award matters",
    "Works on routine tasks of limited scope, under close supervision",
    "Leads cross-functional teams; resolves issues / problems without precedent",
    "Keeps records up-to-date, e.g. for audits and for decision-making",
    "Advises staff \u2013 at all levels \u2013 on well-known and little-known rules",
    "Checks data for errors and reports what was found",
    "Uses office software and learns the tools of the trade on the job",
)
DEGREES = (
    "High school diploma and / or equivalent experience / training.",
    "Bachelor's degree in related area and / or equivalent experience / training.",
    "Master's degree or an advanced, in-depth course of post-graduate study.",
)
