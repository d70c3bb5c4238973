"""Organisations, the people who act for them, and what they owe."""

from datetime import UTC, date, datetime

import factory
from django.db.models import Max
from factory.django import DjangoModelFactory

from cms.languages import translated
from members.accounts.models import User
from members.organisations.models import (
    Category,
    Contact,
    ContactOffer,
    CreditNote,
    Invoice,
    MembershipTerm,
    Organisation,
    Payment,
)
from members.organisations.rules import Role


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@kite.example")
    name = factory.Sequence(lambda n: f"Person {n}")
    language = "en"


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    slug = factory.Sequence(lambda n: f"organisation-{n}")
    name = factory.Sequence(lambda n: f"Organisation {n:03}")
    country = "KE"
    kind = "ngo"


class CategoryFactory(DjangoModelFactory):
    """One of its own, with every right."""

    class Meta:
        model = Category

    code = factory.Sequence(lambda n: f"category-{n}")
    label = translated(en="Associate", fr="Membre associé", es="Miembro asociado")
    may_vote = True
    may_propose = True
    may_stand = True


class FullMemberCategoryFactory(DjangoModelFactory):
    class Meta:
        model = Category
        django_get_or_create = ("code",)

    code = "full"
    label = translated(en="Full member", fr="Membre de plein droit", es="Miembro de pleno derecho")
    may_vote = True
    may_propose = True
    may_stand = True


class ObserverCategoryFactory(FullMemberCategoryFactory):
    code = "observer"
    label = translated(en="Observer", fr="Observateur", es="Observador")
    may_vote = False
    may_propose = False
    may_stand = False


class TermFactory(DjangoModelFactory):
    class Meta:
        model = MembershipTerm

    organisation = factory.SubFactory(OrganisationFactory)
    category = factory.SubFactory(FullMemberCategoryFactory)
    from_on = date(2010, 1, 1)


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    user = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Role.DELEGATE
    from_on = date(2020, 1, 1)


class InvoiceFactory(DjangoModelFactory):
    class Meta:
        model = Invoice

    organisation = factory.SubFactory(OrganisationFactory)
    number = factory.LazyFunction(lambda: (Invoice.objects.aggregate(last=Max("number"))["last"] or 0) + 1)
    year = 2026
    amount = 50_000
    issued_on = date(2026, 1, 15)
    due_on = date(2026, 3, 31)


class PaymentFactory(DjangoModelFactory):
    class Meta:
        model = Payment

    invoice = factory.SubFactory(InvoiceFactory)
    amount = 50_000
    paid_on = date(2026, 3, 3)


class CreditNoteFactory(DjangoModelFactory):
    class Meta:
        model = CreditNote

    invoice = factory.SubFactory(InvoiceFactory)
    number = factory.LazyFunction(lambda: (CreditNote.objects.aggregate(last=Max("number"))["last"] or 0) + 1)
    amount = 10_000
    issued_on = date(2026, 4, 1)
    because = "Reduced fee"


class ContactOfferFactory(DjangoModelFactory):
    """Offered on 1 June 2026, for two weeks."""

    class Meta:
        model = ContactOffer

    organisation = factory.SubFactory(OrganisationFactory)
    email = factory.Sequence(lambda n: f"invited{n}@kite.example")
    role = Role.DELEGATE
    offered_by = factory.SubFactory(PersonFactory)
    offered_at = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
    until_at = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)


def member(**fields: object) -> Organisation:
    """A full member since 2010."""
    organisation: Organisation = TermFactory(organisation=OrganisationFactory(**fields)).organisation
    return organisation


def delegate_of(organisation: Organisation, **fields: object) -> User:
    """A person who speaks and votes for the organisation since 2020."""
    person: User = ContactFactory(organisation=organisation, user=PersonFactory(**fields)).user
    return person
