from allauth.account.views import login, request_login_code
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from members.accounts import actions, queries
from members.accounts.actions import InvitationRefused
from members.accounts.forms import AcceptForm, ProfileForm
from members.accounts.models import User


@login_required
@never_cache
def profile(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    form = ProfileForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        actions.save_profile(request.user, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form})


@login_required
@never_cache
def security(request: HttpRequest) -> HttpResponse:
    assert isinstance(request.user, User)
    return render(
        request,
        "accounts/security.html",
        {"security": queries.security_of(request.user)},
    )


@never_cache
@sensitive_post_parameters("password")
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """The page that an invitation's link leads to."""
    now = timezone.now()
    invitation = queries.open_invitation(token, now=now)
    if invitation is None:
        return render(request, "accounts/invitation_spent.html", status=410)
    form = AcceptForm(request.POST or None, initial={"name": invitation.name})
    if request.method == "POST" and form.is_valid():
        try:
            actions.accept_invitation(token, now=now, **form.cleaned_data)
        except InvitationRefused as refusal:
            form.add_error(None, str(refusal))
        except ValidationError as weak:
            form.add_error("password", weak)
        else:
            messages.success(request, _("Your account is ready. Sign in with it now."))
            return redirect("account_login")
    return render(request, "accounts/accept.html", {"form": form, "invitation": invitation})


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """One page, one field, three ways: a passkey (by script), a code by mail, a password."""
    way = request.POST.get("by") or ("password" if request.POST.get("password") else "code")
    if request.method == "POST" and way == "code":
        return request_login_code(request)
    return login(request)


def sign_in_instead(request: HttpRequest) -> HttpResponse:
    """In the place of Wagtail's own sign-in page, which would let a password alone in."""
    home = reverse("wagtailadmin_home")
    if request.user.is_authenticated:
        return redirect(home)
    return redirect(f"{reverse('account_login')}?{urlencode({REDIRECT_FIELD_NAME: home})}")


def closed_side_door(request: HttpRequest, **_parts: str) -> HttpResponse:
    """In the place of Wagtail's own password reset: allauth's is the only one."""
    raise Http404
