"""The kinds of things that members find, in words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from search.rules.kinds import Kind

# One of it, beside a hit.
ONE: dict[Kind, Promise] = {
    Kind.STUDY: _("Case study"),
    Kind.PAGE: pgettext_lazy("a page of the public site", "Page"),
    Kind.DISCUSSION: _("Discussion"),
    Kind.DOCUMENT: _("Document"),
    Kind.MEETING: _("Meeting"),
    Kind.MOTION: _("Motion"),
    Kind.DECISION: _("Decision"),
    Kind.MINUTES: _("Minutes"),
    Kind.BULLETIN: _("Bulletin"),
    Kind.GROUP: _("Working group"),
    Kind.ORGANISATION: _("Organisation"),
    Kind.PERSON: _("Person"),
}
# All of them, over the list.
ALL: dict[Kind, Promise] = {
    Kind.STUDY: _("Case studies"),
    Kind.PAGE: _("Pages"),
    Kind.DISCUSSION: _("Discussions"),
    Kind.DOCUMENT: _("Documents"),
    Kind.MEETING: _("Meetings"),
    Kind.MOTION: _("Motions"),
    Kind.DECISION: _("Decisions"),
    Kind.MINUTES: _("Minutes"),
    Kind.BULLETIN: _("Bulletin"),
    Kind.GROUP: _("Working groups"),
    Kind.ORGANISATION: _("Organisations"),
    Kind.PERSON: _("People"),
}
