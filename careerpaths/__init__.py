"""Read an employer's job standards, ask for routes, dead ends and distances with the evidence, and draw the map.

>>> import careerpaths as cp
>>> graph = cp.build_graph(cp.load())
>>> answer = cp.routes(graph, "Spec 2", "Spec 4")
>>> print(answer.explanation)
From Clin Imaging IT Spec 2 to Clin Imaging IT Spec 4: 2 moves; one route is listed.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType

TYPE_CHECKING = False
"""As in `typing`, whose import would take longer than all else here."""
if TYPE_CHECKING:
    from careerpaths.change import Change, changes
    from careerpaths.errors import (
        AmbiguousRole,
        BadArgument,
        BadConfiguration,
        CannotWrite,
        CareerPathsError,
        NoRoute,
        NothingToRead,
        UnknownRole,
    )
    from careerpaths.explorer import write_map
    from careerpaths.formats import write_graph
    from careerpaths.graph import build_graph
    from careerpaths.loading import load
    from careerpaths.lookup import role_id
    from careerpaths.model import Catalogue, Move, Problem, Role, Source, Standard
    from careerpaths.planner import write_plan
    from careerpaths.queries.choking import choke_points
    from careerpaths.queries.comparing import compare
    from careerpaths.queries.ends import dead_ends
    from careerpaths.queries.events import when
    from careerpaths.queries.finding_text import find
    from careerpaths.queries.inventory import check
    from careerpaths.queries.listing import next_roles, role, roles
    from careerpaths.queries.planning import plan
    from careerpaths.queries.reaching import distances, reach
    from careerpaths.queries.routing import routes
    from careerpaths.queries.sideways import sideways
    from careerpaths.queries.trouble import problems
    from careerpaths.questions import ask
    from careerpaths.selectors import select
    from careerpaths.stated import texts
    from careerpaths.tables import frame

_ROOMS = MappingProxyType(
    {
        "change": ("Change", "changes"),
        "errors": (
            "AmbiguousRole",
            "BadArgument",
            "BadConfiguration",
            "CannotWrite",
            "CareerPathsError",
            "NoRoute",
            "NothingToRead",
            "UnknownRole",
        ),
        "explorer": ("write_map",),
        "formats": ("write_graph",),
        "graph": ("build_graph",),
        "loading": ("load",),
        "lookup": ("role_id",),
        "model": ("Catalogue", "Move", "Problem", "Role", "Source", "Standard"),
        "planner": ("write_plan",),
        "queries.choking": ("choke_points",),
        "queries.comparing": ("compare",),
        "queries.ends": ("dead_ends",),
        "queries.events": ("when",),
        "queries.finding_text": ("find",),
        "queries.inventory": ("check",),
        "queries.listing": ("next_roles", "role", "roles"),
        "queries.planning": ("plan",),
        "queries.reaching": ("distances", "reach"),
        "queries.routing": ("routes",),
        "queries.sideways": ("sideways",),
        "queries.trouble": ("problems",),
        "questions": ("ask",),
        "selectors": ("select",),
        "stated": ("texts",),
        "tables": ("frame",),
    },
)
_ROOM_OF = MappingProxyType({name: room for room, names in _ROOMS.items() for name in names})

__all__ = [
    "AmbiguousRole",
    "BadArgument",
    "BadConfiguration",
    "CannotWrite",
    "CareerPathsError",
    "Catalogue",
    "Change",
    "Move",
    "NoRoute",
    "NothingToRead",
    "Problem",
    "Role",
    "Source",
    "Standard",
    "UnknownRole",
    "ask",
    "build_graph",
    "changes",
    "check",
    "choke_points",
    "compare",
    "dead_ends",
    "distances",
    "find",
    "frame",
    "load",
    "next_roles",
    "plan",
    "problems",
    "reach",
    "role",
    "role_id",
    "roles",
    "routes",
    "select",
    "sideways",
    "texts",
    "when",
    "write_graph",
    "write_map",
    "write_plan",
]


def __getattr__(name: str) -> object:
    """Load a public name on its first use, so that `import careerpaths` costs next to nothing."""
    if name == "__version__":
        return import_module("importlib.metadata").version("careerpaths")
    room = _ROOM_OF.get(name)
    if room is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(f"{__name__}.{room}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
