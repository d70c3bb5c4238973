"""The closed vocabularies of the pages, with their words for people."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from cms.rules.licences import Licence

# The names of Creative Commons' licences are the same in every language.
LICENCES = {licence.value: licence.value for licence in Licence} | {Licence.RESERVED.value: _("All rights reserved")}


class TakenAs(StrEnum):
    """What a reader takes of a study; the values end its addresses."""

    PDF = "pdf"
    BIBTEX = "bib"
    RIS = "ris"
    CSL = "json"


TAKEN_AS = {
    TakenAs.PDF.value: "PDF",
    TakenAs.BIBTEX.value: "BibTeX",
    TakenAs.RIS.value: "RIS",
    TakenAs.CSL.value: "CSL-JSON",
}


class Audience(StrEnum):
    ALL = "all"
    MEMBERS = "members"
    MEMBERS_AND_CHILDREN = "members_and_children"


AUDIENCES = {
    Audience.ALL.value: _("open to all"),
    Audience.MEMBERS.value: _("for members"),
    Audience.MEMBERS_AND_CHILDREN.value: _("for members and children"),
}


class PublicationKind(StrEnum):
    REPORT = "report"
    GUIDE = "guide"
    POSITION = "position"
    LETTER = "letter"
    STATUTES = "statutes"


PUBLICATION_KINDS = {
    PublicationKind.REPORT.value: _("Report"),
    PublicationKind.GUIDE.value: _("Guide"),
    PublicationKind.POSITION.value: _("Position"),
    PublicationKind.LETTER.value: _("Open letter"),
    PublicationKind.STATUTES.value: _("Statutes and rules"),
}

# Files come in more languages than the site: the six of the United Nations, and some that members publish in.
FILE_LANGUAGES = [
    ("en", _("English")),
    ("fr", _("French")),
    ("es", _("Spanish")),
    ("ar", _("Arabic")),
    ("ru", _("Russian")),
    ("zh", _("Chinese")),
    ("pt", _("Portuguese")),
    ("sw", _("Swahili")),
]
