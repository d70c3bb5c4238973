"""Issues of the bulletin."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from cms.languages import TranslatedText, translated
from members.accounts.models import User
from members.bulletin.models import Issue, Section
from tests.factories.accounts import StaffFactory


def in_three(text: str) -> TranslatedText:
    return translated(en=text, fr=f"{text} (fr)", es=f"{text} (es)")


class IssueFactory(DjangoModelFactory):
    class Meta:
        model = Issue
        skip_postgeneration_save = True

    number = factory.Sequence(lambda n: n + 1)
    title = factory.LazyFunction(lambda: in_three("The assembly opens"))
    lead = factory.LazyFunction(lambda: in_three("Four things to read first."))
    dated_on = date(2026, 6, 8)
    author = factory.SubFactory(StaffFactory)


class SectionFactory(DjangoModelFactory):
    class Meta:
        model = Section

    issue = factory.SubFactory(IssueFactory)
    sort_order = factory.Sequence(lambda n: n)
    title = factory.LazyFunction(lambda: in_three("A guide for children"))
    text = factory.LazyFunction(lambda: in_three("Forty pages, tested by children."))
    link = "https://kite.example/guide/"
    link_label = factory.LazyFunction(lambda: in_three("Get the guide"))


def complete_issue(*, author: User | None = None, **fields: object) -> Issue:
    """A draft that passes every check as soon as somebody reads the bulletin."""
    issue: Issue = IssueFactory(author=author or StaffFactory(), **fields)
    SectionFactory(issue=issue)
    return issue
