"""What an editor can put in a page, by kind."""

from cms.blocks.field import StreamField
from cms.blocks.story import StoryBlock
from cms.blocks.study import FiguresBlock, PassagesBlock, PhasesBlock

__all__ = ["FiguresBlock", "PassagesBlock", "PhasesBlock", "StoryBlock", "StreamField"]
