from datetime import date
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.languages import TranslatedTextField
from governance.decisions.models.labels import OFFICES
from governance.decisions.rules import OfficeRole, Term
from members.accounts.models import User, must_be_a_time_zone


class Body(models.Model):
    """A committee that decides between assemblies. Its deadlines fall in the time zone of its seat."""

    slug = models.SlugField(_("address"), max_length=60, unique=True)
    name = TranslatedTextField(_("name"))
    time_zone = models.CharField(
        _("time zone"), max_length=60, default="Europe/Zurich", validators=[must_be_a_time_zone]
    )

    class Meta:
        verbose_name = _("deciding body")
        verbose_name_plural = _("deciding bodies")

    def __str__(self) -> str:
        return str(self.name)


class Offices(models.QuerySet["Office"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(from_on__lte=day), Q(until_on__isnull=True) | Q(until_on__gt=day))

    def of(self, user: User) -> Self:
        return self.filter(user=user)

    def chairs(self) -> Self:
        return self.filter(role=OfficeRole.CHAIR)


class Office(models.Model):
    """One dated term of a person in a body."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, verbose_name=_("deciding body"), related_name="offices")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, verbose_name=_("person"), related_name="offices"
    )
    role = models.CharField(_("role"), max_length=20, choices=OFFICES, default=OfficeRole.MEMBER.value)
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = Offices.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["body"],
                condition=Q(role=OfficeRole.CHAIR.value, until_on__isnull=True),
                name="one_chair_of_a_body_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["body", "user"],
                condition=Q(until_on__isnull=True),
                name="one_open_office_per_person_and_body",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="an_office_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"

    @property
    def term(self) -> Term:
        return Term(from_on=self.from_on, until_on=self.until_on)
