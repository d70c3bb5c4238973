"""Forms that editors put together. What protects them from machines asks nothing of people."""

import hashlib
import secrets
from datetime import date, datetime
from typing import Any, ClassVar

from allauth.account.adapter import get_adapter
from django import forms
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.module_loading import import_string
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, Panel
from wagtail.contrib.forms.forms import BaseForm, FormBuilder
from wagtail.contrib.forms.models import AbstractFormField, AbstractFormSubmission, EmailFormMixin, FormMixin
from wagtail.contrib.forms.panels import FormSubmissionsPanel
from wagtail.models import Page

from cms.languages.formats import format_day, format_moment
from cms.languages.text import site_language
from cms.models.publishing import PublicPage

# A machine answers at once, a person does not; a page left open over night is shown anew.
QUICKEST_SECONDS = 2
LONGEST_SECONDS = 24 * 3600
# From one address: a class of pupils behind one line may all write; a machine that found the form may not go on.
ANSWERS_AN_HOUR = 40

# What a form has of its own; a question of the same name would take its place.
OWN_NAMES = ("website", "shown")

signer = TimestampSigner(salt="cms.form")


class GuardedForm(BaseForm):
    """A field that only machines fill in, and the moment at which the form was shown, signed."""

    data: Any

    website = forms.CharField(required=False, label=gettext_lazy("Leave this field empty"))
    shown = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["shown"].initial = signer.sign(secrets.token_urlsafe(18))

    @property
    def asked(self) -> list[forms.BoundField]:
        """The fields that a person sees."""
        return [field for field in self if field.name not in OWN_NAMES]

    @property
    def answers(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name not in OWN_NAMES}

    @property
    def token(self) -> str:
        """Of this showing of the form: sent twice, it is one answer."""
        return str(signer.unsign(self.cleaned_data["shown"]))

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        problem = self._problem(cleaned)
        if problem:
            self._show_anew()
            raise ValidationError(problem)
        return cleaned

    def _problem(self, cleaned: dict[str, Any]) -> str:
        if cleaned.get("website"):
            return _("One field has to stay empty and was filled in. Check your answers and send them again.")
        try:
            signer.unsign(cleaned.get("shown", ""), max_age=LONGEST_SECONDS)
        except SignatureExpired:
            return _("This form was open for more than a day. Check your answers and send them again.")
        except BadSignature:
            return _("This form came without its mark. Check your answers and send them again.")
        return self._haste(cleaned["shown"])

    def _haste(self, shown: str) -> str:
        try:
            signer.unsign(shown, max_age=QUICKEST_SECONDS)
        except SignatureExpired:
            return ""
        return _("That was quicker than one can write. Check your answers and send them again.")

    def _show_anew(self) -> None:
        self.data = self.data.copy()
        self.data["shown"] = signer.sign(secrets.token_urlsafe(18))
        self.data["website"] = ""


class GuardedFormBuilder(FormBuilder):
    def get_form_class(self) -> type[GuardedForm]:
        return type("PageForm", (GuardedForm,), self.formfields)


def answered(form: GuardedForm) -> list[tuple[str, str]]:
    """Question and answer, as they are asked. Two brackets are delivery's own sign (`[[name]]`) and no answer's."""
    asked = [(str(field.label), form.cleaned_data[field.name]) for field in form.asked]
    return [(question, said(value).replace("[[", "[ [")) for question, value in asked]


def said(value: object) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, datetime):
        return format_moment(value, site_language(), get_current_timezone())
    return format_day(value, site_language()) if isinstance(value, date) else str(value or "")


class FormField(AbstractFormField):
    page = ParentalKey("cms.FormPage", on_delete=models.CASCADE, related_name="form_fields")

    def get_field_clean_name(self) -> str:
        """A question that is called as what the form has of its own goes by another name."""
        name = str(super().get_field_clean_name())
        return f"{name}_asked" if name in OWN_NAMES else name


class Answer(AbstractFormSubmission):
    """What somebody sent; deleted after the days that the page says."""

    token = models.CharField(max_length=40)

    class Meta:
        verbose_name = gettext_lazy("answer")
        verbose_name_plural = gettext_lazy("answers")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["page", "token"], name="a_form_sent_twice_is_one_answer")
        ]


class FormPage(EmailFormMixin, FormMixin, PublicPage):
    form_builder = GuardedFormBuilder
    template = "cms/form_page.html"
    landing_page_template = "cms/form_page_sent.html"

    lede = models.TextField(gettext_lazy("in one or two sentences"), max_length=400, blank=True)
    thanks = models.TextField(gettext_lazy("what is said after sending"), max_length=400)
    keep_days = models.PositiveSmallIntegerField(
        gettext_lazy("days that answers are kept"),
        default=180,
        validators=[MinValueValidator(1)],
        help_text=gettext_lazy("Then they are deleted here. The form says so to those who fill it in."),
    )

    content_panels: ClassVar[list[Panel | str]] = [
        FormSubmissionsPanel(),
        *Page.content_panels,
        FieldPanel("lede"),
        InlinePanel("form_fields", heading=gettext_lazy("Fields"), label=gettext_lazy("field"), min_num=1),
        FieldPanel("thanks"),
        FieldPanel("keep_days"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("to_address"), FieldPanel("from_address")]), FieldPanel("subject")],
            heading=gettext_lazy("Sent on by mail"),
        ),
    ]
    parent_page_types: ClassVar[list[str]] = ["home.HomePage", "cms.StandardPage", "cms.LandingPage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = gettext_lazy("form")
        verbose_name_plural = gettext_lazy("forms")

    def get_submission_class(self) -> type[Answer]:
        return Answer

    def get_submissions_list_view_class(self) -> type[Any]:
        """A screen of the admin, which is above: by its address, as settings name code everywhere in Django."""
        found: type[Any] = import_string("cms.admin.answers.AnswersView")
        return found

    @transaction.atomic
    def process_form_submission(self, form: GuardedForm) -> Answer:
        """The answer; the one that is there already when the same form comes a second time."""
        token, form.cleaned_data = form.token, form.answers
        answer, is_new = Answer.objects.get_or_create(
            page=self.page_ptr, token=token, defaults={"form_data": form.cleaned_data}
        )
        if is_new and self.to_address:
            self.send_mail(form)
        return answer

    def send_mail(self, form: GuardedForm) -> None:
        """To those whom the page names, on the network's sheet; empty answers stand there as such."""
        context = {"page": self, "answered": answered(form)}
        mail = EmailMultiAlternatives(
            subject=self.subject or self.title,
            body=render_to_string("cms/mail/answer.txt", context),
            from_email=self.from_address or None,
            to=[address.strip() for address in self.to_address.split(",")],
        )
        mail.attach_alternative(render_to_string("cms/mail/answer.html", context), "text/html")
        mail.send()

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Never cached: each showing of the form has a mark of its own."""
        response = self._answered(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    def _has_had_enough(self, request: HttpRequest) -> bool:
        """Counted in the shared cache, by address, for an hour from the first; the address itself is not kept."""
        address = hashlib.blake2b(f"{self.pk} {get_adapter().get_client_ip(request)}".encode(), digest_size=16)
        counter = f"answers-{address.hexdigest()}"
        if cache.add(counter, 1, timeout=3600):
            return False
        try:
            return cache.incr(counter) > ANSWERS_AN_HOUR
        except ValueError:
            # It ran out between the two: an hour is over.
            return False

    def _answered(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "GET" and "sent" in request.GET:
            return super().render_landing_page(request)
        if request.method == "POST" and self._has_had_enough(request):
            return render(request, "429.html", status=429)
        return super().serve(request, *args, **kwargs)

    def render_landing_page(
        self, request: HttpRequest, form_submission: Answer | None = None, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """After sending, an address of its own: loading it again sends nothing."""
        if form_submission is None:
            return super().render_landing_page(request, form_submission, *args, **kwargs)
        return redirect(f"{self.get_url(request)}?sent=1")
