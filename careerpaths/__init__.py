"""Read an employer's job standards, ask for routes, dead ends and distances with the evidence, and draw the map.

>>> import careerpaths as cp
>>> graph = cp.build_graph(cp.load())
>>> answer = cp.routes(graph, "Spec 2", "Mgr 1")
>>> print(answer.explanation)
From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1: 3 moves at the fewest; 2 routes.
"""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careerpaths.catalogue import texts
    from careerpaths.change import Change, changes
    from careerpaths.errors import (
        AmbiguousRole,
        BadArgument,
        BadConfiguration,
        CannotWrite,
        CareerPathsError,
        NothingToRead,
        UnknownRole,
    )
    from careerpaths.explorer import write_map
    from careerpaths.formats import write_graph
    from careerpaths.graph import build_graph
    from careerpaths.loading import load
    from careerpaths.lookup import role_id
    from careerpaths.model import Catalogue, Move, Problem, Role, Source, Standard
    from careerpaths.queries.ends import dead_ends
    from careerpaths.queries.inventory import check
    from careerpaths.queries.listing import next_roles, role, roles
    from careerpaths.queries.reaching import distances, reach
    from careerpaths.queries.routing import routes
    from careerpaths.queries.trouble import problems
    from careerpaths.tables import frame

_ROOMS = MappingProxyType(
    {
        "catalogue": ("texts",),
        "change": ("Change", "changes"),
        "errors": (
            "AmbiguousRole",
            "BadArgument",
            "BadConfiguration",
            "CannotWrite",
            "CareerPathsError",
            "NothingToRead",
            "UnknownRole",
        ),
        "explorer": ("write_map",),
        "formats": ("write_graph",),
        "graph": ("build_graph",),
        "loading": ("load",),
        "lookup": ("role_id",),
        "model": ("Catalogue", "Move", "Problem", "Role", "Source", "Standard"),
        "queries.ends": ("dead_ends",),
        "queries.inventory": ("check",),
        "queries.listing": ("next_roles", "role", "roles"),
        "queries.reaching": ("distances", "reach"),
        "queries.routing": ("routes",),
        "queries.trouble": ("problems",),
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
    "NothingToRead",
    "Problem",
    "Role",
    "Source",
    "Standard",
    "UnknownRole",
    "build_graph",
    "changes",
    "check",
    "dead_ends",
    "distances",
    "frame",
    "load",
    "next_roles",
    "problems",
    "reach",
    "role",
    "role_id",
    "roles",
    "routes",
    "texts",
    "write_graph",
    "write_map",
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
