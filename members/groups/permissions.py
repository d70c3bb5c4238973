"""Who may do what in a group. Memberships decide; guardian holds exceptions for single documents only."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils.translation import gettext_lazy as _
from guardian.models import UserObjectPermissionBase
from guardian.shortcuts import assign_perm, remove_perm

from members.accounts.models import User
from members.groups import rules
from members.groups.models import Document, Group, GroupMembership
from members.groups.models.document import READ
from members.groups.rules import Reader, Role, Standpoint
from members.organisations.permissions import is_member_person


class DocumentException(UserObjectPermissionBase):
    """This person may read that document although the group is not theirs."""

    content_object = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="exceptions")

    class Meta(UserObjectPermissionBase.Meta):
        abstract = False
        verbose_name = _("exception for a document")
        verbose_name_plural = _("exceptions for documents")


def reader_of(person: User | AnonymousUser, group: Group, *, on: date) -> Reader:
    """Who this person is to this group on that day."""
    if not isinstance(person, User) or not person.is_active:
        return Reader(role=None, standpoint=Standpoint.OUTSIDE)
    return Reader(role=_role_of(person, group, on=on), standpoint=_standpoint_of(person, on=on))


def _role_of(person: User, group: Group, *, on: date) -> Role | None:
    roles = GroupMembership.objects.on(on).filter(group=group, person=person).values_list("role", flat=True)
    held = {Role(role) for role in roles}
    return next(
        (role for role in (Role.CO_CHAIR, Role.MEMBER, Role.OBSERVER) if role in held),
        None,
    )


def _standpoint_of(person: User, *, on: date) -> Standpoint:
    if person.is_staff:
        return Standpoint.SECRETARIAT
    return Standpoint.NETWORK if is_member_person(person, on=on) else Standpoint.OUTSIDE


def may_see(person: User | AnonymousUser, group: Group, *, on: date) -> bool:
    return rules.may_see(reader_of(person, group, on=on), group.policies)


def may_read(person: User | AnonymousUser, group: Group, *, on: date) -> bool:
    return rules.may_read(reader_of(person, group, on=on), group.policies)


def may_read_document(person: User | AnonymousUser, document: Document, *, on: date) -> bool:
    return may_read(person, document.group, on=on) or _was_opened_to(person, document)


def open_document_to(person: User, *, document: Document) -> None:
    assign_perm(READ, person, document)


def close_document_to(person: User, *, document: Document) -> None:
    remove_perm(READ, person, document)


def _was_opened_to(person: User | AnonymousUser, document: Document) -> bool:
    # Asked of the exceptions alone: has_perm would also let in whoever has the permission for all documents.
    if not isinstance(person, User) or not person.is_active:
        return False
    return DocumentException.objects.filter(user=person, content_object=document, permission__codename=READ).exists()
