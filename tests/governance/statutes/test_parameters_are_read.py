"""A parameter that no rule reads is a promise that nobody keeps: each is read outside the statutes and the demo."""

import ast
from collections.abc import Iterator
from pathlib import Path

from governance.statutes.rules import MotionKind, Parameter
from tests.habits.house import ROOT, shown, source_files, tree

BOOK = ROOT / "governance" / "statutes" / "rules" / "book.py"
ELSEWHERE = ("governance/statutes/", "cms/demo/")


def readers() -> list[Path]:
    return [path for path in source_files() if not shown(path).startswith(ELSEWHERE)]


def named(node: ast.AST) -> set[str]:
    """The parameters that are written as `Parameter.NAME` in it."""
    return {
        one.attr
        for one in ast.walk(node)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == "Parameter"
    }


def called() -> set[str]:
    """The names of methods that anybody outside calls."""
    return {
        node.func.attr
        for path in readers()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }


def read_through_the_book() -> Iterator[str]:
    """By a method of the statute book that is called outside: `quorum()`, `majority(kind)`, `record_on(…)`."""
    outside = called()
    for node in ast.walk(tree(BOOK)):
        if isinstance(node, ast.FunctionDef) and node.name in outside:
            yield from named(node)
    if "majority" in outside:
        yield from (f"MAJORITY_{kind.name}" for kind in MotionKind)


def test_every_parameter_is_read_by_a_rule() -> None:
    directly = {name for path in readers() for name in named(tree(path))}

    unread = {parameter.name for parameter in Parameter} - directly - set(read_through_the_book())

    assert unread == set()


def test_the_reading_is_noticed_and_so_is_its_absence() -> None:
    assert "WRITTEN_DAYS" in {name for path in readers() for name in named(tree(path))}
    assert {"QUORUM", "PROXY_COUNTS_FOR_QUORUM", "MAJORITY_URGENT"} <= set(read_through_the_book())
    assert named(ast.parse("book.number(Parameter.NOBODY_READS_THIS)")) == {"NOBODY_READS_THIS"}
