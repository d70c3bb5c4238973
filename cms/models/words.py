"""The closed vocabularies of the pages, with their words for people."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class ChildParticipation(StrEnum):
    """After Lansdown: consulted, working together, led by children."""

    NONE = "none"
    CONSULTED = "consulted"
    TOOK_PART = "took_part"
    LED = "led"


class Audience(StrEnum):
    ALL = "all"
    MEMBERS = "members"
    MEMBERS_AND_CHILDREN = "members_and_children"


PARTICIPATION = {
    ChildParticipation.NONE.value: _("Children did not take part"),
    ChildParticipation.CONSULTED.value: _("Children were asked"),
    ChildParticipation.TOOK_PART.value: _("Children took part"),
    ChildParticipation.LED.value: _("Children led"),
}
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
