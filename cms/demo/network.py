"""Who belongs to the Kite network: organisations, their terms and dues, and the people who act for them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import count

from cms.demo.rows import MemberRow, PersonRow, organisations, people
from cms.languages import translated
from members.accounts.models import User
from members.organisations.models import Category, Contact, Invoice, MembershipTerm, Organisation, Payment
from members.organisations.rules import Role

DOMAIN = "kite.example"
FEE = 60_000  # 600 francs, in centimes


@dataclass(kw_only=True)
class Network:
    """What the parts of the demo share. `password` signs in everybody; it is drawn anew for each demo."""

    now: datetime
    password: str
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, User] = field(default_factory=dict)

    @property
    def today(self) -> date:
        return self.now.date()


def build(network: Network) -> None:
    full, observer = categories()
    numbers = count(1)
    for row in organisations():
        category = observer if row.observer else full
        network.organisations[row.slug] = join(row, category=category, today=network.today, numbers=numbers)
    hashed = User(name="")
    hashed.set_password(network.password)
    for person in people():
        network.people[person.key] = arrive(person, network=network, hashed=hashed.password)


def categories() -> tuple[Category, Category]:
    full, _made = Category.objects.get_or_create(
        code="full",
        defaults={
            "label": translated(en="Full member", fr="Membre de plein droit", es="Miembro de pleno derecho"),
            "may_vote": True,
            "may_propose": True,
            "may_stand": True,
        },
    )
    observer, _made = Category.objects.get_or_create(
        code="observer",
        defaults={"label": translated(en="Observer", fr="Observateur", es="Observador"), "pays": False},
    )
    return full, observer


def join(row: MemberRow, *, category: Category, today: date, numbers: Iterator[int]) -> Organisation:
    organisation = Organisation.objects.create(
        slug=row.slug,
        name=row.name,
        country=row.country,
        kind=row.kind,
        hidden=row.hidden,
        expertise=row.expertise,
        website="" if row.hidden else f"https://{row.slug}.example/",
    )
    MembershipTerm.objects.create(
        organisation=organisation, category=category, from_on=date(row.since, 5, 1), began_because="Admitted"
    )
    if category.pays:
        invoice_years(row, organisation, today=today, numbers=numbers)
    return organisation


def invoice_years(row: MemberRow, organisation: Organisation, *, today: date, numbers: Iterator[int]) -> None:
    """This year's and last year's invoice; paid unless the row says how many years are open."""
    for age in (1, 0):
        year = today.year - age
        invoice = Invoice.objects.create(
            organisation=organisation,
            number=next(numbers),
            year=year,
            amount=FEE,
            issued_on=date(year, 1, 15),
            due_on=date(year, 1, 31),
        )
        if row.years_unpaid <= age:
            Payment.objects.create(
                invoice=invoice, amount=FEE, paid_on=min(date(year, 3, 3), today - timedelta(days=1))
            )


def arrive(row: PersonRow, *, network: Network, hashed: str) -> User:
    person = User.objects.create(
        email=f"{row.key}@{DOMAIN}",
        password=hashed,
        name=row.name,
        language=row.language,
        time_zone=row.time_zone,
        is_staff=row.staff,
        is_superuser=row.staff,
    )
    for slug, role in row.roles:
        Contact.objects.create(
            user=person, organisation=network.organisations[slug], role=Role(role), from_on=date(2021, 1, 1)
        )
    return person
