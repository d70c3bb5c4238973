"""Reading the house's own source: which files there are, which functions are in them, how long they are."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("cms", "home", "members", "governance", "search")
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, kw_only=True)
class Length:
    """How many lines a named thing has, from its first line to its last."""

    name: str
    lines: int


@cache
def source_files() -> tuple[Path, ...]:
    """What we ship, without the migrations that Django writes."""
    return tuple(path for part in PARTS for path in python_files(part) if "migrations" not in parts_of(path))


@cache
def files_of_tests() -> tuple[Path, ...]:
    return tuple(python_files("tests"))


@cache
def every_file() -> tuple[Path, ...]:
    return (*source_files(), *files_of_tests(), *python_files("infra"))


def python_files(part: str) -> Iterator[Path]:
    return iter(sorted((ROOT / part).rglob("*.py")))


@cache
def templates() -> tuple[Path, ...]:
    return tuple(sorted(path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt"}))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def functions(path: Path) -> Iterator[Length]:
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield Length(name=f"{shown(path)}:{node.lineno} {node.name}", lines=length(node))


def length(node: Function) -> int:
    """Lines from `def` to the end; decorators are said of it, not in it."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def unannotated(path: Path) -> Iterator[str]:
    """Arguments and answers without a type; a method's own object needs none."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            untyped = [item.arg for item in arguments(node) if item.annotation is None]
            missing = [name for name in untyped if name not in {"self", "cls"}]
            yield from (f"{shown(path)}:{node.lineno} {node.name}({name})" for name in missing)
            yield from () if node.returns else (f"{shown(path)}:{node.lineno} {node.name}",)


def arguments(node: Function) -> list[ast.arg]:
    every = node.args
    starred = [item for item in (every.vararg, every.kwarg) if item]
    return [*every.posonlyargs, *every.args, *every.kwonlyargs, *starred]


def lines_of(path: Path) -> int:
    return len(path.read_text().splitlines())


def parts_of(path: Path) -> tuple[str, ...]:
    """The folders within the house: the one that it was put into says nothing."""
    return path.relative_to(ROOT).parts


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
