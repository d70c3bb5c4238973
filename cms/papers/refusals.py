"""Why a file was not read, in a sentence for the person who brought it."""

from django.utils.translation import gettext_lazy as _

from cms.papers.why import Why

SENTENCES = {
    Why.EMPTY: _("The file is empty."),
    Why.TOO_LARGE: _("The file is over 25 MB. Save it with smaller pictures, or without them."),
    Why.TOO_LONG_A_TEXT: _("The text file is over 2 MB. Cut it into smaller ones first."),
    Why.UNKNOWN_KIND: _("This is no PDF, no Word file (.docx) and no text. Save it as one of these first."),
    Why.NOT_TEXT: _("This is not readable text. Save it as plain text in UTF-8 first."),
    Why.OLD_WORD: _("This is an old or a locked office file. Open it, take its password off, and save it as .docx."),
    Why.MACROS: _("This Word file holds macros, that is programs. Save it as .docx without them."),
    Why.OTHER_OFFICE: _("This is an office file of another kind. Save it as .docx or as PDF first."),
    Why.LOCKED: _("The file is locked by a password. Save it without one first."),
    Why.DAMAGED: _("The file is damaged or was cut off. Save or send it once more."),
    Why.BOMB: _("The file unpacks to far more than it should. It was not opened."),
    Why.SCAN: _("The file holds pictures of pages but no text. Let a program recognise its text (OCR) first."),
    Why.TOO_MANY_PAGES: _("The file has more than 60 pages. Cut it: one file for each study."),
    Why.TOO_MUCH_TEXT: _("The file holds far more text than its pages have room for. It was not read."),
    Why.GIANT_PAGE: _("A page of the file is larger than a poster. Save it in a usual page size first."),
    Why.TOO_COSTLY: _("Reading the file takes too much time or memory. Save it anew as PDF, or as plain text."),
}


class Unreadable(Exception):
    """The file could not be read. `why` is for programs; the message is a sentence for the person who brought it."""

    def __init__(self, why: Why) -> None:
        super().__init__(str(SENTENCES[why]))
        self.why = why
