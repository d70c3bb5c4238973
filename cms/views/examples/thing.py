"""Anything that has the parts which a template asks for."""

from types import SimpleNamespace
from typing import Any


def thing(**parts: Any) -> SimpleNamespace:
    return SimpleNamespace(**parts)
