"""The tools are told the budgets, and nobody has told them to look away."""

import tomllib
from functools import cache
from typing import Any

from tests.habits.house import ROOT

# Rules that are not asked of the code at all; each stands in pyproject.toml with its reason.
UNASKED = {"ANN401", "RUF001", "RUF002", "RUF003", "N818", "SIM108", "RET505"}
OMITTED = {"*/migrations/*", "cms/settings/dev.py", "cms/settings/production.py", "cms/asgi.py"}
UNTYPED = {"django-manager-missing"}
EXHAUSTIVE = {"The rooms of cms", "The rooms of every app", "The rooms of search"}


@cache
def tools() -> dict[str, Any]:
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    return found


def test_no_function_may_be_more_complex_than_8() -> None:
    lint = tools()["ruff"]["lint"]

    assert lint["mccabe"]["max-complexity"] <= 8
    assert {"C90", "ANN", "DTZ", "TID251", "FBT001", "FBT002", "T20", "FIX", "ERA", "PGH"} <= set(lint["select"])
    assert set(lint["ignore"]) <= UNASKED


def test_types_are_strict_everywhere() -> None:
    checker = tools()["mypy"]

    assert checker["strict"] is True
    assert set(checker["disable_error_code"]) <= UNTYPED
    assert {"cms", "home", "members", "governance", "search", "infra", "tests"} <= set(checker["files"])
    assert not [override for override in checker["overrides"] if override.get("ignore_errors")]


def test_no_import_is_excused() -> None:
    contracts = tools()["importlinter"]["contracts"]

    assert [contract["name"] for contract in contracts if contract.get("ignore_imports")] == []
    assert {contract["name"].split(":")[0] for contract in contracts if contract.get("exhaustive")} == EXHAUSTIVE


def test_every_warning_is_an_error() -> None:
    warnings = tools()["pytest"]["ini_options"]["filterwarnings"]

    assert warnings[0] == "error"
    assert len(warnings) <= 3


def test_coverage_looks_everywhere() -> None:
    coverage = tools()["coverage"]

    assert coverage["run"]["branch"] is True
    assert set(coverage["run"]["source"]) == {"cms", "home", "members", "governance", "search"}
    assert set(coverage["run"]["omit"]) <= OMITTED
