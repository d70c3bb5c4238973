"""Reading settings from the environment, and the sentence when one is missing."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured


def text(name: str, *, default: str) -> str:
    return os.environ.get(name, default)


def words(name: str, *, default: str) -> list[str]:
    return text(name, default=default).split()


def required(name: str) -> str:
    """The value of `name`; ImproperlyConfigured with a sentence when it is missing or empty."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"Set {name} before starting Plenary; infra/env.example says what it is for.")
    return value


def database(name: str, *, fallback: Path, beside: str = "") -> dict[str, Any]:
    """The database that `name` points to; else one named `…_box` on the server that `beside` points to; else SQLite."""
    url = os.environ.get(name, "")
    neighbour = os.environ.get(beside, "")
    if not url and neighbour:
        url = neighbour.rstrip("/") + "_box"
    if not url:
        return sqlite(fallback)
    found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    return sqlite(Path(found["NAME"])) if found["ENGINE"].endswith("sqlite3") else found


def sqlite(path: Path) -> dict[str, Any]:
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        # To open a file and to set it up takes longer than what most requests ask of it.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # IMMEDIATE: a transaction that will write takes its lock at once, so two writers wait and none fails.
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
        },
    }


def cache(redis_url: str) -> dict[str, Any]:
    """Redis where there is one; else one process's memory (the demo and the tests run one web process)."""
    shared = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": redis_url}
    own = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "plenary"}
    return {**(shared if redis_url else own), "KEY_FUNCTION": "cms.front.cache_keys.key_of"}
