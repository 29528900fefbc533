"""What a user can put right: one base class, few leaves. The command line prints one line and ends with 2."""

from __future__ import annotations


class CareerPathsError(Exception):
    """The program cannot do what was asked; the message names the file or word, what was expected and what to do."""


class UnknownRole(CareerPathsError):
    """No role answers to a name.

    Attributes:
        name: the name as asked.
        candidates: ids of the nearest roles, at most three, nearest first.
    """

    def __init__(self, message: str, *, name: str, candidates: tuple[str, ...] = ()) -> None:
        """Keep the name asked for and the nearest roles beside the message."""
        super().__init__(message)
        self.name = name
        self.candidates = candidates


class AmbiguousRole(CareerPathsError):
    """Several roles answer to a name.

    Attributes:
        name: the name as asked.
        candidates: ids of all the roles that match, in ladder order.
        described: title and facts (code, function) of each of them.
    """

    def __init__(
        self,
        message: str,
        *,
        name: str,
        candidates: tuple[str, ...] = (),
        described: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Keep the name asked for and the roles that match beside the message."""
        super().__init__(message)
        self.name = name
        self.candidates = candidates
        self.described = described


class NothingToRead(CareerPathsError):
    """A path does not exist, a folder holds no document, or no document defines a role.

    Attributes:
        try_this: a command that helps, as a line to copy; None where there is none.
    """

    def __init__(self, message: str, *, try_this: str | None = None) -> None:
        """Keep the command that helps beside the message."""
        super().__init__(message)
        self.try_this = try_this


class BadConfiguration(CareerPathsError):
    """The configuration file cannot be read: the message names the key."""


class BadArgument(CareerPathsError):
    """An argument is out of range or of the wrong kind."""


class NoRoute(CareerPathsError):
    """No route is stated between two roles, or none as it was asked for: the message explains it.

    Attributes:
        answer: the answer of `routes`, with what is missing or stands in the way.
    """

    def __init__(self, message: str, *, answer: object = None) -> None:
        """Keep the answer beside the message."""
        super().__init__(message)
        self.answer = answer


class CannotWrite(CareerPathsError):
    """Output could not be written; what stood there before is untouched."""
