"""Files made to break their reader, or by mistake: each ends in a sentence, soon, and costs its bringer alone."""

import resource
import subprocess
import sys
import time
import zlib
from io import BytesIO

import pytest

from cms.papers import Unreadable, Why, limits, process, read_paper, text_of
from tests.factories.papers import bare_pdf, changed, numbered, packed, pdf, word

TEXT = b"BT /F 12 Tf 72 720 Td (Hello) Tj ET"
LOCKED = "EncryptedPackage".encode("utf-16-le")


def bomb() -> bytes:
    return packed({"word/document.xml": b" " * 60_000_000})


def entities() -> bytes:
    names = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    xml = f'<!DOCTYPE d [<!ENTITY a0 "ha">{names}]><w:document xmlns:w="urn:x"><w:body>&a11;</w:body></w:document>'
    return changed(word(), word__document_dot_xml=xml.encode())


def squeezed_pdf() -> bytes:
    """Half a gigabyte of drawing in half a megabyte."""
    squeezed = zlib.compress(b"0 0 m " * 30_000_000, 9)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(squeezed), squeezed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>"
    return numbered([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>", stream, page])


def many_objects() -> bytes:
    """A table that speaks of a thousand million objects."""
    return bare_pdf(drawn=TEXT).replace(b"/Size 6", b"/Size 1000000000").replace(b"0 6\n", b"0 1000000000\n")


@pytest.mark.parametrize(
    ("content", "whys"),
    [
        (bomb(), {Why.BOMB}),
        (entities(), {Why.DAMAGED, Why.EMPTY}),
        (changed(word(), word__vbaProject_dot_bin=b"Sub AutoOpen()"), {Why.MACROS}),
        (packed({"content.xml": b"<office/>"}), {Why.OTHER_OFFICE}),
        (packed({f"{n}": b"" for n in range(3001)}), {Why.BOMB}),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + LOCKED, {Why.OLD_WORD}),
        (word()[:3000], {Why.DAMAGED}),
        (word(), {Why.EMPTY}),
        (bare_pdf(), {Why.SCAN}),
        (bare_pdf(500, drawn=TEXT), {Why.TOO_MANY_PAGES}),
        (bare_pdf(box="0 0 14400 14400", drawn=TEXT), {Why.GIANT_PAGE}),
        (bare_pdf(drawn=b"BT /F 1 Tf 72 720 Td " + b"(aaaaaaaaa ) Tj " * 7_000 + b"ET"), {Why.TOO_MUCH_TEXT}),
        (b"%PDF-1.7\nnothing more", {Why.DAMAGED}),
        (pdf("Hello")[:900], {Why.DAMAGED, Why.SCAN}),
        (b"a" * (25 * 1024 * 1024 + 1), {Why.TOO_LARGE}),
    ],
    ids=lambda value: "-".join(sorted(value)) if isinstance(value, set) else "",
)
def test_each_ends_in_its_sentence(content: bytes, whys: set[Why]) -> None:
    with pytest.raises(Unreadable) as refused:
        read_paper(content, name="a.pdf")

    assert refused.value.why in whys
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("content", [squeezed_pdf(), many_objects()], ids=["squeezed", "objects"])
def test_what_costs_too_much_is_read_or_refused_within_its_limits(content: bytes) -> None:
    began = time.monotonic()

    try:
        said = read_paper(content, name="a.pdf").text
    except Unreadable as refusal:
        said = str(refusal)

    assert said
    assert time.monotonic() - began < limits.MOST_SECONDS


def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_SECONDS", 0.01)

    with pytest.raises(Unreadable) as refused:
        read_paper(pdf("Hello"), name="a.pdf")

    assert refused.value.why is Why.TOO_COSTLY


def test_a_process_that_falls_over_ends_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "PROGRAM", "cms.papers.no_such_program")

    with pytest.raises(Unreadable) as refused:
        read_paper(pdf("Hello"), name="a.pdf")

    assert refused.value.why is Why.TOO_COSTLY


def test_the_reading_process_may_take_only_so_much() -> None:
    program = (
        "import resource; from cms.papers.child import bind; bind();"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0])\n"
        "try: bytearray(2_000_000_000)\nexcept MemoryError: print('no')"
    )

    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)

    assert said.stdout.split() == [str(limits.MOST_MEMORY), str(limits.MOST_PROCESSOR_SECONDS), "no"]


def test_the_caller_holds_no_more_memory_afterwards() -> None:
    content = bare_pdf(60, drawn=TEXT)
    read_paper(content, name="a.pdf")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    for hostile in (content, squeezed_pdf(), bomb()):
        try:
            read_paper(BytesIO(hostile), name="a.pdf")
        except Unreadable as refusal:
            assert refusal.why in {Why.BOMB, Why.TOO_COSTLY, Why.SCAN, Why.DAMAGED}

    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert grown * 1024 < 300 * 1024 * 1024


def test_a_search_gets_the_first_pages_of_a_long_report() -> None:
    text = text_of(bare_pdf(400, drawn=TEXT), name="a.pdf")

    assert text.split() == ["Hello"] * limits.MOST_PAGES_FOR_SEARCH
