"""The directory: organisations that are members or observers today, and the people who act for them.

An organisation at risk, and whoever acts for no other, are found by its own people and the secretariat alone. Its name
stands in nobody's text: two of its kind, found through one person, would else tell of each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Now
from django.urls import reverse

from cms.languages import LANGUAGES
from cms.languages.countries import country_name
from cms.languages.text import site_language
from members.accounts.models import User
from members.organisations.models import Contact, MembershipTerm, Organisation
from members.organisations.permissions import is_member_person
from search.queries.documents.rooms import Line, Rows
from search.rules import audiences
from search.rules.documents import Document, Label, document_of
from search.rules.kinds import Source

ADDRESS = "organisations:entry"


def terms_today() -> QuerySet[MembershipTerm]:
    """By the database's clock, as `Contact.objects.acting`: what is in the index holds today."""
    return MembershipTerm.objects.filter(Q(from_on__lte=Now()), Q(until_on__isnull=True) | Q(until_on__gt=Now()))


def listed() -> QuerySet[Organisation]:
    return Organisation.objects.filter(Exists(terms_today().filter(organisation=OuterRef("pk"))))


def acting() -> QuerySet[Contact]:
    """Who acts today for whom the directory lists."""
    return Contact.objects.acting().filter(organisation__in=listed())


def opens(organisation: Organisation) -> Iterator[str]:
    """What `Organisation.objects.visible_to` says, within the extranet."""
    yield audiences.STAFF
    yield audiences.organisation(organisation.pk) if organisation.hidden else audiences.MEMBER


def in_each_language(text: str) -> dict[str, str]:
    """A name is found in whichever language the question is asked: each has stems of its own."""
    return dict.fromkeys(LANGUAGES, text)


# --- organisations


def organisation_document(organisation: Organisation) -> Document:
    countries = [Label(language=code, text=country_name(organisation.country, code)) for code in LANGUAGES]
    acronyms = [Label(language=code, text=organisation.acronym) for code in LANGUAGES if organisation.acronym]
    return document_of(
        Source.ORGANISATION,
        organisation.pk,
        title=in_each_language(organisation.name),
        texts=organisation.expertise.texts,
        audience=opens(organisation),
        labels=[*countries, *acronyms],
    )


def organisation_line(organisation: Organisation, document: Document) -> Line:
    return Line(
        document=document,
        address=reverse(ADDRESS, args=[organisation.slug]),
        where=country_name(organisation.country, site_language()),
        who=(organisation.acronym,),
    )


def organisations_seen(rows: QuerySet[Organisation], user: User, on: date) -> QuerySet[Organisation]:
    """The directory is for the network alone, whoever may know of an organisation elsewhere."""
    if not (user.is_staff or is_member_person(user, on=on)):
        return rows.none()
    return rows.filter(
        pk__in=Organisation.objects.members_on(on).filter(pk__in=Organisation.objects.visible_to(user)).values("pk")
    )


ORGANISATIONS = Rows(
    source=Source.ORGANISATION,
    rows=listed,
    seen=organisations_seen,
    document=organisation_document,
    line=organisation_line,
)

# --- people


def people() -> QuerySet[User]:
    contacts = Prefetch("contacts", acting().select_related("organisation").order_by("pk"))
    return User.objects.filter(Exists(acting().filter(user=OuterRef("pk")))).prefetch_related(contacts)


def person_document(person: User) -> Document:
    """The name, and the names of organisations that the whole network may know that they act for."""
    theirs = [contact.organisation for contact in person.contacts.all()]
    named = dict.fromkeys(organisation.name for organisation in theirs if not organisation.hidden)
    return document_of(
        Source.PERSON,
        person.pk,
        title=in_each_language(person.name),
        texts={},
        audience=[token for organisation in theirs for token in opens(organisation)],
        labels=[Label(language=code, text=name) for name in named for code in LANGUAGES],
    )


def people_seen(rows: QuerySet[User], user: User, on: date) -> QuerySet[User]:
    """Each with those roles alone that this reader may know of."""
    organisations = organisations_seen(Organisation.objects.all(), user, on)
    contacts = Contact.objects.on(on).filter(organisation__in=organisations)
    known = Prefetch("contacts", contacts.select_related("organisation").order_by("organisation__name", "pk"))
    acting_for = contacts.filter(user=OuterRef("pk"))
    return User.objects.filter(pk__in=rows.values("pk")).filter(Exists(acting_for)).prefetch_related(known)


def person_line(person: User, document: Document) -> Line:
    contacts = list(person.contacts.all())
    return Line(
        document=document,
        address=reverse(ADDRESS, args=[contacts[0].organisation.slug]),
        who=tuple(dict.fromkeys(contact.organisation.name for contact in contacts)),
        state=contacts[0].get_role_display(),
    )


PEOPLE = Rows(
    source=Source.PERSON,
    rows=people,
    seen=people_seen,
    document=person_document,
    line=person_line,
)
