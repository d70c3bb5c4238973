"""What a network may upload as its mark: a drawing that only draws."""

from xml.etree import ElementTree

MOST_BYTES = 30_000
SVG = "{http://www.w3.org/2000/svg}"
DRAWS = frozenset(
    f"{SVG}{name}"
    for name in [
        "svg",
        "g",
        "path",
        "polygon",
        "polyline",
        "circle",
        "ellipse",
        "rect",
        "line",
        "title",
        "desc",
        "defs",
        "stop",
        "linearGradient",
        "radialGradient",
        "clipPath",
    ]
)


class NoDrawing(ValueError):
    """Not an SVG, or one that could do more than draw; the text names the part."""


def check_drawing(content: bytes) -> None:
    """NoDrawing for scripts, styles, links, embedded pictures and whatever else is no shape or colour."""
    if len(content) > MOST_BYTES:
        raise NoDrawing(f"{len(content)} bytes")
    if content.startswith((b"\xfe\xff", b"\xff\xfe")) or b"\0" in content:
        raise NoDrawing("UTF-16")  # in which the next two lines would find nothing
    if b"<!" in content.replace(b"<!--", b""):
        raise NoDrawing("<!DOCTYPE>")
    if b"<?" in content.replace(b"<?xml ", b"", 1):
        raise NoDrawing("<?…?>")
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise NoDrawing("XML") from error
    if root.tag != f"{SVG}svg" or "viewBox" not in root.attrib:
        raise NoDrawing("<svg viewBox>")
    for element in root.iter():
        check_element(element)


def check_element(element: ElementTree.Element) -> None:
    if element.tag not in DRAWS:
        raise NoDrawing(f"<{str(element.tag).removeprefix(SVG)}>")
    for name, value in element.attrib.items():
        plain = name.rsplit("}", 1)[-1].lower()
        if plain.startswith("on") or plain in {"href", "style"} or "url(" in value.replace("url(#", ""):
            raise NoDrawing(plain)
