from typing import Any

import pytest
from pydantic import TypeAdapter
from wagtail import blocks

from cms.api.blocks import BlockWithoutSchema, schema_of, stream_out, type_of
from cms.blocks import FiguresBlock, PassagesBlock, PhasesBlock, StoryBlock


@pytest.mark.parametrize("block", [StoryBlock, PhasesBlock, PassagesBlock, FiguresBlock])
def test_every_child_of_a_stream_is_told_apart_by_its_type(block: Any) -> None:
    schema = TypeAdapter(schema_of(block)).json_schema()

    kinds = {part["properties"]["type"]["const"] for part in schema["$defs"].values() if "type" in part["properties"]}
    assert kinds == set(block().child_blocks)


def test_a_block_that_the_api_cannot_say_fails_with_its_name() -> None:
    with pytest.raises(BlockWithoutSchema, match="Odd: DateBlock needs a type"):
        type_of(blocks.DateBlock(), name="Odd")


def test_lists_and_structures_are_said_as_plain_values() -> None:
    phase = {"title": "Count", "purpose": "Know.", "steps": ["One.", "Two."], "tips": []}
    block = PhasesBlock()

    said = stream_out(block.to_python([{"type": "phase", "id": "a", "value": phase}]))

    assert said == [{"type": "phase", "id": "a", "value": phase}]
