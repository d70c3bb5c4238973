"""What kind of file it is, by what is in it: names lie."""

from cms.papers.plain import is_marked_as_text
from cms.papers.values import Kind
from cms.papers.why import Refused, Why

PDF = b"%PDF-"
# PDF readers have always forgiven some bytes before the mark.
PDF_MARK_WITHIN = 1024
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"


def kind_of(content: bytes) -> Kind:
    """By its first bytes. Raises Refused for a kind that is not read here."""
    if PDF in content[:PDF_MARK_WITHIN]:
        return Kind.PDF
    if content.startswith(ZIP):
        return Kind.WORD
    if content.startswith(OLE):
        raise Refused(Why.OLD_WORD)
    if content.startswith((RICH_TEXT, EMPTY_ZIP)):
        raise Refused(Why.OTHER_OFFICE)
    if b"\0" in content and not is_marked_as_text(content):
        raise Refused(Why.UNKNOWN_KIND)
    return Kind.TEXT
