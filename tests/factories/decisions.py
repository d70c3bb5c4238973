"""A committee with its members, and decisions in any state."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from cms.languages import translated
from governance.decisions.models import Body, Decision, FollowUp, Office
from governance.decisions.rules import OfficeRole, Procedure
from members.accounts.models import User
from tests.factories.organisations import PersonFactory, delegate_of, member


class BodyFactory(DjangoModelFactory[Body]):
    class Meta:
        model = Body

    slug = factory.Sequence(lambda n: f"committee-{n}")
    name = translated(en="Executive Committee", fr="Comité exécutif", es="Comité ejecutivo")


class OfficeFactory(DjangoModelFactory[Office]):
    class Meta:
        model = Office

    body = factory.SubFactory(BodyFactory)
    user = factory.SubFactory(PersonFactory)
    role = OfficeRole.MEMBER.value
    from_on = date(2025, 1, 1)


class DecisionFactory(DjangoModelFactory[Decision]):
    """A draft, proposed the day before the tests' own day."""

    class Meta:
        model = Decision

    body = factory.SubFactory(BodyFactory)
    title = translated(en="Move the meeting online", fr="Tenir la réunion en ligne", es="Celebrar la reunión en línea")
    procedure = Procedure.WRITTEN.value
    proposed_by = factory.SubFactory(PersonFactory)
    proposed_at = datetime(2026, 6, 9, 9, 0, tzinfo=UTC)


class FollowUpFactory(DjangoModelFactory[FollowUp]):
    class Meta:
        model = FollowUp

    decision = factory.SubFactory(DecisionFactory)
    owner = factory.SubFactory(PersonFactory)


def committee(size: int = 3) -> tuple[Body, list[User]]:
    """A body whose members act for an organisation each; the first one is its chair."""
    body = BodyFactory()
    people = [delegate_of(member()) for _number in range(size)]
    for place, person in enumerate(people):
        role = OfficeRole.MEMBER if place else OfficeRole.CHAIR
        OfficeFactory(body=body, user=person, role=role.value)
    return body, people
