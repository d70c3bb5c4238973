"""If something has no home, its concept has no name yet."""

import ast
import re

from tests.habits.house import every_file, parts_of, shown, source_files, tree

NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "core", "tools", "shared"}
NOTE = re.compile(r"#.*\b(" + "TO" "DO|FIX" "ME|X" "XX|HA" "CK" r")\b")


def test_no_module_is_called_after_nothing() -> None:
    nameless = [shown(path) for path in every_file() if {path.stem, *parts_of(path.parent)} & NAMELESS]

    assert nameless == []


def test_no_note_to_oneself_is_left() -> None:
    notes = [shown(path) for path in every_file() if NOTE.search(path.read_text())]

    assert notes == []


def test_no_model_orders_itself() -> None:
    """Ordering is said where it is needed: in Meta it costs every query, and hides in every other."""
    ordering = [
        f"{shown(path)}:{node.lineno}"
        for path in source_files()
        if "models" in parts_of(path) or path.stem == "models"
        for meta in ast.walk(tree(path))
        if isinstance(meta, ast.ClassDef) and meta.name == "Meta"
        for node in meta.body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "ordering"
    ]

    assert ordering == []
