"""infra/env.example and the code speak of the same variables, and production insists on the required ones."""

import ast
import os
import re
import runpy
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from cms.settings import environment, production_needs

ROOT = Path(settings.BASE_DIR)
EXAMPLE = ROOT / "infra" / "env.example"
READERS = {"text", "words", "required", "database", "get", "setdefault"}
EVERYTHING = {
    "SECRET_KEY": "k" * 60,
    "ALLOWED_HOSTS": "plenary.example",
    "SITE_ADDRESS": "https://plenary.example",
    "DATABASE_URL": "postgres://plenary@127.0.0.1/plenary",
    "BOX_DATABASE_URL": "postgres://box@127.0.0.1/box",
    "REDIS_URL": "redis://127.0.0.1/0",
    "ELASTICSEARCH_URL": "http://127.0.0.1:9200",
    "S3_ENDPOINT_URL": "https://files.example",
    "S3_ACCESS_KEY": "access",
    "S3_SECRET_KEY": "secret",
    "SMTP_URL": "smtp://127.0.0.1:25",
    "DEFAULT_FROM_EMAIL": "no-reply@plenary.example",
}
ASKING = """
import sys
import django
django.setup()
from django.http import Http404
from django.test import RequestFactory
from django.urls import resolve
found = resolve(sys.argv[1])
try:
    print(found.func(RequestFactory().get(sys.argv[1]), *found.args, **found.kwargs).status_code)
except Http404:
    print(404)
"""


def documented() -> list[str]:
    return re.findall(r"^([A-Z][A-Z0-9_]*)=", EXAMPLE.read_text(), flags=re.MULTILINE)


def sources() -> Iterator[Path]:
    for folder in ("cms", "home", "members", "governance", "search"):
        yield from (ROOT / folder).rglob("*.py")


def names_read(source: str) -> set[str]:
    """The names in env.text("NAME"), os.environ.get("NAME"), os.environ["NAME"] and their like."""
    nodes = list(ast.walk(ast.parse(source)))
    calls = [node for node in nodes if isinstance(node, ast.Call) and is_reader(node.func)]
    subscripts = [node for node in nodes if isinstance(node, ast.Subscript) and is_environ(node.value)]
    values = [argument for call in calls for argument in call.args[:1]] + [node.slice for node in subscripts]
    return {str(value.value) for value in values if isinstance(value, ast.Constant)}


def is_reader(node: ast.expr) -> bool:
    if not isinstance(node, ast.Attribute) or node.attr not in READERS:
        return False
    return is_environ(node.value) or (isinstance(node.value, ast.Name) and node.value.id == "env")


def is_environ(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "environ"


def test_every_variable_that_the_code_reads_is_documented_once_and_no_other() -> None:
    read = {name for path in sources() for name in names_read(path.read_text())}

    assert sorted(read) == sorted(documented())


def test_every_variable_is_explained() -> None:
    lines = EXAMPLE.read_text().splitlines()
    examples = [(before, line) for before, line in pairwise(lines) if re.match(r"[A-Z]", line)]

    unexplained = [line for before, line in examples if not before.startswith("#") and not re.match(r"S3_", before)]

    assert unexplained == []


def test_what_production_needs_is_what_the_example_calls_required() -> None:
    required = EXAMPLE.read_text().split("# --- required")[1].split("# --- optional")[0]

    assert re.findall(r"^([A-Z][A-Z0-9_]*)=", required, flags=re.MULTILINE) == list(production_needs.REQUIRED)
    assert sorted(EVERYTHING) == sorted(production_needs.REQUIRED)


def start_production(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> dict[str, Any]:
    for name in EVERYTHING:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return runpy.run_path(str(ROOT / "cms" / "settings" / "production.py"))


@pytest.mark.parametrize("missing", sorted(EVERYTHING))
def test_production_refuses_to_start_without(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    variables = {name: value for name, value in EVERYTHING.items() if name != missing}

    with pytest.raises(ImproperlyConfigured) as refusal:
        start_production(monkeypatch, variables)

    assert str(refusal.value) == f"Set {missing} before starting Plenary; infra/env.example says what it is for."


def test_production_takes_an_empty_variable_for_a_missing_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ImproperlyConfigured, match="Set SMTP_URL before"):
        start_production(monkeypatch, {**EVERYTHING, "SMTP_URL": ""})


def test_production_starts_when_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = start_production(monkeypatch, EVERYTHING)

    assert chosen["DEBUG"] is False
    assert chosen["SECURE_SSL_REDIRECT"] is True
    assert chosen["SESSION_COOKIE_SECURE"] is True
    assert chosen["STYLEGUIDE"] is False


@pytest.mark.parametrize("address", ["/styleguide/", "/styleguide/dark.css"])
def test_a_process_of_production_has_no_style_guide(address: str) -> None:
    """With its own settings, addresses and view, and nothing of this test's."""
    as_in_production = {**os.environ, **EVERYTHING, "DJANGO_SETTINGS_MODULE": "cms.settings.production"}

    said = subprocess.run(
        [sys.executable, "-c", ASKING, address],
        cwd=ROOT,
        env=as_in_production,
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.split() == ["404"]


def test_the_box_is_beside_the_database_when_it_has_no_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://plenary@127.0.0.1/plenary")
    monkeypatch.delenv("BOX_DATABASE_URL", raising=False)

    box = environment.database("BOX_DATABASE_URL", fallback=Path("unused"), beside="DATABASE_URL")

    assert box["NAME"] == "plenary_box"


def test_without_an_address_a_database_is_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)

    database = environment.database("DATABASE_URL", fallback=tmp_path / "var" / "plenary.sqlite3")

    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == tmp_path / "var" / "plenary.sqlite3"
    assert (tmp_path / "var").is_dir()


def test_one_process_needs_no_redis() -> None:
    assert environment.cache("")["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache"
    assert environment.cache("redis://127.0.0.1/0")["LOCATION"] == "redis://127.0.0.1/0"
