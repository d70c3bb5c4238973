"""The ground's reading room: what a PDF, a Word file or a text says, read within limits, whoever brought it.

    paper = read_paper(content, name="study.pdf")   # lines in reading order, with their places
    text_of(content, name="minutes.docx")           # only the words, for a search

Files of strangers are attacked where they are parsed. So PDFs and Word files are read in a process of their own, within
limits of memory and time (`limits`); whatever becomes of it, the caller gets a Paper or Unreadable, whose message is a
sentence for the person who brought the file.
"""

from cms.papers.process import read_paper, text_of
from cms.papers.refusals import Unreadable
from cms.papers.values import Box, Kind, Line, Paper, Place
from cms.papers.why import Why

__all__ = ["Box", "Kind", "Line", "Paper", "Place", "Unreadable", "Why", "read_paper", "text_of"]
