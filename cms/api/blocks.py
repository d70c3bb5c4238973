"""Schemas and values of blocks, made from the blocks' own definitions: a new block without a schema fails at once."""

from functools import cache, reduce, singledispatch
from operator import or_
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import Field, create_model
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.rich_text import expand_db_html

from cms.api.images import ImageOut, image_out


class PageRef(Schema):
    """A page that a block leads to; null when it is not public."""

    url: str
    title: str
    language: str


class BlockWithoutSchema(Exception):
    """A developer added a kind of block that the API cannot say yet."""


@singledispatch
def type_of(block: blocks.Block, *, name: str) -> Any:
    """The Python type that pydantic turns into a schema; `name` is the path of the block, for the schema's own name."""
    raise BlockWithoutSchema(f"{name}: {type(block).__name__} needs a type in cms.api.blocks")


@type_of.register(blocks.CharBlock)
@type_of.register(blocks.TextBlock)
@type_of.register(blocks.RichTextBlock)
@type_of.register(blocks.ChoiceBlock)
def type_of_text(_block: blocks.Block, *, name: str) -> Any:
    return str


@type_of.register
def type_of_image(_block: ImageChooserBlock, *, name: str) -> Any:
    return ImageOut | None


@type_of.register
def type_of_page(_block: blocks.PageChooserBlock, *, name: str) -> Any:
    return PageRef | None


@type_of.register
def type_of_list(block: blocks.ListBlock, *, name: str) -> Any:
    return list[type_of(block.child_block, name=name)]  # type: ignore[misc]  # a type made at run time


@type_of.register
def type_of_struct(block: blocks.StructBlock, *, name: str) -> Any:
    fields: dict[str, Any] = {
        key: (type_of(child, name=name + titled(key)), ...) for key, child in block.child_blocks.items()
    }
    return create_model(f"{name}Value", __base__=Schema, **fields)


@type_of.register
def type_of_stream(block: blocks.StreamBlock, *, name: str) -> Any:
    """Its children joined by `type`."""
    kinds = [one_of(key, child, name=name) for key, child in block.child_blocks.items()]
    joined = kinds[0] if len(kinds) == 1 else Annotated[reduce(or_, kinds), Field(discriminator="type")]
    return list[joined]  # type: ignore[valid-type]  # a type made at run time


def one_of(key: str, child: blocks.Block, *, name: str) -> Any:
    own = name + titled(key)
    fields: dict[str, Any] = {
        "type": (Literal[key], ...),
        "id": (str, Field(description="Stays the same while the block is edited.")),
        "value": (type_of(child, name=own), ...),
    }
    return create_model(own, __base__=Schema, **fields)


def titled(key: str) -> str:
    return "".join(part.capitalize() for part in key.split("_"))


@cache
def schema_of(block: type[blocks.StreamBlock]) -> Any:
    return type_of(block(), name=block.__name__.removesuffix("Block"))


def stream_out(value: blocks.StreamValue) -> list[dict[str, Any]]:
    return [
        {"type": child.block_type, "id": child.id or "", "value": value_out(child.block, child.value)}
        for child in value
    ]


@singledispatch
def value_out(_block: blocks.Block, value: Any) -> Any:
    return value


@value_out.register
def rich_text_out(_block: blocks.RichTextBlock, value: Any) -> Any:
    return expand_db_html(value.source)


@value_out.register
def picture_out(_block: ImageChooserBlock, value: Any) -> Any:
    return image_out(value) if value else None


@value_out.register
def page_out(_block: blocks.PageChooserBlock, value: Any) -> Any:
    public = value is not None and value.live and not value.get_view_restrictions().exists()
    return (
        {"url": value.full_url or "", "title": value.title, "language": value.locale.language_code} if public else None
    )


@value_out.register
def list_out(block: blocks.ListBlock, value: Any) -> Any:
    return [value_out(block.child_block, item) for item in value]


@value_out.register
def struct_out(block: blocks.StructBlock, value: Any) -> Any:
    return {key: value_out(child, value[key]) for key, child in block.child_blocks.items()}


@value_out.register
def inner_stream_out(_block: blocks.StreamBlock, value: Any) -> Any:
    return stream_out(value)
