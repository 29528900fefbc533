"""The commands that look across roles: names without quotes, exit codes, a selector that narrows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

import careerpaths as cp
from careerpaths.cli import asking

Ask = Callable[..., Result]


@pytest.fixture
def ask(real_standard: Path) -> Ask:
    """Run one of the commands on the clinical imaging standard, without what would end a process."""

    def run(command: click.Command, *arguments: str) -> Result:
        return CliRunner().invoke(command, [*arguments, "-d", str(real_standard)], standalone_mode=False)

    return run


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["Spec 2", "Mgr 1"], "Every route from Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1 passes"),
        (["spec", "2", "mgr", "1"], "Every route from Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1 passes"),
        (["8798", "6043"], "Every route from Clin Imaging IT Spec 2 to Clin Imaging IT Spec 4 passes"),
        (["Spec 3"], "Everything beyond Clin Imaging IT Spec 3 goes through"),
        (["spec", "3"], "Everything beyond Clin Imaging IT Spec 3 goes through"),
        (["clin", "imaging", "it", "spec", "3"], "Everything beyond Clin Imaging IT Spec 3 goes through"),
    ],
)
def test_one_role_or_two(ask: Ask, names: list[str], told: str) -> None:
    """Quoted or not, where the words can be cut in one way only."""
    done = ask(asking.choke_points, *names)
    assert done.output.startswith(told)
    assert done.return_value == 0


def test_no_route_is_exit_code_1(ask: Ask) -> None:
    """As with a route; a role that nothing follows is an answer."""
    assert ask(asking.choke_points, "Mgr 1", "Spec 2").return_value == 1
    assert ask(asking.choke_points, "Clin Imaging IT Mgr 1").return_value == 0


@pytest.mark.parametrize(
    ("names", "error"),
    [
        (["spec", "9"], cp.UnknownRole),
        (["spec"], cp.AmbiguousRole),
        (["spec", "2", "cook", "9"], cp.UnknownRole),
    ],
)
def test_names_that_mean_no_role(ask: Ask, names: list[str], error: type[Exception]) -> None:
    """Unknown or ambiguous, as anywhere else."""
    assert isinstance(ask(asking.choke_points, *names).exception, error)


def test_find_within_a_selector(ask: Ask) -> None:
    """Words need no quotes; a selector says where to look."""
    found = ask(asking.find, "imaging", "certificate", "--format", "csv").output
    assert [line.split(",")[1:3] for line in found.splitlines()[1:]] == [["Clin Imaging IT Spec 5", "Cert 1"]]
    assert ask(asking.find, "certificate", "--select", "level:3", "--format", "csv").output.count("\n") == 1
    assert isinstance(ask(asking.find, "x", "--select", "level:").exception, cp.BadArgument)
