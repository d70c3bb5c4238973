"""What an editor can put in a page, by kind."""

from cms.blocks.children import ChildrenBlock
from cms.blocks.field import StreamField
from cms.blocks.landing import LandingBlock
from cms.blocks.story import StoryBlock
from cms.blocks.study import FiguresBlock, PassagesBlock, PhasesBlock

__all__ = [
    "ChildrenBlock",
    "FiguresBlock",
    "LandingBlock",
    "PassagesBlock",
    "PhasesBlock",
    "StoryBlock",
    "StreamField",
]
