"""Interface texts for people, in one place. Braces hold a value; a key that ends in `_one` is for a count of 1."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_STATED: Final = "not stated"
STANDARD_NOT_LOADED: Final = "standard not loaded"
NAMES_NO_NEXT_ROLE: Final = "names no next role"
NOT_DESCRIBED: Final = (
    "named as a next step, but not described in the standards loaded here: what it asks and where it leads is not known"
)
UNDEFINED_ROLE: Final = NOT_DESCRIBED + "; ask HR"
NOT_AN_OFFER: Final = "A path is not an offer."
EXEMPT: Final = "Exempt"
NON_EXEMPT: Final = "Non-Exempt"

TRACK_NAMES: Final[Mapping[str, str]] = {
    "operational": "Operational & Technical",
    "professional": "Professional",
    "supervisory": "Supervisory",
    "managerial": "Managerial",
}

ATTRIBUTE_NAMES: Final[Mapping[str, str]] = {
    "title": "Title",
    "job_code": "Job code",
    "level": "Level",
    "category": "Category",
    "job_function": "Job function",
    "job_family": "Job family",
    "personnel_program": "Personnel program",
    "flsa": "Overtime (FLSA)",
    "tracking_code": "Tracking code",
    "reaches": "Reaches",
    "farthest_moves": "Moves to the farthest",
    "farthest": "Farthest",
}

COLUMN_NAMES: Final[Mapping[str, str]] = {"job_code": "Code", "personnel_program": "Program", "flsa": "FLSA"}

# What a change of one attribute means, for a step to the role that has the value `after`.
CHANGE_SENTENCES: Final[Mapping[tuple[str, str], str]] = {
    ("flsa", "exempt"): "not eligible for overtime from here on ({after})",
    ("flsa", "non-exempt"): "eligible for overtime from here on ({after})",
    ("personnel_program", "other"): "the personnel program changes from {before} to {after}",
    ("job_function", "other"): "the job function changes from {before} to {after}",
    ("job_family", "other"): "the job family changes from {before} to {after}",
    ("category", "other"): "the category changes from {before} to {after}",
    ("level", "other"): "the level changes from {before} to {after}",
    ("", "new"): "newly asked, {name}: {after}",
    ("", "gone"): "no longer stated, {name}: {before}",
    # In quotes, since both are whole sentences of a standard.
    ("", "other"): '{name} changes from "{before}" to "{after}"',
}


def attribute_name(attribute: str) -> str:
    """What people call an attribute: its own name in the list, else the label of the row as it stands."""
    return ATTRIBUTE_NAMES.get(attribute, attribute)


def column_name(attribute: str) -> str:
    """The head of a column in a table, short."""
    return COLUMN_NAMES.get(attribute, attribute_name(attribute))


def change_sentence(attribute: str, before: str | None, after: str | None) -> str:
    """What one change means to the person who takes the step, as a part of a sentence."""
    template = CHANGE_SENTENCES.get((attribute, _turn(attribute, before, after)))
    if template is None:
        template = CHANGE_SENTENCES["", "other" if attribute in ATTRIBUTE_NAMES else _turn("", before, after)]
    values = {"before": before or NOT_STATED, "after": after or NOT_STATED}
    return template.format(name=attribute_name(attribute), **values)


def _turn(attribute: str, before: str | None, after: str | None) -> str:
    if attribute in ATTRIBUTE_NAMES:
        # An attribute that is not stated any more is not gone: nobody says what it is.
        return after.casefold() if attribute == "flsa" and after is not None else "other"
    if before is None:
        return "new"
    return "gone" if after is None else "other"


def overtime(flsa: str | None) -> str:
    """Whether a role is paid overtime, in words, with the term of the standard behind it."""
    if flsa is None:
        return NOT_STATED
    words = {EXEMPT.casefold(): "not eligible for overtime", NON_EXEMPT.casefold(): "eligible for overtime"}
    known = words.get(flsa.casefold())
    return f"{known} ({flsa})" if known else flsa


def counted(texts: Mapping[str, str], key: str, count: int, **values: object) -> str:
    """The text `key` for a count: the text `key_one` where there is one and the count is 1."""
    chosen = f"{key}_one" if count == 1 and f"{key}_one" in texts else key
    return texts[chosen].format(count=f"{count:,}", **values)


MAP: Final[Mapping[str, str]] = {
    # The head of the page
    "page_title": "Career paths",
    "page_title_of": "Career paths: {owner}",
    "edition": "Edition: {edition}",
    "edition_missing": "Edition: not stated",
    "job_families": "Job families: {names}",
    "job_families_one": "Job family: {names}",
    "counts": "{count} roles",
    "counts_one": "{count} role",
    "counts_of": "{shown} of {all}",
    "functions_count": "in {count} job functions",
    "functions_count_one": "in {count} job function",
    "skip_to_answer": "Skip to the answer",
    "skip_to_roles": "Skip to the list of all roles",
    "scripts_off": (
        "The questions and the picture need scripts, and scripts are switched off or refused here (as in the preview "
        "of a mail program, or on a server with strict rules). To use them, open this file in a browser. Every role "
        "and its next steps are listed below and can be read without them."
    ),
    # The questions
    "questions": "Find your way",
    "i_am": "I am a",
    "i_want": "I want to become a",
    "either": "Choose one or both: type a title, a part of it, or a job code.",
    "show_way": "Show the way",
    "swap": "Swap the two",
    "start_again": "Start again",
    "look_up": "Look up any role",
    "clear_field": "Clear \u201c{label}\u201d",
    "list_of": "Roles that match \u201c{label}\u201d",
    "matches": "{count} roles match",
    "matches_one": "{count} role matches",
    "no_matches": "No role matches. Try a part of the title, or \u201cNot sure of your title?\u201d",
    "matches_more": "{count} roles match; the first {shown} are listed. Type more to narrow.",
    "unknown_title": "No role is called \u201c{title}\u201d.",
    "nearest": "Did you mean {titles}?",
    "unknown_link": "The link names a role that is not in this page.",
    "ambiguous_title": "{count} roles match \u201c{title}\u201d: choose one from the list.",
    # Not sure of your title?
    "not_sure": "Not sure of your title?",
    "choose_function": "Choose your job function",
    "function_item": "{name}: {count} roles",
    "function_item_one": "{name}: {count} role",
    "levels_of": "Levels of {name}",
    "this_is_me": "This is me: {title}",
    "no_function": "Function not stated",
    "no_family": "Family not stated",
    "shared": "Named by several functions",
    "functions_in": "{count} job functions",
    "functions_in_one": "{count} job function",
    "scope_missing": "scope not stated",
    # Before a question
    "start_heading": "Where would you like to go?",
    "start_text": (
        "Say what you are to see your next steps and all that is within reach; say what you want to become to see who "
        "leads there; say both to see the way, step by step."
    ),
    "start_examples": "For example",
    "example_from": "Next steps from {from}",
    "example_to": "Roles that lead to {to}",
    "example_both": "The way from {from} to {to}",
    # Facts about a role
    "facts_level_code": "{level}, code {code}",
    "facts_level": "{level}",
    "facts_code": "level not stated, code {code}",
    "facts_none": "level not stated",
    "undefined_label": STANDARD_NOT_LOADED,
    "dead_end_label": NAMES_NO_NEXT_ROLE,
    "top_label": "highest manager loaded here",
    "not_stated_label": "its document states no next roles",
    "not_stated": NOT_STATED,
    "undefined_sentence": "{title} is " + UNDEFINED_ROLE + ".",
    "undefined_sentence_contact": "{title} is " + UNDEFINED_ROLE + " ({contact}).",
    "undefined_row": "not known",
    # Moves
    "step_promotion": "Move up to {role} ({facts})",
    "step_lateral": "Move sideways to {role} ({facts})",
    "step_change-of-track": "Change to the {track} track as {role} ({facts})",
    "step_change-of-track_unknown": "Change track to {role} ({facts})",
    "step_cross-function": "Move to another function, {function}, as {role} ({facts}, {direction})",
    "step_cross-function_unknown": "Move to another function as {role} ({facts}, {direction})",
    "step_step-back": "Step back to {role} ({facts})",
    "step_unknown": "Move to {role} ({facts})",
    "direction_up": "a higher level",
    "direction_same": "same level, sideways",
    "direction_down": "a lower level",
    "direction_none": "levels cannot be compared",
    "feeder_promotion": "{role} ({facts}) moves up to it",
    "feeder_lateral": "{role} ({facts}) moves sideways to it",
    "feeder_change-of-track": "{role} ({facts}) changes track to it",
    "feeder_cross-function": "{role} ({facts}) moves to it from another function, {function}",
    "feeder_step-back": "{role} ({facts}) steps back to it",
    "feeder_unknown": "{role} ({facts}) leads to it",
    "basis_title": "The level is read from the title; its standard is not loaded.",
    "no_changes": "the standards state no other change",
    "asks_unknown": "what it asks is not known",
    "asks": "What this step asks",
    "asked": "Asked",
    "nothing_asked": "Education, licence, certificate and special conditions: not stated",
    "texts_differ": "What its standard says that the standard of {from} does not say in the same words",
    "texts_same": "Its other texts are the same word for word.",
    "texts_not_given": "The long texts of the standards (scope, duties, knowledge) were not given to this page.",
    "says_who": "Stated in {document}, {place}: \u201c{text}\u201d",
    "place_row": "row {row}",
    "place_column": "column {column}",
    "place_line": "line {line}",
    "place_page": "page {page}",
    "place_sheet": "sheet {sheet}",
    # Answers
    "route_heading": "From {from} to {to}",
    "route_summary": "The shortest way from {from} to {to} takes {count} moves.",
    "route_summary_one": "One move leads from {from} to {to}.",
    "route_more": "{count} ways are listed, fewest moves first.",
    "route_only": "It is the only way found with at most two moves more.",
    "route_title": "Way {number}: {count} moves",
    "route_title_one": "Way {number}: {count} move",
    "route_title_by": "Way {number}: {count} moves, by way of {roles}",
    "route_title_by_one": "Way {number}: {count} move, by way of {roles}",
    "route_starts": "You start as {role} ({facts}).",
    "route_time": "How long it takes: the standards give no times.",
    "route_same": "{title} is both where you are and where you want to be: no move is needed.",
    "route_none": "No way from {from} to {to} is stated in the standards loaded here.",
    "route_none_unknown": (
        "A way may exist that is not known here, because where these roles lead is not loaded: {roles}."
    ),
    "route_none_reach": "Stated ways from {from} lead to {count} roles.",
    "route_none_reach_one": "Stated ways from {from} lead to {count} role.",
    "route_none_begin": "Stated ways to {to} begin at {feeders}.",
    "route_other_way": "Moves are stated from {to} to {from}, the other way only.",
    "others": "{count} others",
    "others_one": "{count} other",
    "from_heading": "Next steps from {title}",
    "from_summary": "{title} names {next} and leads to {count} roles in all; the farthest is {moves} away.",
    "from_summary_one": "{title} names {next}, and that is all within reach.",
    "next_count": "{count} next roles",
    "next_count_one": "{count} next role",
    "moves_count": "{count} moves",
    "moves_count_one": "{count} move",
    "dead_end_sentence": "{title} names no next role.",
    "top_sentence": "{title} names no next role: it is the highest manager of its function that is loaded here.",
    "not_stated_sentence": "The document of {title} states no next roles, so where it leads is not stated.",
    "to_heading": "Roles that lead to {title}",
    "to_summary": "{count} roles lead to {title} in the end, {direct} of them in one move.",
    "to_summary_one": "{count} role leads to {title}.",
    "to_none": "No role in the standards loaded here names {title} as a next step.",
    "reach_heading": "All within reach",
    "reach_to_heading": "All that lead here",
    "reach_moves": "In {count} moves",
    "reach_moves_one": "In {count} move",
    "reach_rest": "Show the other {count} roles that are {moves} away",
    "not_an_offer": NOT_AN_OFFER,
    "not_an_offer_more": (
        "It shows which roles the standards name as next steps. Whether a position is open, and who gets it, is "
        "decided elsewhere."
    ),
    "do_next": "What to do next",
    "do_read": "Read what each step asks, and note what you have already.",
    "do_who_leads": "See who leads to {title}, and where else those roles lead.",
    "do_look_around": "Look at the other roles of {function} in the list of all roles.",
    "do_talk": "Take this page to your manager, and ask what is planned.",
    "do_ask": "Ask HR what is open, and about anything that is not stated here.",
    "do_ask_contact": "Ask HR ({contact}) what is open, and about anything that is not stated here.",
    "copy_link": "Copy link",
    "copy_text": "Copy as text",
    "print": "Print",
    "copied": "Copied.",
    "copy_by_hand": "Copying is not allowed here. The text is selected: copy it with Ctrl+C.",
    "copy_box": "Text to copy",
    # The card of a role
    "card_sentence": "{title}: {level}, {function}, {category}; {overtime}.",
    "overtime_missing": "overtime not stated",
    "card_i_am": "I am this",
    "card_i_want": "I want to become this",
    "card_way": "Show the way here from {from}",
    "card_back": "Back to: {heading}",
    "card_next": "Next steps and what each asks",
    "card_reach": "Where it can lead",
    "card_feeders": "Who leads here",
    "card_facts": "What the standard says",
    "card_named": "Where it is named",
    "card_aliases": "Also written",
    "card_sources": "Where each move of {title} is stated",
    "card_source_of": "from {from} to {to}",
    "card_documents": "Documents",
    "card_texts": "All texts of {title}",
    "card_summary": "{title}: {next}, {feeders}.",
    "feeders_count": "{count} roles lead here",
    "feeders_count_one": "{count} role leads here",
    **{f"attribute_{key}": name for key, name in ATTRIBUTE_NAMES.items()},
    # The picture
    "picture": "Picture",
    "picture_open": "Show the picture",
    "picture_close": "Close the picture",
    "picture_skip": "Skip the picture",
    "picture_note": (
        "Everything in the picture is also in the answer and in the list. Drag to move it; zoom with Ctrl and the "
        "wheel, or after a click on it, or with the buttons."
    ),
    "picture_heights": "Height across columns says nothing about pay.",
    "picture_show": "Draw",
    "scope_answer": "This answer",
    "scope_blocks": "Functions",
    "scope_all": "All roles",
    "scope_none": "Nothing yet",
    "scope_function": "Function: {name}",
    "picture_empty": "{count} roles are too many for one picture. Choose a role above, or a function to draw.",
    "picture_drawn": "The picture shows {count} roles.",
    "picture_drawn_one": "The picture shows {count} role.",
    "picture_blocks_one": "The picture shows {count} function; click on it to see its roles.",
    "picture_blocks": "The picture shows {count} functions; click on one to see its roles.",
    "zoom_in": "Zoom in",
    "zoom_out": "Zoom out",
    "fit": "Fit",
    "left": "Move left",
    "right": "Move right",
    "up": "Move up",
    "down": "Move down",
    "legend": "How to read it",
    "legend_undefined": "dashed frame: standard not loaded",
    "legend_dead_end": "double frame: names no next role",
    "legend_promotion": "full line: promotion, pointing up",
    "legend_change-of-track": "long dashes: change of track",
    "legend_cross-function": "dots: another function, or sideways",
    "legend_step-back": "dots and dashes: step back, or not known",
    "legend_route": "thick line with numbers: the way that was asked for",
    # The list of all roles
    "all_roles": "All roles",
    "all_roles_note": "Every role, function by function, with the next roles that its standard names.",
    "filters": "Narrow the list and the picture",
    "filter_family": "Job family",
    "filter_function": "Job function",
    "filter_category": "Category",
    "filter_all": "All",
    "filter_shown": "{count} roles are shown.",
    "filter_shown_one": "{count} role is shown.",
    "filter_shown_of": "{count} of {all} are shown.",
    "filter_shown_of_one": "{count} of {all} is shown.",
    "column_role": "Role",
    "column_code": "Code",
    "column_level": "Level",
    "column_next": "Next roles",
    "table_caption": "Roles of {name}",
    "documents_read": "Read from",
    "made_by": "Made with careerpaths from the documents named here; nothing was added to them.",
}
"""Texts of the one-file map, for its template and its scripts."""


def not_described(title: str) -> str:
    """What is said of each thing that a step to an undefined role may change."""
    return ANSWERS["not_described"].format(title=title)


def whom_to_ask(contact: str | None) -> str:
    """Whom to ask about what is not stated."""
    return ANSWERS["hr_contact"].format(contact=contact) if contact else ANSWERS["hr"]


def kind_name(kind: str, direction: str | None = None) -> str:
    """What people call a kind of move; another function with whether it goes up."""
    name = KIND_NAMES[kind]
    return f"{name}, {DIRECTION_NAMES[direction]}" if kind == "cross-function" else name


def said(key: str, count: int | None = None, **values: object) -> str:
    """A text of answers and the terminal, in the form for a count where one is given."""
    return ANSWERS[key].format(**values) if count is None else counted(ANSWERS, key, count, **values)


KIND_NAMES: Final[Mapping[str, str]] = {
    "promotion": "promotion",
    "lateral": "sideways",
    "change-of-track": "change of track",
    "cross-function": "another function",
    "step-back": "step back",
    "unknown": "kind of move not known",
}

DIRECTION_NAMES: Final[Mapping[str | None, str]] = {
    "up": "higher level",
    "same": "same level (sideways)",
    "down": "lower level",
    None: "levels cannot be compared",
}

ANSWERS: Final[Mapping[str, str]] = {
    "not_described": NOT_STATED + ": no loaded standard defines {title}",
    "moves": "{count} moves",
    "moves_one": "{count} move",
    "fewest_moves": "the fewest moves",
    "moves_more": "{count} moves more than the fewest",
    "moves_more_one": "one move more than the fewest",
    "as_few_moves": "as few moves",
    "by_way_of": "{length}, by way of {titles}",
    "routes_found": "From {start} to {end}: {moves} at the fewest; {count} routes.",
    "routes_found_one": "From {start} to {end}: {moves}; one route.",
    "already_there": "{title} is both where you are and where you want to be: no move is needed.",
    "no_route": "No route from {start} to {end} is stated in the standards loaded here.",
    "no_route_so_short": "No route from {start} to {end} takes at most {moves}.",
    "starts_nowhere": "{title} names no next role.",
    "starts_not_stated": "The document of {title} states no next roles that could be read.",
    "reaches_only": "{title} leads to {count} roles, and {end} is not among them.",
    "reaches_only_one": "{title} leads to one role, and that is not {end}.",
    "leads_on_unknown": "Beyond {titles} nothing is known: standard not loaded.",
    "nothing_leads": "No loaded standard names {title} as a next role.",
    "only_the_other_way": "Moves are stated from {end} to {start}, the other way only.",
    "route_head": "Route {number}:",
    "you_start": "you start here",
    "no_code": "no code",
    "no_level": "level not stated",
    "no_function": "Job function not stated",
    "asks_unknown": "what it asks and where it leads is not known; ask {hr}",
    "hr": "HR",
    "hr_contact": "HR ({contact})",
    "this_role": "this role",
    "no_changes": "nothing else changes as far as the standards state",
    "stated_in": "stated in {source}: \u201c{text}\u201d",
    "next_of": "{title} names {count} next roles:",
    "next_of_one": "{title} names one next role:",
    "what_next": "Ask your manager or {hr} what is open and what is not stated here.",
    "undefined_sentence": "{title} is " + NOT_DESCRIBED + "; ask {hr}.",
    "leads_here": "Roles that lead here:",
    "nobody_leads_here": "No loaded standard names it as a next role.",
    "all_stated": "All that its standard states:",
    "also_written": "Also written",
    "roles_listed": "{count} roles.",
    "roles_listed_one": "One role.",
    "reach_in_all": "{count} roles can be reached from {title}",
    "reach_in_all_one": "One role can be reached from {title}",
    "feeders_in_all": "{count} roles lead to {title}",
    "feeders_in_all_one": "One role leads to {title}",
    "within": "in at most {count} moves",
    "within_one": "in one move",
    "no_texts": "texts were not given: pass the catalogue",
    "in_moves": "In {count} moves",
    "in_moves_one": "In one move",
    "dead_ends": "{count} dead ends: roles that name no next role and are no top.",
    "dead_ends_one": "One dead end: a role that names no next role and is no top.",
    "no_dead_end": "No dead end.",
    "undefined_roles": "{count} roles are only named; where they lead is not known (standard not loaded):",
    "undefined_roles_one": "One role is only named; where it leads is not known (standard not loaded):",
    "named_by": "{title}, named by {namers}",
    "tops": "{count} tops (the highest managers loaded, or declared):",
    "tops_one": "One top (the highest manager loaded, or declared):",
    "silent": "{count} roles whose documents state no moves that could be read:",
    "silent_one": "One role whose document states no moves that could be read:",
    "distances_head": "Fewest moves between {count} roles, from each row to each column.",
    "distances_head_one": "Fewest moves between {count} role.",
    "distances_wide": (
        "The whole matrix is too wide for this terminal: add --format csv > distances.csv to this command"
    ),
    "from_to": "from / to",
    "problems": "{count} problems: something could not be taken as it stands.",
    "problems_one": "One problem: something could not be taken as it stands.",
    "no_problems": "No problems.",
    "notes": "{count} notes: what was read surely or left out with reason, and is worth a look.",
    "notes_one": "One note: what was read surely or left out with reason, and is worth a look.",
    "no_notes": "No notes.",
    "reading_samples": "No data named: reading the sample standards (illustrative). Name yours with --data PATH.",
    "no_roles": "no role is defined in the {count} documents read",
    "no_roles_one": "no role is defined in the one document read",
    "edition": "edition {edition}",
    "no_edition": "edition not stated",
    "documents_read": "Read {count} documents",
    "documents_read_one": "Read one document",
    "roles_defined": "{count} roles described",
    "roles_defined_one": "one role described",
    "roles_only_named": "{count} only named",
    "problem_count": "{count} problems",
    "problem_count_one": "one problem",
    "note_count": "{count} notes",
    "note_count_one": "one note",
    "see_problems": "see them: careerpaths problems",
    "one_of": '"{name}" can be {count} roles. Name one of them:',
    "more_candidates": "  ... and {count} more: add the function's words, or use the job code",
    "more_candidates_one": "  ... and one more: add the function's words, or use the job code",
    "try_these": "Try:",
    "wrote": "wrote {path}",
    "not_opened": "no browser could be started here: open {path} in one",
    "states_no_moves": "its document states no moves that could be read",
}
"""Texts of answers, for the terminal and the values."""
