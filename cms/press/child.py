"""The setting process: data from its input, the paper to its output, how many sheets to the other one; then it is gone.

python -m cms.press.child LAYOUT <data.json >paper.pdf 2>sheets
"""

import resource
import sys
from pathlib import Path

import typst

from cms.press import limits

LAYOUTS = Path(__file__).parent


def bind() -> None:
    """From here on it gets no more memory or time than this, and writes no more than one paper."""
    for what, most in (
        (resource.RLIMIT_AS, limits.MOST_MEMORY),
        (resource.RLIMIT_CPU, limits.MOST_PROCESSOR_SECONDS),
        (resource.RLIMIT_FSIZE, limits.MOST_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))


def main() -> None:
    bind()
    # Only the fonts of this folder: the machine's own would make another paper on each machine.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[LAYOUTS / "fonts"])
    compiler = typst.Compiler(
        LAYOUTS / f"{sys.argv[1]}.typ", root=LAYOUTS, font_paths=fonts, sys_inputs={"data": sys.stdin.read()}
    )
    # UA-1: a reader hears headings, lists and tables as such, and in which language they are.
    paper = compiler.compile(format="pdf", pdf_standards="ua-1")
    sys.stderr.write(compiler.query("<sheets>", field="value", one=True))
    sys.stdout.buffer.write(paper if isinstance(paper, bytes) else b"")


if __name__ == "__main__":
    main()
