"""The proof that members were told in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from cms.languages.ordering import in_order
from governance.assembly.models import Assembly, Notice
from governance.assembly.queries.steps import book_of, notice_parameter
from governance.assembly.rules.steps import notice_by
from members.delivery.models import Delivery
from members.organisations.models import Contact, Organisation


@dataclass(frozen=True, kw_only=True)
class Told:
    """One organisation, and the mail of each of its delegates."""

    notice: Notice
    mails: list[Delivery]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """`days` were asked for by `article`, and the notice had to go out by `by_on`. `untold` have nobody to write to."""

    days: int
    article: str
    by_on: date
    told: list[Told]
    untold: list[Organisation]


def proof_of_notice(assembly: Assembly, *, on: date) -> Proof:
    """Of what went out, or, for a draft, of what would go out on that day: then nobody is told yet."""
    book, parameter = book_of(assembly), notice_parameter(assembly)
    sent_on = assembly.convened_at.date() if assembly.convened_at else on
    days = book.number(parameter)
    return Proof(
        days=days,
        article=book.article(parameter),
        by_on=notice_by(assembly.opens_at, days=days),
        told=_told(assembly, on=sent_on),
        untold=_untold(on=sent_on),
    )


def about(assembly: Assembly) -> str:
    """What the dispatch of the convocation says it is about."""
    return f"assembly {assembly.key}"


def delegates_on(day: date) -> list[Contact]:
    """Whom a convocation goes to: every delegate of every member and observer."""
    members = Organisation.objects.members_on(day)
    contacts = Contact.objects.on(day).delegates().filter(organisation__in=members, user__is_active=True)
    return list(contacts.select_related("user", "organisation").order_by("user__email"))


def _told(assembly: Assembly, *, on: date) -> list[Told]:
    mails = Delivery.objects.filter(dispatch__about=about(assembly)).order_by(in_order("name"), "pk")
    by_person = {mail.user_id: mail for mail in mails}
    people: dict[int, dict[int, Delivery]] = {}
    for contact in delegates_on(on):
        if contact.user_id in by_person:
            people.setdefault(contact.organisation_id, {})[contact.user_id] = by_person[contact.user_id]
    notices = assembly.notices.select_related("organisation").order_by(in_order("organisation__name"))
    return [Told(notice=one, mails=list(people.get(one.organisation_id, {}).values())) for one in notices]


def _untold(*, on: date) -> list[Organisation]:
    reached = [contact.organisation_id for contact in delegates_on(on)]
    return list(Organisation.objects.members_on(on).exclude(pk__in=reached).order_by(in_order("name")))
