"""Tests wait for what happens, not for time to pass, and each is a sentence."""

import ast
from collections.abc import Iterator
from itertools import zip_longest

import pytest

from tests.habits.house import files_of_tests, parts_of, shown, tree

WAITING = {"sleep", "wait_for_timeout"}


def test_no_test_sleeps() -> None:
    sleeping = [
        f"{shown(path)}:{node.lineno}"
        for path in files_of_tests()
        if "bench" not in parts_of(path)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in WAITING
    ]

    assert sleeping == []


# What the next statement may be: it waits by itself until the page has what it asks for.
WAITS = {"expect", "click", "fill", "check", "press", "wait_for_url", "wait_for_function"}
LEADS_ON = {"button", "link"}


def test_no_browser_test_looks_at_a_page_that_is_not_there_yet() -> None:
    """On a busy machine a page comes in pieces, and `all`, `count` or `evaluate` take what there is of it."""
    hasty = [
        f"{shown(path)}:{line}"
        for path in files_of_tests()
        if "browser" in parts_of(path)
        for line in unwaited(tree(path))
    ]

    assert hasty == []


def unwaited(module: ast.AST) -> Iterator[int]:
    """Lines with a click on a button or a link after which nothing waits, neither around it nor next."""
    for parent in ast.walk(module):
        body = getattr(parent, "body", None)
        if isinstance(body, list) and not (isinstance(parent, ast.With) and awaits(parent)):
            yield from (one.lineno for one, then in zip_longest(body, body[1:]) if clicks(one) and not waits(then))


def awaits(block: ast.With) -> bool:
    return any("expect_" in ast.unparse(item.context_expr) for item in block.items)


def clicks(statement: ast.stmt) -> bool:
    is_click = isinstance(statement, ast.Expr) and "click" in called(statement)
    return is_click and bool(LEADS_ON & {one.value for one in ast.walk(statement) if isinstance(one, ast.Constant)})


def waits(statement: ast.stmt | None) -> bool:
    return statement is not None and bool(WAITS & called(statement))


def called(statement: ast.stmt) -> set[str]:
    calls = [node.func for node in ast.walk(statement) if isinstance(node, ast.Call)]
    return {getattr(one, "attr", getattr(one, "id", "")) for one in calls}


CLICK = 'page.get_by_role("button", name="Send").click()'


@pytest.mark.parametrize(
    ("written", "found"),
    [
        (f"{CLICK}\nboxes = page.locator('input').all()", [1]),
        (f"def send(page):\n    {CLICK}", [2]),
        (f"{CLICK}\nexpect(page).to_have_url('/en/')", []),
        (f"with page.expect_navigation():\n    {CLICK}\nboxes = page.locator('input').all()", []),
        ("page.get_by_text('Menu').click()\nboxes = page.locator('input').all()", []),
    ],
)
def test_a_click_that_nothing_waits_for_is_found(written: str, found: list[int]) -> None:
    assert list(unwaited(ast.parse(written))) == found


def test_tests_are_sentences() -> None:
    """Three words at least: `test_close` says nothing about what must be so."""
    short = [
        f"{shown(path)}:{node.lineno} {node.name}"
        for path in files_of_tests()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_") and node.name.count("_") < 3
        if path.name.startswith("test_")
    ]

    assert short == []
