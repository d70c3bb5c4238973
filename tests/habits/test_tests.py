"""Tests do not wait for time to pass, and each is a sentence."""

import ast

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
