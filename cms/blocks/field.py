"""A StreamField whose blocks stay out of migrations: they change with every redesign and no column changes with them."""

from collections.abc import Sequence
from typing import Any

from wagtail import fields


class StreamField(fields.StreamField):
    """Takes a StreamBlock class. In a migration's frozen models it stands without its blocks."""

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types or [], **kwargs)

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, _blocks, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "cms.blocks.field.StreamField", [], kwargs
