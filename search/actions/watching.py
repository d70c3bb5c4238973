"""Which rows the search listens to, and which documents each of them concerns."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save
from wagtail.models import PageViewRestriction, get_page_models
from wagtail.signals import post_page_move

from cms.models import CaseStudyPage
from cms.models.facets import Facet
from governance.assembly.models import AgendaItem, Assembly, Election, Minutes, Motion
from governance.assembly.models import Paper as AssemblyPaper
from governance.decisions.models import Decision
from members.accounts.models import User
from members.bulletin.models import Issue, Section
from members.groups.models import Document, DocumentVersion, Group, GroupMeeting, Post, Topic
from members.groups.permissions import DocumentException
from members.organisations.models import Contact, MembershipTerm, Organisation
from search.actions import journal
from search.actions.journal import Naming, all_of, one
from search.rules.journal import What
from search.rules.kinds import Source

# A model, and what a saved or deleted row of it concerns.
WATCHED: tuple[tuple[type[Model], Naming], ...] = (
    (Group, all_of(What.GROUP)),
    (Topic, one(Source.DISCUSSION)),
    (Post, one(Source.DISCUSSION, by="topic_id")),
    (Document, one(Source.DOCUMENT)),
    (DocumentVersion, one(Source.DOCUMENT, by="document_id")),
    (DocumentException, one(Source.DOCUMENT, by="content_object_id")),
    (GroupMeeting, one(Source.MEETING)),
    (Assembly, all_of(What.ASSEMBLY)),
    (AgendaItem, one(Source.ASSEMBLY, by="assembly_id")),
    (Election, one(Source.ASSEMBLY, by="assembly_id")),
    (AssemblyPaper, one(Source.PAPER)),
    (Motion, one(Source.MOTION)),
    (Minutes, one(Source.MINUTES)),
    (Decision, one(Source.DECISION)),
    (Issue, one(Source.BULLETIN)),
    (Section, one(Source.BULLETIN, by="issue_id")),
    (Organisation, all_of(What.ORGANISATION)),
    (MembershipTerm, all_of(What.ORGANISATION, by="organisation_id")),
    (Contact, one(Source.PERSON, by="user_id")),
)
# Signing in saves a user too, and autosave a page.
PERSON = frozenset({"name"})
PUBLISHED = frozenset({"live"})


def watch() -> None:
    """Once, when the site starts. The receivers run inside the transaction of what they record."""
    for model, naming in WATCHED:
        listen(model, journal.receiver(naming))
    listen(User, journal.receiver(one(Source.PERSON), columns=PERSON))
    for page_type in get_page_models():
        source = Source.STUDY if page_type is CaseStudyPage else Source.PAGE
        # Not `page_published`: it is sent after the transaction, and a crash between the two would lose the change.
        listen(page_type, journal.receiver(one(source, by="translation_key"), columns=PUBLISHED))
    post_page_move.connect(journal.tree_changed)
    listen(PageViewRestriction, journal.tree_changed)
    m2m_changed.connect(journal.tree_changed, sender=PageViewRestriction.groups.through)
    for vocabulary in Facet.__subclasses__():
        listen(vocabulary, journal.label_changed)
        listen(vocabulary, journal.vocabulary_changed)


def listen(model: type[Model], receiver: Any) -> None:
    """Held fast: nobody else keeps a receiver that was made for one model."""
    post_save.connect(receiver, sender=model, weak=False)
    post_delete.connect(receiver, sender=model, weak=False)
