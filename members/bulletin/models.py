"""The bulletin: an issue in every language at once, its sections, and whom it is for."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import Exists, F, Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cms.languages import TranslatedText, TranslatedTextField
from cms.models import PlenaryImage
from cms.rules.consent import Use
from members.accounts.models import User
from members.bulletin.rules import IssueContent, IssueState, SectionContent
from members.delivery.models import Dispatch
from members.organisations.models import Category
from members.organisations.permissions import acted_for

STATES = [
    (IssueState.DRAFT.value, _("draft")),
    (IssueState.APPROVED.value, _("approved")),
    (IssueState.SENT.value, _("sent")),
]


class Segment(models.Model):
    """Whom an issue is for: readers in organisations of these categories; none means every reader."""

    code = models.SlugField(_("code"), max_length=30, unique=True)
    label = TranslatedTextField(_("label"))
    categories = models.ManyToManyField(Category, verbose_name=_("categories"), blank=True)

    class Meta:
        verbose_name = _("segment")
        verbose_name_plural = _("segments")

    def __str__(self) -> str:
        return str(self.label)


class Issues(models.QuerySet["Issue"]):
    def sent(self) -> Self:
        return self.filter(state=IssueState.SENT.value)

    def visible_to(self, user: User | AnonymousUser, *, on: date) -> Self:
        """The archive: members read every issue that was sent, the public those that were opened to it."""
        if not isinstance(user, User):
            return self.sent().filter(is_public=True)
        if user.is_staff:
            return self.sent()
        return self.sent().filter(Q(is_public=True) | Exists(acted_for(user, on=on)))

    def newest_first(self) -> Self:
        return self.order_by("-number")


class Issue(ClusterableModel):
    """One issue. Each reader gets it once, in their language."""

    number = models.PositiveIntegerField(_("number"), unique=True)
    title = TranslatedTextField(_("title"))
    lead = TranslatedTextField(_("lead"), blank=True, default=TranslatedText)
    dated_on = models.DateField(_("date"))
    segment = models.ForeignKey(
        Segment,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        verbose_name=_("for whom"),
        help_text=_("Empty: every reader of the bulletin."),
    )
    corrects = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="corrections",
        verbose_name=_("corrects"),
        limit_choices_to={"state": IssueState.SENT.value},
        help_text=_("A sent issue that this one corrects: readers find both together."),
    )
    is_public = models.BooleanField(
        _("open to the public"), default=False, help_text=_("Once sent, everybody may read it in the archive.")
    )
    state = models.CharField(_("state"), max_length=10, choices=STATES, default=IssueState.DRAFT.value, editable=False)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    approved_at = models.DateTimeField(null=True, editable=False)
    approved_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent at"), null=True, editable=False)
    dispatch = models.OneToOneField(
        Dispatch, null=True, on_delete=models.PROTECT, related_name="bulletin_issue", editable=False
    )

    objects = Issues.as_manager()

    if TYPE_CHECKING:
        sections: Any

    class Meta:
        verbose_name = _("issue of the bulletin")
        verbose_name_plural = _("issues of the bulletin")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("author")),
                name="an_issue_is_approved_by_a_second_person",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | Q(changed_by__isnull=True) | ~Q(approved_by=F("changed_by")),
                name="whoever_changed_an_issue_does_not_approve_it",
            ),
            models.CheckConstraint(
                condition=Q(state=IssueState.DRAFT.value) | Q(approved_by__isnull=False),
                name="an_issue_beyond_draft_is_approved",
            ),
            models.CheckConstraint(
                condition=~Q(state=IssueState.SENT.value) | Q(dispatch__isnull=False, sent_at__isnull=False),
                name="a_sent_issue_has_its_dispatch",
            ),
        ]

    def __str__(self) -> str:
        return _("Bulletin %(number)s: %(title)s") % {"number": self.number, "title": self.title}

    @property
    def content(self) -> IssueContent:
        """What is checked and approved, as plain values."""
        sections = [section.content for section in self.news]
        return IssueContent(number=self.number, title=self.title.texts, lead=self.lead.texts, sections=sections)

    @property
    def news(self) -> list["Section"]:
        """The sections in their order, with their pictures."""
        return list(self.sections.select_related("picture").order_by("sort_order"))

    @property
    def uses_of_pictures(self) -> set[Use]:
        """What a child's consent has to cover; what everybody may read in the archive is on the site as well."""
        return {Use.BULLETIN, Use.SITE} if self.is_public else {Use.BULLETIN}


class Section(models.Model):
    """One piece of news in an issue."""

    issue = ParentalKey(Issue, on_delete=models.CASCADE, related_name="sections")
    sort_order = models.IntegerField(null=True, blank=True, editable=False)
    title = TranslatedTextField(_("title"))
    text = TranslatedTextField(_("text"))
    picture = models.ForeignKey(
        PlenaryImage, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("picture")
    )
    link = models.URLField(_("link"), blank=True)
    link_label = TranslatedTextField(_("words of the link"), blank=True, default=TranslatedText)

    # What modelcluster and Wagtail's inline panel sort by.
    sort_order_field = "sort_order"

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return str(self.title)

    @property
    def content(self) -> SectionContent:
        return SectionContent(
            title=self.title.texts,
            text=self.text.texts,
            link=self.link,
            link_label=self.link_label.texts,
            picture=self.picture.file_hash if self.picture else "",
        )
