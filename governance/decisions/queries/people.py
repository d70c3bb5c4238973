"""Who is asked, who has not answered, who is told."""

from datetime import date

from cms.languages.ordering import in_order
from governance.decisions.models import Body, Decision
from governance.decisions.models.body import Offices
from governance.decisions.rules import Procedure
from members.accounts.models import User


def seats(body: Body, *, on: date) -> Offices:
    """Who sits in it on that day, by name."""
    return body.offices.on(on).select_related("user").order_by(in_order("user__name"), "pk")


def people_concerned(decision: Decision, *, on: date) -> list[User]:
    """Everybody who sits in the body on that day, by name."""
    return [office.user for office in seats(decision.body, on=on).filter(user__is_active=True)]


def people_asked(decision: Decision, *, on: date) -> list[User]:
    """Those of them who answer in writing, or may break silence; nobody where a meeting decides."""
    if decision.procedure == Procedure.MEETING:
        return []
    return people_voting(decision, on=on)


def people_voting(decision: Decision, *, on: date) -> list[User]:
    """Those who may vote in a meeting: everybody who is not recused yet."""
    recused = set(decision.recusals.values_list("member", flat=True))
    return [person for person in people_concerned(decision, on=on) if person.pk not in recused]


def people_awaited(decision: Decision, *, on: date) -> list[User]:
    """Those of them who have neither answered nor said that they have read it."""
    heard = set(decision.answers.current().values_list("member", flat=True))
    heard |= set(decision.readings.values_list("reader", flat=True))
    return [person for person in people_asked(decision, on=on) if person.pk not in heard]
