"""Keeps the box's tables in the box's database, and everything else out of it."""

from __future__ import annotations

from typing import Any

from django.db.models import Model


class BoxRouter:
    def db_for_read(self, model: type[Model], **hints: Any) -> str | None:
        return "box" if model._meta.app_label == "box" else None

    def db_for_write(self, model: type[Model], **hints: Any) -> str | None:
        return "box" if model._meta.app_label == "box" else None

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool | None:
        return (one._meta.app_label == "box") == (other._meta.app_label == "box")

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool | None:
        return (db == "box") == (app_label == "box")
