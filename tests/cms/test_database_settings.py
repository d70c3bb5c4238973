from pathlib import Path

import pytest

from cms.settings import environment


def test_a_sqlite_address_gets_the_same_options_as_the_embedded_default(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOME_DATABASE_URL", f"sqlite:///{tmp_path / 'a.sqlite3'}")

    found = environment.database("SOME_DATABASE_URL", fallback=tmp_path / "never")

    assert found == environment.sqlite(tmp_path / "a.sqlite3")
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert found["OPTIONS"]["timeout"] == 30


def test_the_box_stands_beside_the_database_on_the_same_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOME_DATABASE_URL", "postgres://somebody@127.0.0.1:5432/kite")
    monkeypatch.delenv("SOME_BOX_URL", raising=False)

    found = environment.database("SOME_BOX_URL", fallback=tmp_path / "never", beside="SOME_DATABASE_URL")

    assert found["NAME"] == "kite_box"
    assert found["ENGINE"] == "django.db.backends.postgresql"
