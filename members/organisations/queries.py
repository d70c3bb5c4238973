"""Questions about organisations, the people who act for them, and their standing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, F, Prefetch, QuerySet

from cms.languages.countries import country_name
from cms.languages.ordering import in_order
from members.accounts.models import User
from members.organisations.models import (
    Agreement,
    Category,
    Contact,
    ContactOffer,
    Invoice,
    MembershipTerm,
    Organisation,
)
from members.organisations.models.organisation import Contacts
from members.organisations.permissions import may_see
from members.organisations.rules import Due, DuesRule, Role, Standing, Wanted, standing


def organisations_of(user: User, *, on: date) -> list[Organisation]:
    """Those that a person has a role in on that day and that are members or observers then, by name."""
    contacts = Contact.objects.of(user).on(on)
    return list(Organisation.objects.members_on(on).filter(contacts__in=contacts).distinct().order_by(in_order("name")))


def organisations_spoken_for(user: User, *, on: date) -> list[Organisation]:
    """Those that a person may speak and vote for as a delegate, by name."""
    contacts = Contact.objects.of(user).on(on).delegates()
    return list(Organisation.objects.members_on(on).filter(contacts__in=contacts).distinct().order_by(in_order("name")))


@dataclass(frozen=True, kw_only=True)
class Acting:
    """An organisation that a person acts for; `speaks` when they may vote for it."""

    organisation: Organisation
    speaks: bool


def acting_of(user: User, *, on: date) -> list[Acting]:
    """Members and observers that the person has a role in on that day: those they speak for first, then by name."""
    contacts = Contact.objects.of(user).on(on).filter(organisation__in=Organisation.objects.members_on(on))
    speaks: dict[Organisation, bool] = {}
    for contact in contacts.select_related("organisation").order_by(in_order("organisation__name"), "pk"):
        here = contact.role in (Role.PRIMARY, Role.DELEGATE)
        speaks[contact.organisation] = here or speaks.get(contact.organisation, False)
    found = [Acting(organisation=organisation, speaks=speaks) for organisation, speaks in speaks.items()]
    return sorted(found, key=lambda acting: not acting.speaks)


def standings(organisations: Iterable[Organisation], *, on: date, rule: DuesRule | None = None) -> dict[int, Standing]:
    """The standing of each on that day, by the organisation's id, in one query however many there are."""
    ids = [organisation.pk for organisation in organisations]
    asked = Organisation.objects.filter(pk__in=ids).with_standing(on=on, rule=rule or DuesRule())
    return {organisation.pk: organisation.standing for organisation in asked}


def standing_of(organisation: Organisation, *, on: date, rule: DuesRule | None = None) -> Standing:
    """The standing of one on that day, by the rule in Python."""
    term = MembershipTerm.objects.on(on).filter(organisation=organisation).select_related("category").first()
    invoices = Invoice.objects.filter(organisation=organisation).prefetch_related("payments", "credit_notes")
    return standing(
        term.category.rights if term else None,
        [invoice.due_until(on) for invoice in invoices],
        agreements=[agreement.plan for agreement in Agreement.objects.filter(organisation=organisation)],
        rule=rule or DuesRule(),
        on=on,
    )


def members_by_country(*, on: date) -> dict[str, int]:
    """How many members and observers each country has; those at risk are counted too, never named."""
    rows = Organisation.objects.members_on(on).values("country").annotate(n=Count("pk", distinct=True))
    return {row["country"]: row["n"] for row in rows.order_by("country")}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the directory."""

    organisation: Organisation
    category: Category
    since: date

    def fits(self, wanted: Wanted, *, language: str) -> bool:
        """By name, acronym, expertise and the country's name as the reader's language has it."""
        it = self.organisation
        text = " ".join([it.name, it.acronym, it.expertise.said(language).text, country_name(it.country, language)])
        return wanted.fits(text, country=it.country, category=self.category.code)


def directory(user: User, *, on: date) -> list[Entry]:
    """Members and observers that this person may see, by name."""
    seen = Organisation.objects.visible_to(user)
    terms = MembershipTerm.objects.on(on).filter(organisation__in=seen).select_related("organisation", "category")
    return [
        Entry(organisation=term.organisation, category=term.category, since=term.from_on)
        for term in terms.order_by(in_order("organisation__name"))
    ]


def directory_entry(slug: str, *, user: User, on: date) -> Organisation | None:
    """The organisation with the people who act for it on that day; None when this person may not see it."""
    people = Contact.objects.on(on).select_related("user").order_by(in_order("user__name"))
    named = Organisation.objects.members_on(on).filter(slug=slug)
    found = named.prefetch_related(Prefetch("contacts", queryset=people, to_attr="people")).first()
    return found if found and may_see(found, user, on=on) else None


def contacts_of(organisation: Organisation, *, on: date) -> Contacts:
    """Who acts for it that day, by name, with the person."""
    return (
        Contact.objects.on(on)
        .filter(organisation=organisation)
        .select_related("user")
        .order_by(in_order("user__name"), "pk")
    )


def every_contact_of(organisation: Organisation) -> list[Contact]:
    """Who acts or acted for it, those without an end first, then the latest."""
    contacts = Contact.objects.filter(organisation=organisation).select_related("user")
    return list(contacts.order_by(F("until_on").desc(nulls_first=True), in_order("user__name"), "pk"))


def terms_of(organisation: Organisation) -> list[MembershipTerm]:
    """Its membership, the latest term first."""
    terms = MembershipTerm.objects.filter(organisation=organisation).select_related("category")
    return list(terms.order_by("-from_on"))


def plans_of(organisation: Organisation) -> list[Agreement]:
    return list(Agreement.objects.filter(organisation=organisation).order_by("-from_on"))


@dataclass(frozen=True, kw_only=True)
class Owed:
    """An invoice and how it stands."""

    invoice: Invoice
    due: Due


def dues_of(organisation: Organisation, *, on: date) -> list[Owed]:
    """Its invoices, the latest first, with what was paid and given back until that day."""
    invoices = Invoice.objects.filter(organisation=organisation).prefetch_related("payments", "credit_notes")
    return [Owed(invoice=invoice, due=invoice.due_until(on)) for invoice in invoices.order_by("-year", "-number")]


def open_offers(organisation: Organisation, *, now: datetime) -> list[ContactOffer]:
    """The roles of it that wait for an answer, the oldest first."""
    return list(ContactOffer.objects.open_at(now).filter(organisation=organisation).order_by("offered_at", "pk"))


def offers_to(person: User, *, now: datetime) -> QuerySet[ContactOffer]:
    """The roles that wait for this person's answer, with the organisation, the oldest first."""
    waiting = ContactOffer.objects.open_at(now).to(person.email)
    return waiting.select_related("organisation").order_by("offered_at", "pk")


def bulletin_readers(*, on: date) -> list[User]:
    """Everybody with a role in a member or observer organisation on that day, once each, by address."""
    contacts = Contact.objects.on(on).filter(organisation__in=Organisation.objects.members_on(on), role__in=list(Role))
    return list(User.objects.filter(is_active=True, contacts__in=contacts).distinct().order_by("email"))
