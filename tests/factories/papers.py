"""Papers made for tests: PDFs set by typst, Word files by python-docx, and files that nobody should open."""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import typst

Pages = list[str]


def pdf(source: str) -> bytes:
    """What typst sets of its own markup."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "paper.typ"
        path.write_text(source, encoding="utf-8")
        return bytes(typst.compile(path))


def word(*build: Callable[[Any], object]) -> bytes:
    """A Word file, onto which each of `build` puts something."""
    document = docx.Document()
    for put in build:
        put(document)
    held = BytesIO()
    document.save(held)
    return held.getvalue()


@contextmanager
def repacked(content: bytes) -> Iterator[dict[str, bytes]]:
    """The parts of a zip, to be changed; `packed` makes a file of them again."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        yield {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def changed(content: bytes, **parts: bytes) -> bytes:
    """A zip with parts put in or replaced; `__` in a name stands for "/", `_dot_` for "."."""
    with repacked(content) as held:
        names = {name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}
        return packed({**held, **names})


def bare_pdf(pages: int = 1, *, box: str = "0 0 595 842", drawn: bytes = b"") -> bytes:
    """A PDF written by hand: `pages` times the same page, on which `drawn` is drawn."""
    kids = " ".join(f"{number + 5} 0 R" for number in range(pages))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    page = f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>"
    return numbered([*objects, *[page.encode()] * pages])


def numbered(objects: list[bytes]) -> bytes:
    """A whole PDF of these objects, with its table of where they are."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table)
    return bytes(made)
