"""Organisations, the people who act for them, and what they owe."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from cms.languages import translated
from members.accounts.models import User
from members.organisations.models import Category, Contact, Invoice, MembershipTerm, Organisation, Payment
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
    number = factory.Sequence(lambda n: n + 1)
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


def member(**fields: object) -> Organisation:
    """A full member since 2010."""
    organisation: Organisation = TermFactory(organisation=OrganisationFactory(**fields)).organisation
    return organisation


def delegate_of(organisation: Organisation, **fields: object) -> User:
    """A person who speaks and votes for the organisation since 2020."""
    person: User = ContactFactory(organisation=organisation, user=PersonFactory(**fields)).user
    return person
