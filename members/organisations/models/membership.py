from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from cms.languages import TranslatedTextField
from members.organisations.rules import TermRights


class Category(models.Model):
    """Full member, observer, associate…: which rights come with it."""

    code = models.SlugField(_("code"), max_length=30, unique=True)
    label = TranslatedTextField(_("label"))
    may_vote = models.BooleanField(_("may vote"), default=False)
    may_propose = models.BooleanField(_("may propose"), default=False)
    may_stand = models.BooleanField(_("may stand"), default=False)
    may_attend = models.BooleanField(_("may attend"), default=True)
    pays = models.BooleanField(_("pays dues"), default=True)

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")

    def __str__(self) -> str:
        return str(self.label)

    @property
    def rights(self) -> TermRights:
        return TermRights(vote=self.may_vote, propose=self.may_propose, stand=self.may_stand, attend=self.may_attend)


class MembershipTerms(models.QuerySet["MembershipTerm"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(from_on__lte=day), Q(until_on__isnull=True) | Q(until_on__gt=day))


class MembershipTerm(models.Model):
    """One dated period of membership in a category. Never edited, only ended."""

    organisation = models.ForeignKey(
        "organisations.Organisation",
        on_delete=models.PROTECT,
        verbose_name=_("organisation"),
        related_name="membership_terms",
    )
    category = models.ForeignKey(
        Category, on_delete=models.PROTECT, verbose_name=_("category"), related_name="membership_terms"
    )
    from_on = models.DateField(_("from"))
    until_on = models.DateField(_("until"), null=True, blank=True)
    began_because = models.CharField(_("why it began"), max_length=200, blank=True)
    ended_because = models.CharField(_("why it ended"), max_length=200, blank=True)

    objects = MembershipTerms.as_manager()

    class Meta:
        verbose_name = _("membership term")
        verbose_name_plural = _("membership terms")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(until_on__isnull=True),
                name="one_open_term_per_organisation",
            ),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gt=F("from_on")),
                name="a_term_ends_after_it_begins",
                violation_error_message=_("A term ends after the day on which it began."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.category}, {self.from_on}"
