"""The secretariat's desk for pictures of children: whose consent is recorded, what it covers, and its withdrawal."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.viewsets.base import ViewSet

from cms.actions import ConsentRefused, record_consent, withdraw_consent
from cms.forms import ConsentForm
from cms.models import ImageConsent, PlenaryImage
from cms.queries import childrens_pictures, uses_of_picture
from cms.storage import private_files
from members.accounts.models import User

A_SHEET = 30


def keeper(request: HttpRequest) -> User:
    """Whoever asks, when they may manage consents."""
    if not isinstance(request.user, User) or not request.user.has_perm("cms.change_imageconsent"):
        raise PermissionDenied
    return request.user


@require_safe
def pictures(request: HttpRequest) -> HttpResponse:
    """Every picture that shows children, with what its consent says today."""
    keeper(request)
    today = timezone.now().date()
    sheet = Paginator(childrens_pictures(on=today), A_SHEET).get_page(request.GET.get("page"))
    return render(request, "cms/admin/pictures.html", {"sheet": sheet, "today": today})


def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """One picture: its consents, its uses, and a form for one more consent."""
    by = keeper(request)
    image = get_object_or_404(PlenaryImage, pk=pk)
    form = ConsentForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _recorded(form, image=image, by=by):
        messages.success(request, _("The consent is recorded."))
        return redirect("consent:picture", image.pk)
    return render(request, "cms/admin/picture.html", _desk(image, form=form))


def withdraw(request: HttpRequest, key: str) -> HttpResponse:
    """GET says what will change, and where; POST does it."""
    by = keeper(request)
    consent = get_object_or_404(ImageConsent.objects.select_related("image"), key=key)
    if request.method == "POST":
        withdraw_consent(consent, by=by, now=timezone.now())
        messages.success(request, _("Withdrawn. Wherever the picture was shown, a placeholder stands now."))
        return redirect("consent:picture", consent.image_id)
    shown = {"consent": consent, "image": consent.image, "uses": uses_of_picture(consent.image)}
    return render(request, "cms/admin/withdraw.html", shown)


@require_safe
def signed_form(request: HttpRequest, key: str) -> HttpResponse:
    """The form as it was signed, at an address that soon ends."""
    keeper(request)
    consent = get_object_or_404(ImageConsent.objects.exclude(form=""), key=key)
    name = consent.form.name or ""
    return redirect(private_files().address(name, filename=f"consent-{consent.key}.{name.rsplit('.', 1)[-1]}"))


def _recorded(form: ConsentForm, *, image: PlenaryImage, by: User) -> bool:
    try:
        record_consent(image, form.given, by=by, now=timezone.now())
    except ConsentRefused as refusal:
        form.add_error(None, refusal)
        return False
    return True


def _desk(image: PlenaryImage, *, form: ConsentForm) -> dict[str, Any]:
    today = timezone.now().date()
    consents = image.consents.select_related("recorded_by", "withdrawn_by").order_by("-recorded_at", "-pk")
    return {"image": image, "form": form, "consents": consents, "uses": uses_of_picture(image), "today": today}


class ConsentViewSet(ViewSet):
    name = "consent"
    url_prefix = "consents"
    icon = "group"
    menu_label = gettext_lazy("Pictures of children")
    menu_order = 210
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", pictures, name="index"),
            path("<int:pk>/", picture, name="picture"),
            path("<str:key>/withdraw/", withdraw, name="withdraw"),
            path("<str:key>/form/", signed_form, name="form"),
        ]
