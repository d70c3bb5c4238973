"""The ground's press: what is given as data comes out as sheets of paper, set and tagged.

    printed = pressed("study", data)     # Printed(content=b"%PDF…", sheets=4)

A layout is a Typst file of this folder. Text goes to it as data and is nowhere read as Typst, so nothing has to be
escaped and nobody's words can become layout. Each sheet is set in a process of its own, within limits of memory and
time (`limits`): whatever it comes to, the caller gets a Printed or PressRefused, whose message is a sentence.
"""

from cms.press.process import PressRefused, Printed, pressed

__all__ = ["PressRefused", "Printed", "pressed"]
