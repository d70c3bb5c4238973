"""A StreamField whose blocks stay out of migrations: they change with a redesign, and no column with them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from wagtail import fields


class StreamField(fields.StreamField):
    """Takes a StreamBlock class. In a migration's frozen models it stands without its blocks."""

    def __init__(self, block_types: Any = (), **kwargs: Any) -> None:
        super().__init__(block_types or [], **kwargs)

    if TYPE_CHECKING:
        # The attribute takes a list of pairs or JSON and gives a StreamValue; the stubs know the field only.
        def __get__(self, instance: Any, owner: Any = None) -> Any: ...
        def __set__(self, instance: Any, value: Any) -> None: ...

    def deconstruct(self) -> tuple[str, str, Sequence[Any], dict[str, Any]]:
        name, _path, _blocks, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "cms.blocks.field.StreamField", [], kwargs
