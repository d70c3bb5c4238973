"""A mark draws and does nothing else."""

import pytest

from cms.rules.vector import MOST_BYTES, NoDrawing, check_drawing

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">'


def drawing(inside: str) -> bytes:
    return f"{HEAD}{inside}</svg>".encode()


def test_shapes_and_gradients_pass() -> None:
    check_drawing(
        drawing(
            '<defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/></linearGradient></defs>'
            '<g fill="url(#g)"><path d="M0 0h10v10z"/><circle r="2"/></g>'
        )
    )


@pytest.mark.parametrize(
    ("inside", "named"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<style>*{}</style>", "<style>"),
        ("<foreignObject/>", "<foreignObject>"),
        ('<image href="https://elsewhere.example/a.png"/>', "<image>"),
        ('<path onclick="x()"/>', "onclick"),
        ('<path style="fill:red"/>', "style"),
        ('<g xmlns:x="http://www.w3.org/1999/xlink" x:href="#a"/>', "href"),
        ('<path fill="url(https://elsewhere.example/#a)"/>', "fill"),
        ('<path filter="url(#a) url(https://elsewhere.example/#a)"/>', "filter"),
    ],
)
def test_what_could_do_more_than_draw_is_refused_by_name(inside: str, named: str) -> None:
    with pytest.raises(NoDrawing) as refused:
        check_drawing(drawing(inside))

    assert str(refused.value) == named


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"GIF89a", "XML"),
        (b"<svg", "XML"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "<svg viewBox>"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml" viewBox="0"/>', "<svg viewBox>"),
        (b'<!DOCTYPE svg [<!ENTITY a "aa">]><svg/>', "<!DOCTYPE>"),
        (b'<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><svg/>', "<?\u2026?>"),
        ('<!DOCTYPE svg [<!ENTITY a "aa">]><svg/>'.encode("utf-16"), "UTF-16"),
        (b" " * (MOST_BYTES + 1), f"{MOST_BYTES + 1} bytes"),
    ],
)
def test_what_is_no_svg_is_refused(content: bytes, named: str) -> None:
    with pytest.raises(NoDrawing) as refused:
        check_drawing(content)

    assert str(refused.value) == named
